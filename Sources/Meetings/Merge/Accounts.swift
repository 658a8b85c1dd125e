import ICalendar

/// The account of what was read: in which bucket each VEVENT and each occurrence stands.
struct Accounts {
  let placed: Placement
  let streams: [CalendarStream]
  let clocks: Clocks

  /// The ledger of each stream: every VEVENT in the bucket of its first occurrence in the window.
  func ledgers() -> [Ledger] {
    var ledgers = streams.map { stream in
      var ledger = Ledger()
      ledger.read = stream.content.read
      ledger[.rejected].events = stream.content.rejected
      return ledger
    }
    var first: [EventCopy.ID: (start: Instant, bucket: Bucket)] = [:]
    for item in placed.placed {
      for seat in item.seats where seat.touchesWindow {
        let id = seat.holder.own.id
        ledgers[id.stream][seat.bucket] += entry(item.occurrence, person: seat.holder.person)
        if first[id].map({ item.occurrence.span.start < $0.start }) ?? true {
          first[id] = (item.occurrence.span.start, seat.bucket)
        }
      }
    }
    for (id, value) in first { ledgers[id.stream][value.bucket].events += 1 }
    var superseded: Set<EventCopy.ID> = []
    for copy in placed.groups.lazy.flatMap(\.superseded) {
      superseded.insert(copy.id)
      ledgers[copy.stream][.superseded].events += 1
      for occurrence in occurrences(ofOlder: copy) {
        ledgers[copy.stream][.superseded] += entry(occurrence, person: copy.person)
      }
    }
    for (stream, count) in placed.distantSuperseded.enumerated() { ledgers[stream][.superseded].events += count }
    // Counted event by event, not as the rest that is left, so that the balance proves something.
    for (index, stream) in streams.enumerated() {
      var outside = -placed.distantSuperseded[index]
      for (isDistant, count) in [(false, stream.content.events.count), (true, stream.content.distant.count)] {
        for position in 0..<count {
          let id = EventCopy.ID(stream: index, isDistant: isDistant, position: position)
          if first[id] == nil, !superseded.contains(id) { outside += 1 }
        }
      }
      ledgers[index][.outside].events = outside
    }
    return ledgers
  }

  /// One occurrence: its time inside the person's window, none for what is given in dates.
  private func entry(_ occurrence: ResolvedOccurrence, person: Int) -> LedgerEntry {
    var entry = LedgerEntry()
    entry.occurrences = 1
    entry.seconds = occurrence.isAllDay ? 0 : occurrence.span.clipped(to: clocks.windows[person]).duration
    return entry
  }

  /// The occurrences in the window that an older copy gives itself.
  private func occurrences(ofOlder copy: EventCopy) -> [ResolvedOccurrence] {
    guard let event = placed.event(copy) else { return [] }
    let floating = clocks.floating[copy.stream]
    let spans: [(original: Instant?, span: Span)]
    if let recurrence = copy.recurrence {
      spans = [(recurrence.moment, event.ownSpan(floating: floating))]
    } else {
      spans = event.instances(touching: clocks.reach, floating: event.clock(floating: floating)).instances
        .filter { !$0.isExcluded }.map { (event.isRecurring ? $0.moment : nil, $0.span) }
    }
    return spans.map { original, span in
      ResolvedOccurrence(
        original: original, span: span, isAllDay: event.isAllDay, winner: copy, isCancelled: false, holders: [], form: 0
      )
    }.filter { clocks.touches($0, person: copy.person) }
  }

  // MARK: Listing

  /// Every occurrence of every calendar in the window, by start, end, UID, calendar; nothing where each person has a
  /// window of their own.
  func listing() -> [ListedOccurrence] {
    guard clocks.isCommon else { return [] }
    var rows: [ListedOccurrence] = []
    for item in placed.placed {
      let group = placed.groups[item.group]
      let title = group.copies.isPrivate ? "" : placed.title(of: item.occurrence)
      for seat in item.seats where seat.touchesWindow {
        rows.append(
          row(item.occurrence, stream: seat.holder.own.stream, uid: group.uid, title: title, bucket: seat.bucket))
      }
    }
    for group in placed.groups {
      for copy in group.superseded {
        // A private copy hides the title of the others too, older ones among them.
        let title = group.copies.isPrivate ? "" : placed.event(copy)?.summary ?? ""
        for occurrence in occurrences(ofOlder: copy) {
          rows.append(row(occurrence, stream: copy.stream, uid: group.uid, title: title, bucket: .superseded))
        }
      }
    }
    // Places are sorted, not rows, and texts are compared only where times are equal.
    return rows.indices.sorted { Self.precedes(rows[$0], rows[$1]) }.map { rows[$0] }
  }

  private static func precedes(_ a: ListedOccurrence, _ b: ListedOccurrence) -> Bool {
    if a.span != b.span { return a.span < b.span }
    if a.uid != b.uid { return a.uid < b.uid }
    if a.calendar != b.calendar { return a.calendar < b.calendar }
    return (a.recurrenceID?.seconds ?? .min, a.bucket, a.summary) < (
      b.recurrenceID?.seconds ?? .min, b.bucket, b.summary
    )
  }

  private func row(
    _ occurrence: ResolvedOccurrence, stream: Int, uid: String, title: String, bucket: Bucket
  ) -> ListedOccurrence {
    ListedOccurrence(
      calendar: streams[stream].name, uid: uid, recurrenceID: occurrence.original, span: occurrence.span,
      isAllDay: occurrence.isAllDay, summary: title, bucket: bucket)
  }
}
