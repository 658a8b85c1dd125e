import ICalendar

/// Who wrote a stream, and what it can be relied on to say.
struct Source {
  let producer: CalendarAccount.Producer
  let contents: CalendarContents

  /// By stream.
  static func all(_ streams: [CalendarStream], traits: [SourceTraits]) -> [Source] {
    zip(streams, traits).map { stream, traits in
      let content = stream.content
      // Attendees that do not count as such are the calendar's own address.
      let isBusyTimesOnly = content.holdsAttendees && !traits.holdsAttendees
      let producer = CalendarAccount.Producer(of: content, isBusyTimesOnly: isBusyTimesOnly)
      return Source(
        producer: producer, contents: CalendarContents(of: content, by: producer, traits: traits))
    }
  }
}

/// Reads what the winning copy may be too poor to say: a feed without descriptions must not take the agenda from a meeting
/// that another calendar holds whole.
struct TextReader {
  private let placed: Placement
  private let sources: [Source]
  private let precedence: Precedence

  init(placed: Placement, sources: [Source]) {
    self.placed = placed
    self.sources = sources
    precedence = Precedence(streams: placed.streams)
  }

  /// The copy that speaks for description and attachments: the winning one, else the next whose source holds descriptions.
  func event(of occurrence: ResolvedOccurrence, in group: ResolvedGroup) -> CalendarEvent? {
    let witnesses = Witnesses(occurrence, in: group, precedence: precedence)
    let fuller = witnesses.first { sources[$0.stream].contents.descriptions }
    return placed.event(fuller ?? occurrence.winner)
  }

  /// When a meeting was first put into a calendar, by the sources that say so.
  func created(_ group: ResolvedGroup) -> Instant? {
    group.copies.copies.filter { sources[$0.stream].contents.created }.compactMap { placed.event($0)?.created }.min()
  }
}
