import ICalendar

/// One VEVENT of one calendar, competing with the copies of the same event in others.
struct EventCopy {
  /// Which VEVENT it is, the same for every use of it.
  struct ID: Hashable {
    /// Place of the stream.
    let stream: Int
    /// Whether it stands among the stream's distant events, which cannot touch the window.
    let isDistant: Bool
    /// Place in the stream's events, or distant events.
    let position: Int
  }

  let id: ID
  /// Place of the person whose calendar it is.
  let person: Int
  /// The date that an override stands for; nil for a master.
  let recurrence: RecurrenceKey?
  let rank: Rank

  var stream: Int { id.stream }
  /// Place in the stream's events; nil for an event known only from afar.
  var event: Int? { id.isDistant ? nil : id.position }

  /// What decides between copies: SEQUENCE, LAST-MODIFIED, DTSTAMP (RFC 5546 §2.1.5; `rulings.md`).
  struct Rank: Comparable {
    let sequence: Int
    /// `Int64.min` where the event does not say.
    let lastModified: Int64
    /// `Int64.min` where the event does not say.
    let stamp: Int64

    init(sequence: Int, lastModified: Instant?, stamp: Instant?) {
      self.sequence = sequence
      self.lastModified = lastModified?.seconds ?? .min
      self.stamp = stamp?.seconds ?? .min
    }

    static func < (a: Rank, b: Rank) -> Bool {
      (a.sequence, a.lastModified, a.stamp) < (b.sequence, b.lastModified, b.stamp)
    }

    /// Whether only the time of export may tell them apart.
    func isSameRevision(as other: Rank) -> Bool {
      sequence == other.sequence && lastModified == other.lastModified
    }
  }
}

extension [CalendarStream] {
  /// The VEVENT that a copy stands for; nil for one known only from afar.
  func event(_ copy: EventCopy) -> CalendarEvent? { copy.event.map { self[copy.stream].content.events[$0] } }
}

extension CalendarEvent {
  /// The zone in which its floating times and dates are read; dates count in UTC, for every reader alike.
  func clock(floating: Zone) -> Zone { isAllDay ? .utc : floating }

  /// When it takes place by its own times, its rules aside.
  func ownSpan(floating: Zone) -> Span {
    let clock = clock(floating: floating)
    return Span(
      start: start.instant(floating: clock),
      end: length(floating: clock).end(from: start.wall, in: start.zone(floating: clock)))
  }
}

/// Which instance of a series an override stands for.
struct RecurrenceKey {
  /// The original start; of a date its UTC midnight.
  let moment: Instant
  /// The original start as it is written.
  let reading: WallTime
  /// The local date, where the zone is known or the value is a date; nil for a moment in UTC.
  let day: CivilDay?
  /// Whether RECURRENCE-ID is a date.
  let isDate: Bool
}

/// The order of copies, the newest first. Ties go to the fuller list of people, then to content, never to the order of files.
struct Precedence {
  let streams: [CalendarStream]

  /// The newest copy; nil for none.
  func newest(_ copies: [EventCopy]) -> EventCopy? {
    guard var best = copies.first else { return nil }
    var ties: [EventCopy] = []
    for copy in copies.dropFirst() {
      if best.rank < copy.rank {
        best = copy
        ties = []
      } else if !(copy.rank < best.rank) {
        ties.append(copy)
      }
    }
    return ties.isEmpty ? best : sorted([best] + ties)[0]
  }

  /// All copies, the newest first. Contents are compared only between copies of equal rank.
  func sorted(_ copies: [EventCopy]) -> [EventCopy] {
    guard copies.count > 1 else { return copies }
    var result = copies.sorted { $1.rank < $0.rank }
    var start = 0
    while start < result.count {
      var end = start + 1
      while end < result.count, !(result[end].rank < result[start].rank) { end += 1 }
      if end - start > 1 {
        let run = result[start..<end].map { (copy: $0, content: content($0)) }.sorted { $1.content < $0.content }
        result.replaceSubrange(start..<end, with: run.map(\.copy))
      }
      start = end
    }
    return result
  }

  private func content(_ copy: EventCopy) -> (Int, UInt64) {
    guard let position = copy.event else { return (-1, 0) }
    let calendar = streams[copy.stream].content
    let event = calendar.events[position]
    return (event.attendees.count, EventContent.digest(of: event, addresses: calendar.addresses))
  }
}
