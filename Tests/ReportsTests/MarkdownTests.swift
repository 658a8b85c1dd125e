import ICalendar
import Metrics
import Testing

@testable import Reports

@Suite("Markdown")
struct MarkdownTests {
  @Test(
    "what calendars say is no Markdown, HTML or link any more",
    arguments: [
      ("a|b", "a\\|b"),
      ("`rm`", "\\`rm\\`"),
      ("[x](https://evil.example)", "\\[x\\](https\\://evil.example)"),
      ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"),
      ("R&D &lt;", "R\\&D \\&lt;"),
      ("**bold** _it_ ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~"),
      ("# heading", "\\# heading"),
      ("- item", "\\- item"),
      ("+ item", "\\+ item"),
      ("1. item", "1\\. item"),
      ("2) item", "2\\) item"),
      ("===", "\\==="),
      ("see http://a.example and www.b.example", "see http\\://a.example and www\\.b.example"),
      ("mailto:a@b.example", "mailto\\:a@b.example"),
      ("a\\b", "a\\\\b"),
      ("$x$", "\\$x\\$"),
      ("two\nlines", "two␊lines"),
      ("two\r\nlines", "two␍lines"),
      ("a\tb", "a␉b"),
      ("evil\u{202E}txt", "evil⟨U+202E⟩txt"),
    ])
  func escapes(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(
    "harmless titles are not littered with backslashes",
    arguments: [
      "Weekly sync", "1:1 Ada / Bob", "Q3 planning (part 2)", "Re: budget", "v1.2 - release", "会議", "Ada's round",
    ])
  func leavesHarmlessTitles(text: String) {
    #expect(MarkdownText.escaped(text) == text)
  }

  @Test("interpolated text is escaped, Markdown is not")
  func interpolation() {
    let title = "a|b"
    let inner: MarkdownText = "**\(title)**"
    #expect(("x \(inner) \(3)" as MarkdownText).source == "x **a\\|b** 3")
  }

  @Test("a table is one block with a rule that aligns numbers to the right")
  func table() {
    var writer = MarkdownWriter()
    writer.heading(2, "Load")
    writer.table([.words("Team"), .number("Hours")], [["\("a|b")", "1.0 h"]])
    #expect(writer.text == "## Load\n\n| Team | Hours |\n| :-- | --: |\n| a\\|b | 1.0 h |\n")
  }

  @Test("a table without rows, and a list without items, is nothing")
  func nothing() {
    var writer = MarkdownWriter()
    writer.table([.words("Team")], [])
    writer.list([])
    #expect(writer.text.isEmpty)
  }

  @Test("one is singular, everything else plural")
  func plurals() {
    #expect(Phrases.counted(1, "meeting") == "1 meeting")
    #expect(Phrases.counted(2, "meeting") == "2 meetings")
    #expect(Phrases.counted(0, "meeting") == "no meetings")
    #expect(Phrases.counted(1, "person", "people") == "1 person")
    #expect(Phrases.counted(1234, "person", "people") == "1,234 people")
  }

  @Test("hours are said with one decimal below a hundred and none above")
  func hours() {
    #expect(Phrases.hours(seconds: 44_640) == "12.4 h")
    #expect(Phrases.hours(Fraction(9994, 100)) == "99.9 h")
    #expect(Phrases.hours(Fraction(9995, 100)) == "100 h")
    #expect(Phrases.hours(Fraction(1_234_567)) == "1,234,567 h")
    #expect(Phrases.hours(Fraction(-1, 20)) == "-0.1 h")
  }

  @Test("a small share is not said to be none, a large one not all")
  func percent() {
    #expect(Phrases.percent(Fraction(43, 100)) == "43 %")
    #expect(Phrases.percent(Fraction(1, 1000)) == "under 1 %")
    #expect(Phrases.percent(Fraction(999, 1000)) == "over 99 %")
    #expect(Phrases.percent(Fraction(1)) == "100 %")
    #expect(Phrases.percent(3, of: 0) == nil)
  }

  @Test("a window's last day is inside")
  func window() {
    let window = CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 10, day: 1)
    #expect(Phrases.dates(window) == "2026-07-01 to 2026-09-30")
  }

  @Test("long titles are cut, also those whose characters carry endless marks")
  func cut() {
    #expect(Phrases.cut("short", to: 10) == "short")
    #expect(Phrases.cut("a title too long", to: 8) == "a title…")
    let zalgo = "a" + String(repeating: "\u{301}", count: 500)
    #expect(Phrases.cut(zalgo, to: 10).unicodeScalars.count <= 41)
  }
}
