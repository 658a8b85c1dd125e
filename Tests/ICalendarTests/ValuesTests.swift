import Testing

@testable import ICalendar

@Suite("Dates, durations and content lines")
struct ValuesTests {
  @Test(
    "Dates and times are read in the forms that programs write (RFC 5545 §3.3.4, §3.3.5)",
    arguments: [
      ("20260701", "20260701T000000"), ("20260701T090000", "20260701T090000"), ("20260701T090000Z", "20260701T090000"),
      ("20260701t090000z", "20260701T090000"), ("20260701T0900", "20260701T090000"), ("2026-07-01", "20260701T000000"),
      ("2026-07-01T09:00:00Z", "20260701T090000"), ("20240229", "20240229T000000"),
      // A leap second counts as the second before it (§3.3.12).
      ("20161231T235960Z", "20161231T235959"), ("20260701T240000", "20260702T000000"),
    ])
  func readable(_ written: String, _ expected: String) throws {
    #expect(text(try #require(DateValue(written.utf8)).wall) == expected)
  }

  @Test(
    "Unreadable dates are refused",
    arguments: [
      "", "2026", "202607011", "20260230", "20261301", "20260700", "20260701T", "20260701T25", "20260701T250000",
      "20260701T096000", "20260701T090061", "20260701Z", "20260701T090000+0200", "18991231", "22010101", "soon",
      "20260701T090000ZZ", "20260701T090000T", "20230229",
    ])
  func unreadable(_ written: String) { #expect(DateValue(written.utf8) == nil) }

  @Test(
    "Durations keep days apart from seconds (§3.3.6)",
    arguments: [
      ("P1D", 1, 0), ("PT24H", 0, 86_400), ("P2W", 14, 0), ("P1DT2H3M4S", 1, 7384), ("PT90M", 0, 5400),
      ("-PT15M", 0, -900),
      ("+P1D", 1, 0), ("p1dt1h", 1, 3600),
    ])
  func durations(_ written: String, _ days: Int, _ seconds: Int64) throws {
    let value = try #require(DurationValue(Array(written.utf8)[...]))
    #expect(value.days == days && value.seconds == seconds)
  }

  @Test(
    "Unreadable durations are refused",
    arguments: ["", "P", "PT", "1D", "P1", "P1H", "PT1D", "P1Y", "PT1H30", "PTT1H", "P9999999999W"])
  func badDurations(_ written: String) { #expect(DurationValue(Array(written.utf8)[...]) == nil) }

  private func content(_ text: String) -> ContentLine? { ContentLine(Array(text.utf8), number: 1) }

  @Test("Quoted parameters may hold colons, semicolons and commas (§3.1)")
  func quoted() throws {
    let line = try #require(
      content(#"ATTENDEE;CN="Ito; Aya: Team, North";PARTSTAT=ACCEPTED:mailto:aya@made-up.example"#))
    #expect(line.name == "ATTENDEE")
    #expect(line.parameter("cn") == "Ito; Aya: Team, North")
    #expect(line.parameter("PARTSTAT", is: "accepted"))
    #expect(line.plainValue == "mailto:aya@made-up.example")
  }

  @Test("A quote that is never closed costs no line")
  func openQuote() throws {
    let line = try #require(content(#"DTSTART;TZID="Europe/Berlin:20260701T090000"#))
    #expect(line.parameter("TZID") == "Europe/Berlin" && line.plainValue == "20260701T090000")
  }

  @Test("An Exchange display name without quotes keeps its colon")
  func displayName() throws {
    let line = try #require(content("DTSTART;TZID=(UTC-08:00) Pacific Time (US & Canada):20260701T090000"))
    #expect(line.parameter("TZID") == "(UTC-08:00) Pacific Time (US & Canada)")
    #expect(line.plainValue == "20260701T090000")
  }

  @Test("Escapes of TEXT are resolved (§3.3.11)")
  func escapes() throws {
    #expect(
      try #require(content(#"SUMMARY:One\, two\; three\\four\nfive\Nsix"#)).text == "One, two; three\\four\nfive\nsix")
  }

  @Test("Bytes that are no UTF-8 are read as Windows-1252")
  func latin() {
    #expect(TextValue.decode([0x42, 0xFC, 0x72, 0x6F][...]) == "Büro")
    #expect(TextValue.decode([0x80, 0x20, 0x96][...]) == "€ –")
  }

  @Test("A line without a colon is none")
  func noColon() { #expect(content("just words") == nil && content(":value") == nil && content("") == nil) }
}
