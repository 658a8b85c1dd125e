import ICalendar
import Metrics
import Testing

@testable import Reports

@Suite("CSV")
struct CSVWriterTests {
  @Test(
    "text that a spreadsheet could run gets an apostrophe in front of the character that starts it",
    arguments: [
      ("=1+1", "'=1+1"),
      ("+49 30 1234", "'+49 30 1234"),
      ("-5", "'-5"),
      ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t'=1"),
      ("\r=1", "'\r'=1"),
      ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"),
      ("\u{2212}1", "'\u{2212}1"),
      ("  =1", "  '=1"),
      ("\u{A0}=1", "\u{A0}'=1"),
      ("\u{200B}=1", "\u{200B}'=1"),
      ("\u{3000}=1", "\u{3000}'=1"),
      ("\u{FEFF}\u{200B} =1", "\u{FEFF}\u{200B} '=1"),
      ("a;=1", "a;'=1"),
      ("a; =1;b", "a; '=1;b"),
      ("a\t=1", "a\t'=1"),
      ("a\n=1", "a\n'=1"),
      ("a\r\n=1", "a\r\n'=1"),
      ("\n=1", "\n'=1"),
    ])
  func neutralises(text: String, expected: String) {
    #expect(Array(CSVWriter.neutralised(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "text that nothing runs stays as it is",
    arguments: ["", "Weekly sync", "a=b", "1-2", "ada@company.example", "'=1", "a;b", "– dash", "R&D", "a, \"b\""])
  func leavesHarmlessTextAlone(text: String) {
    #expect(CSVWriter.neutralised(text) == text)
  }

  @Test(
    "control and bidirectional characters are shown, tabs and line breaks stay",
    arguments: [
      ("a\u{0}b", "a␀b"), ("\u{1B}[31m", "␛[31m"), ("a\u{7F}", "a␡"), ("a\u{85}b", "a⟨U+0085⟩b"),
      ("gnp\u{202E}cod", "gnp⟨U+202E⟩cod"), ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"), ("a\u{200F}", "a⟨U+200F⟩"),
      ("a\u{2028}b", "a⟨U+2028⟩b"), ("a\tb\nc", "a\tb\nc"), ("👩‍💻 שלום", "👩‍💻 שלום"),
    ])
  func showsControls(text: String, expected: String) {
    #expect(CSVWriter.field(.text(text)) == expected)
  }

  @Test("numbers stay numbers, also negative ones")
  func numbersStay() {
    #expect(CSVWriter.field(.hours(seconds: -5400)) == "-1.50")
    #expect(CSVWriter.field(.integer(-3)) == "-3")
    #expect(CSVWriter.field(.money(Fraction(-1, 3))) == "-0.33")
  }

  @Test("values are rounded once, half away from zero: hours to two decimals, shares to four")
  func rounds() {
    // 18 s are 0.005 h exactly.
    #expect(CSVWriter.field(.hours(seconds: 18)) == "0.01")
    #expect(CSVWriter.field(.hours(seconds: -18)) == "-0.01")
    #expect(CSVWriter.field(.hours(seconds: 17)) == "0.00")
    // 0.004999… does not become 0.01 by way of 0.005.
    #expect(CSVWriter.field(.hours(Fraction(4999, 1_000_000))) == "0.00")
    #expect(CSVWriter.field(.share(Fraction(1, 3))) == "0.3333")
    #expect(CSVWriter.field(.share(Fraction(2, 3))) == "0.6667")
    #expect(CSVWriter.field(.share(Fraction(5, 100_000))) == "0.0001")
    #expect(CSVWriter.field(.share(3, of: 0)) == "")
    #expect(CSVWriter.field(.amount(Fraction(12_345_675, 1000))) == "12345.68")
  }

  @Test("minutes are written without decimals where they have none")
  func minutes() {
    #expect(CSVWriter.field(.minutes(Fraction(50))) == "50")
    #expect(CSVWriter.field(.minutes(Fraction(75, 2))) == "37.5")
  }

  @Test("dates, weeks and moments are written as ISO 8601 has them, moments in UTC")
  func dates() {
    #expect(CSVWriter.field(.date(CivilDay(year: 2026, month: 7, day: 1))) == "2026-07-01")
    #expect(CSVWriter.field(.week(ISOWeek(holding: CivilDay(year: 2026, month: 7, day: 1)))) == "2026-W27")
    #expect(CSVWriter.field(.instant(Instant(1_782_921_600))) == "2026-07-01T16:00:00Z")
    #expect(CSVWriter.field(.yesNo(true)) == "yes")
    #expect(CSVWriter.field(.empty) == "")
  }

  @Test("an independent reader of RFC 4180 finds every cell as it was")
  func roundTrip() {
    let texts = [
      "plain", "comma, inside", "a \"quoted\" word", "two\r\nlines", "semi;colon", "tab\there", "", "ünïcödé 会議 🎉",
      " blanks ",
    ]
    let table = Table(
      path: "t.csv", columns: texts.indices.map { "c\($0)" }, rows: [texts.map { .text($0) }, texts.map { .text($0) }])
    let bytes = CSVWriter.file(table).bytes
    let records = readCSV(bytes)
    #expect(records.count == 3)
    #expect(records[0] == table.columns)
    #expect(records[1] == texts)
    #expect(records[2] == texts)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }
}
