import ICalendar

/// The copies of one event (one UID) in all calendars, older ones of the same person set aside.
struct CopyGroup {
  /// UID; empty when the events have none.
  let uid: String
  /// Tells events apart whose UID does not; nil for a UID that means the same everywhere.
  let mark: UInt64?
  /// At most one for each person and RECURRENCE-ID, in the order of people.
  let copies: [EventCopy]
  /// Older copies among one person's calendars.
  let superseded: [EventCopy]
  /// For a copy, those that it supersedes although they are of the same revision: the same event in two calendars.
  let equals: [EventCopy.ID: [EventCopy]]
  /// Whether any copy is private.
  let isPrivate: Bool
}

/// Sorts the events of all streams by identity.
struct CopySorter {
  private let streams: [CalendarStream]
  private let owners: [Int?]
  private let floating: [Zone]
  private let precedence: Precedence

  init(streams: [CalendarStream], owners: [Int?], floating: [Zone]) {
    self.streams = streams
    self.owners = owners
    self.floating = floating
    precedence = Precedence(streams: streams)
  }

  private struct Identity: Hashable, Comparable {
    let uid: String
    /// The person, where the UID means something in that person's calendars only; −1 otherwise.
    let scope: Int
    /// Tells the events of that person apart, where the UID does not.
    let content: UInt64

    static func < (a: Identity, b: Identity) -> Bool { (a.uid, a.scope, a.content) < (b.uid, b.scope, b.content) }

    var mark: UInt64? { scope < 0 ? nil : content }
  }

  /// The groups in the order of their UIDs, and how many events known from afar are older copies, by stream.
  func groups() -> (groups: [CopyGroup], distantSuperseded: [Int]) {
    var members: [Identity: [EventCopy]] = [:]
    for (stream, owner) in zip(streams.indices, owners) {
      guard let owner else { continue }
      var identities = StreamIdentities(streams[stream].content)
      for (position, event) in streams[stream].content.events.enumerated() {
        let isLocal = UIDScope.isLocal(event.uid)
        let identity = Identity(
          uid: event.uid, scope: isLocal ? owner : -1, content: isLocal ? identities.content(of: event) : 0)
        members[identity, default: []].append(copy(of: event, at: position, stream: stream, owner: owner))
      }
    }
    let distant = DistantIndex(streams: streams, owners: owners)
    var groups: [CopyGroup] = []
    var used: Set<EventCopy.ID> = []
    for (identity, near) in members.sorted(by: { $0.key < $1.key }) {
      let far =
        identity.uid.isEmpty
        ? []
        : distant.copies(of: identity.uid, beside: near, within: identity.scope < 0 ? nil : Set(near.map(\.stream)))
      used.formUnion(far.map(\.id))
      groups.append(group(identity, near + far))
    }
    return (groups, distant.superseded(beside: used))
  }

  private func copy(of event: CalendarEvent, at position: Int, stream: Int, owner: Int) -> EventCopy {
    EventCopy(
      id: EventCopy.ID(stream: stream, isDistant: false, position: position), person: owner,
      recurrence: event.recurrenceID.map { time in
        RecurrenceKey(
          moment: time.form == .date
            ? Instant(time.wall.seconds) : time.instant(floating: event.start.zone ?? floating[stream]),
          reading: time.wall, day: time.form == .utc ? nil : time.wall.day, isDate: time.form == .date)
      },
      rank: EventCopy.Rank(sequence: event.sequence, lastModified: event.lastModified, stamp: event.stamp))
  }

  private func group(_ identity: Identity, _ copies: [EventCopy]) -> CopyGroup {
    struct Slot: Hashable {
      let person: Int
      let recurrence: Instant?
      let isDate: Bool
    }
    var slots: [Slot: [EventCopy]] = [:]
    for copy in copies {
      let key = copy.recurrence
      slots[Slot(person: copy.person, recurrence: key?.moment, isDate: key?.isDate ?? false), default: []].append(copy)
    }
    var kept: [EventCopy] = []
    var superseded: [EventCopy] = []
    var equals: [EventCopy.ID: [EventCopy]] = [:]
    for slot in slots.values {
      // Of copies that say the same the one that comes first in path order stays.
      let ordered = precedence.sorted(slot)
      kept.append(ordered[0])
      guard ordered.count > 1 else { continue }
      superseded += ordered.dropFirst()
      let same = ordered.dropFirst().filter { $0.rank.isSameRevision(as: ordered[0].rank) }
      if !same.isEmpty { equals[ordered[0].id] = same }
    }
    kept.sort { a, b in
      (a.person, a.recurrence?.moment.seconds ?? .min, a.stream, a.id.position)
        < (b.person, b.recurrence?.moment.seconds ?? .min, b.stream, b.id.position)
    }
    superseded.sort { ($0.stream, $0.id.position) < ($1.stream, $1.id.position) }
    return CopyGroup(
      uid: identity.uid, mark: identity.mark, copies: kept, superseded: superseded, equals: equals,
      isPrivate: copies.contains { streams.event($0)?.isPrivate ?? false })
  }
}

/// How far a UID reaches.
enum UIDScope {
  /// A UID of digits only, as some programs number their events, says nothing across calendars; nor does a missing one.
  static func isLocal(_ uid: String) -> Bool { uid.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }
}

/// What tells events of one stream, whose UIDs do not say it, from those of the same person's other calendars.
private struct StreamIdentities {
  private let addresses: [String]
  /// The title of each numbered event: its master's, else that of an override; of several the last by letter.
  private var titles: [String: (isMaster: Bool, title: String)] = [:]
  private var turns: [UInt64: UInt64] = [:]

  init(_ calendar: ParsedCalendar) {
    addresses = calendar.addresses
    for event in calendar.events where !event.uid.isEmpty && UIDScope.isLocal(event.uid) {
      let isMaster = event.recurrenceID == nil
      if let other = titles[event.uid],
        (other.isMaster && !isMaster) || (other.isMaster == isMaster && event.summary <= other.title)
      {
        continue
      }
      titles[event.uid] = (isMaster, event.summary)
    }
  }

  /// A number that an event shares with its copy in another export of the same calendar.
  ///
  /// Without UID it is the content, and among equals of one stream the turn. With a UID of digits it is the title: event 1
  /// in one calendar and event 1 in another are two events, unless they are called the same.
  mutating func content(of event: CalendarEvent) -> UInt64 {
    guard event.uid.isEmpty else { return EventIdentity.hash((titles[event.uid]?.title ?? "").utf8) }
    let digest = EventContent.digest(of: event, addresses: addresses)
    let turn = turns[digest, default: 0]
    turns[digest] = turn + 1
    return digest &+ turn
  }
}
