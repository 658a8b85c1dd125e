public import ICalendar
public import Policy

/// Somebody whose time is measured: a row of `people.csv`, or the owner of a calendar that no row names.
public struct Person: Sendable {
  /// The place in `MeetingBook.people`; people stand in the order of their addresses.
  public let id: PersonID
  /// E-mail in lower case, the key of every table; for a calendar without any address, its file name.
  public let address: String
  /// Other addresses of the same person, lower case.
  public let aliases: [String]
  /// Name as the roster writes it, or as the calendars do; may be empty.
  public let name: String
  /// Team, role and site of the roster; empty where it says nothing.
  public let team: String
  /// Role of the roster; empty where it says nothing.
  public let role: String
  /// Site of the roster; empty where it says nothing.
  public let site: String
  /// The zone in which this person's days begin.
  public let zone: Zone
  /// Where `zone` was read.
  public let zoneOrigin: ZoneOrigin
  /// Beginning of the working day, seconds after local midnight.
  public let workStart: Int64
  /// End of the working day, seconds after local midnight, at most 86,400 and after `workStart`.
  public let workEnd: Int64
  /// The days of the week on which this person works.
  public let workDays: WorkDays
  /// Cost of an hour in hundredths of the policy's currency.
  public let hourlyCost: Int64
  /// The dates measured: the audit's window, shortened to the time from joining to leaving; half-open, may be empty.
  public let window: Range<CivilDay>
  /// Whether `people.csv` has a row for this person.
  public let isInRoster: Bool
  /// Whether a readable calendar of this person is in the audit. Without one the measures are unknown.
  public let hasCalendar: Bool
  /// Whether every calendar of this person was read whole.
  public let isComplete: Bool

  /// Where a person's zone was read.
  public enum ZoneOrigin: Sendable, Equatable {
    /// A cell of `people.csv`.
    case roster
    /// The calendar's X-WR-TIMEZONE.
    case calendar
    /// The commonest TZID of the calendar's events.
    case commonest
    /// Nothing said so: UTC.
    case assumed
  }

  /// A person with everything known about them.
  public init(
    id: PersonID, address: String, aliases: [String], name: String, team: String, role: String, site: String,
    zone: Zone, zoneOrigin: ZoneOrigin, workStart: Int64, workEnd: Int64, workDays: WorkDays, hourlyCost: Int64,
    window: Range<CivilDay>, isInRoster: Bool, hasCalendar: Bool, isComplete: Bool
  ) {
    self.id = id
    self.address = address
    self.aliases = aliases
    self.name = name
    self.team = team
    self.role = role
    self.site = site
    self.zone = zone
    self.zoneOrigin = zoneOrigin
    self.workStart = workStart
    self.workEnd = workEnd
    self.workDays = workDays
    self.hourlyCost = hourlyCost
    self.window = window
    self.isInRoster = isInRoster
    self.hasCalendar = hasCalendar
    self.isComplete = isComplete
  }

  /// Whether this person works on a day of the week.
  public func works(on day: CivilDay) -> Bool { workDays.contains(day: day.weekday.rawValue) }

  /// The working hours on a date; nil on a day off.
  public func workingHours(on day: CivilDay) -> Span? {
    works(on: day) ? zone.span(on: day, from: workStart, to: workEnd) : nil
  }

  /// The stretch from the first midnight of the window to the last.
  public var windowSpan: Span {
    Span(start: zone.midnight(of: window.lowerBound), end: zone.midnight(of: window.upperBound))
  }
}

/// An address that stands in an invitation; a person of the audit or somebody outside. Rooms and resources are not participants.
public struct Participant: Sendable {
  /// Address in lower case without `mailto:`; the person's key address where the participant is a person of the audit.
  public let address: String
  /// The person of the audit whose address or alias this is.
  public let person: PersonID?
  /// Whether this is a list of unknown size (CUTYPE=GROUP, RFC 5545 §3.2.3).
  public let isList: Bool
  /// Whether a row of the people table holds the address although its person is not in the audit: excluded, or left out because
  /// of a bad cell. Then nothing can be concluded from the person's absence.
  public let isSetAside: Bool

  /// A participant.
  public init(address: String, person: PersonID?, isList: Bool, isSetAside: Bool = false) {
    self.address = address
    self.person = person
    self.isList = isList
    self.isSetAside = isSetAside
  }
}
