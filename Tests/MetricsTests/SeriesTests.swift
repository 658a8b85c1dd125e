import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@Suite("Series")
struct SeriesTests {
  @Test("attendee hours, unseen hours, conflicts, median length and answers of a series by hand")
  func everything() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-08-03")
    for name in ["ada", "bob"] { books.person(name) }
    books.person("off", hasCalendar: false)
    books.series("sync", times: 0)
    func hold(_ day: String, _ minutes: Int64, _ guests: [Guest]) {
      books.meeting("Sync", at: day + " 10:00", minutes: minutes, with: guests, series: "sync")
    }
    hold("2026-07-06", 30, ["ada", "bob", "off", "x@else.example"])
    hold("2026-07-13", 60, ["ada", "bob".answering(.tentative), "x@else.example".answering(.noAnswer)])
    hold("2026-07-20", 45, ["ada", "bob".declining, "x@else.example".answering(.unknown)])
    // Nobody left but the organizer: solo, no meeting for anybody.
    hold("2026-07-27", 90, ["ada", "bob".declining])
    // 10:10–10:20 and 10:15–10:40 on the 6th: of ada's 30 min 20 are double-booked, once.
    books.meeting("P", at: "2026-07-06 10:10", minutes: 10, with: ["ada", "x@else.example"])
    books.meeting("Q", at: "2026-07-06 10:15", minutes: 25, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    let sync = measures.series("sync", in: book)
    #expect(sync.peopleWithCalendar == 2)
    // ada 30 + 60 + 45, bob 30 + 60.
    #expect(sync.attendee == minutes(225))
    // 2 × 30, 1 × 60, 1 × 45; the last is no meeting.
    #expect(sync.unseenAttendee == minutes(165))
    // 30, 45, 60, 90: (45 + 60) ÷ 2 = 52.5 min.
    #expect(sync.medianLength == 3150)
    #expect(sync.conflicting == minutes(20))  // 10:10–10:30
    #expect(sync.answers.accepted == 3)
    #expect(sync.answers.tentative == 1)
    #expect(sync.answers.noAnswer == 1)
    #expect(sync.answers.declined == 2)
    #expect(sync.answers.unknown == 1)
    #expect(sync.answers.known == 7)
    #expect(measures.meetings.map(\.attended) == [2, 1, 1, 2, 1])
  }

  @Test("nobody is unseen in an occurrence that fewer than two people have left open")
  func unseenAlone() {
    var books = aWeek()
    books.series("sync", times: 0)
    // Counted for ada, for whatever reason, although only the outsider has not declined.
    books.meeting(
      "Sync", at: "2026-07-06 10:00", minutes: 60, with: ["ada".declining.inBucket(.meeting), "x@else.example"],
      series: "sync")
    books.meeting("Sync", at: "2026-07-07 10:00", minutes: 30, with: ["ada", "x@else.example"], series: "sync")
    let (measures, book) = measure(books)
    #expect(measures.series("sync", in: book).unseenAttendee == minutes(30))
  }

  @Test("a series has a row only when an occurrence is a meeting for somebody")
  func resting() {
    var books = aWeek()
    books.series("resting", times: 1, at: "2026-07-06 10:00", with: ["ada", "bob".declining])
    books.series("dead", times: 0)
    books.series("live", times: 1, at: "2026-07-07 10:00", with: ["ada", "bob"])
    let (measures, book) = measure(books)
    #expect(measures.series.map(\.series) == [book.series("live")])
  }

  @Test("the worst-off person has most points, then the larger share of bad times, then the first address")
  func worstOff() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-08-03")
    books.person("host")
    // 17:00–18:00 there when it is 16:00 UTC: edge, 3,600 s × 100 a time.
    for name in ["cy", "ann", "bea"] { books.person(name, zone: .fixed(secondsEast: 3600, name: "east")) }
    books.series("call", times: 1, at: "2026-07-06 16:00", minutes: 60, with: ["host", "cy", "ann", "bea"])
    // bea also comes once inside her hours.
    books.meeting("call", at: "2026-07-13 10:00", minutes: 60, with: ["host", "bea"], series: "call")
    let (measures, book) = measure(books)
    let burdens = measures.series("call", in: book).burdens
    #expect(burdens.map { book[$0.person].name } == ["ann", "cy", "bea"])
    #expect(burdens.map(\.points) == [360_000, 360_000, 360_000])
    #expect(burdens.map(\.badTimes) == [1, 1, 1])
    #expect(burdens.map(\.occurrences) == [1, 1, 2])
  }

  @Test("plain after-hours load is a bad time without points")
  func afterHoursBadTime() {
    var books = aWeek()
    books.series("late", every: 1, times: 2, at: "2026-07-06 16:50", minutes: 20, with: ["ada", "bob"])
    let (measures, book) = measure(books)
    let late = measures.series("late", in: book)
    #expect(late.zoneBurdenPoints == 0)
    #expect(late.burdens.map(\.badTimes) == [2, 2])
    #expect(late.burdens.map(\.points) == [0, 0])
    #expect(late.betterSlot == nil)
  }
}
