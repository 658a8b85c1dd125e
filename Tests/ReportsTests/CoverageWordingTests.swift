import ICalendar
import Meetings
import TestBooks
import Testing

@testable import Reports

/// Eight people: two healthy, the others each with a doubt of their own; the last with an empty calendar.
private var doubtful: BookBuilder {
  var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
  let feed = CalendarContents(
    attendees: false, answers: false, created: false, modified: false, descriptions: true, titles: true)
  books.person("ada", producer: .google)
  books.person("bob", producer: .microsoft, contents: feed)
  books.person("cy", doubts: [.exportedBeforeWindowEnd(BookTimes.day("2026-09-12"))])
  books.person("dora", producer: .microsoft, contents: feed, doubts: [.endsBeforeWindow(BookTimes.day("2026-08-20"))])
  books.person("eli", doubts: [.exportedBeforeWindowEnd(BookTimes.day("2026-09-13"))])
  books.person("fay", isComplete: false, doubts: [.endsBeforeWindow(nil)])
  books.person("gus", isComplete: false)
  books.person("hal", producer: .google, doubts: [.empty])
  books.meeting(
    "Talk", at: "2026-07-06 10:00", minutes: 30, with: ["ada", "bob", "cy", "dora", "eli", "fay", "gus"])
  return books
}

@Suite("What the report says of its sources")
struct CoverageWordingTests {
  @Test("the first page counts the calendars that may lack part of the period, and why")
  func firstPage() {
    let document = text("audit.md", of: report(doubtful))
    #expect(
      document.contains(
        """
        5 of 8 calendars may lack part of the period: 2 hold nothing after its last day, 2 were exported before its end and 1 \
        holds no event. What \
        looks like few meetings there may be meetings that are missing (`data_doubt` in `personal/people.csv`). `adjourn \
        check` says which.
        """))
    #expect(document.contains("2 calendars were not read whole."))
    #expect(!document.contains("reaches the end of the period."))
  }

  @Test("where nothing is in doubt, that is said")
  func healthy() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-10-01")
    books.person("ada")
    let document = text("audit.md", of: report(books))
    #expect(
      document.contains("Every person has a calendar here that was read whole and reaches the end of the period."))
  }

  @Test("the first page names nobody whose calendar is in doubt")
  func names() {
    #expect(!text("audit.md", of: report(doubtful)).contains("dora"))
  }

  @Test("the sources stand by what they hold, with what that keeps the report from saying")
  func sources() {
    let document = text("audit.md", of: report(doubtful))
    let feed = "titles, descriptions | attendees, answers, creation times, change times"
    #expect(document.contains("| Microsoft 365 | 2 | \(feed) | 0 | 1 |"))
    #expect(
      document.contains(
        "| Google | 1 | titles, attendees, answers, descriptions, creation times, change times | nothing | 0 | 0 |"))
    #expect(document.contains("| Google | 1 | – | – | 0 | 1 |"))
    #expect(document.contains("2 calendars leave out answers: no verdict rests on an answer that is not known."))
    #expect(!document.contains("leave out descriptions"))
    #expect(document.contains("Of those in the people table, 100 % have a calendar here."))
  }

  @Test("each person's row says what is in doubt, by code")
  func column() {
    let doubts = rows("personal/people.csv", of: report(doubtful)).map {
      ($0["complete"] ?? "") + " " + ($0["data_doubt"] ?? "")
    }
    #expect(
      doubts == [
        "yes ", "yes ", "yes exported-before-period-end", "yes ends-before-period", "yes exported-before-period-end",
        "no damaged;ends-before-period", "no damaged", "yes empty",
      ])
  }

  @Test(
    "advice names the dates on both sides, and says what to do",
    arguments: [
      (Coverage.Doubt.damaged, "export it again"), (.empty, "check that it is the right calendar"),
      (.startsAfterWindow(BookTimes.day("2026-10-02")), "nothing before 2026-10-02, and the period ends on 2026-09-30"),
      (
        .endsBeforeWindow(BookTimes.day("2026-08-20")),
        "nothing after 2026-08-20 (recurring events aside), and the period ends on 2026-09-30"
      ),
      (
        .startsInsideWindow(BookTimes.day("2026-07-12")),
        "nothing before 2026-07-12, and the period begins on 2026-07-01"
      ),
      (.endsBeforeWindow(nil), "only recurring events in it"),
      (
        .exportedBeforeWindowEnd(BookTimes.day("2026-09-12")),
        "exported on 2026-09-12, and the period ends on 2026-09-30"
      ),
    ])
  func advice(doubt: Coverage.Doubt, words: String) {
    let period = BookTimes.day("2026-07-01")..<BookTimes.day("2026-10-01")
    #expect(DoubtWording.advice(doubt, in: period).contains(words))
  }
}
