import ICalendar

/// Turns placed occurrences into the numbered values of a `MeetingBook`.
struct BookAssembler {
  let placed: Placement
  let people: PeopleBuilder
  let streams: [CalendarStream]
  let clocks: Clocks

  /// What occurrences of one form share: the winning copy, and the list of guests with their answers as a whole.
  private struct FormKey: Hashable {
    let winner: EventCopy.ID
    let guests: [Int32]
  }

  /// The book; streams of excluded people are left out.
  func book(window: Range<CivilDay>, ledgers: [Ledger]) -> MeetingBook {
    let order = placed.placed.indices.filter { placed.placed[$0].isHeld }.sorted { key($0) < key($1) }
    let items = order.map { placed.placed[$0] }
    let numbers = participantNumbers(of: items)
    let sources = Source.all(streams, traits: placed.traits)
    let series = SeriesAssembler(
      placed: placed, clocks: clocks, streams: streams, participantNumbers: numbers.new, sources: sources)
    let texts = TextReader(placed: placed, sources: sources)
    var details: [MeetingDetails] = []
    var forms: [FormKey: DetailsID] = [:]
    var occurrences: [Occurrence] = []
    var attendances: [Attendance] = []
    var known: [PersonID] = []
    for item in items {
      let form = FormKey(
        winner: item.occurrence.winner.id,
        guests: item.guests.guests.map { $0.participant &* 8 &+ Int32($0.answer.rawValue) })
      let detailsID: DetailsID
      if let existing = forms[form] {
        detailsID = existing
      } else {
        detailsID = DetailsID(details.count)
        details.append(
          self.details(of: item, series: series.seriesOfGroup[item.group], numbers: numbers.new, texts: texts))
        forms[form] = detailsID
      }
      occurrences.append(
        occurrence(item, id: occurrences.count, details: detailsID, attendances: &attendances, known: &known))
    }
    return MeetingBook(
      window: window, people: people.people, participants: participants(numbers.order), details: details,
      series: series.assemble(occurrences: occurrences, items: items),
      occurrences: occurrences, attendances: attendances, knownAttendees: known,
      calendars: accounts(ledgers, sources: sources))
  }

  private func key(_ index: Int) -> (Span, String, Int64, Int) {
    let item = placed.placed[index]
    return (
      item.occurrence.span, placed.groups[item.group].copies.uid, item.occurrence.original?.seconds ?? .min, item.group
    )
  }

  // MARK: Participants

  /// Those who take part in anything get numbers in the order of their addresses, whatever the order of files.
  private func participantNumbers(of items: [Placement.Placed]) -> (order: [Int], new: [ParticipantID]) {
    let addresses = placed.participants.addresses
    var isUsed = Array(repeating: false, count: addresses.count)
    for item in items { for guest in item.guests.guests { isUsed[Int(guest.participant)] = true } }
    let order = addresses.indices.filter { isUsed[$0] }.sorted { addresses[$0] < addresses[$1] }
    var new = Array(repeating: ParticipantID(0), count: addresses.count)
    for (number, old) in order.enumerated() { new[old] = ParticipantID(number) }
    return (order, new)
  }

  private func participants(_ order: [Int]) -> [Participant] {
    order.map { old in
      Participant(
        address: placed.participants.addresses[old], person: placed.participants.person[old].map { PersonID($0) },
        isList: placed.participants.isList[old], isSetAside: placed.participants.isSetAside[old])
    }
  }

  // MARK: Meetings

  private func details(
    of item: Placement.Placed, series: SeriesID?, numbers: [ParticipantID], texts: TextReader
  ) -> MeetingDetails {
    let group = placed.groups[item.group]
    let event = placed.event(item.occurrence.winner)
    let isPrivate = group.copies.isPrivate
    let told = series == nil ? event : texts.event(of: item.occurrence, in: group)
    return MeetingDetails(
      uid: group.uid, series: series, title: isPrivate ? "" : event?.summary ?? "", isPrivate: isPrivate,
      organizer: item.guests.guests.first(where: \.isOrganizer).flatMap { guest in
        // Who is excluded is named nowhere.
        placed.participants.isExcluded[Int(guest.participant)] ? nil : numbers[Int(guest.participant)]
      },
      invitations: item.guests.guests.map {
        Invitation(participant: numbers[Int($0.participant)], answer: $0.answer, isOptional: $0.isOptional)
      }.sorted { $0.participant < $1.participant },
      description: series == nil || isPrivate ? "" : told?.description ?? "", attachments: told?.attachments ?? 0,
      created: texts.created(group))
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
    let holders = Set(item.occurrence.holders.map(\.person))
    for guest in item.guests.guests {
      let person = placed.participants.person[Int(guest.participant)]
      let isList = placed.participants.isList[Int(guest.participant)]
      let isExcluded = placed.participants.isExcluded[Int(guest.participant)]
      if !guest.isOrganizer, !isList, !isExcluded { answers.count(guest.answer) }
      guard guest.answer != .declined else { continue }
      if let person { known.append(PersonID(person)) }
      // Whose whole calendar is here and does not hold it does not attend it.
      let isSeen = person.map { people.people[$0].isComplete || holders.contains($0) } ?? false
      if !isSeen, !isList, !isExcluded { unseen += 1 }
    }
    known[firstKnown...].sort()
    return Occurrence(
      id: OccurrenceID(id), details: details, span: item.occurrence.span, originalStart: item.occurrence.original,
      isAllDay: item.occurrence.isAllDay, size: item.guests.size, unseen: unseen,
      answers: answers, attendances: start..<attendances.count, knownAttendees: firstKnown..<known.count)
  }

  // MARK: Calendars

  private func accounts(_ ledgers: [Ledger], sources: [Source]) -> [CalendarAccount] {
    var filled = Array(repeating: 0, count: people.people.count)
    for (stream, owner) in zip(streams, people.ownerOfStream) where stream.content.read > 0 {
      if let owner { filled[owner] += 1 }
    }
    return streams.indices.compactMap { index in
      guard let owner = people.ownerOfStream[index] else { return nil }
      let content = streams[index].content
      return CalendarAccount(
        name: streams[index].name, person: PersonID(owner), ownership: people.ownership[index],
        producer: sources[index].producer, contents: sources[index].contents,
        coverage: CoverageReader(content, by: sources[index].producer, owner: people.people[owner]).coverage(
          isAlone: filled[owner] == 0),
        isComplete: content.isComplete, ledger: ledgers[index])
    }
  }
}
