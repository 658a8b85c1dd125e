/// What the planners of a company share.
struct CompanyTime: Sendable {
  /// The audited quarter.
  let audited: SampleQuarter
  /// All quarters that are filled with events, the audited one last.
  let quarters: [SampleQuarter]

  init(audited: SampleQuarter, quarters count: Int) {
    self.audited = audited
    quarters = (0..<count).map { audited.shifted(by: $0 - count + 1) }
  }

  /// The days for which single meetings are made: the quarters and a fortnight, for exports are taken later.
  var days: Range<Day> { quarters[0].firstDay..<audited.days.upperBound + 14 }

  /// When the calendars were exported.
  var exported: Instant { Instant(seconds: (audited.days.upperBound + 11).number * 86_400 + 6 * 3600) }

  /// Noon on a day that many weeks before the audited quarter.
  func noon(weeksBefore weeks: Int, hour: Int = 12) -> Instant {
    Instant(seconds: (audited.firstDay - 7 * weeks).number * 86_400 + hour * 3600)
  }
}

/// Makes the meetings of one division.
struct DivisionPlanner: Sendable {
  let time: CompanyTime
  let seed: UInt64
  let division: Int
  /// The division's people by chair; the last division may have empty chairs.
  let people: [Employee]
  private(set) var events: [PlannedEvent] = []
  private(set) var planted: [PlantedProblem] = []
  /// When each chair has recurring meetings in a week of the audited quarter.
  private(set) var grid: WeekGrid

  init(time: CompanyTime, seed: UInt64, division: Int, people: [Employee]) {
    self.time = time
    self.seed = seed
    self.division = division
    self.people = people
    grid = WeekGrid(chairs: people.count, day: time.audited.firstDay)
    for plan in RegularMeetings.plans { add(plan) }
    for plant in PlantedMeetings.plants { add(plant) }
    planOneOnOnes()
    planSingleMeetings()
    planPersonalEvents()
  }

  /// A number of its own for everything that has a name in this division.
  func token(_ name: String, _ number: Int = 0) -> UInt64 {
    var chance = SplitMix64(seed: seed, UInt64(division), UInt64(salt: name), UInt64(number))
    return chance.next()
  }

  mutating func append(_ event: PlannedEvent) {
    events.append(event)
  }

  /// Marks a series in the week of everybody who is in it.
  mutating func occupy(_ seats: [Int], with plan: SeriesPlan) {
    grid.occupy(
      seats.filter { $0 < people.count }, weekdays: plan.weekdays, zone: plan.zone, startMinute: plan.startMinute,
      minutes: plan.minutes)
  }

  /// Adds a planted meeting when all its chairs are taken, and notes what was planted.
  private mutating func add(_ plant: PlantedMeetings.Plant) {
    guard plant.plan.seats.allSatisfy({ $0 < people.count }) else { return }
    let first = events.count
    add(plant.plan)
    let parts = events[first...]
    guard let event = parts.first else { return }
    let window = time.audited.days
    let skipped = parts.reduce(0) { $0 + $1.skippedDays(in: window).count }
    planted.append(
      PlantedProblem(
        series: event.uid, title: event.title, organizer: event.organizer.email, what: plant.what,
        expectedVerdict: plant.verdict, invited: event.guests.count + 1,
        occurrences: parts.reduce(0) { $0 + $1.ruleDays(in: window).count } - skipped, skipped: skipped,
        accepted: event.guests.count { $0.answer == .accepted },
        declined: event.guests.count { $0.answer == .declined }))
  }

  /// Adds a series, without the chairs that are empty; a meeting of fewer than two people is left out.
  mutating func add(_ plan: SeriesPlan) {
    let guests = plan.guests.filter { $0 < people.count }
    let organizer: Participant
    switch plan.organizer {
    case .seat(let chair):
      guard chair < people.count else { return }
      organizer = Participant(people[chair])
    case .left(let name):
      let parts = name.split(separator: " ").map { addressPart(of: String($0)) }
      organizer = Participant(name: name, email: parts.joined(separator: ".") + "@" + Roster.domain)
    }
    guard !guests.isEmpty || !plan.outsiders.isEmpty else { return }
    occupy(plan.seats, with: plan)

    let token = token(plan.title + organizer.email)
    let first = firstDay(of: plan)
    var event = PlannedEvent(
      uid: EventIdentifier.uid(from: token, style: organizer.employee.map { employee($0).style } ?? .google),
      token: token, title: plan.title, text: text(of: plan, token: token), room: room(of: plan, token: token),
      zone: plan.zone, time: .timed(LocalTime(day: first, minute: plan.startMinute), minutes: plan.minutes),
      rule: RecurrenceRule(
        pattern: plan.pattern, end: plan.ends ? .until(time.audited.days.upperBound + 80) : .never),
      organizer: organizer, guests: answered(guests, of: plan, token: token),
      created: time.noon(weeksBefore: plan.weeksOld + 1),
      modified: time.noon(weeksBefore: min(plan.weeksUnchanged, plan.weeksOld)), sequence: Int(token % 3))
    event.isPrivate = plan.isPrivate
    event.change(as: plan, in: time.quarters, guest: { $0 < people.count ? people[$0].index : nil })
    for name in plan.outsiders {
      let address = addressPart(of: name) + "@" + plan.outsideDomain
      event.guests.append(Guest(participant: Participant(name: name, email: address), answer: .accepted))
    }
    append(event, cutAtDate: plan.cutAtDate)
  }

  private func employee(_ index: Int) -> Employee { people[index - people[0].index] }

  /// Adds a series, cut in two when its plan says so: what follows begins a quarter of an hour later.
  private mutating func append(_ event: PlannedEvent, cutAtDate date: Int?) {
    let days = event.ruleDays(in: time.audited.days)
    guard let date, date < days.count, case .timed(let start, let minutes) = event.time else {
      events.append(event)
      return
    }
    var before = event
    before.rule?.end = .until(days[date] - 1)
    before.changes.removeAll { $0.day >= days[date] }
    before.excluded.removeAll { $0 >= days[date] }
    var after = event
    let cut = LocalTime(day: days[date], minute: start.minute)
    after.uid = EventIdentifier.uid(afterCutting: event.uid, at: cut)
    after.time = .timed(cut.adding(minutes: 15), minutes: minutes)
    after.changes.removeAll { $0.day < days[date] }
    after.excluded.removeAll { $0 < days[date] }
    after.modified = Instant(seconds: (days[date] - 2).number * 86_400 + 50_000)
    events.append(before)
    events.append(after)
  }

  private func firstDay(of plan: SeriesPlan) -> Day {
    var day = time.audited.firstDay - 7 * plan.weeksOld
    if case .monthly(let ordinal, let weekday) = plan.cadence {
      let (year, month, _) = day.civil
      return Day.nth(ordinal, weekday, year: year, month: month)
    }
    while !plan.weekdays.contains(day.weekday) { day = day + 1 }
    return day
  }

  private func text(of plan: SeriesPlan, token: UInt64) -> String {
    switch plan.agenda {
    case .none: ""
    case .boilerplate: InvitationText.meet(token)
    case .written(let purpose): purpose + "\n" + InvitationText.document(token)
    }
  }

  /// A room at the organizer's site when at least three people of the site meet.
  private func room(of plan: SeriesPlan, token: UInt64) -> Room? {
    guard case .seat(let chair) = plan.organizer, chair < people.count else { return nil }
    let site = people[chair].site
    let present = plan.seats.count { $0 < people.count && people[$0].site == site }
    return present >= 3 ? site.rooms[Int(token % UInt64(site.rooms.count))] : nil
  }

  private func answered(_ guests: [Int], of plan: SeriesPlan, token: UInt64) -> [Guest] {
    var chance = SplitMix64(seed: token, UInt64(salt: "answers"))
    // At most one in five does not accept: healthy, whatever the draw.
    let others = chance.sample(guests.count / 5, of: guests)
    return guests.map { chair in
      let answer: Answer
      switch plan.answers {
      case .usual:
        answer = others.contains(chair) ? chance.pick([.none, .none, .tentative, .declined]) : .accepted
      case .told(let accepted, let declined, let tentative):
        if accepted.contains(chair) {
          answer = .accepted
        } else if declined.contains(chair) {
          answer = .declined
        } else {
          answer = tentative.contains(chair) ? .tentative : .none
        }
      }
      return Guest(
        participant: Participant(people[chair]), answer: answer, isOptional: plan.optional.contains(chair))
    }
  }
}

extension PlannedEvent {
  /// Takes dates out and moves others, as the plan says for each quarter. Organizers delete one date and call off the
  /// next: both ways occur in one series.
  fileprivate mutating func change(as plan: SeriesPlan, in quarters: [SampleQuarter], guest: (Int) -> Int?) {
    for quarter in quarters {
      let days = ruleDays(in: quarter.days)
      for (place, date) in plan.skipped.enumerated() where date < days.count {
        if place.isMultiple(of: 2) {
          excluded.append(days[date])
        } else {
          changes.append(InstanceChange(day: days[date], kind: .cancelled))
        }
      }
      for date in plan.moved where date < days.count {
        let later = LocalTime(day: days[date] + 1, minute: plan.startMinute)
        changes.append(InstanceChange(day: days[date], kind: .moved(later)))
      }
      if let once = plan.declinedOnce, once.date < days.count, let person = guest(once.guest) {
        changes.append(InstanceChange(day: days[once.date], kind: .declined(by: person)))
      }
    }
  }
}

/// The half hours of a week in which people have recurring meetings, in UTC.
struct WeekGrid: Sendable {
  private var taken: [[Bool]]
  private let day: Day

  /// An empty week for so many chairs; zones are read on the day given.
  init(chairs: Int, day: Day) {
    taken = Array(repeating: Array(repeating: false, count: 336), count: chairs)
    self.day = day
  }

  mutating func occupy(_ chairs: [Int], weekdays: [Weekday], zone: Zone, startMinute: Int, minutes: Int) {
    for weekday in weekdays {
      let start = weekday.rawValue * 1440 + startMinute - zone.offset(on: day)
      for slot in slots(start: start, minutes: minutes) {
        for chair in chairs { taken[chair][slot] = true }
      }
    }
  }

  /// Whether all chairs are free; `start` is in minutes of the week, in UTC.
  func isFree(_ chairs: [Int], start: Int, minutes: Int) -> Bool {
    slots(start: start, minutes: minutes).allSatisfy { slot in chairs.allSatisfy { !taken[$0][slot] } }
  }

  private func slots(start: Int, minutes: Int) -> [Int] {
    let first = (start + 10_080) / 30
    let last = (start + 10_080 + minutes - 1) / 30
    return (first...last).map { $0 % 336 }
  }
}
