import ICalendar

/// What the source of a calendar can be relied on to say. What it does not say is unknown: nothing may be concluded from its
/// not being there.
public struct CalendarContents: Sendable, Hashable {
  /// Who takes part: an event lists an attendee who is no room (`rulings.md`, "Who takes part").
  public let attendees: Bool
  /// What they answered: an attendee has a PARTSTAT.
  public let answers: Bool
  /// When an event was put into the calendar: CREATED, and not merely the time of the export.
  public let created: Bool
  /// When an event was last changed: LAST-MODIFIED.
  public let modified: Bool
  /// Descriptions, where somebody wrote one.
  public let descriptions: Bool
  /// Titles, and not merely "Busy".
  public let titles: Bool

  /// Contents, part by part.
  public init(
    attendees: Bool, answers: Bool, created: Bool, modified: Bool, descriptions: Bool, titles: Bool
  ) {
    self.attendees = attendees
    self.answers = answers
    self.created = created
    self.modified = modified
    self.descriptions = descriptions
    self.titles = titles
  }

  /// A source that leaves nothing out.
  public static let everything = CalendarContents(
    attendees: true, answers: true, created: true, modified: true, descriptions: true, titles: true)
}

extension CalendarContents {
  /// As many events without a single DESCRIPTION line are no chance: the source leaves them out. In fewer, nobody may have
  /// written one. (Our convention; decision 0008.)
  static let eventsThatTell = 20

  /// The contents of one stream, given who wrote it and what is known of its people.
  init(of content: ParsedCalendar, by producer: CalendarAccount.Producer, traits: SourceTraits) {
    let titles = producer != .googleBusy && !Self.showsAvailabilityOnly(content)
    attendees = traits.holdsAttendees
    answers = traits.holdsAnswers
    created = content.holdsCreated && !Self.createsAtExport(content)
    modified = content.holdsModified
    descriptions = titles && Self.holdsDescriptions(content, by: producer)
    self.titles = titles
  }

  private static func holdsDescriptions(
    _ content: ParsedCalendar, by producer: CalendarAccount.Producer
  ) -> Bool {
    switch content.descriptions {
    case .filled: true
    // Where the user may choose to publish titles only, no text at all means that they did.
    case .empty: !producer.offersLessDetail
    case .none: !producer.offersLessDetail && content.read < eventsThatTell
    }
  }

  /// The words that stand in place of titles where only availability is shared (Microsoft 365, Outlook).
  private static let availability: Set<String> = [
    "busy", "free", "tentative", "away", "out of office", "working elsewhere", "unavailable",
  ]

  /// Whether every title is a word for availability.
  private static func showsAvailabilityOnly(_ content: ParsedCalendar) -> Bool {
    let open = content.events.lazy.filter { !$0.isPrivate }
    return open.contains { _ in true } && open.allSatisfy { availability.contains(ASCIICase.lower($0.summary)) }
  }

  /// Whether every CREATED is the event's DTSTAMP: then it is the time of the export, as Outlook writes it for saved items.
  private static func createsAtExport(_ content: ParsedCalendar) -> Bool {
    let dated = content.events.filter { $0.created != nil }
    return dated.count > 1 && dated.allSatisfy { $0.created == $0.stamp }
  }
}
