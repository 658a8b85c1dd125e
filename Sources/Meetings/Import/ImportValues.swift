public import ICalendar

/// One stream of iCalendar and where it came from.
public struct CalendarStream: Sendable {
  /// The path as given by the user or found below it.
  public let path: String
  /// What it is called in the tables.
  public let name: String
  /// What was read.
  public let content: ParsedCalendar

  /// A stream.
  public init(path: String, name: String? = nil, content: ParsedCalendar) {
    self.path = path
    self.name = name ?? path
    self.content = content
  }
}

/// Something about the people or calendars as a whole that a user should know.
public enum ImportNotice: Sendable, Hashable {
  /// The owner of a calendar stands in no row of the roster: defaults hold.
  case ownerNotInRoster(path: String, address: String)
  /// The row of a calendar's owner is left out of the roster because of a bad cell: defaults hold.
  case rowLeftOut(path: String, address: String)
  /// Several people stand in as many events of a calendar, so that nothing tells whose it is; its file name was taken.
  case ownerUndecided(path: String, address: String)
  /// The roster names a file that is not among the calendars.
  case noSuchCalendar(file: String, address: String)
  /// Nothing tells the zone of a person: UTC.
  case zoneAssumed(path: String, address: String)
  /// A calendar names no zone and has times without one; they are read on the person's clock, or as UTC.
  case floatingTimes(path: String, zone: String)
  /// Two calendars of one person hold the same event under different identities; it counts once.
  case sameEventTwice(path: String, line: Int)
  /// A person of the roster is excluded; their calendar is left out.
  case excluded(path: String)

  /// A stable word to search for.
  public var code: String {
    switch self {
    case .ownerNotInRoster: "owner-not-in-roster"
    case .rowLeftOut: "row-left-out"
    case .ownerUndecided: "owner-undecided"
    case .noSuchCalendar: "no-such-calendar"
    case .zoneAssumed: "zone-assumed"
    case .floatingTimes: "floating-times"
    case .sameEventTwice: "same-event-twice"
    case .excluded: "excluded"
    }
  }

  /// Path, line (0: the whole file) and one clause.
  public var message: (path: String, line: Int, text: String) {
    switch self {
    case .ownerNotInRoster(let path, let address):
      (path, 0, "its owner \(address) is in no row of the people table; defaults hold")
    case .rowLeftOut(let path, let address):
      (path, 0, "the row of its owner \(address) in the people table is left out; defaults hold")
    case .ownerUndecided(let path, let address):
      (
        path, 0,
        "several people stand in as many of its events; it is taken for the calendar of \(address), after the file's name"
      )
    case .noSuchCalendar(let file, let address):
      (file, 0, "the people table names this file for \(address), but it is not among the calendars")
    case .zoneAssumed(let path, let address):
      (path, 0, "nothing says in which time zone \(address) lives; UTC is assumed")
    case .floatingTimes(let path, let zone):
      (path, 0, "times without a time zone, in a calendar that names none; read in \(zone)")
    case .sameEventTwice(let path, let line):
      (path, line, "the same event stands in another calendar of this person; it counts once")
    case .excluded(let path): (path, 0, "left out: its owner is excluded in the people table")
    }
  }
}

/// One line of `adjourn occurrences`.
public struct ListedOccurrence: Sendable {
  /// Name of the calendar.
  public let calendar: String
  /// UID; empty when the event has none.
  public let uid: String
  /// Original start, in the form of the start; nil for an event that neither recurs nor overrides.
  public let recurrenceID: Instant?
  /// When; of an all-day event the UTC midnights of its dates.
  public let span: Span
  /// Whether it is given in dates.
  public let isAllDay: Bool
  /// Title of the winning copy; empty when private.
  public let summary: String
  /// Where it lands in the ledger.
  public let bucket: Bucket
}
