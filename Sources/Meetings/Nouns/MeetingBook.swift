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
  private let doubtsOfPerson: [[Coverage.Doubt]]

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
    var doubts = Array(repeating: [Coverage.Doubt](), count: people.count)
    for calendar in calendars {
      let person = Int(calendar.person.index)
      for doubt in calendar.coverage.doubts where !doubts[person].contains(doubt) { doubts[person].append(doubt) }
    }
    doubtsOfPerson = doubts
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

  /// Why a person's calendars may lack events of the period, in the order of the calendars; none for a healthy one.
  public func doubts(about person: PersonID) -> [Coverage.Doubt] { doubtsOfPerson[Int(person.index)] }

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
  /// What it says, and what it leaves out.
  public let contents: CalendarContents
  /// How far it reaches, and why that may be doubted.
  public let coverage: Coverage
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

  /// An account.
  public init(
    name: String, person: PersonID, ownership: Ownership, producer: Producer, contents: CalendarContents,
    coverage: Coverage, isComplete: Bool, ledger: Ledger
  ) {
    self.name = name
    self.person = person
    self.ownership = ownership
    self.producer = producer
    self.contents = contents
    self.coverage = coverage
    self.isComplete = isComplete
    self.ledger = ledger
  }
}
