import ICalendar
import Policy

/// Every occurrence with its guests, and for every person whose calendar holds it the bucket it lands in.
struct Placement {
  /// One occurrence and who takes part.
  struct Placed {
    let group: Int
    let occurrence: ResolvedOccurrence
    let guests: [Guest]
    let participantsKnown: Bool
    var seats: [Seat]
  }

  /// One person's place in an occurrence.
  struct Seat {
    let holder: ResolvedOccurrence.Holder
    let answer: Answer
    let isOrganizer: Bool
    let touchesWindow: Bool
    var bucket: Bucket
  }

  let streams: [CalendarStream]
  let clocks: Clocks
  let participants: ParticipantTable
  let people: PeopleBuilder
  private(set) var groups: [ResolvedGroup] = []
  private(set) var placed: [Placed] = []
  private(set) var cutShort: Set<Int> = []
  private(set) var notices: [ImportNotice] = []
  private var superseded: [EventCopy] = []
  private let distantSuperseded: [Int: Int]

  init(streams: [CalendarStream], people: PeopleBuilder, finder: OwnerFinder, clocks: Clocks, policy: Policy) {
    self.streams = streams
    self.clocks = clocks
    self.people = people
    var participants = ParticipantTable(streams: streams, finder: finder, people: people.index)
    Self.markLists(&participants, streams: streams)
    self.participants = participants
    let sorted = CopySorter(streams: streams, owners: people.ownerOfStream, floating: clocks.floating).groups()
    distantSuperseded = sorted.distantSuperseded
    let table = participants
    let resolver = GroupResolver(
      streams: streams, floating: clocks.floating, reach: clocks.reach,
      organizerPerson: { stream, address in table.ofStream[stream][Int(address)].flatMap { table.person[Int($0)] } })
    let reader = AnswerReader(
      streams: streams, participants: participants,
      participantOfPerson: people.people.map { table.participant(address: $0.address)! },
      showsOthers: streams.indices.map {
        Self.showsOthers(streams[$0], owner: people.ownerOfStream[$0], table: table, finder: finder)
      })
    let classifier = Classifier(policy: policy.meetings)
    for group in sorted.groups {
      superseded += group.superseded
      let resolved = resolver.resolve(group)
      if resolved.isCutShort, let master = resolved.master { cutShort.insert(master.stream) }
      for occurrence in resolved.occurrences {
        place(occurrence, of: resolved, resolver: resolver, reader: reader, classifier: classifier)
      }
      groups.append(resolved)
    }
    dropTwins(resolver)
  }

  private static func markLists(_ participants: inout ParticipantTable, streams: [CalendarStream]) {
    for (index, stream) in streams.enumerated() {
      for event in stream.content.events {
        for attendee in event.attendees where attendee.kind == .group {
          if let participant = participants.ofStream[index][Int(attendee.address)] {
            participants.markList(participant)
          }
        }
      }
    }
  }

  /// Whether a stream shows a real answer of somebody other than its owner.
  private static func showsOthers(
    _ stream: CalendarStream, owner: Int?, table: ParticipantTable, finder: OwnerFinder
  ) -> Bool {
    stream.content.answering.contains { address in
      guard let participant = table.participant(address: finder.canonical(address)) else { return true }
      return table.person[Int(participant)] != owner
    }
  }

  private mutating func place(
    _ occurrence: ResolvedOccurrence, of group: ResolvedGroup, resolver: GroupResolver, reader: AnswerReader,
    classifier: Classifier
  ) {
    guard occurrence.holders.contains(where: { clocks.touches(occurrence, person: $0.person) }) else { return }
    let guests = reader.guests(of: occurrence, in: group)
    let known = reader.list(among: reader.witnesses(of: occurrence, in: group)) != nil || occurrence.holders.count > 1
    let attending = guests.filter { $0.answer != .declined }
    let title = resolver.event(occurrence.winner)?.summary ?? ""
    let seats = occurrence.holders.map { holder in
      let participant = reader.participantOfPerson[holder.person]
      let guest = guests.first { $0.participant == participant }
      let own = resolver.event(holder.own)
      let isWinner = AnswerReader.same(holder.own, occurrence.winner)
      let facts = Classifier.Facts(
        occurrence: occurrence, title: title, own: own, ownIsCancelled: !isWinner && own?.status == .cancelled,
        answer: guest?.answer ?? .unknown, isOrganizer: guest?.isOrganizer ?? false, size: attending.count,
        others: attending.count { $0.participant != participant }, participantsKnown: known,
        person: people.people[holder.person], zone: clocks.dates[holder.person])
      return Seat(
        holder: holder, answer: facts.answer, isOrganizer: facts.isOrganizer,
        touchesWindow: clocks.touches(occurrence, person: holder.person), bucket: classifier.bucket(facts))
    }
    placed.append(
      Placed(group: groups.count, occurrence: occurrence, guests: guests, participantsKnown: known, seats: seats))
  }

  // MARK: Twins

  /// The same start, end and title in two calendars of one person, at least one without participants: one event (`rulings.md`).
  private mutating func dropTwins(_ resolver: GroupResolver) {
    struct Key: Hashable {
      let person: Int
      let span: Span
      let title: String
    }
    var calendars: [Int: Set<Int>] = [:]
    for (stream, owner) in people.ownerOfStream.enumerated() {
      if let owner { calendars[owner, default: []].insert(stream) }
    }
    var seen: [Key: (placed: Int, seat: Int)] = [:]
    for index in placed.indices {
      let title = resolver.event(placed[index].occurrence.winner)?.summary ?? ""
      for seat in placed[index].seats.indices {
        let holder = placed[index].seats[seat].holder
        guard (calendars[holder.person]?.count ?? 0) > 1, !title.isEmpty, holder.own.event != nil else { continue }
        let key = Key(person: holder.person, span: placed[index].occurrence.span, title: title)
        guard let other = seen[key] else {
          seen[key] = (index, seat)
          continue
        }
        let otherHolder = placed[other.placed].seats[other.seat].holder
        guard otherHolder.own.stream != holder.own.stream else { continue }
        let sizes = (placed[other.placed].guests.count, placed[index].guests.count)
        guard min(sizes.0, sizes.1) <= 1 else { continue }
        let dropsOther = sizes.0 < sizes.1
        if dropsOther { seen[key] = (index, seat) }
        let dropped = dropsOther ? other : (placed: index, seat: seat)
        placed[dropped.placed].seats[dropped.seat].bucket = .superseded
        let copy = dropsOther ? otherHolder.own : holder.own
        let line = resolver.event(copy)?.line ?? 0
        notices.append(.sameEventTwice(path: streams[copy.stream].path, line: line))
      }
    }
  }

  // MARK: Accounts

  /// The ledger of each stream: every VEVENT in the bucket of its first occurrence in the window.
  func ledgers() -> [Ledger] {
    var ledgers = streams.map { stream in
      var ledger = Ledger()
      ledger.read = stream.content.read
      ledger[.rejected].events = stream.content.rejected
      return ledger
    }
    struct Event: Hashable {
      let stream: Int
      let event: Int
    }
    var first: [Event: (start: Instant, bucket: Bucket)] = [:]
    for item in placed {
      for seat in item.seats where seat.touchesWindow {
        guard let event = seat.holder.own.event else { continue }
        let stream = seat.holder.own.stream
        ledgers[stream][seat.bucket].occurrences += 1
        if !item.occurrence.isAllDay {
          ledgers[stream][seat.bucket].seconds +=
            item.occurrence.span.clipped(to: clocks.windows[seat.holder.person]).duration
        }
        let key = Event(stream: stream, event: event)
        if first[key].map({ item.occurrence.span.start < $0.start }) ?? true {
          first[key] = (item.occurrence.span.start, seat.bucket)
        }
      }
    }
    for (key, value) in first { ledgers[key.stream][value.bucket].events += 1 }
    for copy in superseded { ledgers[copy.stream][.superseded].events += 1 }
    for (stream, count) in distantSuperseded { ledgers[stream][.superseded].events += count }
    // What neither was rejected, nor superseded, nor takes place in the window, lies outside it.
    for (index, stream) in streams.enumerated() where people.ownerOfStream[index] != nil {
      let superseded = superseded.count { $0.stream == index } + distantSuperseded[index, default: 0]
      let placedHere = first.keys.count { $0.stream == index }
      ledgers[index][.outside].events =
        stream.content.events.count + stream.content.distant.count - superseded - placedHere
    }
    return ledgers
  }

  /// Every occurrence of every calendar in the window, by start, end, UID, calendar.
  func listing() -> [ListedOccurrence] {
    guard clocks.isCommon else { return [] }
    var rows: [ListedOccurrence] = []
    for item in placed {
      let winner = item.occurrence.winner
      let event = winner.event.map { streams[winner.stream].content.events[$0] }
      for seat in item.seats where seat.touchesWindow {
        rows.append(
          ListedOccurrence(
            calendar: streams[seat.holder.own.stream].name, uid: groups[item.group].uid,
            recurrenceID: item.occurrence.original, span: item.occurrence.span, isAllDay: item.occurrence.isAllDay,
            summary: event?.summary ?? "", bucket: seat.bucket))
      }
    }
    rows += supersededRows()
    return rows.sorted {
      ($0.span, $0.uid, $0.calendar, $0.recurrenceID?.seconds ?? .min)
        < ($1.span, $1.uid, $1.calendar, $1.recurrenceID?.seconds ?? .min)
    }
  }

  /// Older copies print at the times they give themselves.
  private func supersededRows() -> [ListedOccurrence] {
    superseded.flatMap { copy -> [ListedOccurrence] in
      guard let position = copy.event else { return [] }
      let event = streams[copy.stream].content.events[position]
      let zone: Zone = event.isAllDay ? .utc : clocks.floating[copy.stream]
      let window = clocks.windows[copy.person]
      let spans: [(original: Instant?, span: Span)]
      if let recurrence = copy.recurrence {
        let start = event.start.instant(floating: zone)
        let end = event.length(floating: zone).end(from: event.start.wall, in: event.start.zone(floating: zone))
        spans = [(recurrence.moment, Span(start: start, end: end))]
      } else {
        spans = event.instances(touching: window, floating: zone).instances.filter { !$0.isExcluded }
          .map { (event.isRecurring ? $0.moment : nil, $0.span) }
      }
      return spans.filter { $0.span.touches(window) }.map {
        ListedOccurrence(
          calendar: streams[copy.stream].name, uid: event.uid, recurrenceID: $0.original, span: $0.span,
          isAllDay: event.isAllDay, summary: event.summary, bucket: .superseded)
      }
    }
  }
}
