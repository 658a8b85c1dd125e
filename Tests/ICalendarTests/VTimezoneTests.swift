import Testing

@testable import ICalendar

@Suite("A calendar's own VTIMEZONEs (RFC 5545 §3.6.5)")
struct VTimezoneTests {
  /// As Exchange writes Central European time under a name of its own.
  private static let exchange = """
    BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
    """

  /// A zone of one offset for ever.
  private func fixed(_ name: String, _ offset: String) -> String {
    """
    BEGIN:VTIMEZONE
    TZID:\(name)
    BEGIN:STANDARD
    DTSTART:19700101T000000
    TZOFFSETFROM:\(offset)
    TZOFFSETTO:\(offset)
    END:STANDARD
    END:VTIMEZONE
    """
  }

  private func start(_ line: String, beside zone: String...) -> String? {
    let parsed = parse(calendar(zone.joined(separator: "\n"), event(line)), from: "19000101", to: "22000101")
    return parsed.events.first.map { text($0.start.instant(floating: .utc)) }
  }

  @Test(
    "A zone that only the file knows is followed, also after 2037",
    arguments: [
      ("20260115T090000", "20260115T080000Z"), ("20260715T090000", "20260715T070000Z"),
      ("20260329T023000", "20260329T013000Z"), ("20261025T023000", "20261025T003000Z"),
      ("20500715T090000", "20500715T070000Z"),
    ])
  func custom(_ reading: String, _ moment: String) {
    #expect(start("DTSTART;TZID=Customized Time Zone:\(reading)", beside: Self.exchange) == moment)
    #expect(start("DTSTART;TZID=\"Customized Time Zone\":\(reading)", beside: Self.exchange) == moment)
  }

  @Test("The file's own zone beats the system's of the same name")
  func ownBeatsSystem() {
    #expect(
      start("DTSTART;TZID=Europe/Berlin:20260701T090000", beside: fixed("Europe/Berlin", "+0500")) == "20260701T040000Z"
    )
  }

  @Test("A VTIMEZONE may stand behind the events that use it")
  func zoneBehind() {
    let stream = calendar(event("DTSTART;TZID=Here:20260701T090000"), fixed("Here", "+0500"))
    #expect(parse(stream).events.map { text($0.start.instant(floating: .utc)) } == ["20260701T040000Z"])
  }

  @Test("A TZID means something within its VCALENDAR only")
  func scoped() {
    let stream =
      calendar(fixed("Here", "+0500"), event("UID:a", "DTSTART;TZID=Here:20260701T090000"))
      + calendar(fixed("Here", "-0300"), event("UID:b", "DTSTART;TZID=Here:20260701T090000"))
      + calendar(event("UID:c", "DTSTART;TZID=Here:20260701T090000"))
    let parsed = parse(stream)
    #expect(
      parsed.events.map { text($0.start.instant(floating: .utc)) }
        == ["20260701T040000Z", "20260701T120000Z", "20260701T090000Z"])
    #expect(parsed.diagnostics.map(\.issue) == [.unknownZone("Here")])
    #expect(parsed.events[2].start.form == .floating)
  }

  @Test("A VTIMEZONE without observances stands for the zone of its name")
  func noObservance() {
    let empty = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nEND:VTIMEZONE"
    #expect(start("DTSTART;TZID=Europe/Berlin:20260701T090000", beside: empty) == "20260701T070000Z")
    let located = "BEGIN:VTIMEZONE\nTZID:Office\nX-LIC-LOCATION:Europe/Berlin\nEND:VTIMEZONE"
    #expect(start("DTSTART;TZID=Office:20260701T090000", beside: located) == "20260701T070000Z")
    let unknown = "BEGIN:VTIMEZONE\nTZID:Nowhere\nEND:VTIMEZONE"
    #expect(start("DTSTART;TZID=Nowhere:20260701T090000", beside: unknown) == "20260701T090000Z")
  }

  @Test(
    "A VTIMEZONE that covers some years only is lengthened by the zone of its name",
    arguments: [
      ("20250115T090000", "20250115T080000Z"), ("20250715T090000", "20250715T070000Z"),
      ("20260115T090000", "20260115T080000Z"), ("20260715T090000", "20260715T070000Z"),
      ("20270115T090000", "20270115T080000Z"), ("20500715T090000", "20500715T070000Z"),
    ])
  func cutOff(_ reading: String, _ moment: String) {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Europe/Berlin
      BEGIN:STANDARD
      DTSTART:20251026T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20260329T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE
      """
    #expect(start("DTSTART;TZID=Europe/Berlin:\(reading)", beside: zone) == moment)
  }

  @Test("UNTIL and RDATE end and add onsets; UNTIL is UTC, the dates are readings before the change (§3.6.5)")
  func untilAndDates() {
    // The first example of §3.6.5, shortened: New York's rule of 1987 to 2006, and the years 2007 and 2008 by date.
    let zone = """
      BEGIN:VTIMEZONE
      TZID:NYC
      BEGIN:DAYLIGHT
      DTSTART:19870405T020000
      RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:19871025T020000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20070311T020000
      RDATE:20080309T020000
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:20071104T020000
      RDATE:20081102T020000
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      END:STANDARD
      END:VTIMEZONE
      """
    for (reading, moment) in [
      ("20060402T015959", "20060402T065959Z"), ("20060402T030000", "20060402T070000Z"),
      ("20061029T013000", "20061029T053000Z"), ("20061030T090000", "20061030T140000Z"),
      ("20070320T090000", "20070320T130000Z"), ("20080320T090000", "20080320T130000Z"),
      ("20081110T090000", "20081110T140000Z"), ("20200701T090000", "20200701T140000Z"),
    ] {
      #expect(start("DTSTART;TZID=NYC:\(reading)", beside: zone) == moment)
    }
  }

  @Test("Exchange's display name may be escaped in the one place and not in the other")
  func escapedNames() {
    let zone = fixed(#"(UTC+05:00) Here\, There"#, "+0500")
    for name in [#"(UTC+05:00) Here\, There"#, "\"(UTC+05:00) Here, There\"", "(UTC+05:00) Here, There"] {
      #expect(start("DTSTART;TZID=\(name):20260701T090000", beside: zone) == "20260701T040000Z")
    }
  }

  @Test("Quoted names that differ only behind a colon or semicolon are two zones")
  func quotedNames() {
    let names = [#""Town: north""#, #""Town: south""#, #""Town; north""#, #""Town; south""#]
    let offsets = ["+0500", "-0300", "+0200", "-0800"]
    let zones = zip(names, offsets).map { fixed($0.filter { $0 != "\"" }.replacing(";", with: "\\;"), $1) }
    let events = names.enumerated().map { event("UID:\($0.offset)", "DTSTART;TZID=\($0.element):20260701T120000") }
    let parsed = parse(calendar((zones + events).joined(separator: "\n")))
    #expect(
      parsed.events.map { text($0.start.instant(floating: .utc)) }
        == ["20260701T070000Z", "20260701T150000Z", "20260701T100000Z", "20260701T200000Z"])
  }

  @Test("Two names that differ in case are two zones; a case that nobody has finds the only one")
  func caseOfNames() {
    let both = [fixed("Town", "+0500"), fixed("town", "-0300")].joined(separator: "\n")
    #expect(start("DTSTART;TZID=Town:20260701T090000", beside: both) == "20260701T040000Z")
    #expect(start("DTSTART;TZID=town:20260701T090000", beside: both) == "20260701T120000Z")
    #expect(start("DTSTART;TZID=TOWN:20260701T090000", beside: fixed("Town", "+0500")) == "20260701T040000Z")
  }

  @Test(
    "Damage is said, and the zone of that name is used",
    arguments: [
      "TZOFFSETFROM:+0100\nTZOFFSETTO:+5328", "TZOFFSETFROM:+0100", "TZOFFSETFROM:+0100\nTZOFFSETTO:soon",
      "TZOFFSETFROM:+0100\nTZOFFSETTO:+1801",
    ])
  func damaged(_ lines: String) {
    let zone =
      "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19700101T000000\n\(lines)\nEND:STANDARD\nEND:VTIMEZONE"
    let parsed = parse(calendar(zone, event("DTSTART;TZID=Europe/Berlin:20260701T090000")))
    #expect(parsed.events.map { text($0.start.instant(floating: .utc)) } == ["20260701T070000Z"])
    #expect(parsed.said == ["4 unusable-vtimezone"])
  }

  @Test("A rule of an observance that is not yearly is not followed")
  func notYearly() {
    let zone = Self.exchange.replacing("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", with: "FREQ=DAILY")
    #expect(parse(calendar(zone, event("DTSTART:20260701T090000Z"))).said == ["4 unusable-vtimezone"])
  }

  @Test("A VTIMEZONE without END swallows no event")
  func missingEnd() {
    let zone = fixed("Here", "+0500").replacing("\nEND:VTIMEZONE", with: "")
    let parsed = parse(calendar(zone, event("DTSTART;TZID=Here:20260701T090000")))
    #expect(parsed.events.map { text($0.start.instant(floating: .utc)) } == ["20260701T040000Z"])
    #expect(parsed.said == ["4 missing-end"] && !parsed.isComplete)
  }

  @Test("More zones than 200 are said and left out")
  func manyZones() {
    let many = (0..<205).map { fixed("Zone\($0)", "+0500") }.joined(separator: "\n")
    let parsed = parse(
      calendar(many, event("DTSTART;TZID=Zone199:20260701T090000"), event("DTSTART;TZID=Zone204:20260701T090000")))
    #expect(parsed.events.map { $0.start.form } == [.zoned, .floating])
    #expect(parsed.diagnostics.map(\.issue.code) == ["too-many-zones", "unknown-zone"])
  }

  @Test("A hostile TZID opens nothing and floats with a warning")
  func hostile() {
    for name in ["../../../etc/passwd", "/dev/stdin", "../../../../../../dev/zero"] {
      let parsed = parse(calendar(event("DTSTART;TZID=\(name):20260701T090000")))
      #expect(parsed.events.first?.start.form == .floating)
      #expect(parsed.diagnostics.map(\.issue) == [.unknownZone(name)])
    }
  }
}
