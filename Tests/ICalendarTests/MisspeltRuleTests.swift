import Testing

@testable import ICalendar

@Suite("Rules as programs misspell them")
struct MisspeltRuleTests {
  @Test(
    "a trailing comma behind any value is mended", arguments: ["FREQ=DAILY;COUNT=3,", "FREQ=DAILY;COUNT=3;WKST=MO,,"])
  func commas(_ text: String) throws {
    var parser = RuleParser()
    let rule = try parser.parse(Array(text.utf8)[...])
    #expect(rule.count == 3)
    #expect(parser.repairs.contains { $0.hasPrefix("stray comma") })
  }

  @Test("UNTIL before DTSTART leaves DTSTART alone, and that is said")
  func untilBeforeStart() {
    let parsed = parse(
      calendar(event("UID:a", "DTSTART:20260701T090000Z", "RRULE:FREQ=DAILY;UNTIL=20260601T090000Z")))
    #expect(parsed.diagnostics.map(\.issue.code) == ["rule-gives-nothing"])
  }

  @Test("an empty TZID is an unknown zone: the time floats, and that is said")
  func emptyZone() {
    let parsed = parse(calendar(event("UID:a", "DTSTART;TZID=:20260701T090000")))
    #expect(parsed.events.first?.start.form == .floating)
    #expect(parsed.diagnostics.map(\.issue.code) == ["unknown-zone"])
  }
}
