public import ICalendar

/// Everything the import leaves, and all that the measures, findings and reports rest on.
public struct MeetingBook: Sendable {
  /// The audited dates, `[from, to)`, read on each person's own clock.
  public let window: Range<CivilDay>
  /// Everybody whose time is measured or who stands in the roster, by address.
  public let people: [Person]
  /// Everybody invited to anything in the window, by address.
  public let participants: [Participant]
  /// What occurrences share.
  public let details: [MeetingDetails]
  /// The recurring meetings with an occurrence in the window, by key.
  public let series: [Series]
  /// What takes place in the window of somebody whose calendar holds it, by start, end, UID.
  public let occurrences: [Occurrence]
  /// Each person in each occurrence; grouped by occurrence, within it in the order of people.
  public let attendances: [Attendance]
  /// See `Occurrence.knownAttendees`.
  public let knownAttendees: [PersonID]
  /// The calendars read, in path order, with their ledgers.
  public let calendars: [CalendarAccount]
  private let byPerson: [[Int32]]

  /// A book from its parts; `people`, `series` and so on stand where their ids say.
  public init(
    window: Range<CivilDay>, people: [Person], participants: [Participant], details: [MeetingDetails],
    series: [Series], occurrences: [Occurrence], attendances: [Attendance], knownAttendees: [PersonID],
    calendars: [CalendarAccount]
  ) {
    self.window = window
    self.people = people
    self.participants = participants
    self.details = details
    self.series = series
    self.occurrences = occurrences
    self.attendances = attendances
    self.knownAttendees = knownAttendees
    self.calendars = calendars
    var byPerson = Array(repeating: [Int32](), count: people.count)
    for (index, attendance) in attendances.enumerated() {
      byPerson[Int(attendance.person.index)].append(Int32(index))
    }
    self.byPerson = byPerson
  }

  /// A person by id.
  public subscript(id: PersonID) -> Person { people[Int(id.index)] }
  /// A participant by id.
  public subscript(id: ParticipantID) -> Participant { participants[Int(id.index)] }
  /// Details by id.
  public subscript(id: DetailsID) -> MeetingDetails { details[Int(id.index)] }
  /// A series by id.
  public subscript(id: SeriesID) -> Series { series[Int(id.index)] }
  /// An occurrence by id.
  public subscript(id: OccurrenceID) -> Occurrence { occurrences[Int(id.index)] }

  /// A person's attendances, ascending by start, end, UID of the occurrence.
  public func attendances(of person: PersonID) -> some Sequence<Attendance> {
    byPerson[Int(person.index)].lazy.map { attendances[Int($0)] }
  }

  /// The attendances of an occurrence, in the order of people.
  public func attendances(of occurrence: Occurrence) -> ArraySlice<Attendance> { attendances[occurrence.attendances] }

  /// The people of the audit who take part in an occurrence and have not declined.
  public func knownAttendees(of occurrence: Occurrence) -> ArraySlice<PersonID> {
    knownAttendees[occurrence.knownAttendees]
  }

  /// The ledger of the whole audit.
  public var ledger: Ledger { calendars.reduce(into: Ledger()) { $0 += $1.ledger } }
}

/// One exported calendar: whose it is, what its source holds, where its events landed.
public struct CalendarAccount: Sendable {
  /// What it is called in the tables: its path below the one given.
  public let name: String
  /// Whose time it describes.
  public let person: PersonID
  /// How that was found out.
  public let ownership: Ownership
  /// The program that wrote it, told from PRODID and its marks.
  public let producer: Producer
  /// Whether any event lists an attendee who is no room.
  public let holdsAttendees: Bool
  /// Whether any attendee has an answer.
  public let holdsAnswers: Bool
  /// Whether events say when they were created.
  public let holdsCreated: Bool
  /// First and last date on which an event of its own (recurring masters aside) begins; nil without one.
  public let reach: ClosedRange<CivilDay>?
  /// Whether the file was read whole.
  public let isComplete: Bool
  /// Where its events landed.
  public let ledger: Ledger

  /// How a calendar's owner was found (in this order).
  public enum Ownership: String, Sendable {
    /// The `calendar` column of `people.csv` names the file.
    case table = "people.csv"
    /// X-WR-CALNAME is an address.
    case calendarName = "calendar name"
    /// The address that stands in most of its events.
    case commonestAddress = "commonest address"
    /// The file name is, or holds, an address or a name of the roster.
    case fileName = "file name"
  }

  /// Who wrote a calendar.
  public enum Producer: String, Sendable {
    /// Google Calendar, whole export.
    case google = "Google"
    /// Microsoft 365 or Exchange, published feed.
    case microsoft = "Microsoft 365"
    /// Outlook on a desktop.
    case outlook = "Outlook"
    /// Apple Calendar or iCloud.
    case apple = "Apple"
    /// Any other.
    case other = "other"
  }

  /// An account.
  public init(
    name: String, person: PersonID, ownership: Ownership, producer: Producer, holdsAttendees: Bool,
    holdsAnswers: Bool, holdsCreated: Bool, reach: ClosedRange<CivilDay>?, isComplete: Bool, ledger: Ledger
  ) {
    self.name = name
    self.person = person
    self.ownership = ownership
    self.producer = producer
    self.holdsAttendees = holdsAttendees
    self.holdsAnswers = holdsAnswers
    self.holdsCreated = holdsCreated
    self.reach = reach
    self.isComplete = isComplete
    self.ledger = ledger
  }
}
