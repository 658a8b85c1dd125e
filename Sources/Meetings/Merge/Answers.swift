import ICalendar

/// One participant of one occurrence.
struct Guest {
  let participant: Int32
  let answer: Answer
  let isOptional: Bool
  let isOrganizer: Bool
}

/// Reads who takes part in an occurrence and what each answered (the table of `rulings.md`, "Who takes part, and what they
/// answered").
struct AnswerReader {
  let streams: [CalendarStream]
  let participants: ParticipantTable
  /// Participant of each person of the audit.
  let participantOfPerson: [Int32]
  /// Whether a stream shows answers of people other than its owner: only then NEEDS-ACTION about others means anything.
  let showsOthers: [Bool]

  private func event(_ copy: EventCopy) -> CalendarEvent? {
    copy.event.map { streams[copy.stream].content.events[$0] }
  }

  /// The copies that speak about an occurrence, the winning one first: its overrides, then the masters, each by rank.
  func witnesses(of occurrence: ResolvedOccurrence, in group: ResolvedGroup) -> [EventCopy] {
    let overrides = occurrence.holders.map(\.own).filter { $0.recurrence != nil }
    let masters = group.copies.filter { $0.recurrence == nil && $0.event != nil }
    let rest = overrides.sorted { $1.rank < $0.rank } + masters.sorted { $1.rank < $0.rank }
    return [occurrence.winner] + rest.filter { !Self.same($0, occurrence.winner) }
  }

  static func same(_ a: EventCopy, _ b: EventCopy) -> Bool { a.stream == b.stream && a.event == b.event }

  /// The organizer that the first copy with one names; nil for a calendar's own address.
  func organizer(among witnesses: [EventCopy]) -> Int32? {
    for copy in witnesses {
      if let address = event(copy)?.organizer { return participants.ofStream[copy.stream][Int(address)] }
    }
    return nil
  }

  /// The copy whose list of attendees counts: the first whose source lists attendees at all; nil when none does.
  func list(among witnesses: [EventCopy]) -> EventCopy? {
    witnesses.first { $0.event != nil && streams[$0.stream].content.holdsAttendees }
  }

  /// Everybody who takes part: those listed, the organizer, and whoever's calendar holds it; in the order of participants.
  func guests(of occurrence: ResolvedOccurrence, in group: ResolvedGroup) -> [Guest] {
    let witnesses = witnesses(of: occurrence, in: group)
    let organizer = organizer(among: witnesses)
    var optional: [Int32: Bool] = [:]
    if let copy = list(among: witnesses), let event = event(copy) {
      for attendee in event.attendees where attendee.kind != .place {
        guard let participant = participants.ofStream[copy.stream][Int(attendee.address)] else { continue }
        optional[participant] = (optional[participant] ?? true) && attendee.isOptional
      }
    }
    if let organizer { optional[organizer] = false }
    let holders = Dictionary(uniqueKeysWithValues: occurrence.holders.map { (participantOfPerson[$0.person], $0) })
    for participant in holders.keys where optional[participant] == nil { optional[participant] = false }
    let organizersCopy = organizer.flatMap { holders[$0] }?.own
    return optional.keys.sorted().map { participant in
      let answer =
        if let holder = holders[participant] {
          ownAnswer(holder, participant, witnesses: witnesses, isOrganizer: participant == organizer)
        } else if participant == organizer {
          Answer.accepted
        } else {
          reported(participant, by: ([organizersCopy].compactMap(\.self) + [list(among: witnesses)].compactMap(\.self)))
        }
      return Guest(
        participant: participant, answer: answer, isOptional: optional[participant] ?? false,
        isOrganizer: participant == organizer)
    }
  }

  /// What a person's own copy says; where it holds no answer, what the best copy that holds answers says; else unknown.
  private func ownAnswer(
    _ holder: ResolvedOccurrence.Holder, _ participant: Int32, witnesses: [EventCopy], isOrganizer: Bool
  ) -> Answer {
    for copy in [holder.own, holder.master].compactMap(\.self) {
      guard let attendee = attendee(participant, in: copy) else { continue }
      let answer = Self.answer(
        attendee.status, missing: streams[copy.stream].content.holdsAnswers ? .noAnswer : .unknown)
      if isOrganizer { return answer == .declined ? .declined : .accepted }
      if answer != .unknown { return answer }
    }
    if isOrganizer { return .accepted }
    let others = witnesses.filter { $0.person != holder.person }
    return reported(participant, by: others)
  }

  /// What the first of some copies that names a participant with an answer says about them.
  private func reported(_ participant: Int32, by copies: [EventCopy]) -> Answer {
    for copy in copies {
      guard let attendee = attendee(participant, in: copy) else { continue }
      let silence: Answer = showsOthers[copy.stream] ? .noAnswer : .unknown
      let answer =
        attendee.status == .needsAction
        ? silence
        : Self.answer(attendee.status, missing: streams[copy.stream].content.holdsAnswers ? silence : .unknown)
      if answer != .unknown { return answer }
    }
    return .unknown
  }

  /// What a copy says about somebody; of several entries under different addresses the more accepting.
  private func attendee(_ participant: Int32, in copy: EventCopy) -> Attendee? {
    guard let event = event(copy) else { return nil }
    let table = participants.ofStream[copy.stream]
    return event.attendees.filter { $0.kind != .place && table[Int($0.address)] == participant }
      .max { Self.answer($0.status, missing: .unknown) < Self.answer($1.status, missing: .unknown) }
  }

  private static func answer(_ status: Attendee.Status, missing: Answer) -> Answer {
    switch status {
    case .missing: missing
    case .needsAction: .noAnswer
    case .accepted: .accepted
    case .tentative: .tentative
    case .declined, .delegated: .declined
    case .other: .unknown
    }
  }
}
