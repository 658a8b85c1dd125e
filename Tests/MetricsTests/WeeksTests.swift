import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@Suite("Weeks")
struct WeeksTests {
  private func twoWeeks() -> BookBuilder {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-20")
    books.person("ada")
    books.person("bob")
    books.meeting("One", at: "2026-07-09 10:00", minutes: 60, with: ["ada", "bob"])
    books.meeting("Two", at: "2026-07-13 10:00", minutes: 120, with: ["ada", "bob"])
    return books
  }

  @Test("a week spent mostly absent is left out of averages and stays in totals")
  func absentWeek() {
    var books = twoWeeks()
    // Three of five days: 24 h of 40 h.
    books.absence("ada", from: "2026-07-06", through: "2026-07-08")
    let (measures, book) = measure(books)
    let ada = measures.person("ada", in: book)
    #expect(ada.weeks.map(\.isLeftOut) == [true, false])
    #expect(ada.weeks.map(\.measures.working) == [hours(16), hours(40)])
    #expect(ada.weeks.map(\.week.isoText) == ["2026-W28", "2026-W29"])
    #expect(ada.weeksCounted == Fraction(1))
    #expect(ada.total!.meeting == hours(3))
    #expect(ada.total!.meetings == 2)
    #expect(ada.counted.meeting == hours(2))
    #expect(measures.person("bob", in: book).weeksCounted == Fraction(2))
  }

  @Test("absences of exactly half the working time leave no week out, a second more does", arguments: [0, 1])
  func exactlyHalf(second: Int64) {
    var books = twoWeeks()
    // Two days and 09:00–13:00 of the third: 20 h of 40 h.
    books.absence("ada", from: "2026-07-06", through: "2026-07-07")
    books.meeting(
      "Dentist", at: "2026-07-08 09:00", minutes: 240, seconds: second, with: ["ada".inBucket(.absence)])
    let (measures, book) = measure(books)
    let ada = measures.person("ada", in: book)
    #expect(ada.weeks[0].measures.working == hours(20) - second)
    #expect(ada.weeks[0].isLeftOut == (second == 1))
  }

  @Test("a week at the window's edge weighs its working days inside; overlapping absences count once")
  func weights() {
    // Wednesday to Wednesday: 3 days of W27 (1–5 July), 2 days of W28.
    var books = BookBuilder(from: "2026-07-01", to: "2026-07-08")
    books.person("ada")
    books.person("eve", days: [WorkDays(day: 2), WorkDays(day: 6)])
    books.absence("ada", from: "2026-07-01")
    books.absence("ada", from: "2026-07-01")
    let (measures, book) = measure(books)
    let ada = measures.person("ada", in: book)
    #expect(ada.weeks.map(\.week.isoText) == ["2026-W27", "2026-W28"])
    #expect(ada.weeks.map(\.weight) == [Fraction(3, 5), Fraction(2, 5)])
    #expect(ada.weeks.map(\.measures.working) == [hours(16), hours(16)])
    #expect(ada.weeks.map(\.isLeftOut) == [false, false])
    #expect(ada.weeksCounted == Fraction(1))  // 3/5 + 2/5
    // eve works Wednesdays and Sundays: both of W27, none of W28.
    #expect(measures.person("eve", in: book).weeksCounted == Fraction(1))
    #expect(measures.person("eve", in: book).weeks.count == 2)
  }

  @Test("a meeting across midnight from Sunday to Monday is one of both weeks and one of the window")
  func acrossWeeks() {
    var books = twoWeeks()
    books.meeting("Night", at: "2026-07-12 23:30", minutes: 60, with: ["ada", "bob"])
    let (measures, book) = measure(books)
    let ada = measures.person("ada", in: book)
    #expect(ada.weeks.map(\.measures.meetings) == [2, 2])
    #expect(ada.weeks.map(\.measures.booked) == [hours(1, 30), hours(2, 30)])
    #expect(ada.total!.meetings == 3)
  }

  @Test("an absence in dates is read on the person's clock, a timed one to the second")
  func absenceDates() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("sam", zone: TestZone.sanFrancisco)
    books.absence("sam", from: "2026-07-07")
    books.meeting(
      "Out", at: "2026-07-09 16:00", minutes: 90, seconds: 5, zone: TestZone.sanFrancisco,
      with: ["sam".inBucket(.absence)])
    let (measures, book) = measure(books)
    // 40 h − 8 h on Tuesday − 16:00–17:00 on Thursday.
    #expect(measures.total("sam", in: book).working == hours(31))
  }

  @Test("weeks are those of the window of a person who joined later; who left before has none")
  func joiners() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-20")
    books.person("new", window: ("2026-07-14", "2026-07-20"))
    books.person("gone", window: ("2026-07-06", "2026-07-06"))
    books.person("off", hasCalendar: false)
    books.meeting("Early", at: "2026-07-13 10:00", minutes: 60, with: ["new", "gone", "off"])
    books.meeting("Long", at: "2026-07-05 23:00", minutes: 120, with: ["new", "gone", "off"])
    let (measures, book) = measure(books)
    let new = measures.person("new", in: book)
    #expect(new.weeks.map(\.week.isoText) == ["2026-W29"])
    #expect(new.weeksCounted == Fraction(4, 5))
    #expect(new.total!.meetings == 0)
    #expect(measures.person("gone", in: book).weeks.isEmpty)
    #expect(measures.person("gone", in: book).weeksCounted == .zero)
    #expect(measures.total("gone", in: book) == Measures())
    #expect(measures.person("off", in: book).total == nil)
    #expect(measures.meetings.isEmpty)
  }
}
