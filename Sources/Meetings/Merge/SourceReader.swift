import ICalendar

/// Tells what each source can be relied on to say.
struct SourceReader {
  let streams: [CalendarStream]
  let owners: [Int?]
  let finder: OwnerFinder
  let participants: ParticipantTable

  /// By stream.
  func traits() -> [SourceTraits] {
    streams.indices.map { index in
      let content = streams[index].content
      guard let owner = owners[index], !isBusyTimesOnly(index, owner: owner) else {
        return SourceTraits(holdsAttendees: false, holdsAnswers: false, showsOthers: false)
      }
      let showsOthers = content.answering.contains { address in
        guard let participant = participants.participant(address: finder.canonical(address)) else { return true }
        return participants.person[Int(participant)] != owner
      }
      return SourceTraits(
        holdsAttendees: content.holdsAttendees, holdsAnswers: content.holdsAnswers, showsOthers: showsOthers)
    }
  }

  /// Google's free/busy feeds list the calendar's own address, no guest, in every event, all under one title: they do not
  /// say who takes part.
  private func isBusyTimesOnly(_ index: Int, owner: Int) -> Bool {
    let events = streams[index].content.events
    guard let title = events.first?.summary else { return false }
    let table = participants.ofStream[index]
    return events.allSatisfy { event in
      event.summary == title && !event.attendees.isEmpty
        && event.attendees.allSatisfy { table[Int($0.address)].map { participants.person[Int($0)] == owner } ?? true }
    }
  }
}
