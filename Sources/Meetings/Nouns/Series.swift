public import ICalendar

/// How often a series meets, from the dates its rule gives.
public enum Cadence: String, Sendable, Comparable, CaseIterable {
  /// On four days a week or more.
  case daily
  /// More than once a week, on fewer than four days.
  case severalAWeek = "several a week"
  /// Once a week.
  case weekly
  /// Every other week.
  case biweekly
  /// Once in three to five weeks.
  case monthly
  /// More rarely still.
  case rarer

  /// Frequent before rare.
  public static func < (a: Cadence, b: Cadence) -> Bool {
    Cadence.allCases.firstIndex(of: a)! < Cadence.allCases.firstIndex(of: b)!
  }
}

/// A recurring meeting: all parts that a calendar program cut it into, stitched together.
public struct Series: Sendable {
  /// The place in `MeetingBook.series`, which is sorted by key.
  public let id: SeriesID
  /// The UID without Google's `_R<date>` suffix: the key of every table.
  public let key: String
  /// Title, organizer, invitations and texts of the newest part.
  public let details: DetailsID
  /// Occurrences that take place and touch the window of a person whose calendar holds the series, ascending.
  public let occurrences: [OccurrenceID]
  /// Dates of the rule inside the window that were taken out for everyone.
  public let skipped: Int
  /// How often it meets.
  public let cadence: Cadence
  /// Everybody invited to any occurrence in the window, organizer included; ascending.
  public let invited: [ParticipantID]
  /// Of those, whose presence is optional in more than half of the occurrences they are invited to.
  public let optional: [ParticipantID]
  /// Local date of the earliest DTSTART of all parts.
  public let firstSeen: CivilDay
  /// Local date of the last instance by UNTIL or COUNT of the last part; nil: it never ends, goes on in a part that
  /// begins behind the window, or `ruleKnown` is false.
  public let ends: CivilDay?
  /// When anything but an answer last changed, as far as the copies tell: the oldest LAST-MODIFIED among copies of the top SEQUENCE.
  public let lastChanged: Instant?
  /// The zone in which its rule is written; nil for floating or UTC times.
  public let homeZone: Zone?
  /// Whether any source that holds it lists attendees: without them nothing can be said about its people.
  public let attendeesKnown: Bool
  /// Whether any source that holds it holds descriptions: without them nothing can be said about agendas and documents.
  public let descriptionsKnown: Bool
  /// Whether its title is one, not a source's word for a time that is taken: else nothing can be said about likeness.
  public let titlesKnown: Bool
  /// Whether any source holds its rule: feeds of single instances do not say whether it ends.
  public let ruleKnown: Bool

  /// A series.
  public init(
    id: SeriesID, key: String, details: DetailsID, occurrences: [OccurrenceID], skipped: Int, cadence: Cadence,
    invited: [ParticipantID], optional: [ParticipantID], firstSeen: CivilDay, ends: CivilDay?,
    lastChanged: Instant?, homeZone: Zone?, attendeesKnown: Bool, descriptionsKnown: Bool, titlesKnown: Bool,
    ruleKnown: Bool
  ) {
    self.id = id
    self.key = key
    self.details = details
    self.occurrences = occurrences
    self.skipped = skipped
    self.cadence = cadence
    self.invited = invited
    self.optional = optional
    self.firstSeen = firstSeen
    self.ends = ends
    self.lastChanged = lastChanged
    self.homeZone = homeZone
    self.attendeesKnown = attendeesKnown
    self.descriptionsKnown = descriptionsKnown
    self.titlesKnown = titlesKnown
    self.ruleKnown = ruleKnown
  }
}
