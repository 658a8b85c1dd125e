import Testing

@testable import ICalendar

@Suite("Days, weeks, spans")
struct TimeTests {
  @Test(
    "Dates count days since 1970-01-01",
    arguments: [(1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2026, 7, 1, 20_635)])
  func days(_ year: Int, _ month: Int, _ day: Int, _ days: Int32) {
    #expect(CivilDay(year: year, month: month, day: day).days == days)
    #expect(CivilDay(days: days).components == (year, month, day))
  }

  @Test("Every day of the years read goes to its date and back, weekdays in turn")
  func allDays() {
    var weekday = CivilDay(year: 1600, month: 1, day: 1).weekday.rawValue
    #expect(weekday == Weekday.saturday.rawValue)
    for number in CivilDay(year: 1600, month: 1, day: 1).days..<CivilDay(year: 2201, month: 1, day: 1).days {
      let day = CivilDay(days: number)
      let (year, month, number) = day.components
      guard CivilDay(year: year, month: month, day: number) == day, day.weekday.rawValue == weekday else {
        Issue.record("\(day.isoText)")
        return
      }
      weekday = (weekday + 1) % 7
    }
  }

  @Test(
    "ISO weeks belong to the year of their Thursday",
    arguments: [
      ("20260101", "2026-W01"), ("20251229", "2026-W01"), ("20270103", "2026-W53"), ("20270104", "2027-W01"),
      ("20210103", "2020-W53"), ("20160101", "2015-W53"),
    ])
  func weeks(_ date: String, _ week: String) { #expect(ISOWeek(holding: day(date)).isoText == week) }

  @Test("Readings before 1970 have their own day")
  func early() {
    #expect(WallTime(-1).day == CivilDay(days: -1) && WallTime(-1).secondOfDay == 86_399)
    #expect(WallTime(-86_400).day == CivilDay(days: -1) && WallTime(-86_400).secondOfDay == 0)
  }

  @Test("Spans are half-open: back to back is no overlap, a point touches where it begins")
  func spans() {
    func span(_ a: Int64, _ b: Int64) -> Span { Span(start: Instant(a), end: Instant(b)) }
    #expect(!span(0, 10).overlaps(span(10, 20)) && span(0, 11).overlaps(span(10, 20)))
    #expect(span(10, 10).touches(span(10, 20)) && !span(20, 20).touches(span(10, 20)))
    #expect(span(5, 3).isEmpty && span(0, 10).clipped(to: span(5, 20)) == span(5, 10))
    #expect(span(0, 10).contains(Instant(0)) && !span(0, 10).contains(Instant(10)))
  }
}
