public import ICalendar

/// What somebody answered to an invitation (PARTSTAT, RFC 5545 §3.2.12, as `rulings.md` reads it).
public enum Answer: UInt8, Sendable, Comparable {
  /// The source does not hold answers: neither accepted nor declined, in no share.
  case unknown
  /// DECLINED, DELEGATED.
  case declined
  /// NEEDS-ACTION in a source that shows answers.
  case noAnswer
  /// TENTATIVE.
  case tentative
  /// ACCEPTED; also an organizer who has not declined.
  case accepted

  /// Later cases accept more.
  public static func < (a: Answer, b: Answer) -> Bool { a.rawValue < b.rawValue }
}

/// One participant of a meeting and what its winning copy says about them.
public struct Invitation: Sendable {
  /// Who.
  public let participant: ParticipantID
  /// The answer; for a person with an own copy the own copy's. Occurrences that differ in an answer have details of their own.
  public let answer: Answer
  /// Whether their presence is optional (ROLE=OPT-PARTICIPANT or NON-PARTICIPANT, RFC 5545 §3.2.16).
  public let isOptional: Bool

  /// An invitation.
  public init(participant: ParticipantID, answer: Answer, isOptional: Bool) {
    self.participant = participant
    self.answer = answer
    self.isOptional = isOptional
  }
}

/// What the occurrences of a meeting have in common: of a master, or of one override that says something else.
public struct MeetingDetails: Sendable {
  /// UID of the event; empty when it has none or cannot be said.
  public let uid: String
  /// The series, for a recurring meeting.
  public let series: SeriesID?
  /// Title; empty when there is none. Never a private one's.
  public let title: String
  /// Whether any copy is private: then title, description and addresses are kept out of every document.
  public let isPrivate: Bool
  /// Who called it; nil when the source does not say.
  public let organizer: ParticipantID?
  /// All participants, organizer included, rooms left out; in the order of their ids.
  public let invitations: [Invitation]
  /// Description of a recurring meeting, cut at 4,096 bytes; empty otherwise and for private ones.
  public let description: String
  /// Number of attachments (ATTACH, RFC 5545 §3.8.1.1).
  public let attachments: Int
  /// When it was put into the calendar (CREATED, RFC 5545 §3.8.7.1), where the source says so.
  public let created: Instant?

  /// The details of a meeting.
  public init(
    uid: String, series: SeriesID?, title: String, isPrivate: Bool, organizer: ParticipantID?,
    invitations: [Invitation], description: String, attachments: Int, created: Instant?
  ) {
    self.uid = uid
    self.series = series
    self.title = title
    self.isPrivate = isPrivate
    self.organizer = organizer
    self.invitations = invitations
    self.description = description
    self.attachments = attachments
    self.created = created
  }
}

/// How many participants gave which answer; organizer, rooms and lists left out.
public struct AnswerCounts: Sendable, Equatable {
  /// Those who accepted.
  public var accepted: Int32 = 0
  /// Those who accepted tentatively.
  public var tentative: Int32 = 0
  /// Those who declined.
  public var declined: Int32 = 0
  /// Those who have not answered, where the source shows answers.
  public var noAnswer: Int32 = 0
  /// Those whose answer the source does not hold.
  public var unknown: Int32 = 0

  /// No participant yet.
  public init() {}

  /// The pairs of an occurrence and an invited person that shares are taken over: all but the unknown.
  public var known: Int32 { accepted + tentative + declined + noAnswer }

  /// One more answer.
  public mutating func count(_ answer: Answer) {
    switch answer {
    case .accepted: accepted += 1
    case .tentative: tentative += 1
    case .declined: declined += 1
    case .noAnswer: noAnswer += 1
    case .unknown: unknown += 1
    }
  }

  /// The sums of two counts.
  public static func += (a: inout AnswerCounts, b: AnswerCounts) {
    a.accepted += b.accepted
    a.tentative += b.tentative
    a.declined += b.declined
    a.noAnswer += b.noAnswer
    a.unknown += b.unknown
  }
}

/// A meeting at one time: the same UID and RECURRENCE-ID in however many calendars.
public struct Occurrence: Sendable {
  /// The place in `MeetingBook.occurrences`, which is sorted by start, end, UID.
  public let id: OccurrenceID
  /// What it shares with others.
  public let details: DetailsID
  /// When it takes place; of an all-day event the UTC midnights of its dates.
  public let span: Span
  /// The start that the rule gave it, for a recurring meeting.
  public let originalStart: Instant?
  /// Whether it is given in dates.
  public let isAllDay: Bool
  /// Participants who have not declined, lists counted as one, rooms not at all.
  public let size: Int
  /// Participants who have not declined and have no whole calendar in the audit that could show them, lists left out.
  public let unseen: Int
  /// Answers of everybody invited but the organizer.
  public let answers: AnswerCounts
  /// Its attendances in `MeetingBook.attendances`, in the order of people.
  public let attendances: Range<Int>
  /// The people of the audit who take part and have not declined, with or without a calendar, in
  /// `MeetingBook.knownAttendees`: whose zones and working hours can be compared.
  public let knownAttendees: Range<Int>

  /// An occurrence.
  public init(
    id: OccurrenceID, details: DetailsID, span: Span, originalStart: Instant?, isAllDay: Bool, size: Int,
    unseen: Int, answers: AnswerCounts, attendances: Range<Int>, knownAttendees: Range<Int>
  ) {
    self.id = id
    self.details = details
    self.span = span
    self.originalStart = originalStart
    self.isAllDay = isAllDay
    self.size = size
    self.unseen = unseen
    self.answers = answers
    self.attendances = attendances
    self.knownAttendees = knownAttendees
  }
}

/// One person in one occurrence that this person's calendar holds.
public struct Attendance: Sendable {
  /// Which occurrence.
  public let occurrence: OccurrenceID
  /// Whose calendar holds it; only people with a calendar have attendances.
  public let person: PersonID
  /// What this person answered.
  public let answer: Answer
  /// Whether this person called the meeting.
  public let isOrganizer: Bool
  /// Where it stands in the ledger; only `.meeting` counts in the hours, `.meeting` and `.unknownParticipants` in the upper bound.
  public let bucket: Bucket

  /// An attendance.
  public init(occurrence: OccurrenceID, person: PersonID, answer: Answer, isOrganizer: Bool, bucket: Bucket) {
    self.occurrence = occurrence
    self.person = person
    self.answer = answer
    self.isOrganizer = isOrganizer
    self.bucket = bucket
  }

  /// Whether it counts in the lower bound: accepted, or organizer (who accepts unless they say no).
  public var isAccepted: Bool { answer == .accepted }
}
