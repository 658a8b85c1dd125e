import ICalendar
import Policy

/// Every occurrence with its guests, and for every person whose calendar holds it the bucket it lands in.
struct Placement {
  /// One occurrence and who takes part.
  struct Placed {
    /// Place in `groups`.
    let group: Int
    let occurrence: ResolvedOccurrence
    let guests: GuestList
    var seats: [Seat]

    /// Whether it takes place in the window of somebody whose calendar holds it.
    var isHeld: Bool { seats.contains { $0.touchesWindow && $0.bucket.takesPlace } }
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
  /// By stream.
  let traits: [SourceTraits]
  private(set) var groups: [ResolvedGroup] = []
  /// What touches the window of anybody whose calendar holds it, by group.
  private(set) var placed: [Placed] = []
  /// Streams with rules that were not followed to their end.
  private(set) var cutShort: Set<Int> = []
  private(set) var notices: [ImportNotice] = []
  /// Older copies among all others, by stream.
  let distantSuperseded: [Int]

  init(streams: [CalendarStream], people: PeopleBuilder, finder: OwnerFinder, clocks: Clocks, policy: Policy) {
    self.streams = streams
    self.clocks = clocks
    self.people = people
    participants = ParticipantTable(streams: streams, finder: finder, people: people)
    traits =
      SourceReader(streams: streams, owners: people.ownerOfStream, finder: finder, participants: participants).traits()
    let sorted = CopySorter(streams: streams, owners: people.ownerOfStream, floating: clocks.floating).groups()
    distantSuperseded = sorted.distantSuperseded
    let resolver = GroupResolver(
      streams: streams, floating: clocks.floating, reach: clocks.reach, participants: participants)
    let reader = AnswerReader(streams: streams, participants: participants, traits: traits)
    let classifier = Classifier(policy: policy.meetings)
    for group in sorted.groups {
      let resolved = resolver.resolve(group)
      if resolved.isCutShort, let master = resolved.master { cutShort.insert(master.stream) }
      place(resolved, reader: reader, classifier: classifier)
      groups.append(resolved)
    }
    dropTwins()
  }

  func event(_ copy: EventCopy) -> CalendarEvent? { streams.event(copy) }

  /// The title of the copy that is the truth about an occurrence, also of a private meeting: for use inside the import.
  func title(of occurrence: ResolvedOccurrence) -> String { event(occurrence.winner)?.summary ?? "" }

  private mutating func place(_ group: ResolvedGroup, reader: AnswerReader, classifier: Classifier) {
    /// Occurrences that the same copies speak about have the same guests.
    struct Witnesses: Hashable {
      let winner: EventCopy.ID
      let form: Int
    }
    var guestLists: [Witnesses: GuestList] = [:]
    var cancelled: [EventCopy.ID: Bool] = [:]
    func isCancelled(_ copy: EventCopy) -> Bool {
      if let known = cancelled[copy.id] { return known }
      let result = event(copy).map { $0.status == .cancelled || classifier.isCancelled(title: $0.summary) } ?? false
      cancelled[copy.id] = result
      return result
    }
    for occurrence in group.occurrences {
      let touches = occurrence.holders.map { clocks.touches(occurrence, person: $0.person) }
      guard touches.contains(true) else { continue }
      let witnesses = Witnesses(winner: occurrence.winner.id, form: occurrence.form)
      let guests = guestLists[witnesses] ?? reader.guests(of: occurrence, in: group)
      guestLists[witnesses] = guests
      let title = title(of: occurrence)
      let seats = zip(occurrence.holders, touches).map { holder, touches in
        let guest = guests[participants.ofPerson[holder.person]]
        let facts = Classifier.Facts(
          occurrence: occurrence, title: title, isCancelled: isCancelled(occurrence.winner) || isCancelled(holder.own),
          own: event(holder.own), answer: guest?.answer ?? .unknown, isOrganizer: guest?.isOrganizer ?? false,
          guests: guests, person: people.people[holder.person])
        return Seat(
          holder: holder, answer: facts.answer, isOrganizer: facts.isOrganizer, touchesWindow: touches,
          bucket: classifier.bucket(facts))
      }
      placed.append(Placed(group: groups.count, occurrence: occurrence, guests: guests, seats: seats))
    }
  }

  // MARK: Twins

  /// The same start, end and title in two calendars of one person, at least one without participants: one event (`rulings.md`).
  private mutating func dropTwins() {
    struct Key: Hashable {
      let person: Int
      let span: Span
      let isAllDay: Bool
      let title: String
    }
    var calendars = Array(repeating: 0, count: people.people.count)
    for owner in people.ownerOfStream { if let owner { calendars[owner] += 1 } }
    guard calendars.contains(where: { $0 > 1 }) else { return }
    var seen: [Key: (placed: Int, seat: Int)] = [:]
    for index in placed.indices {
      let occurrence = placed[index].occurrence
      let title = title(of: occurrence)
      guard !title.isEmpty else { continue }
      for seat in placed[index].seats.indices where calendars[placed[index].seats[seat].holder.person] > 1 {
        let here = placed[index].seats[seat]
        guard here.touchesWindow, here.bucket.takesPlace else { continue }
        let key = Key(
          person: here.holder.person, span: occurrence.span, isAllDay: occurrence.isAllDay, title: title)
        guard let other = seen[key] else {
          seen[key] = (index, seat)
          continue
        }
        let otherCopy = placed[other.placed].seats[other.seat].holder.own
        let guests = (placed[other.placed].guests.guests.count, placed[index].guests.guests.count)
        guard otherCopy.stream != here.holder.own.stream, min(guests.0, guests.1) <= 1 else { continue }
        // The one that says more stays.
        let dropsOther = guests.0 < guests.1
        if dropsOther { seen[key] = (index, seat) }
        let dropped = dropsOther ? other : (placed: index, seat: seat)
        placed[dropped.placed].seats[dropped.seat].bucket = .superseded
        let copy = dropsOther ? otherCopy : here.holder.own
        if let event = event(copy) {
          notices.append(.sameEventTwice(path: streams[copy.stream].path, line: event.line))
        }
      }
    }
  }
}
