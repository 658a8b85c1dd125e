import ICalendar

/// The events that cannot touch the window, by UID: a newer one among them still supersedes an older copy that does.
struct DistantIndex {
  private let streams: [CalendarStream]
  private let owners: [Int?]
  private let byUID: [UInt64: [EventCopy.ID]]

  init(streams: [CalendarStream], owners: [Int?]) {
    self.streams = streams
    self.owners = owners
    // Only UIDs that also stand in an event that may touch the window can matter across calendars.
    var wanted: Set<UInt64> = []
    for (stream, owner) in zip(streams, owners) where owner != nil {
      for event in stream.content.events where !event.uid.isEmpty { wanted.insert(EventIdentity.hash(event.uid.utf8)) }
    }
    var byUID: [UInt64: [EventCopy.ID]] = [:]
    for (index, stream) in streams.enumerated() where owners[index] != nil {
      for (position, event) in stream.content.distant.enumerated() where wanted.contains(event.uid) {
        byUID[event.uid, default: []].append(EventCopy.ID(stream: index, isDistant: true, position: position))
      }
    }
    self.byUID = byUID
  }

  /// The distant copies of a UID that have a say beside near ones: masters, and overrides of a date that a near one stands
  /// for (both from and to outside, any other concerns nothing in the window). Of a UID that means something in some
  /// streams only, those in these streams.
  func copies(of uid: String, beside near: [EventCopy], within limit: Set<Int>?) -> [EventCopy] {
    guard let places = byUID[EventIdentity.hash(uid.utf8)] else { return [] }
    let keys = Dictionary(
      near.compactMap(\.recurrence).map { ($0.reading, $0) }, uniquingKeysWith: { first, _ in first })
    return places.compactMap { id in
      guard let owner = owners[id.stream], limit?.contains(id.stream) ?? true else { return nil }
      let event = streams[id.stream].content.distant[id.position]
      guard let reading = event.recurrenceID else { return copy(id, event, owner: owner, recurrence: nil) }
      return keys[reading].map { copy(id, event, owner: owner, recurrence: $0) }
    }
  }

  private func copy(_ id: EventCopy.ID, _ event: DistantEvent, owner: Int, recurrence: RecurrenceKey?) -> EventCopy {
    EventCopy(
      id: id, person: owner, recurrence: recurrence,
      rank: EventCopy.Rank(sequence: event.sequence, lastModified: event.lastModified, stamp: event.stamp))
  }

  /// Among the other distant events, how many of each stream are older copies within their person's calendars.
  func superseded(beside used: Set<EventCopy.ID>) -> [Int] {
    struct Key: Hashable {
      let uid: UInt64
      let recurrence: WallTime?
    }
    var streamsOfPerson: [Int: [Int]] = [:]
    for (stream, owner) in owners.enumerated() { if let owner { streamsOfPerson[owner, default: []].append(stream) } }
    var counts = Array(repeating: 0, count: streams.count)
    var newest: [Key: (stream: Int, rank: EventCopy.Rank)] = [:]
    for own in streamsOfPerson.values {
      newest.removeAll(keepingCapacity: true)
      for stream in own {
        for (position, event) in streams[stream].content.distant.enumerated() {
          guard !used.contains(EventCopy.ID(stream: stream, isDistant: true, position: position)) else { continue }
          let rank = EventCopy.Rank(
            sequence: event.sequence, lastModified: event.lastModified, stamp: event.stamp)
          let key = Key(uid: event.uid, recurrence: event.recurrenceID)
          guard let other = newest[key] else {
            newest[key] = (stream, rank)
            continue
          }
          counts[other.rank < rank ? other.stream : stream] += 1
          if other.rank < rank { newest[key] = (stream, rank) }
        }
      }
    }
    return counts
  }

  /// The earliest and the latest start among distant masters of a stitched series, by the hash of its key.
  static func starts(of streams: [CalendarStream], owners: [Int?]) -> [UInt64: ClosedRange<CivilDay>] {
    var starts: [UInt64: ClosedRange<CivilDay>] = [:]
    for (stream, owner) in zip(streams, owners) where owner != nil {
      for event in stream.content.distant where event.isMaster {
        let day = event.startDay
        starts[event.series] =
          starts[event.series].map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
      }
    }
    return starts
  }
}
