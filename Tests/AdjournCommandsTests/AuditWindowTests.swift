import CommandLineKit
import ICalendar
import Testing

@testable import AdjournCommands

@Suite("The window is named by the user")
struct AuditWindowTests {
  @Test(
    "A quarter runs from its first day to the first of the next",
    arguments: [
      ("2026-Q1", "2026-01-01", "2026-04-01"), ("2026-Q3", "2026-07-01", "2026-10-01"),
      ("2026-Q4", "2026-10-01", "2027-01-01"), ("1900-Q1", "1900-01-01", "1900-04-01"),
      ("2200-Q4", "2200-10-01", "2201-01-01"),
    ])
  func quarter(word: String, from: String, to: String) throws {
    let window = try Self.window("--quarter", word)
    #expect(window.days.lowerBound.isoText == from)
    #expect(window.days.upperBound.isoText == to)
    #expect(window.name == word)
  }

  @Test("Dates name a half-open window and the folder of its report")
  func dates() throws {
    let window = try Self.window("--from", "2028-02-29", "--to", "2028-03-01")
    #expect(window.days.upperBound - window.days.lowerBound == 1)
    #expect(window.name == "2028-02-29_2028-03-01")
  }

  @Test(
    "What is no window is refused in one line, before any work, with an example",
    arguments: [
      [], ["--quarter", "2026-Q5"], ["--quarter", "2026-Q0"], ["--quarter", "2026-3"], ["--quarter", "26-Q3"],
      ["--quarter", "2026-Q33"], ["--quarter", "1899-Q4"], ["--quarter", "2201-Q1"], ["--quarter", "Q3-2026"],
      ["--from", "2026-07-01"], ["--to", "2026-07-01"], ["--from", "2026-07-01", "--to", "2026-07-01"],
      ["--from", "2026-10-01", "--to", "2026-07-01"], ["--from", "2026-02-29", "--to", "2026-07-01"],
      ["--from", "2026-7-1", "--to", "2026-10-01"], ["--from", "1899-12-31", "--to", "1900-10-01"],
      ["--from", "2200-01-01", "--to", "2201-01-02"], ["--quarter", "2026-Q3", "--from", "2026-07-01"],
    ])
  func refused(words: [String]) {
    for command in ["audit", "check", "occurrences"] {
      let call = Call([command, "nowhere.ics"] + words)
      #expect(call.code == 64)
      #expect(call.output.isEmpty)
      #expect(call.errorLines.count == 1)
      #expect(call.errors.contains("20") || call.errors.contains("--quarter"))
      #expect(!call.errors.contains("nowhere.ics"))
    }
  }

  /// The window that these options name.
  private static func window(_ words: String...) throws -> AuditWindow {
    try AuditWindow(AuditCommand.definition.parse(["x.ics"] + words))
  }
}
