import ICalendar
import Meetings
import Policy
import TestBooks
import Testing

@testable import Metrics

@Suite("Proposals")
struct ProposalsTests {
  @Test(
    "the next quarter of a quarter is a quarter; of other windows the equally long one that follows",
    arguments: [
      ("2026-07-01", "2026-10-01", "2027-01-01"), ("2026-10-01", "2027-01-01", "2027-04-01"),
      ("2026-07-06", "2026-07-13", "2026-07-20"), ("2026-07-01", "2026-09-30", "2026-12-30"),
    ])
  func nextWindow(from: String, to: String, end: String) {
    let window = SlotPlanner.window(after: BookTimes.day(from)..<BookTimes.day(to))
    #expect(window == BookTimes.day(to)..<BookTimes.day(end))
  }

  @Test("each weekday of the next quarter has as many dates as any other")
  func dates() {
    // October to December 2026: Thursday 1 October to Thursday 31 December, 92 days, 13 weeks.
    let window = BookTimes.day("2026-10-01")..<BookTimes.day("2027-01-01")
    for (cadence, count) in [(Cadence.weekly, 13), (.biweekly, 6), (.monthly, 3), (.rarer, 1)] {
      let pattern = SlotPattern([], cadence: cadence, window: window)
      for weekday in Weekday.allCases {
        let dates = pattern.dates(on: weekday)
        #expect(dates.count == count)
        #expect(dates.allSatisfy { window.contains($0) && $0.weekday == weekday })
      }
    }
    #expect(SlotPattern([], cadence: .weekly, window: window).dates(on: .thursday)[0].isoText == "2026-10-01")
    #expect(SlotPattern([], cadence: .weekly, window: window).dates(on: .wednesday)[0].isoText == "2026-10-07")
  }

  @Test("a slot that both sites can share is found on next quarter's dates")
  func sharedHour() {
    // Berlin and New York, weekly 11:00–12:00 in Berlin: 05:00 in New York, night. Shared hours are 15:00–17:00 in Berlin; from
    // 25 October to 1 November New York is 5 h behind: 14:00–17:00.
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01", zone: TestZone.berlin)
    books.person("ada")
    books.person("nan", zone: TestZone.newYork)
    books.series("call", times: 13, at: "2026-07-07 11:00", minutes: 60, with: ["ada", "nan"])
    let (measures, book) = measure(books)
    let slot = measures.series("call", in: book).betterSlot
    // 13 dates in the night (05:00–06:00; on 27 October 06:00–07:00, night too): 13 × 3,600 × 400.
    #expect(slot?.worstBefore == Int64(13 * 3600 * 400))
    #expect(slot?.worstAfter == 0)
    // The earliest of the free ones: Monday 15:00.
    #expect(slot?.weekday == .monday)
    #expect(slot?.second == hours(15))
    #expect(slot?.zone === TestZone.berlin)
  }

  @Test("a night in which nobody works is no better slot, and no slot is proposed that helps nobody")
  func noFreeNight() {
    // Twelve hours apart, working days without a common minute. 10:00–11:00 UTC is 22:00–23:00 in the east: night, 400.
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada", hours: "09:00-17:00")
    books.person("eve", zone: .fixed(secondsEast: 43_200, name: "east"), hours: "09:00-17:00")
    books.series("call", times: 13, at: "2026-07-07 10:00", minutes: 60, with: ["ada", "eve"])
    let (measures, book) = measure(books)
    let slot = measures.series("call", in: book).betterSlot
    #expect(slot?.worstBefore == Int64(13 * 3600 * 400))
    // 09:00–10:00 is inside for ada and 21:00–22:00, evening, for eve: 200, and 200 together. At 08:30 it is 200 too, but
    // half an hour of ada's edge more; half past nine reaches eve's night.
    #expect(slot?.worstAfter == Int64(13 * 3600 * 200))
    #expect(slot?.weekday == .monday)
    #expect(slot?.second == hours(9))

    var settled = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    settled.person("ada", hours: "09:00-17:00")
    settled.person("eve", zone: .fixed(secondsEast: 28_800, name: "east"), hours: "09:00-17:00")
    // 09:00–09:30 UTC is 17:00–17:30 for eve: edge, 100, the least there is; 08:30 is as much for ada.
    settled.series("call", times: 13, at: "2026-07-07 09:00", minutes: 30, with: ["ada", "eve"])
    let (after, same) = measure(settled)
    #expect(after.series("call", in: same).zoneBurdenPoints == 13 * 1800 * 100)
    #expect(after.series("call", in: same).betterSlot == nil)
  }

  @Test("a daily series keeps its days; somebody who came once does not decide")
  func daily() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01", zone: TestZone.berlin)
    books.person("ada")
    books.person("nan", zone: TestZone.newYork)
    books.person("kai", zone: .fixed(secondsEast: 32_400, name: "Tokyo"))
    books.series("daily", times: 0, cadence: .daily)
    for day in 1...3 {
      let guests: [Guest] = day == 1 ? ["ada", "nan", "kai"] : ["ada", "nan"]
      books.meeting("Daily", at: "2026-07-0\(day) 11:00", minutes: 15, with: guests, series: "daily")
    }
    let (measures, book) = measure(books)
    let slot = measures.series("daily", in: book).betterSlot
    #expect(slot?.weekday == .wednesday)
    #expect(slot?.second == hours(15))
    #expect(slot?.worstAfter == 0)
  }

  @Test("the best slot agrees with trying every slot occurrence by occurrence", arguments: 0..<4)
  func exhaustive(seed: Int) {
    var random = Seeded(UInt64(seed) + 100)
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    var guests: [Guest] = []
    for name in ["a", "b", "c", "d"] {
      books.person(name, zone: TestZone.all.randomElement(using: &random)!)
      guests.append(Guest(name))
    }
    books.series(
      "call", times: 13, at: "2026-07-07 \(Int.random(in: 10...23, using: &random)):15", minutes: 50,
      zone: TestZone.newYork, with: guests)
    let (measures, book) = measure(books)
    let row = measures.series("call", in: book)
    // Each slot for each person on each date, without sharing or pruning.
    let clocks = book.people.map {
      WorkingClock(
        WorkPattern($0), over: BookTimes.day("2026-09-28")..<BookTimes.day("2027-01-05"), policy: Policy().timeZones)
    }
    func worst(_ weekday: Weekday, _ second: Int64) -> Int64 {
      clocks.map { clock in
        (0..<92).map { BookTimes.day("2026-10-01") + $0 }.filter { $0.weekday == weekday }.prefix(13)
          .reduce(Int64(0)) { sum, day in
            let start = TestZone.newYork.instant(of: WallTime(day, secondOfDay: second))
            return sum + clock.points(in: Span(start: start, end: start + minutes(50)))
          }
      }.max()!
    }
    let start = TestZone.newYork.wallTime(at: book.occurrences[0].span.start)
    let before = worst(start.day.weekday, start.secondOfDay)
    let least = Weekday.allCases.prefix(5).flatMap { day in (0..<48).map { worst(day, Int64($0) * 1800) } }.min()!
    if row.zoneBurdenPoints == 0 || least >= before {
      #expect(row.betterSlot == nil)
    } else {
      #expect(row.betterSlot?.worstBefore == before)
      #expect(row.betterSlot?.worstAfter == least)
    }
  }
}
