import ICalendar

/// Turns placed occurrences into the numbered values of a `MeetingBook`.
struct BookAssembler {
  let placed: Placement
  let people: PeopleBuilder
  let streams: [CalendarStream]
  let clocks: Clocks

  /// What occurrences of one form share: the winning copy, and the list of guests with their answers as a whole.
  private struct FormKey: Hashable {
    let stream: Int
    let event: Int
    let guests: [Int32]
  }

  /// The book; streams of excluded people are left out.
  func book(window: Range<CivilDay>, ledgers: [Ledger]) -> MeetingBook {
    let taken = placed.placed.indices.filter { index in
      placed.placed[index].seats.contains { $0.touchesWindow && $0.bucket.takesPlace }
    }
    let numbers = participantNumbers()
    let series = SeriesAssembler(placed: placed, clocks: clocks, streams: streams, participantNumbers: numbers.new)
    let seriesOfGroup = series.ids()

    let order = taken.sorted { key($0) < key($1) }
    var details: [MeetingDetails] = []
    var forms: [FormKey: DetailsID] = [:]
    var occurrences: [Occurrence] = []
    var attendances: [Attendance] = []
    var known: [PersonID] = []
    for index in order {
      let item = placed.placed[index]
      let form = FormKey(
        stream: item.occurrence.winner.stream, event: item.occurrence.winner.event ?? -1,
        guests: item.guests.map { $0.participant &* 8 &+ Int32($0.answer.rawValue) })
      let detailsID: DetailsID
      if let existing = forms[form] {
        detailsID = existing
      } else {
        detailsID = DetailsID(details.count)
        details.append(self.details(of: item, series: seriesOfGroup[item.group] ?? nil, numbers: numbers.new))
        forms[form] = detailsID
      }
      occurrences.append(
        occurrence(item, id: occurrences.count, details: detailsID, attendances: &attendances, known: &known))
    }
    return MeetingBook(
      window: window, people: people.people, participants: participants(numbers.order), details: details,
      series: series.assemble(occurrences: occurrences, items: order.map { placed.placed[$0] }),
      occurrences: occurrences, attendances: attendances, knownAttendees: known, calendars: accounts(ledgers))
  }

  private func key(_ index: Int) -> (Span, String, Int64, Int) {
    let item = placed.placed[index]
    return (item.occurrence.span, placed.groups[item.group].uid, item.occurrence.original?.seconds ?? .min, item.group)
  }

  // MARK: Participants

  /// Participants get their numbers in the order of their addresses, whatever the order of files.
  private func participantNumbers() -> (order: [Int], new: [ParticipantID]) {
    let addresses = placed.participants.addresses
    let order = addresses.indices.sorted { addresses[$0] < addresses[$1] }
    var new = Array(repeating: ParticipantID(0), count: addresses.count)
    for (number, old) in order.enumerated() { new[old] = ParticipantID(number) }
    return (order, new)
  }

  private func participants(_ order: [Int]) -> [Participant] {
    order.map { old in
      Participant(
        address: placed.participants.addresses[old], person: placed.participants.person[old].map { PersonID($0) },
        isList: placed.participants.isList[old])
    }
  }

  // MARK: Meetings

  private func details(of item: Placement.Placed, series: SeriesID?, numbers: [ParticipantID]) -> MeetingDetails {
    let winner = item.occurrence.winner
    let group = placed.groups[item.group]
    let event = winner.event.map { streams[winner.stream].content.events[$0] }
    let isPrivate = group.copies.contains { copy in
      copy.event.map { streams[copy.stream].content.events[$0].isPrivate } ?? false
    }
    let created = group.copies.compactMap { copy in
      copy.event.flatMap { streams[copy.stream].content.events[$0].created }
    }.min()
    return MeetingDetails(
      uid: group.uid, series: series, title: isPrivate ? "" : event?.summary ?? "", isPrivate: isPrivate,
      organizer: item.guests.first(where: \.isOrganizer).map { numbers[Int($0.participant)] },
      invitations: item.guests.map {
        Invitation(participant: numbers[Int($0.participant)], answer: $0.answer, isOptional: $0.isOptional)
      }.sorted { $0.participant < $1.participant },
      description: series == nil || isPrivate ? "" : event?.description ?? "", attachments: event?.attachments ?? 0,
      created: created)
  }

  private func occurrence(
    _ item: Placement.Placed, id: Int, details: DetailsID, attendances: inout [Attendance], known: inout [PersonID]
  ) -> Occurrence {
    let start = attendances.count
    for seat in item.seats where seat.touchesWindow && seat.bucket.takesPlace {
      attendances.append(
        Attendance(
          occurrence: OccurrenceID(id), person: PersonID(seat.holder.person), answer: seat.answer,
          isOrganizer: seat.isOrganizer, bucket: seat.bucket))
    }
    let firstKnown = known.count
    var answers = AnswerCounts()
    var unseen = 0
    for guest in item.guests {
      let person = placed.participants.person[Int(guest.participant)]
      let isList = placed.participants.isList[Int(guest.participant)]
      if !guest.isOrganizer, !isList { answers.count(guest.answer) }
      guard guest.answer != .declined else { continue }
      if let person { known.append(PersonID(person)) }
      let hasCalendar = person.map { people.people[$0].hasCalendar && people.people[$0].isComplete } ?? false
      let holds = person.map { person in item.occurrence.holders.contains { $0.person == person } } ?? false
      if !hasCalendar, !holds, !isList { unseen += 1 }
    }
    known[firstKnown...].sort()
    return Occurrence(
      id: OccurrenceID(id), details: details, span: item.occurrence.span, originalStart: item.occurrence.original,
      isAllDay: item.occurrence.isAllDay, size: item.guests.count { $0.answer != .declined }, unseen: unseen,
      answers: answers, attendances: start..<attendances.count, knownAttendees: firstKnown..<known.count)
  }

  // MARK: Calendars

  private func accounts(_ ledgers: [Ledger]) -> [CalendarAccount] {
    streams.indices.compactMap { index in
      guard let owner = people.ownerOfStream[index] else { return nil }
      let content = streams[index].content
      return CalendarAccount(
        name: streams[index].name, person: PersonID(owner), ownership: people.ownership[index],
        producer: Self.producer(of: content), holdsAttendees: content.holdsAttendees,
        holdsAnswers: content.holdsAnswers, holdsCreated: content.holdsCreated, reach: content.reach,
        isComplete: content.isComplete, ledger: ledgers[index])
    }
  }

  private static func producer(of calendar: ParsedCalendar) -> CalendarAccount.Producer {
    let name = ASCIICase.lower(calendar.producer)
    if name.contains("google") { return .google }
    if name.contains("outlook") { return .outlook }
    if name.contains("microsoft") || name.contains("exchange") || calendar.holdsBusyStatus { return .microsoft }
    if name.contains("apple") || name.contains("ical 4") || name.contains("mac os x") || name.contains("icloud") {
      return .apple
    }
    return .other
  }
}

extension Bucket {
  /// Whether an occurrence in this bucket takes place in somebody's time.
  var takesPlace: Bool {
    switch self {
    case .rejected, .superseded, .outside, .cancelled: false
    default: true
    }
  }
}
