import ICalendar

/// Stitches the parts of a recurring meeting together: Google cuts a series at "this and following" into UIDs with an
/// `_R<timestamp>` suffix; age, cadence and cost are those of the whole.
struct SeriesAssembler {
  let placed: Placement
  let clocks: Clocks
  let streams: [CalendarStream]
  let participantNumbers: [ParticipantID]
  /// By stream.
  let sources: [Source]
  /// The series of each group; nil for single meetings and for what does not take place.
  let seriesOfGroup: [SeriesID?]
  private let keys: [String]

  init(
    placed: Placement, clocks: Clocks, streams: [CalendarStream], participantNumbers: [ParticipantID],
    sources: [Source]
  ) {
    self.placed = placed
    self.clocks = clocks
    self.streams = streams
    self.participantNumbers = participantNumbers
    self.sources = sources
    let held = Set(placed.placed.lazy.filter(\.isHeld).map(\.group))
    let groupKeys: [String?] = placed.groups.map { group in
      let isRecurring = (group.copies.copies + group.copies.superseded).contains { copy in
        copy.recurrence != nil || (placed.event(copy)?.isRecurring ?? false)
      }
      return isRecurring ? Self.key(of: group.copies, people: placed.people.people) : nil
    }
    let keys = Set(held.compactMap { groupKeys[$0] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, SeriesID($0)) })
    self.keys = keys
    seriesOfGroup = groupKeys.map { $0.flatMap { numbers[$0] } }
  }

  /// The UID without Google's suffix. A UID that means something in one person's calendars only gets a mark of its own.
  private static func key(of group: CopyGroup, people: [Person]) -> String {
    guard let mark = group.mark, let first = group.copies.first else { return EventIdentity.seriesKey(group.uid) }
    let digest = EventIdentity.hash((people[first.person].address + String(mark)).utf8)
    return (group.uid.isEmpty ? "no-uid" : group.uid) + "#" + String(digest, radix: 16)
  }

  /// The series, given the occurrences of the book and what each was made from.
  func assemble(occurrences: [Occurrence], items: [Placement.Placed]) -> [Series] {
    var groupsOfSeries = Array(repeating: [Int](), count: keys.count)
    for (group, id) in seriesOfGroup.enumerated() { if let id { groupsOfSeries[Int(id.index)].append(group) } }
    var placesOfSeries = Array(repeating: [Int](), count: keys.count)
    for (place, item) in items.enumerated() {
      if let id = seriesOfGroup[item.group] { placesOfSeries[Int(id.index)].append(place) }
    }
    var skipped = Array(repeating: 0, count: keys.count)
    for (group, id) in seriesOfGroup.enumerated() {
      if let id { skipped[Int(id.index)] += excluded(placed.groups[group]) }
    }
    for item in placed.placed {
      if let id = seriesOfGroup[item.group], isSkipped(item) { skipped[Int(id.index)] += 1 }
    }
    let distant = DistantIndex.starts(of: streams, owners: placed.people.ownerOfStream)
    return keys.indices.map { index in
      let parts = groupsOfSeries[index].map { placed.groups[$0] }
      let places = placesOfSeries[index]
      return series(
        SeriesID(index), parts: parts, skipped: skipped[index], occurrences: places.map { occurrences[$0] },
        items: places.map { items[$0] }, distant: distant[EventIdentity.hash(keys[index].utf8)])
    }
  }

  private func series(
    _ id: SeriesID, parts: [ResolvedGroup], skipped: Int, occurrences: [Occurrence], items: [Placement.Placed],
    distant: ClosedRange<CivilDay>?
  ) -> Series {
    let masters = parts.compactMap { part in
      part.master.flatMap { copy in placed.event(copy).map { (part: part, copy: copy, event: $0) } }
    }
    let last = masters.max { ($0.event.start.wall, $0.part.uid) < ($1.event.start.wall, $1.part.uid) }
    let starts = parts.flatMap { part in part.masters.compactMap { placed.event($0)?.start.wall.day } }
    let days = items.map(localDay)
    let guests = guests(of: items)
    // A later part that begins behind the window has an end that is not known here.
    let goesOn = last.map { last in distant.map { $0.upperBound > last.event.start.wall.day } ?? false } ?? false
    let newest = newest(items, master: last?.copy)
    let known = parts.flatMap { part in part.copies.copies.map { sources[$0.stream].contents } }
    return Series(
      id: id, key: keys[Int(id.index)], details: occurrences[newest].details,
      occurrences: occurrences.map(\.id), skipped: skipped,
      cadence: last.flatMap { CadenceReader.cadence(of: $0.event) } ?? CadenceReader.cadence(observed: days),
      invited: guests.invited, optional: guests.optional,
      firstSeen: ([distant?.lowerBound].compactMap(\.self) + starts).min() ?? days.min() ?? CivilDay(days: 0),
      ends: goesOn ? nil : last.flatMap { $0.event.lastDay(floating: zone(of: $0.copy)) },
      lastChanged: last.flatMap { lastChanged($0.part) },
      homeZone: last.flatMap { $0.event.start.form == .zoned ? $0.event.start.zone : nil },
      attendeesKnown: known.contains(where: \.attendees), descriptionsKnown: known.contains(where: \.descriptions),
      titlesKnown: sources[items[newest].occurrence.winner.stream].contents.titles, ruleKnown: last != nil)
  }

  private func zone(of copy: EventCopy) -> Zone {
    placed.event(copy)?.isAllDay == true ? .utc : clocks.floating[copy.stream]
  }

  private func localDay(_ item: Placement.Placed) -> CivilDay {
    let winner = item.occurrence.winner
    let zone = placed.event(winner)?.start.zone(floating: zone(of: winner)) ?? .utc
    return zone.wallTime(at: item.occurrence.span.start).day
  }

  /// The place of the newest occurrence that follows the master, else of the newest: its details are the series'.
  private func newest(_ items: [Placement.Placed], master: EventCopy?) -> Int {
    items.lastIndex { $0.occurrence.winner.id == master?.id } ?? items.count - 1
  }

  // MARK: Skipped dates

  /// How many dates in the window an EXDATE takes out for everybody, by original start.
  private func excluded(_ group: ResolvedGroup) -> Int {
    guard !group.excluded.isEmpty else { return 0 }
    let holders = Set(group.copies.copies.map(\.person))
    return group.excluded.count { moment in
      holders.contains { clocks.isInWindow(moment, isDate: group.isAllDay, person: $0) }
    }
  }

  /// Whether a cancelled override takes a date in the window out for everybody.
  private func isSkipped(_ item: Placement.Placed) -> Bool {
    guard let original = item.occurrence.original, item.occurrence.winner.recurrence != nil else { return false }
    return item.seats.allSatisfy { $0.bucket == .cancelled }
      && item.seats.contains {
        clocks.isInWindow(original, isDate: placed.groups[item.group].isAllDay, person: $0.holder.person)
      }
  }

  // MARK: People and changes

  private func guests(of items: [Placement.Placed]) -> (invited: [ParticipantID], optional: [ParticipantID]) {
    var seen: [Int32: (times: Int, optional: Int)] = [:]
    for item in items {
      for guest in item.guests.guests {
        seen[guest.participant, default: (0, 0)].times += 1
        if guest.isOptional { seen[guest.participant]?.optional += 1 }
      }
    }
    let optional = seen.filter { $0.value.optional * 2 > $0.value.times }.keys
    return (
      seen.keys.map { participantNumbers[Int($0)] }.sorted(), optional.map { participantNumbers[Int($0)] }.sorted()
    )
  }

  /// The oldest LAST-MODIFIED among the masters with the top SEQUENCE: answers touch LAST-MODIFIED of single copies only.
  private func lastChanged(_ part: ResolvedGroup) -> Instant? {
    part.masters.filter { $0.rank.sequence == part.master?.rank.sequence }
      .compactMap { placed.event($0)?.lastModified }.min()
  }
}
