import ICalendar

/// One VEVENT of one calendar, competing with the copies of the same event in others.
struct EventCopy {
  /// Place of the stream.
  let stream: Int
  /// Place in the stream's events; nil for an event known only from afar, which cannot touch the window.
  let event: Int?
  /// Place of the person whose calendar it is.
  let person: Int
  /// The date that an override stands for; nil for a master.
  let recurrence: RecurrenceKey?
  let rank: Rank

  /// What decides between copies: SEQUENCE, LAST-MODIFIED, DTSTAMP (RFC 5546 §2.1.5; `rulings.md`); ties go to the fuller
  /// content, then to its digest, never to the order of files.
  struct Rank: Comparable {
    let sequence: Int
    let lastModified: Instant?
    let stamp: Instant?
    let people: Int
    let digest: UInt64

    static func < (a: Rank, b: Rank) -> Bool {
      if a.sequence != b.sequence { return a.sequence < b.sequence }
      let (modifiedA, modifiedB) = (a.lastModified?.seconds ?? .min, b.lastModified?.seconds ?? .min)
      if modifiedA != modifiedB { return modifiedA < modifiedB }
      let (stampA, stampB) = (a.stamp?.seconds ?? .min, b.stamp?.seconds ?? .min)
      if stampA != stampB { return stampA < stampB }
      return (a.people, a.digest) < (b.people, b.digest)
    }
  }
}

/// Which instance of a series an override stands for.
struct RecurrenceKey: Hashable {
  /// The original start; of a date its UTC midnight.
  let moment: Instant
  /// The local date, where the zone is known or the value is a date; nil for a moment in UTC.
  let day: CivilDay?
  /// Whether RECURRENCE-ID is a date.
  let isDate: Bool
}

/// The copies of one event (one UID) in all calendars, older ones of the same person set aside.
struct CopyGroup {
  /// UID; empty when the events have none.
  let uid: String
  /// At most one for each person and recurrence key.
  let copies: [EventCopy]
  /// Older copies among one person's calendars.
  let superseded: [EventCopy]
}

/// Sorts the events of all streams by identity.
struct CopySorter {
  private let streams: [CalendarStream]
  private let owners: [Int?]
  private let floating: [Zone]

  init(streams: [CalendarStream], owners: [Int?], floating: [Zone]) {
    self.streams = streams
    self.owners = owners
    self.floating = floating
  }

  private struct Identity: Hashable {
    let uid: String
    /// The person, where the UID means something in that person's calendars only; −1 otherwise.
    let scope: Int
    /// Tells events without UID apart.
    let content: UInt64
  }

  /// The groups in the order of their UIDs, and how many events known from afar are older copies, by stream.
  func groups() -> (groups: [CopyGroup], distantSuperseded: [Int: Int]) {
    var members: [Identity: [EventCopy]] = [:]
    for (stream, owner) in zip(streams.indices, owners) {
      guard let owner else { continue }
      var unnamed: [UInt64: UInt64] = [:]
      for (position, event) in streams[stream].content.events.enumerated() {
        members[identity(of: event, stream: stream, owner: owner, unnamed: &unnamed), default: []].append(
          copy(of: event, at: position, stream: stream, owner: owner))
      }
    }
    let distant = DistantIndex(streams: streams, owners: owners)
    var groups: [CopyGroup] = []
    var used: Set<DistantIndex.Place> = []
    for (identity, copies) in members.sorted(by: { Self.precedes($0.key, $1.key) }) {
      let far = identity.uid.isEmpty ? [] : distant.copies(of: identity.uid, scope: identity.scope)
      used.formUnion(far.map(\.place))
      groups.append(group(identity.uid, copies + far.map(\.copy)))
    }
    return (groups, distant.superseded(beside: used))
  }

  private static func precedes(_ a: Identity, _ b: Identity) -> Bool {
    (a.uid, a.scope, a.content) < (b.uid, b.scope, b.content)
  }

  /// A UID of digits only identifies within its own calendar; an event without one by its content (and, among equals of
  /// one stream, by its turn).
  private func identity(
    of event: CalendarEvent, stream: Int, owner: Int, unnamed: inout [UInt64: UInt64]
  ) -> Identity {
    guard event.uid.isEmpty else {
      return Identity(uid: event.uid, scope: UIDScope.isLocal(event.uid) ? owner : -1, content: 0)
    }
    let digest = event.contentDigest(addresses: streams[stream].content.addresses)
    let turn = unnamed[digest, default: 0]
    unnamed[digest] = turn + 1
    return Identity(uid: "", scope: owner, content: digest &+ turn)
  }

  private func copy(of event: CalendarEvent, at position: Int, stream: Int, owner: Int) -> EventCopy {
    EventCopy(
      stream: stream, event: position, person: owner,
      recurrence: event.recurrenceID.map { time in
        RecurrenceKey(
          moment: time.form == .date
            ? Instant(time.wall.seconds) : time.instant(floating: event.start.zone ?? floating[stream]),
          day: time.form == .utc ? nil : time.wall.day, isDate: time.form == .date)
      },
      rank: EventCopy.Rank(
        sequence: event.sequence, lastModified: event.lastModified, stamp: event.stamp, people: event.attendees.count,
        digest: event.contentDigest(addresses: streams[stream].content.addresses)))
  }

  private func group(_ uid: String, _ copies: [EventCopy]) -> CopyGroup {
    struct Slot: Hashable {
      let person: Int
      let recurrence: RecurrenceKey?
    }
    var best: [Slot: EventCopy] = [:]
    var superseded: [EventCopy] = []
    for copy in copies {
      let slot = Slot(person: copy.person, recurrence: copy.recurrence)
      guard let other = best[slot] else {
        best[slot] = copy
        continue
      }
      // Of equal copies the one that comes first in path order stays; they say the same.
      if other.rank < copy.rank {
        superseded.append(other)
        best[slot] = copy
      } else {
        superseded.append(copy)
      }
    }
    let kept = best.values.sorted {
      ($0.person, $0.recurrence?.moment.seconds ?? .min, $0.stream) < (
        $1.person, $1.recurrence?.moment.seconds ?? .min, $1.stream
      )
    }
    return CopyGroup(uid: uid, copies: kept, superseded: superseded)
  }
}

/// How far a UID reaches.
enum UIDScope {
  /// A UID of digits only, as some programs number their events, says nothing across people's calendars.
  static func isLocal(_ uid: String) -> Bool { uid.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }
}

/// The events that cannot touch the window, by UID: a newer one among them still supersedes an older copy that does.
struct DistantIndex {
  struct Place: Hashable {
    let stream: Int
    let position: Int
  }

  private let streams: [CalendarStream]
  private let owners: [Int?]
  private let byUID: [UInt64: [Place]]

  init(streams: [CalendarStream], owners: [Int?]) {
    self.streams = streams
    self.owners = owners
    // Only UIDs that also stand in an event that may touch the window can matter across calendars.
    var wanted: Set<UInt64> = []
    for (stream, owner) in zip(streams, owners) where owner != nil {
      for event in stream.content.events where !event.uid.isEmpty { wanted.insert(EventIdentity.hash(event.uid.utf8)) }
    }
    var byUID: [UInt64: [Place]] = [:]
    for (index, stream) in streams.enumerated() where owners[index] != nil {
      for (position, event) in stream.content.distant.enumerated() where wanted.contains(event.uid) {
        byUID[event.uid, default: []].append(Place(stream: index, position: position))
      }
    }
    self.byUID = byUID
  }

  /// The distant copies of a UID.
  func copies(of uid: String, scope: Int) -> [(place: Place, copy: EventCopy)] {
    (byUID[EventIdentity.hash(uid.utf8)] ?? []).compactMap { place in
      guard let owner = owners[place.stream], scope < 0 || scope == owner else { return nil }
      return (place, copy(at: place, owner: owner))
    }
  }

  private func copy(at place: Place, owner: Int) -> EventCopy {
    let event = streams[place.stream].content.distant[place.position]
    return EventCopy(
      stream: place.stream, event: nil, person: owner,
      recurrence: event.recurrenceID.map { RecurrenceKey(moment: Instant($0.seconds), day: $0.day, isDate: false) },
      rank: EventCopy.Rank(
        sequence: event.sequence, lastModified: event.lastModified, stamp: event.stamp, people: 0, digest: 0))
  }

  /// Among the other distant events, how many of each stream are older copies within their person's calendars.
  func superseded(beside used: Set<Place>) -> [Int: Int] {
    struct Key: Hashable {
      let person: Int
      let uid: UInt64
      let recurrence: Int64?
    }
    var seen: [Key: (stream: Int, rank: EventCopy.Rank)] = [:]
    var counts: [Int: Int] = [:]
    for (index, stream) in streams.enumerated() {
      guard let owner = owners[index] else { continue }
      for (position, event) in stream.content.distant.enumerated() {
        let place = Place(stream: index, position: position)
        guard !used.contains(place) else { continue }
        let key = Key(person: owner, uid: event.uid, recurrence: event.recurrenceID?.seconds)
        let rank = copy(at: place, owner: owner).rank
        guard let other = seen[key] else {
          seen[key] = (index, rank)
          continue
        }
        if other.rank < rank {
          counts[other.stream, default: 0] += 1
          seen[key] = (index, rank)
        } else {
          counts[index, default: 0] += 1
        }
      }
    }
    return counts
  }

  /// The earliest start among distant masters of a stitched series, by the hash of its key.
  static func firstStarts(_ streams: [CalendarStream]) -> [UInt64: CivilDay] {
    var starts: [UInt64: CivilDay] = [:]
    for stream in streams {
      for event in stream.content.distant where event.isMaster {
        starts[event.series] = min(starts[event.series] ?? event.startDay, event.startDay)
      }
    }
    return starts
  }
}
