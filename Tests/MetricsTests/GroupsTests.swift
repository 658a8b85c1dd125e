import Meetings
import Policy
import TestBooks
import Testing

@testable import Metrics

@Suite("Groups")
struct GroupsTests {
  @Test(
    "groups too small are hidden, and with them the next smallest until subtraction tells nothing",
    arguments: [
      ([7, 5, 2], [1, 2]),  // 2 hidden people: the five go too
      ([7, 6, 3, 2], [2, 3]),  // 3 + 2 are enough
      ([7, 0], [1]),  // nobody to protect
      ([9, 1], [0, 1]),  // only one other: it goes
      ([5, 5, 5], []),
      ([4, 5, 5], [0, 1]),  // of equals the first
      ([1, 1, 1, 1, 8], [0, 1, 2, 3, 4]),
      ([1, 1, 1, 1, 1, 8], [0, 1, 2, 3, 4]),
    ] as [([Int], [Int])])
  func hiding(sizes: [Int], hidden: [Int]) {
    #expect(GroupMeasures.hidden(sizes, smallest: 5) == Set(hidden))
  }

  /// Teams of so many people, each with a calendar and one hour of meetings on Monday per place in the team, from 1.
  private func company(_ teams: [String: Int]) -> BookBuilder {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    for (team, count) in teams.sorted(by: { $0.key < $1.key }) {
      for place in 1...count {
        books.person("\(team)\(place)", team: team)
        books.meeting(
          "\(team)\(place)", at: "2026-07-06 09:00", minutes: Int64(place) * 60,
          with: [Guest("\(team)\(place)"), "x@else.example"])
      }
    }
    return books
  }

  @Test("a team's value is the mean of its members' weekly averages, each member alike")
  func means() {
    var books = company(["core": 5])
    // Not measured: one without a calendar, one away all week.
    books.person("off", team: "core", hasCalendar: false)
    books.person("away", team: "core")
    books.absence("away", from: "2026-07-06", through: "2026-07-10")
    let (measures, _) = measure(books)
    let core = measures.teams[0]
    #expect(core.people == 7)
    #expect(core.measured == 5)
    #expect(core.means?.values["meeting_hours"] == Fraction(3))  // (1 + 2 + 3 + 4 + 5) ÷ 5
    #expect(core.means?.values["meetings"] == Fraction(1))
    #expect(core.means?.values["working_hours"] == Fraction(40))
    #expect(core.means?.values["cost"] == Fraction(225))  // 3 h × 75
    #expect(core.means?.values["working_share"] == Fraction(3, 40))
    #expect(Set(core.means!.values.keys) == Set(PersonColumn.allCases.map(\.rawValue)))
  }

  @Test("a weekly average divides the hours of the counted weeks by their weight")
  func weeklyAverage() {
    // Wednesday 1 July to Tuesday 14 July: 3/5 + 1 + 2/5 weeks. ada is away in the second: (2 h + 1 h) ÷ 1 week.
    var books = BookBuilder(from: "2026-07-01", to: "2026-07-15")
    books.person("ada", team: "core")
    books.absence("ada", from: "2026-07-06", through: "2026-07-10")
    for (day, length) in [("2026-07-02", Int64(120)), ("2026-07-07", 240), ("2026-07-14", 60)] {
      books.meeting("M", at: day + " 10:00", minutes: length, with: ["ada", "x@else.example"])
    }
    let (measures, _) = measure(books)
    // A small circle: one person, nothing suppressed.
    #expect(measures.teams[0].means?.values["meeting_hours"] == Fraction(3))
    #expect(measures.teams[0].means?.values["working_hours"] == Fraction(40))
  }

  @Test("a member of whom a share cannot be told is left out of that column only")
  func unknownShare() {
    var books = company(["core": 2])
    // Works Sundays only, away on the one Sunday morning until 13:00, in meetings for the rest: no free time.
    books.person("sun", days: WorkDays(day: 6), team: "core")
    books.meeting("Dentist", at: "2026-07-12 09:00", minutes: 240, with: ["sun".inBucket(.absence)])
    books.meeting("Rest", at: "2026-07-12 13:00", minutes: 240, with: ["sun", "x@else.example"])
    let (measures, book) = measure(books)
    #expect(measures.person("sun", in: book).counted.fragmentation.index == nil)
    #expect(measures.teams[0].measured == 3)
    #expect(measures.teams[0].means?.values["fragmentation"] == Fraction(0))
    // (1/40 + 2/40 + 4/4) ÷ 3
    #expect(measures.teams[0].means?.values["working_share"] == Fraction(43, 120))
  }

  @Test("teams too small have no numbers, also by subtraction; in a small circle all have")
  func suppression() {
    let (measures, _) = measure(company(["a": 7, "b": 5, "c": 2]))
    #expect(measures.teams.map(\.name) == ["a", "b", "c"])
    #expect(measures.teams.map { $0.means != nil } == [true, false, false])
    #expect(measures.teams.map(\.people) == [7, 5, 2])
    let (circle, _) = measure(company(["a": 3, "b": 1]))
    #expect(circle.teams.map { $0.means != nil } == [true, true])
    let (five, _) = measure(company(["a": 3, "b": 2]))
    #expect(five.teams.map { $0.means != nil } == [false, false])
  }
}
