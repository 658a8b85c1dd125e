import ICalendar
import Meetings

/// What the people of an audit contribute to one series while their calendars are measured one after the other.
struct SeriesSums {
  /// People with a calendar who attend.
  var people = 0
  var attendee: Int64 = 0
  var conflicting: Int64 = 0
  var focusCost: Int64 = 0
  var focusBlocks = 0
  var points: Int64 = 0
  /// In the order of people.
  var burdens: [PersonBurden] = []
}

/// What one person contributes to one series.
struct OnePersonInSeries {
  var attendances = 0
  var badTimes = 0
  var points: Int64 = 0
}

extension SeriesSums {
  mutating func add(_ person: PersonID, _ part: OnePersonInSeries) {
    people += 1
    points += part.points
    if part.badTimes > 0 {
      burdens.append(
        PersonBurden(person: person, occurrences: part.attendances, badTimes: part.badTimes, points: part.points))
    }
  }
}

extension PersonBurden {
  /// Most points first; then the larger share of bad times, then the address, in whose order people stand (`rulings.md`,
  /// `worst_off`).
  static func isWorse(_ a: PersonBurden, _ b: PersonBurden) -> Bool {
    if a.points != b.points { return a.points > b.points }
    let (left, right) = (a.badTimes * b.occurrences, b.badTimes * a.occurrences)
    return left != right ? left > right : a.person < b.person
  }
}

extension SeriesMeasures {
  /// Puts together what is said about a series by its people and by its occurrences. `counted` tells which occurrences are
  /// a meeting for somebody.
  init(_ series: Series, _ sums: SeriesSums, in book: MeetingBook, counted: [Bool], betterSlot: SlotProposal?) {
    var lengths: [Int64] = []
    var answers = AnswerCounts()
    var unseen: Int64 = 0
    for id in series.occurrences {
      let occurrence = book[id]
      lengths.append(occurrence.span.duration)
      answers += occurrence.answers
      if counted[Int(id.index)], occurrence.size >= 2 { unseen += occurrence.span.duration * Int64(occurrence.unseen) }
    }
    self.init(
      series: series.id, peopleWithCalendar: sums.people, medianLength: Self.median(lengths), attendee: sums.attendee,
      unseenAttendee: unseen, answers: answers, conflicting: sums.conflicting, focusCost: sums.focusCost,
      focusBlocksReturned: sums.focusBlocks, burdens: sums.burdens.sorted(by: PersonBurden.isWorse),
      zoneBurdenPoints: sums.points, betterSlot: betterSlot)
  }

  /// The middle length; of an even number the mean of the middle two, half a second rounded up.
  static func median(_ lengths: [Int64]) -> Int64 {
    let sorted = lengths.sorted()
    guard let last = sorted.last else { return 0 }
    let upper = sorted.count / 2 < sorted.count ? sorted[sorted.count / 2] : last
    return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper + 1) / 2
  }
}
