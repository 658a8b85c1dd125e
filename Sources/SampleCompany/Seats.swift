/// Where people sit: a city, its zone, its names, and how its holidays are called.
enum Site: String, Sendable {
  case berlin = "Berlin"
  case boston = "Boston"
  case sanFrancisco = "San Francisco"
  case bengaluru = "Bengaluru"

  var zone: Zone {
    switch self {
    case .berlin: .berlin
    case .boston: .newYork
    case .sanFrancisco: .losAngeles
    case .bengaluru: .kolkata
    }
  }

  var names: NamePool {
    switch self {
    case .berlin: .germany
    case .boston, .sanFrancisco: .unitedStates
    case .bengaluru: .india
    }
  }

  /// Keeps the people of two sites with one pool of names apart.
  var firstName: Int { self == .sanFrancisco ? 12 : 0 }

  /// How many names of the pool one division uses; two sites share that of the United States.
  static let namesPerDivision = 20

  /// The hours that most people of the site keep, in minutes of the day.
  var hours: Range<Int> { self == .bengaluru ? 600..<1110 : 540..<1020 }
}

/// The program from which a person's calendar was exported.
enum ExportStyle: Sendable {
  /// Google Calendar, full export.
  case google
  /// A calendar published by Microsoft 365: no organizer, no attendees.
  case microsoftFeed
  /// Outlook for Windows, "Save calendar": attendees without answers.
  case outlook
  /// Apple Calendar.
  case apple

  /// Exchange takes a declined meeting out of the calendar; Google and Apple keep it.
  var keepsDeclined: Bool { self == .google || self == .apple }
}

/// One chair of a division: everything about a person but the name.
struct Seat: Sendable {
  let team: String
  let role: String
  let site: Site
  var style = ExportStyle.google
  /// The hours of the site unless said otherwise.
  var hours: Range<Int>?
  var workDays = WorkDays.mondayToFriday
  /// Nothing: the default of the audit.
  var hourlyCost: Int?
  var hasAlias = false
}

/// A working week, and how `people.csv` writes it.
enum WorkDays: String, Sendable {
  case mondayToFriday = "Mon-Fri"
  case mondayToThursday = "Mon-Thu"
  case mondayWednesdayThursday = "Mon;Wed;Thu"

  func contains(_ weekday: Weekday) -> Bool {
    switch self {
    case .mondayToFriday: weekday.rawValue < 5
    case .mondayToThursday: weekday.rawValue < 4
    case .mondayWednesdayThursday: [.monday, .wednesday, .thursday].contains(weekday)
    }
  }
}

/// The plan of a division of 44 people: five teams at four sites. A larger company has several divisions.
enum Division {
  /// The chairs; meetings name people by their place in this list.
  static let seats: [Seat] = engineering + product + sales + support + operations

  // 0–13: the head and the sensor squad's lead in Berlin, the platform squad's lead (7) in Bengaluru.
  private static let engineering: [Seat] =
    [
      Seat(team: "Engineering", role: "management", site: .berlin, hourlyCost: 118),
      Seat(team: "Engineering", role: "engineering", site: .berlin, hourlyCost: 92),
      Seat(team: "Engineering", role: "engineering", site: .berlin, hourlyCost: 78),
      Seat(team: "Engineering", role: "engineering", site: .berlin, hours: 600..<1080, hourlyCost: 78),
      Seat(team: "Engineering", role: "engineering", site: .berlin, style: .apple, hourlyCost: 71),
      Seat(team: "Engineering", role: "engineering", site: .berlin, hours: 480..<960, hourlyCost: 84),
      Seat(
        team: "Engineering", role: "engineering", site: .berlin, workDays: .mondayToThursday, hourlyCost: 71),
      Seat(team: "Engineering", role: "engineering", site: .bengaluru, hourlyCost: 54),
    ]
    + [.google, .google, .google, .google, .apple, .google].map {
      Seat(team: "Engineering", role: "engineering", site: .bengaluru, style: $0, hourlyCost: 41)
    }

  // 14–20: head (14) and product manager (15), four people who design and write, one of them in Boston (20).
  private static let product: [Seat] = [
    Seat(team: "Product", role: "management", site: .sanFrancisco, style: .apple, hourlyCost: 145),
    Seat(team: "Product", role: "management", site: .sanFrancisco, hourlyCost: 122),
    Seat(team: "Product", role: "creative", site: .sanFrancisco, hourlyCost: 98),
    Seat(team: "Product", role: "creative", site: .sanFrancisco, style: .apple, hourlyCost: 98),
    Seat(team: "Product", role: "creative", site: .sanFrancisco, style: .apple, hours: 600..<1080, hourlyCost: 90),
    Seat(team: "Product", role: "creative", site: .sanFrancisco, hourlyCost: 90),
    Seat(team: "Product", role: "creative", site: .boston, style: .outlook, hourlyCost: 86),
  ]

  // 21–29: head (21) in Boston, the Berlin office's lead (26).
  private static let sales: [Seat] = [
    Seat(team: "Sales", role: "management", site: .boston, hourlyCost: 130),
    Seat(team: "Sales", role: "sales", site: .boston, style: .microsoftFeed),
    Seat(team: "Sales", role: "sales", site: .boston, hasAlias: true),
    Seat(team: "Sales", role: "sales", site: .boston, style: .outlook),
    Seat(team: "Sales", role: "sales", site: .boston, style: .microsoftFeed),
    Seat(team: "Sales", role: "sales", site: .berlin, hourlyCost: 88),
    Seat(team: "Sales", role: "sales", site: .berlin, style: .apple, hasAlias: true),
    Seat(team: "Sales", role: "sales", site: .berlin, style: .microsoftFeed),
    Seat(team: "Sales", role: "sales", site: .berlin, style: .outlook),
  ]

  // 30–36: head (30) in Boston; early hours there and late ones in Bengaluru, so that a shift can hand over.
  private static let support: [Seat] = [
    Seat(team: "Customer Support", role: "management", site: .boston, hours: 480..<960, hourlyCost: 96),
    Seat(team: "Customer Support", role: "support", site: .boston, hours: 480..<960, hourlyCost: 52),
    Seat(
      team: "Customer Support", role: "support", site: .boston, style: .microsoftFeed, hours: 480..<960,
      hourlyCost: 52),
    Seat(
      team: "Customer Support", role: "support", site: .bengaluru, style: .outlook, hours: 690..<1170,
      hourlyCost: 33),
    Seat(team: "Customer Support", role: "support", site: .bengaluru, hours: 690..<1170, hourlyCost: 33),
    Seat(
      team: "Customer Support", role: "support", site: .bengaluru, style: .microsoftFeed, hours: 690..<1170,
      hourlyCost: 33),
    Seat(team: "Customer Support", role: "support", site: .bengaluru, hours: 690..<1170, hourlyCost: 33),
  ]

  // 37–43: the division's chief (37), head of operations (38), finance, people and facilities.
  private static let operations: [Seat] = [
    Seat(team: "Operations", role: "management", site: .berlin, hourlyCost: 160),
    Seat(team: "Operations", role: "management", site: .berlin, style: .outlook, hourlyCost: 110),
    Seat(team: "Operations", role: "operations", site: .berlin, style: .microsoftFeed, hourlyCost: 64),
    Seat(
      team: "Operations", role: "operations", site: .berlin, workDays: .mondayWednesdayThursday, hourlyCost: 64),
    Seat(team: "Operations", role: "operations", site: .boston, style: .microsoftFeed, hourlyCost: 68),
    Seat(team: "Operations", role: "operations", site: .boston, style: .outlook),
    Seat(team: "Operations", role: "operations", site: .boston, style: .microsoftFeed),
  ]
}
