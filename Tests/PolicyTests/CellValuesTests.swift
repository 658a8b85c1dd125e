import Testing

@testable import Policy

struct CellValuesTests {
  @Test(
    "Times of day in the spellings of spreadsheets",
    arguments: [
      ("9", 32_400), ("9:00", 32_400), ("09:00", 32_400), ("09:00:30", 32_430), ("24:00", 86_400), ("0:00", 0),
      ("9:00 AM", 32_400), ("5:30 pm", 63_000), ("12:00 AM", 0), ("12 PM", 43_200),
    ] as [(String, Int64)])
  func clockTimes(text: String, seconds: Int64) {
    #expect(CellValues.clockTime(text) == seconds)
  }

  @Test(
    "What is no time of day",
    arguments: [
      "", "9:", ":30", "9:60", "24:00:01", "25", "0 PM", "13 PM", "9h", "9.5", "-9", "1:2:3:4", "٩:00", "009:00",
    ])
  func noClockTimes(text: String) {
    #expect(CellValues.clockTime(text) == nil)
  }

  @Test(
    "Amounts with a point or a comma, exact in hundredths",
    arguments: [
      ("75", 7_500), ("0", 0), ("62.5", 6_250), ("62,50", 6_250), ("0.07", 7), ("1.250,00", 125_000),
      ("1,250.5", 125_050), ("1 250", 125_000), ("1\u{202F}250,75", 125_075), ("1'250.00", 125_000),
      ("1.250.000", 125_000_000), ("1,250,000", 125_000_000),
    ] as [(String, Int64)])
  func amounts(text: String, hundredths: Int64) {
    #expect(CellValues.hundredths(text) == hundredths)
  }

  @Test(
    "Amounts that could mean two things, or nothing",
    arguments: [
      "", "1.250", "1,250", "75 USD", "-1", "1.2.3", "1,25,0", "12.345,6,7", "1.250.00", ".5", "5.", "1e3",
      "12345678901",
      "1 25", "1,250 000.00",
    ])
  func noAmounts(text: String) {
    #expect(CellValues.hundredths(text) == nil)
  }

  @Test("Dates that can be read one way only", arguments: ["2026-07-31", "2026/7/31", "31.07.2026", "31.7.2026"])
  func certainDates(text: String) {
    // 2026-07-31 is day 20665 since 1970-01-01.
    #expect(LocalDate(parsing: text) == .certain(20_665))
  }

  @Test("Dates whose order shows, and dates whose order does not")
  func orders() {
    #expect(LocalDate(parsing: "31/07/2026") == .ordered(20_665, .dayFirst))
    #expect(LocalDate(parsing: "7/31/2026") == .ordered(20_665, .monthFirst))
    #expect(LocalDate(parsing: "7-7-2026") == .certain(20_641))
    #expect(LocalDate(parsing: "1/7/2026") == .eitherWay(dayFirst: 20_635, monthFirst: 20_460))
    #expect(LocalDate(parsing: "1.7.2026") == .certain(20_635))
  }

  @Test(
    "Days that do not exist, and other words",
    arguments: [
      "2026-02-29", "31.06.2026", "13/13/2026", "7/1/26", "2026-7", "1899-12-31", "2201-01-01", "2026-07-01T00:00",
      "today", "", "2026-07/01", "20260701",
    ])
  func noDates(text: String) {
    #expect(LocalDate(parsing: text) == nil)
  }

  @Test(
    "The day count is the Gregorian one",
    arguments: [(1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (1900, 1, 1, -25_567)])
  func dayCount(year: Int64, month: Int64, day: Int64, days: Int32) {
    #expect(LocalDate.days(year: year, month: month, day: day) == days)
  }

  @Test(
    "Dates with slashes are read in the order that the file's own dates show",
    arguments: [("25/12/2025", Int32(20_635)), ("12/25/2025", Int32(20_460))])
  func fileOrder(evidence: String, expected: Int32) throws {
    let table = try roster("email,from,until\nana@tern.example,1/7/2026,\nbo@tern.example,\(evidence),\n")
    #expect(table.problems == [])
    #expect(table.rows[0].from == expected)
  }

  @Test("A file whose dates contradict each other keeps only those that can be read one way")
  func contradiction() throws {
    let table = try roster(
      "email,from\nana@tern.example,1/7/2026\nbo@tern.example,25/12/2025\ncy@tern.example,12/25/2025\ndy@tern.example,5/5/2026\n"
    )
    #expect(table.rows.map(\.email) == ["bo@tern.example", "cy@tern.example", "dy@tern.example"])
    #expect(table.problems.map(\.row) == [2])
  }

  @Test("Nobody leaves before joining; leaving on the first day is possible")
  func span() throws {
    let table = try roster(
      "email,from,until\nana@tern.example,2026-07-02,2026-07-01\nbo@tern.example,2026-07-01,2026-07-01\n")
    #expect(table.rows.map(\.email) == ["bo@tern.example"])
    #expect(table.problems.map(\.column) == ["until"])
  }

  @Test("A begin after the default end says what the end is by default")
  func startAfterDefaultEnd() throws {
    let table = try roster("email,work_start\nana@tern.example,18:00\n")
    #expect(table.problems.map(\.column) == ["work_start"])
    #expect(table.problems[0].expected == "a time before work_end, by default 17:00")
  }

  @Test("A working day may end at midnight")
  func midnight() throws {
    #expect(try roster("email,work_start,work_end\nana@tern.example,16:00,24:00\n").rows[0].workingDay.end == 86_400)
  }
}
