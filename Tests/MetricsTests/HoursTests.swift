import Meetings
import Policy
import TestBooks
import Testing

@testable import ICalendar
@testable import Metrics

@Suite("Hours")
struct HoursTests {
  @Test("Viva's example: 14:00–15:00 and 14:30–15:30 is 1.5 h, booked 2 h, of them 0.5 h in conflict")
  func overlap() {
    var books = aWeek()
    books.meeting("A", at: "2026-07-06 14:00", minutes: 60, with: ["ada", "bob"])
    books.meeting("B", at: "2026-07-06 14:30", minutes: 60, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    #expect(ada.meetings == 2)
    #expect(ada.meeting == hours(1, 30))
    #expect(ada.booked == hours(2))
    #expect(ada.conflicting == minutes(30))
    #expect(measures.total("bob", in: book).meeting == hours(1))
  }

  @Test("meeting time is split at the second at which the working day ends, whether the person is absent or not")
  func workingDayEdge() {
    var books = aWeek()
    // 16:30:00–17:45:20: 30 min inside, 45 min 20 s outside.
    books.meeting("Late", at: "2026-07-06 16:30", minutes: 75, seconds: 20, with: ["ada", "bob"])
    books.absence("bob", from: "2026-07-06")
    let (measures, book) = measure(books)
    for name in ["ada", "bob"] {
      let total = measures.total(name, in: book)
      #expect(total.workingHoursMeeting == minutes(30))
      #expect(total.afterHoursMeeting == minutes(45) + 20)
    }
    // Five days of 8 h, for bob four.
    #expect(measures.total("ada", in: book).meetingInAvailable == minutes(30))
    #expect(measures.total("ada", in: book).working == hours(40))
    #expect(measures.total("bob", in: book).meetingInAvailable == 0)
    #expect(measures.total("bob", in: book).working == hours(32))
  }

  @Test("a meeting across the window's edge counts with what lies inside, on each person's own clock")
  func windowEdge() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
    books.person("ada", zone: .fixed(secondsEast: 3600, name: "east"), cost: 10_000)
    books.person("bob")
    // ada's window begins at 23:00 UTC on the 5th, bob's at midnight: of 22:30–00:15 UTC ada has 75 min, bob 15.
    books.meeting("Across", at: "2026-07-05 22:30", minutes: 105, with: ["ada", "bob"])
    let (measures, book) = measure(books)
    #expect(measures.total("ada", in: book).booked == minutes(75))
    #expect(measures.total("bob", in: book).booked == minutes(15))
    #expect(measures.total("ada", in: book).meetings == 1)
    // 4,500 s × 10,000 hundredths.
    #expect(measures.total("ada", in: book).cost == 45_000_000)
    #expect(measures.meetings.map(\.attendee) == [minutes(90)])
    #expect(measures.meetings.map(\.attended) == [2])
    // On ada's clock 00:00–01:15 of Monday, on bob's 00:00–00:15.
    #expect(measures.heatmap[.monday, 0] == minutes(75))
    #expect(measures.heatmap[.monday, 1] == minutes(15))
  }

  @Test("bounds are unions: accepted, not declined, and with unknown participants")
  func bounds() {
    var books = aWeek()
    books.meeting("Yes", at: "2026-07-06 10:00", minutes: 60, with: ["ada", "bob"])
    books.meeting("Maybe", at: "2026-07-06 10:30", minutes: 60, with: ["bob", "ada".answering(.tentative)])
    books.meeting("Unknown", at: "2026-07-06 11:00", minutes: 60, with: ["ada".inBucket(.unknownParticipants)])
    books.meeting("No", at: "2026-07-06 15:00", minutes: 60, with: ["bob", "x@else.example", "ada".declining])
    books.meeting("Alone", at: "2026-07-06 16:00", minutes: 60, with: ["ada"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    #expect(ada.acceptedMeeting == hours(1))  // 10:00–11:00
    #expect(ada.meeting == hours(1, 30))  // 10:00–11:30
    #expect(ada.upperMeeting == hours(2))  // 10:00–12:00
    #expect(ada.meetings == 2)
    #expect(ada.booked == hours(2))
  }

  @Test("recurring hours are the union of recurring meetings alone")
  func recurring() {
    var books = aWeek()
    books.series("standup", every: 1, times: 5, at: "2026-07-06 09:00", minutes: 15, with: ["ada", "bob"])
    books.series("sync", times: 1, at: "2026-07-06 09:10", minutes: 20, with: ["ada", "bob"])
    books.meeting("Single", at: "2026-07-06 14:00", minutes: 60, with: ["ada", "bob"])
    let (measures, book) = measure(books)
    // Monday 09:00–09:30, four days 15 min.
    #expect(measures.total("ada", in: book).recurringMeeting == minutes(90))
    #expect(measures.total("ada", in: book).meeting == minutes(150))
  }

  @Test("a meeting without length is a meeting, adds no time and splits no free time")
  func zeroLength() {
    var books = aWeek()
    books.meeting("Ping", at: "2026-07-06 13:00", minutes: 0, with: ["ada", "bob"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    #expect(ada.meetings == 1)
    #expect(ada.booked == 0)
    #expect(ada.focusBlocks == 5)
    #expect(ada.effectiveFocus == hours(40))
    #expect(measures.meetings.map(\.attended) == [2])
  }

  @Test("the hour that comes twice when summer time ends is measured and mapped twice", arguments: [true, false])
  func clocksGoBack(inBerlin: Bool) {
    let zone = inBerlin ? TestZone.berlin : TestZone.newYork
    let sunday = inBerlin ? "2026-10-25" : "2026-11-01"
    var books = BookBuilder(
      from: inBerlin ? "2026-10-19" : "2026-10-26", to: inBerlin ? "2026-10-26" : "2026-11-02", zone: zone)
    // Works on Sundays 01:00–05:00, five real hours on this one.
    books.person("ada", hours: "01:00-05:00", days: WorkDays(day: 6))
    let start = BookTimes.instant(sunday + " 00:30", in: zone)
    let end = BookTimes.instant(sunday + " 04:00", in: zone)
    // 00:30–04:00 with one hour twice: 4.5 h.
    #expect(end - start == hours(4, 30))
    books.meeting(
      "Release", at: sunday + " 00:30", minutes: (end - start) / 60, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    #expect(ada.working == hours(5))
    #expect(ada.meeting == hours(4, 30))
    #expect(ada.workingHoursMeeting == hours(4))
    #expect(ada.afterHoursMeeting == minutes(30))
    // Berlin repeats 02:00–03:00, New York 01:00–02:00.
    let twice = inBerlin ? 2 : 1
    #expect(
      (0...4).map { measures.heatmap[.sunday, $0] }
        == [1800, 3600, 3600, 3600, 0].enumerated().map {
          $0.offset == twice ? 7200 : $0.element
        })
  }

  @Test("a half-hour change in the middle of an hour splits the hour on the heat map")
  func halfHourChange() {
    // The clocks go half an hour ahead, as on Lord Howe Island, but here in the middle of an hour.
    let change = BookTimes.instant("2026-07-07 00:15", in: .utc)
    var map = Heatmap()
    map.add(
      Span(start: change - 900, end: change + 1800),
      in: Zone(name: "Half", transitions: [change.seconds], offsets: [0, 1800]))
    // Tuesday 00:00–00:15, then the clocks show 00:45: 15 min in hour 0, 15 min in hour 1.
    #expect(map[.tuesday, 0] == minutes(30))
    #expect(map[.tuesday, 1] == minutes(15))
  }
}
