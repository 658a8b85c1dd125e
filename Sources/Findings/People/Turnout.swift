import Meetings

/// Who of the invited needs a series, told by their answers over its occurrences in the window.
struct Turnout {
  /// People invited, lists left out.
  let invited: Int
  /// Those whose presence is optional, or whose commonest deed was to decline or not to answer.
  let unneeded: Int
  /// Those whose presence is required and who accepted most of the time, the organizer included; ascending.
  let core: [ParticipantID]

  /// Reads the answers of a series: of each occurrence the person's own copy, else the winning copy. "Most of the time" is
  /// more than half of the occurrences for which the answer is known.
  init(of series: Series, in book: MeetingBook) {
    var tallies: [ParticipantID: AnswerCounts] = [:]
    for id in series.occurrences {
      let occurrence = book[id]
      let own = book.attendances(of: occurrence)
      for invitation in book[occurrence.details].invitations {
        let person = book[invitation.participant].person
        let answer = own.first { $0.person == person }?.answer ?? invitation.answer
        tallies[invitation.participant, default: AnswerCounts()].count(answer)
      }
    }
    let people = series.invited.filter { !book[$0].isList }
    let optional = Set(series.optional)
    invited = people.count
    unneeded = people.count { optional.contains($0) || tallies[$0].map(Self.isAbsent) ?? false }
    core = people.filter { !optional.contains($0) && tallies[$0].map(Self.accepts) ?? false }
  }

  private static func isAbsent(_ tally: AnswerCounts) -> Bool { (tally.declined + tally.noAnswer) * 2 > tally.known }
  private static func accepts(_ tally: AnswerCounts) -> Bool { tally.accepted * 2 > tally.known }
}
