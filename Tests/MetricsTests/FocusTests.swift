import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@Suite("Focus")
struct FocusTests {
  /// Ada's measures of Monday 2026-07-06 alone, 09:00–17:00, with meetings given as clock times.
  private func monday(
    _ meetings: [String], absences: [String] = [], block: Int64 = minutes(90), reentry: Int64 = minutes(23)
  ) -> Measures {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    for (text, bucket) in meetings.map({ ($0, Bucket.meeting) }) + absences.map({ ($0, .absence) }) {
      let ends = text.split(separator: "-").map { BookTimes.clock($0) }
      books.meeting(
        text, at: "2026-07-06 " + text.split(separator: "-")[0], minutes: 0, seconds: ends[1] - ends[0],
        with: ["ada".inBucket(bucket), "x@else.example"])
    }
    var policy = Policy()
    policy.focus.block = block
    policy.focus.reentry = reentry
    let (measures, book) = measure(books, policy: policy)
    return measures.total("ada", in: book)
  }

  @Test("free time falls into focus blocks and the rest")
  func blocks() {
    // 09:00–10:30 is a block of exactly 90 min, 11:00–12:29:59 one second too short, 13:00–17:00 a block.
    let day = monday(["10:30-11:00", "12:29:59-13:00"])
    #expect(day.focusBlocks == 2)
    #expect(day.focus == minutes(90) + hours(4))
    #expect(day.fragmented == minutes(90) - 1)
    #expect(day.meetingInAvailable + day.focus + day.fragmented == hours(8))
  }

  @Test("fragmentation is (n−1)/n for n equal pieces, 0 for one, nothing without free time")
  func fragmentation() {
    #expect(monday([]).fragmentation.index == .zero)
    #expect(monday(["12:30-13:30"]).fragmentation.index == Fraction(1, 2))
    #expect(monday(["11:00-12:00", "14:00-15:00"]).fragmentation.index == Fraction(2, 3))
    #expect(monday(["10:15-11:00", "12:15-12:45", "14:00-15:00", "16:15-17:00"]).fragmentation.free == minutes(300))
    #expect(monday(["10:15-11:00", "12:15-12:45", "14:00-15:00", "16:15-17:00"]).fragmentation.index == Fraction(3, 4))
    #expect(monday(["09:00-17:00"]).fragmentation.index == nil)
  }

  @Test("fragmentation of many days is their mean weighted by free time")
  func weightedFragmentation() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-08")
    books.person("ada")
    books.meeting("Middle", at: "2026-07-06 12:30", minutes: 60, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    // Monday 1/2 with 7 h, Tuesday 0 with 8 h: (7 × 1/2) ÷ 15.
    #expect(measures.total("ada", in: book).fragmentation.index == Fraction(7, 30))
  }

  @Test(
    "a block loses the re-entry cost exactly when its first minute is a meeting's end",
    arguments: [
      // In the day: 09:00–12:00 is free of it, 13:00–17:00 is not.
      (["12:00-13:00"], [], hours(7), 1),
      // At the day's edge: the meeting before work ends as work begins.
      (["08:00-09:00"], [], hours(8), 1),
      (["08:00-08:59"], [], hours(8), 0),
      // At an absence's edge: the meeting ends with it.
      (["11:00-12:00"], ["09:00-12:00"], hours(5), 1),
      (["10:00-11:00"], ["09:00-12:00"], hours(5), 0),
      // After an absence alone.
      ([], ["09:00-12:00"], hours(5), 0),
      // Two meetings end together; the block is one.
      (["10:00-12:00", "11:00-12:00"], [], hours(8) - hours(2), 1),
    ] as [([String], [String], Int64, Int)])
  func reentry(meetings: [String], absences: [String], focus: Int64, afterMeetings: Int) {
    let day = monday(meetings, absences: absences)
    // 09:00–10:00 before the two overlapping ones is shorter than a block.
    let blocks = meetings.count == 2 ? focus - hours(1) : focus
    #expect(day.focus == blocks)
    #expect(day.focusBlocksAfterMeetings == afterMeetings)
    #expect(day.effectiveFocus == blocks - Int64(afterMeetings) * minutes(23))
  }

  @Test("the company's mean is also given for other re-entry costs")
  func otherReentries() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    books.meeting("Review", at: "2026-07-06 10:30", minutes: 30, with: ["ada", "x@else.example"])
    let (measures, _) = measure(books)
    // Blocks of 90 and 360 min, the second behind the meeting; one of five working days is a fifth of a week:
    // (450 − 15) min × 5 = 36.25 h, (450 − 30) min × 5 = 35 h.
    let others = measures.company.otherReentries
    #expect(others.map(\.reentry) == [minutes(15), minutes(30)])
    #expect(others.map(\.effectiveFocusHours) == [Fraction(145, 4), Fraction(35)])
  }

  @Test("effective focus is never negative")
  func reentryLongerThanBlock() {
    // Blocks of 90 min at 09:00 (no meeting before) and 15:30; the way back takes two hours.
    let day = monday(["10:30-15:30"], reentry: hours(2))
    #expect(day.focus == hours(3))
    #expect(day.effectiveFocus == minutes(90))
  }

  @Test("no re-entry is lost after solo events and focus blocks")
  func afterSolo() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    books.meeting("Alone", at: "2026-07-06 08:00", minutes: 60, with: ["ada"])
    books.meeting("Focus", at: "2026-07-06 08:30", minutes: 30, with: ["ada".inBucket(.focusBlock)])
    let (measures, book) = measure(books)
    #expect(measures.total("ada", in: book).effectiveFocus == hours(8))
  }

  @Test("placement loss compares with the same meetings in one run at either end of the available time")
  func placementLoss() {
    // Meetings 10:30–11, 12–12:30, 14–14:30, 15:45–16:15: two hours. Pieces 90, 60, 90, 75, 45 min: 3 h of focus.
    // In one run 09:00–11:00 they would leave 11:00–17:00: 6 h. Loss 3 h.
    #expect(
      monday(["10:30-11:00", "12:00-12:30", "14:00-14:30", "15:45-16:15"]).placementLoss == hours(3))
    // Away 12–13, meeting 10–10:30. Pieces 60, 90, 240: 330 min. At the beginning: 09:30–12:00 and 13:00–17:00: 390 min.
    // At the end: 09:00–12:00 and 13:00–16:30: 390 min. Loss 60 min.
    #expect(monday(["10:00-10:30"], absences: ["12:00-13:00"]).placementLoss == minutes(60))
    // Away 11–12. Meetings 09–10 and 12–15:20 (4 h 20 min of 7 h). Pieces 60 and 100: 100 min. At the beginning they take
    // 09–11 and 12–14:20, leaving 160 min; at the end 12:40–17:00, leaving 09–11 (120) and 40: 120 min. Loss 60 min.
    #expect(monday(["09:00-10:00", "12:00-15:20"], absences: ["11:00-12:00"]).placementLoss == minutes(60))
    // Away 10–15, meeting 15:00–15:30: pieces 60, 90. At the beginning 30, 120; at the end 60, 90. Loss 30 min.
    #expect(monday(["15:00-15:30"], absences: ["10:00-15:00"]).placementLoss == minutes(30))
  }

  @Test("placement loss never becomes negative")
  func placementGain() {
    // Away 11:00–12:00 and 13:30–17:00: available 09–11 and 12–13:30. Meeting 10:30–11: 90 + 90 min of focus.
    // At the beginning 90 and 90; at the end 120 and 60: best 180. Loss 0.
    #expect(monday(["10:30-11:00"], absences: ["11:00-12:00", "13:30-17:00"]).placementLoss == 0)
    // Available 09–10:30 and 12–14:20. Meeting 13:30–14:20 (50 min): 90 + 90. At the beginning 40 and 140: 140;
    // at the end 90 and 90. Loss 0. Meeting 12:30–13:20 instead: 90 + 30 + 60: loss 90.
    let away = ["10:30-12:00", "14:20-17:00"]
    #expect(monday(["13:30-14:20"], absences: away).placementLoss == 0)
    #expect(monday(["12:30-13:20"], absences: away).placementLoss == minutes(90))
  }

  @Test("days without a focus block are working days that had room for one")
  func daysWithout() {
    // Pieces of 60 min between meetings: room, no block.
    let broken = monday(["10:00-11:00", "12:00-13:00", "14:00-15:00", "16:00-17:00"])
    #expect(broken.daysWithoutFocusBlock == 1 && broken.daysWithRoomForFocus == 1)
    // Only 89 min available: no room.
    let short = monday([], absences: ["10:29-17:00"])
    #expect(short.daysWithoutFocusBlock == 0 && short.daysWithRoomForFocus == 0)
    // 90 min available in two pieces: room, no block.
    let split = monday([], absences: ["09:45-16:15"])
    #expect(split.daysWithoutFocusBlock == 1 && split.daysWithRoomForFocus == 1)
    #expect(monday([]).daysWithoutFocusBlock == 0)
  }

  @Test("pieces never join across days, also when working days touch at midnight")
  func midnight() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-08")
    books.person("ada", hours: "00:00-24:00")
    books.meeting("Most", at: "2026-07-06 00:00", minutes: 23 * 60, with: ["ada", "x@else.example"])
    books.meeting("Rest", at: "2026-07-07 01:00", minutes: 23 * 60, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    let ada = measures.total("ada", in: book)
    // 23:00–24:00 and 00:00–01:00: two pieces of an hour, no block of two.
    #expect(ada.focusBlocks == 0)
    #expect(ada.fragmented == hours(2))
    #expect(ada.daysWithoutFocusBlock == 2)
  }

  @Test("reserved focus is a union, also out of hours; its trampled part is what meetings cover")
  func reserved() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    books.meeting("Focus", at: "2026-07-06 16:00", minutes: 120, with: ["ada".inBucket(.focusBlock)])
    books.meeting("Focus too", at: "2026-07-06 17:00", minutes: 120, with: ["ada".inBucket(.focusBlock)])
    books.meeting("A", at: "2026-07-06 15:30", minutes: 60, with: ["ada", "x@else.example"])
    books.meeting("B", at: "2026-07-06 16:15", minutes: 30, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    #expect(measures.total("ada", in: book).reservedFocus == hours(3))  // 16:00–19:00
    #expect(measures.total("ada", in: book).trampledFocus == minutes(45))  // 16:00–16:45
  }
}

@Suite("Focus cost of a series")
struct FocusCostTests {
  private func policy(block: Int64) -> Policy {
    var policy = Policy()
    policy.focus.block = block
    return policy
  }

  @Test("a half-hour at 16:30 costs the two hours that it breaks")
  func halfHour() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    books.meeting("Workshop", at: "2026-07-06 09:00", minutes: 360, with: ["ada", "x@else.example"])
    books.series("late", times: 1, at: "2026-07-06 16:30", minutes: 30, with: ["ada", "x@else.example"])
    // Without it 15:00–17:00, a block of two hours; with it 90 min, none.
    let (measures, book) = measure(books, policy: policy(block: hours(2)))
    #expect(measures.series("late", in: book).focusCost == hours(2))
    #expect(measures.series("late", in: book).focusBlocksReturned == 1)
    #expect(measures.series("late", in: book).attendee == minutes(30))
  }

  @Test("two meetings that each recover nothing alone recover 150 min together")
  func notAdditive() {
    // 09:00–11:30 with 10:00–10:15 and 10:30–10:45. Without the first 90 and 45 min, without the second 60 and 75: no block
    // of two hours. Without both 150 min.
    func books(_ first: String, _ second: String) -> BookBuilder {
      var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
      books.person("ada", hours: "09:00-11:30")
      books.series(first, times: 1, at: "2026-07-06 10:00", minutes: 15, with: ["ada", "x@else.example"])
      books.meeting("2", at: "2026-07-06 10:30", minutes: 15, with: ["ada", "x@else.example"], series: second)
      return books
    }
    let (apart, book) = measure(books("a", "b"), policy: policy(block: hours(2)))
    #expect(apart.series("a", in: book).focusCost == 0)
    #expect(apart.series("b", in: book).focusCost == 0)
    let (together, same) = measure(books("a", "a"), policy: policy(block: hours(2)))
    #expect(together.series("a", in: same).focusCost == minutes(150))
  }

  @Test("it is everybody's, over all occurrences, and what another meeting holds does not come back")
  func everybody() {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-20")
    books.person("ada")
    books.person("bob", zone: .fixed(secondsEast: 8 * 3600, name: "far"))
    books.person("eve", hasCalendar: false)
    books.series("sync", times: 2, at: "2026-07-06 13:00", minutes: 60, with: ["ada", "bob", "eve"])
    books.meeting("Same time", at: "2026-07-13 13:00", minutes: 60, with: ["ada", "x@else.example"])
    let (measures, book) = measure(books)
    // ada: 09–13 and 14–17 become 09–17, an hour more and a block less, in the first week only; for bob it is 21:00.
    #expect(measures.series("sync", in: book).focusCost == hours(1))
    #expect(measures.series("sync", in: book).focusBlocksReturned == -1)
  }
}
