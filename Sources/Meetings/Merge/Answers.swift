import ICalendar

/// One participant of one occurrence.
struct Guest {
  let participant: Int32
  let answer: Answer
  let isOptional: Bool
  let isOrganizer: Bool
}

/// Everybody who takes part in an occurrence, in the order of participants.
struct GuestList {
  let guests: [Guest]
  /// Participants who have not declined, a list counted as one.
  let size: Int
  /// Whether a source says who takes part, or several calendars hold it.
  let isKnown: Bool

  init(_ guests: [Guest], isKnown: Bool) {
    self.guests = guests
    self.isKnown = isKnown
    size = guests.count { $0.answer != .declined }
  }

  /// A participant's entry.
  subscript(participant: Int32) -> Guest? {
    var low = 0
    var high = guests.count
    while low < high {
      let middle = (low + high) / 2
      if guests[middle].participant < participant { low = middle + 1 } else { high = middle }
    }
    return low < guests.count && guests[low].participant == participant ? guests[low] : nil
  }
}

/// What a source can be relied on to say.
struct SourceTraits {
  /// Whether it lists who takes part.
  let holdsAttendees: Bool
  /// Whether it holds answers at all: without any, a missing one is unknown.
  let holdsAnswers: Bool
  /// Whether it shows answers of people other than its owner: only then NEEDS-ACTION about others means anything.
  let showsOthers: Bool
}

/// The copies that speak about an occurrence, the winning one first: its overrides, then the masters. Most occurrences are
/// told by the winning copy alone: the others are put in order only where somebody asks.
struct Witnesses {
  private let winner: EventCopy
  private let overrides: [EventCopy]
  private let masters: [EventCopy]
  private let precedence: Precedence

  init(_ occurrence: ResolvedOccurrence, in group: ResolvedGroup, precedence: Precedence) {
    let winner = occurrence.winner
    self.winner = winner
    overrides = occurrence.holders.map(\.own).filter { $0.recurrence != nil && $0.id != winner.id && $0.event != nil }
    masters = group.masters.filter { $0.id != winner.id && $0.event != nil }
    self.precedence = precedence
  }

  /// The first copy that has something to say.
  func first(where speaks: (EventCopy) -> Bool) -> EventCopy? {
    speaks(winner)
      ? winner : precedence.newest(overrides.filter(speaks)) ?? precedence.newest(masters.filter(speaks))
  }

  /// All copies that have something to say, in order.
  func all(where speaks: (EventCopy) -> Bool) -> [EventCopy] {
    [winner].filter(speaks) + precedence.sorted(overrides.filter(speaks)) + precedence.sorted(masters.filter(speaks))
  }
}

/// Reads who takes part in an occurrence and what each answered (the table of `rulings.md`, "Who takes part, and what they
/// answered").
struct AnswerReader {
  let streams: [CalendarStream]
  let participants: ParticipantTable
  /// By stream.
  let traits: [SourceTraits]

  /// Everybody who takes part: those listed, the organizer, and whoever's calendar holds it.
  func guests(of occurrence: ResolvedOccurrence, in group: ResolvedGroup) -> GuestList {
    let witnesses = Witnesses(occurrence, in: group, precedence: Precedence(streams: streams))
    let list = witnesses.first { traits[$0.stream].holdsAttendees }
    let listed = list.map(optionality) ?? [:]
    let holders = Dictionary(uniqueKeysWithValues: occurrence.holders.map { (participants.ofPerson[$0.person], $0) })
    // The organizer that the first copy with one names; a calendar's own address is none.
    let organizer = witnesses.first { streams.event($0)?.organizer != nil }.flatMap(organizer).flatMap {
      organizer -> Int32? in
      // An event without attendees, in a source that lists them, is nobody's but its owner's.
      list != nil && listed.isEmpty && holders[organizer] == nil ? nil : organizer
    }
    var optional = listed
    for participant in holders.keys where optional[participant] == nil { optional[participant] = false }
    if let organizer { optional[organizer] = false }
    let own = ownAnswers(holders, in: group.copies, organizer: organizer, witnesses: witnesses)
    let reports = [organizer.flatMap { holders[$0]?.own }, list].compactMap(\.self).map(reported)
    let guests = optional.keys.sorted().map { participant in
      let answer: Answer =
        if let answer = own[participant] {
          answer
        } else if participant == organizer {
          .accepted
        } else {
          reports.lazy.compactMap { $0[participant] }.first ?? .unknown
        }
      return Guest(
        participant: participant, answer: answer, isOptional: optional[participant] ?? false,
        isOrganizer: participant == organizer)
    }
    return GuestList(guests, isKnown: list != nil || occurrence.holders.count > 1)
  }

  private func organizer(in copy: EventCopy) -> Int32? {
    streams.event(copy)?.organizer.flatMap { participants.ofStream[copy.stream][Int($0)] }
  }

  /// Everybody whom a copy lists, rooms and calendars' own addresses aside, and whether their presence is optional.
  private func optionality(in copy: EventCopy) -> [Int32: Bool] {
    var optional: [Int32: Bool] = [:]
    for attendee in streams.event(copy)?.attendees ?? [] where attendee.kind != .place {
      guard let participant = participants.ofStream[copy.stream][Int(attendee.address)] else { continue }
      optional[participant] = (optional[participant] ?? true) && attendee.isOptional
    }
    return optional
  }

  // MARK: Answers

  /// What the people whose calendars hold the occurrence answered: by their own copy; where that holds no answer, by the
  /// newest copy that does.
  private func ownAnswers(
    _ holders: [Int32: ResolvedOccurrence.Holder], in copies: CopyGroup, organizer: Int32?, witnesses: Witnesses
  ) -> [Int32: Answer] {
    var answers: [Int32: Answer] = [:]
    var silent: Set<Int32> = []
    for (participant, holder) in holders {
      let answer = answer(of: participant, by: holder, in: copies)
      if participant == organizer {
        answers[participant] = answer == .declined ? .declined : .accepted
      } else {
        answers[participant] = answer
        if answer == .unknown { silent.insert(participant) }
      }
    }
    guard !silent.isEmpty else { return answers }
    for copy in witnesses.all(where: { traits[$0.stream].holdsAnswers }) {
      guard !silent.isEmpty else { break }
      for (participant, answer) in reported(by: copy, about: silent) where answer != .unknown {
        answers[participant] = answer
        silent.remove(participant)
      }
    }
    return answers
  }

  /// What a person's own copies say about that person: an override before its master; of several of the same revision the
  /// more accepting.
  private func answer(
    of participant: Int32, by holder: ResolvedOccurrence.Holder, in copies: CopyGroup
  ) -> Answer {
    for copy in [holder.own, holder.master].compactMap(\.self) {
      var best = answer(of: participant, in: copy)
      for equal in copies.equals[copy.id] ?? [] { best = max(best, answer(of: participant, in: equal)) }
      if best != .unknown { return best }
    }
    return .unknown
  }

  private func answer(of participant: Int32, in copy: EventCopy) -> Answer {
    let table = participants.ofStream[copy.stream]
    let silence: Answer = traits[copy.stream].holdsAnswers ? .noAnswer : .unknown
    var answer = Answer.unknown
    for attendee in streams.event(copy)?.attendees ?? [] where table[Int(attendee.address)] == participant {
      if attendee.kind != .place {
        answer = max(answer, Self.answer(attendee.status, missing: silence, asked: .noAnswer))
      }
    }
    return answer
  }

  private func reported(by copy: EventCopy) -> [Int32: Answer] { reported(by: copy, about: nil) }

  /// What a copy says about people other than its owner; of several entries of one participant the more accepting.
  private func reported(by copy: EventCopy, about some: Set<Int32>?) -> [Int32: Answer] {
    let table = participants.ofStream[copy.stream]
    let traits = traits[copy.stream]
    let asked: Answer = traits.showsOthers ? .noAnswer : .unknown
    let missing: Answer = traits.holdsAnswers ? asked : .unknown
    var answers: [Int32: Answer] = [:]
    for attendee in streams.event(copy)?.attendees ?? [] where attendee.kind != .place {
      guard let participant = table[Int(attendee.address)], some?.contains(participant) ?? true else { continue }
      let answer = Self.answer(attendee.status, missing: missing, asked: asked)
      answers[participant] = max(answers[participant] ?? .unknown, answer)
    }
    return answers
  }

  /// PARTSTAT as an answer, given what an entry without it and what NEEDS-ACTION mean in the source.
  private static func answer(_ status: Attendee.Status, missing: Answer, asked: Answer) -> Answer {
    switch status {
    case .missing: missing
    case .needsAction: asked
    case .accepted: .accepted
    case .tentative: .tentative
    case .declined, .delegated: .declined
    case .other: .unknown
    }
  }
}
