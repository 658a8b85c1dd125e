import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@Suite("Recomputation")
struct RecomputationTests {
  /// ada and bob on Monday, 09:00–17:00: the series 10:00–11:00, and for ada another meeting 12:00–13:00.
  private func monday() -> MeetingBook {
    var books = BookBuilder(from: "2026-07-06", to: "2026-07-07")
    books.person("ada")
    books.person("bob")
    books.series("sync", times: 1, at: "2026-07-06 10:00", minutes: 60, with: ["ada", "bob"])
    books.meeting("Other", at: "2026-07-06 12:00", minutes: 60, with: ["ada", "x@else.example"])
    return books.book()
  }

  @Test("a shorter meeting gives back its minutes, and the blocks that these complete")
  func shorter() {
    let book = monday()
    let half = Recomputation(book, policy: Policy()).returned(by: book.series("sync")) { occurrence, _ in
      Span(start: occurrence.span.start, end: occurrence.span.start + minutes(30))
    }
    // ada: pieces 60, 60, 240 become 60, 90, 240: a block of 90 min. bob: 60, 360 become 60, 390.
    #expect(half.attendee == minutes(60))
    #expect(half.focus == minutes(90) + minutes(30))
    #expect(half.focusBlocks == 1)
  }

  @Test("a meeting without some of its people gives back theirs only")
  func smaller() {
    let book = monday()
    let bob = book.person("bob")
    let smaller = Recomputation(book, policy: Policy()).returned(by: book.series("sync")) { occurrence, attendance in
      attendance.person == bob ? nil : occurrence.span
    }
    // bob: 60, 360 become 480.
    #expect(smaller.attendee == minutes(60))
    #expect(smaller.focus == minutes(120))
    #expect(smaller.focusBlocks == 0)
  }

  @Test("a move can break focus time")
  func moved() {
    let book = monday()
    let moved = Recomputation(book, policy: Policy()).returned(by: book.series("sync")) { occurrence, _ in
      Span(start: occurrence.span.start + hours(4), end: occurrence.span.end + hours(4))
    }
    // 14:00–15:00 instead. ada: 60, 60, 240 become 180, 60, 120: 60 more. bob: 60, 360 become 300, 120: 60 more.
    #expect(moved.attendee == 0)
    #expect(moved.focus == minutes(60) + minutes(60))
    #expect(moved.focusBlocks == 2)
  }

  @Test("without the series it returns its attendee hours and its focus cost; unchanged, nothing", arguments: 0..<30)
  func removal(seed: Int) {
    let book = RandomBooks.book(seed)
    let recomputation = Recomputation(book, policy: Policy())
    for series in AuditMeasures.measure(book, policy: Policy()).series {
      let gone = recomputation.returned(by: series.series) { _, _ in nil }
      #expect(gone.attendee == series.attendee)
      #expect(gone.focus == series.focusCost)
      #expect(gone.focusBlocks == series.focusBlocksReturned)
      let same = recomputation.returned(by: series.series) { occurrence, _ in occurrence.span }
      #expect(same.attendee == 0 && same.focus == 0 && same.focusBlocks == 0)
    }
  }
}
