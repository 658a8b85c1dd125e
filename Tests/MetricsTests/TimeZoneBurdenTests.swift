import ICalendar
import Meetings
import Policy
import TestBooks
import Testing

@testable import Metrics

@Suite("Time-zone burden")
struct TimeZoneBurdenTests {
  /// Berlin (UTC+2 in July), San Francisco (UTC−7), Bengaluru (UTC+5:30), all 09:00–17:00; Bea in Bengaluru Sunday to Thursday.
  private func threeSites() -> BookBuilder {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("ada", zone: TestZone.berlin)
    books.person("sam", zone: TestZone.sanFrancisco)
    books.person("bea", zone: TestZone.bengaluru, days: WorkDays(rawValue: 0b100_1111))
    return books
  }

  @Test("Berlin, San Francisco and Bengaluru to the second")
  func threeZones() {
    var books = threeSites()
    // Tuesday 16:00:10–17:10:30 UTC, 4,220 s. sam 09:00:10–10:10:30: inside. ada 18:00:10–19:10:30: past the edge, evening:
    // 4,220 s × 200. bea 21:30:10–22:40:30: evening 1,790 s × 200, night 2,430 s × 400.
    books.series("call", times: 0)
    books.meeting(
      "Call", at: "2026-07-07 16:00:10", minutes: 70, seconds: 20, with: ["sam", "ada", "bea"], series: "call")
    let (measures, book) = measure(books)
    #expect(measures.total("sam", in: book).zoneBurden == 0)
    #expect(measures.total("ada", in: book).zoneBurden == 4220)
    #expect(measures.total("ada", in: book).zoneBurdenPoints == 4220 * 200)
    #expect(measures.total("bea", in: book).zoneBurden == 4220)
    #expect(measures.total("bea", in: book).zoneBurdenPoints == 1790 * 200 + 2430 * 400)
    #expect(measures.total("bea", in: book).afterHoursLoad == 0)
    let series = measures.series("call", in: book)
    #expect(series.zoneBurdenPoints == 4220 * 200 + 1790 * 200 + 2430 * 400)
    #expect(series.burdens.map(\.person) == [book.person("bea"), book.person("ada")])
  }

  @Test("edge, early morning, day off and night on a day off")
  func classes() {
    var books = threeSites()
    books.person("eve", zone: TestZone.sanFrancisco, hours: "08:00-16:00")
    // Friday 14:15–15:15 UTC: ada 16:15–17:15, so outside by 15 min; eve 07:15–08:15: edge 45 min; sam 07:15–08:15: early
    // 45 min, edge 15 min; bea 19:45–20:45: day off 60 min. Nobody has all of it inside: after-hours load.
    books.meeting("Nobody", at: "2026-07-10 14:15", minutes: 60, with: ["ada", "sam", "eve", "bea"])
    // Friday 14:00–15:00 UTC: ada 16:00–17:00, inside. eve 07:00–08:00: edge. sam 07:00–08:00: early. bea 19:30–20:30: day off.
    books.meeting("Inside", at: "2026-07-10 14:00", minutes: 60, with: ["ada", "sam", "eve", "bea"])
    // Friday 16:15–16:45 UTC: sam 09:15–09:45, inside. bea 21:45–22:15: day off, then night.
    books.meeting("Late", at: "2026-07-10 16:15", minutes: 30, with: ["sam", "bea"])
    let (measures, book) = measure(books)
    #expect(measures.total("ada", in: book).zoneBurden == 0)
    #expect(measures.total("ada", in: book).afterHoursLoad == minutes(15))
    #expect(measures.total("eve", in: book).zoneBurdenPoints == 3600 * 100)
    #expect(measures.total("eve", in: book).afterHoursLoad == minutes(45))
    #expect(measures.total("sam", in: book).zoneBurdenPoints == 3600 * 200)
    #expect(measures.total("sam", in: book).afterHoursLoad == minutes(60))
    #expect(measures.total("bea", in: book).zoneBurdenPoints == 3600 * 300 + 900 * 300 + 900 * 400)
    #expect(measures.total("bea", in: book).zoneBurden == minutes(90))
    #expect(measures.total("bea", in: book).afterHoursLoad == minutes(60))
  }

  @Test("it takes an hour of difference between participants and somebody at work for all of it")
  func test() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("ada", hours: "09:00-17:00")
    books.person("near", zone: .fixed(secondsEast: 3599, name: "near"), hours: "09:00-20:00")
    books.person("far", zone: .fixed(secondsEast: 3600, name: "far"), hours: "09:00-20:00")
    books.person("row", zone: .fixed(secondsEast: -3600, name: "row"), hours: "09:00-17:00", hasCalendar: false)
    // 17:00–18:00 for ada; all of it inside for the other.
    books.meeting("Less than an hour apart", at: "2026-07-06 17:00", minutes: 60, with: ["ada", "near"])
    books.meeting("An hour apart", at: "2026-07-07 17:00", minutes: 60, with: ["ada", "far"])
    books.meeting("Declined", at: "2026-07-08 17:00", minutes: 60, with: ["ada", "x@else.example", "far".declining])
    books.meeting("Known from the roster", at: "2026-07-09 17:00", minutes: 60, with: ["ada", "row"])
    books.meeting("One second too long", at: "2026-07-10 17:00", minutes: 120, seconds: 1, with: ["ada", "far"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    // Tuesday with far. Thursday row works 09:00–17:00 at UTC−1, until 18:00 UTC: inside.
    #expect(ada.zoneBurden == hours(2))
    #expect(ada.zoneBurdenPoints == hours(2) * 100)
    #expect(ada.afterHoursLoad == hours(2) + hours(2) + 1)
  }

  @Test("overlapping meetings burden each by itself; only minutes in the window count")
  func overlapAndWindow() {
    var books = threeSites()
    books.meeting("A", at: "2026-07-07 16:00", minutes: 60, with: ["ada", "sam"])
    books.meeting("B", at: "2026-07-07 16:00", minutes: 60, with: ["ada", "sam"])
    // Sunday 23:30 to Monday 00:30 UTC+2 for ada; for sam 14:30–15:30 on Sunday, a day off: nobody at work.
    books.meeting("C", at: "2026-07-05 21:30", minutes: 60, with: ["ada", "sam"])
    let (measures, book) = measure(books)
    #expect(measures.total("ada", in: book).zoneBurden == hours(2))
    #expect(measures.total("ada", in: book).afterHoursLoad == minutes(30))
    #expect(measures.total("sam", in: book).afterHoursLoad == 0)
  }

  @Test("the same meeting moves into somebody's evening when only one side's clocks change")
  func clocksChange() {
    var books = BookBuilder(from: "2026-10-19", to: "2026-11-09", zone: TestZone.berlin)
    books.person("ada")
    books.person("sam", zone: TestZone.sanFrancisco)
    books.series("call", times: 3, at: "2026-10-20 16:00", minutes: 60, with: ["ada", "sam"])
    // Berlin goes back on 25 October, San Francisco on 1 November. 16:00 in Berlin is 07:00, then 08:00, then 07:00 there:
    // early for an hour (× 200), edge (× 100), early.
    let (measures, book) = measure(books)
    let sam = measures.person("sam", in: book)
    let points: [Int64] = [720_000, 360_000, 720_000]
    #expect(sam.weeks.map(\.measures.zoneBurdenPoints) == points)
  }

  @Test("every second of a window is in exactly one class, and the sums agree with counting", arguments: 0..<8)
  func partition(seed: Int) {
    var random = Seeded(UInt64(seed))
    let days = BookTimes.day("2026-10-18")..<BookTimes.day("2026-11-04")
    var policy = Policy.TimeZones()
    if seed % 2 == 1 { (policy.nightStart, policy.nightEnd) = (0, hours(5, 30)) }
    var books = BookBuilder(from: "2026-10-18", to: "2026-11-04")
    let start = Int64.random(in: 0...14, using: &random)
    let end = Int64.random(in: (start + 1)...24, using: &random)
    books.person(
      "ada", zone: TestZone.all[seed % TestZone.all.count], hours: "\(start):00-\(end):00",
      days: WorkDays(rawValue: UInt8.random(in: 1...127, using: &random)))
    let person = books.book().people[0]
    let clock = WorkingClock(WorkPattern(person), over: days, policy: policy)
    for _ in 0..<20 {
      let from = Int64.random(in: 0..<(16 * 86_400), using: &random)
      let span = Span(
        start: clock.wholeDay(0).start + from,
        end: clock.wholeDay(0).start + (from + Int64.random(in: 0..<100_000, using: &random))
      ).clipped(to: Span(start: clock.wholeDay(0).start, end: clock.wholeDay(16).end))
      let classes = clock.seconds(in: span)
      #expect(classes.values.reduce(0, +) == span.duration)
      #expect(clock.outOfHours(in: span) == span.duration - (classes[.working] ?? 0))
      #expect(clock.points(in: span) == classes.reduce(0) { $0 + $1.value * $1.key.weight(policy) })
      // One reading a minute against the ruling's words.
      for second in stride(from: span.start.seconds, to: span.end.seconds, by: 997) {
        let moment = Span(start: Instant(second), end: Instant(second + 1))
        #expect(clock.seconds(in: moment) == [expected(Instant(second), person, policy): 1])
      }
    }
  }

  /// The class of a moment, by the words of the ruling.
  private func expected(_ moment: Instant, _ person: Person, _ policy: Policy.TimeZones) -> TimeOfDay {
    let wall = person.zone.wallTime(at: moment)
    let (works, second) = (person.works(on: wall.day), wall.secondOfDay)
    if works && second >= person.workStart && second < person.workEnd { return .working }
    let night =
      policy.nightStart > policy.nightEnd
      ? second >= policy.nightStart || second < policy.nightEnd
      : second >= policy.nightStart && second < policy.nightEnd
    if night { return .night }
    if !works { return .dayOff }
    if second >= person.workStart - policy.edge && second < person.workEnd + policy.edge { return .edge }
    return .evening
  }
}
