/// Somebody who works for the made-up company, and whose calendar is exported.
struct Employee: Sendable {
  /// Place in the roster, from 0.
  let index: Int
  let name: String
  let given: String
  let email: String
  let aliases: [String]
  let team: String
  let site: Site
  let seat: Seat
  /// Working hours in minutes of the day, on the site's clock.
  let hours: Range<Int>

  var zone: Zone { site.zone }
  var style: ExportStyle { seat.style }
  /// The name of the calendar's file.
  var calendarFile: String { email.prefix { $0 != "@" } + ".ics" }

  /// Whether a span of time lies inside the working hours of a working day.
  func works(from start: Instant, minutes: Int) -> Bool {
    let offset = zone.offset(on: Day(number: start.seconds / 86_400))
    let local = LocalTime(day: Day(number: 0), minute: 0).adding(minutes: start.seconds / 60 + offset)
    return seat.workDays.contains(local.day.weekday) && local.minute >= hours.lowerBound
      && local.minute + minutes <= hours.upperBound
  }
}

/// Everybody, division after division.
struct Roster: Sendable {
  static let companyName = "Larkfield Instruments"
  static let domain = "larkfield.example"

  let employees: [Employee]

  init(people: Int) {
    var employees: [Employee] = []
    employees.reserveCapacity(people)
    var seatsTaken: [Site: Int] = [:]
    for index in 0..<people {
      let (division, chair) = index.quotientAndRemainder(dividingBy: Division.seats.count)
      if chair == 0 { seatsTaken = [:] }
      let seat = Division.seats[chair]
      let place = seatsTaken[seat.site, default: 0]
      seatsTaken[seat.site] = place + 1
      employees.append(
        Employee(
          index: index, division: division, seat: seat,
          nameNumber: division * Site.namesPerDivision + seat.site.firstName + place))
    }
    self.employees = employees
  }

  /// The people of one division.
  func division(_ number: Int) -> ArraySlice<Employee> {
    let first = number * Division.seats.count
    return employees[first..<min(first + Division.seats.count, employees.count)]
  }

  var divisions: Int {
    (employees.count + Division.seats.count - 1) / Division.seats.count
  }

  /// `people.csv`, RFC 4180.
  var table: [UInt8] {
    var text =
      "email,aliases,name,team,role,site,time_zone,work_start,work_end,work_days,hourly_cost,from,until,calendar,exclude\r\n"
    for person in employees {
      let cells = [
        person.email, person.aliases.joined(separator: ";"), person.name, person.team, person.seat.role,
        person.site.rawValue, person.zone.name, Self.clock(person.hours.lowerBound),
        Self.clock(person.hours.upperBound), person.seat.workDays.rawValue,
        person.seat.hourlyCost.map(String.init) ?? "", "", "",
        // A published feed says neither whose it is nor whom it meets.
        person.style == .microsoftFeed ? person.calendarFile : "", "",
      ]
      // None of these cells holds a comma, a quote or a line break: names are ours.
      text += cells.joined(separator: ",") + "\r\n"
    }
    return Array(text.utf8)
  }

  private static func clock(_ minute: Int) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return twoDigits(minute / 60) + ":" + twoDigits(minute % 60)
  }
}

extension Employee {
  fileprivate init(index: Int, division: Int, seat: Seat, nameNumber: Int) {
    let (given, family, round) = seat.site.names.person(nameNumber)
    let repeated = round > 1 ? "\(round)" : ""
    let familyPart = addressPart(of: family) + repeated
    let givenPart = addressPart(of: given)
    self.init(
      index: index, name: "\(given) \(family)", given: given,
      email: "\(givenPart).\(familyPart)@\(Roster.domain)",
      aliases: seat.hasAlias ? ["\(givenPart.prefix(1)).\(familyPart).\(index)@\(Roster.domain)"] : [],
      team: division == 0 ? seat.team : "\(seat.team) \(division + 1)", site: seat.site, seat: seat,
      hours: seat.hours ?? seat.site.hours)
  }
}
