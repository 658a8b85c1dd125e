import Testing

@testable import ICalendar

@Suite("The structure of a stream (RFC 5545 §3.1, §3.4, §3.6)")
struct ScannerTests {
  private static let whole = calendar(
    "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE",
    event("UID:a", "DTSTART;TZID=Here:20260701T090000", "SUMMARY:Grüße an Zoë"),
    event("UID:b", "DTSTART:20260702T090000Z", "RRULE:FREQ=DAILY;COUNT=3"))

  private func starts(_ parsed: ParsedCalendar) -> [String] { parsed.events.flatMap { $0.starts() }.sorted() }

  private static let wholeStarts = ["20260701T040000Z", "20260702T090000Z", "20260703T090000Z", "20260704T090000Z"]

  @Test("Lines may end in CR LF, LF or CR; a byte order mark may stand in front")
  func lineEnds() {
    let crlf = Self.whole
    for stream in [
      crlf, crlf.replacing("\r\n", with: "\n"), crlf.replacing("\r\n", with: "\r"), "\u{FEFF}" + crlf,
      "\u{FEFF}" + crlf.replacing("\r\n", with: "\r"), "\r\n\r\n" + crlf, crlf.replacing("\r\n", with: "\r\r\n"),
      crlf.replacing("\r\n", with: "\r") + "\n",
    ] {
      let parsed = parse(stream)
      #expect(starts(parsed) == Self.wholeStarts)
      #expect(parsed.diagnostics.isEmpty && parsed.isComplete)
      #expect(parsed.events.first?.summary == "Grüße an Zoë")
    }
  }

  @Test("Lines folded anywhere, also inside a character and inside a name, are put together (§3.1)")
  func folding() {
    let crlf = "\r\n"
    for fold in ["\r\n ", "\r\n\t", "\n "] {
      var folded: [UInt8] = []
      for line in Self.whole.replacing(crlf, with: "\n").split(separator: "\n") {
        for (index, byte) in line.utf8.enumerated() {
          if index > 0, index % 3 == 0 { folded += Array(fold.utf8) }
          folded.append(byte)
        }
        folded += Array(crlf.utf8)
      }
      let parsed = parse(bytes: folded)
      #expect(starts(parsed) == Self.wholeStarts)
      #expect(parsed.events.first?.summary == "Grüße an Zoë")
      #expect(parsed.diagnostics.isEmpty)
    }
  }

  @Test("A fold is found behind empty lines too, where line ends were doubled on the way", arguments: ["\n", "\r\n"])
  func foldBehindEmptyLines(_ end: String) {
    let doubled = [
      "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID", " :x", "DTSTART", " ;VALUE=DATE", " :20260701", "SUMMARY:One", "  two",
      "STATUS:FANCY", "END:VEVENT", "END:VCALENDAR", "",
    ].joined(separator: end + end)
    let parsed = parse(doubled)
    #expect(starts(parsed) == ["20260701T000000Z"] && parsed.events.first?.summary == "One two")
    #expect(parsed.events.first?.uid == "x" && parsed.events.first?.isAllDay == true)
    // Every second line is empty, so that the tenth stands on line 19.
    #expect(parsed.said == ["19 unreadable-value"])
  }

  @Test("Names of components, properties and parameters are found in any case (§1.3)")
  func anyCase() {
    let parsed = parse(
      "begin:vcalendar\nbegin:vevent\nuid:x\ndtstart;tzid=europe/berlin:20260701t090000\nsummary:Hello\nend:vevent\nend:vcalendar\n"
    )
    #expect(starts(parsed) == ["20260701T070000Z"] && parsed.diagnostics.isEmpty)
  }

  @Test("Components in reverse order give the same events")
  func reversed() {
    let zone =
      "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE"
    let other = zone.replacing("+0500", with: "+0300").replacing("END:STANDARD", with: "COMMENT:longer\nEND:STANDARD")
    let parts = [
      zone, other, event("UID:a", "DTSTART;TZID=Here:20260701T090000"),
      event("UID:b", "DTSTART;TZID=Europe/Berlin:20260702T090000", "RRULE:FREQ=DAILY;COUNT=3"),
      event("UID:b", "RECURRENCE-ID;TZID=Europe/Berlin:20260703T090000", "DTSTART;TZID=Europe/Berlin:20260703T110000"),
      event("UID:c", "DTSTART;VALUE=DATE:20260701", "RRULE:FREQ=DAILY;UNTIL=20260703T220000Z"),
    ]
    func seen(_ parts: [String]) -> [String] {
      parse(calendar(parts.joined(separator: "\n"))).events
        .map { "\($0.uid) \($0.recurrenceID.map { text($0.wall) } ?? "-") \($0.starts())" }.sorted()
    }
    #expect(seen(parts) == seen(parts.reversed()))
    #expect(seen(parts).count == 4)
  }

  @Test(
    "A file cut anywhere is said to be incomplete, and keeps the events that stand whole in it",
    arguments: [10, 40, 100, 200, 260, 300, 340, 380])
  func cut(_ length: Int) {
    let parsed = parse(bytes: Array(Self.whole.utf8.prefix(length)))
    #expect(!parsed.isComplete || !parsed.isCalendar)
    #expect(parsed.read == parsed.rejected + parsed.events.count + parsed.distant.count)
  }

  @Test("A truncated event is not read; the one before it is")
  func truncated() {
    let stream = calendar(event("UID:a", "DTSTART:20260701T090000Z"), event("UID:b", "DTSTART:20260702T090000Z"))
    let cut = String(stream.prefix(upTo: stream.firstRange(of: "20260702")!.upperBound))
    let parsed = parse(cut)
    #expect(parsed.events.map(\.uid) == ["a"] && parsed.read == 2 && parsed.rejected == 1)
    #expect(parsed.said == ["1 truncated", "8 truncated"])
  }

  @Test(
    "A missing or damaged BEGIN or END costs at most its own component, and is said",
    arguments: [
      ("END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b", "BEGIN:VEVENT\r\nUID:b", ["a", "b", "c"], ["4 missing-end"]),
      (
        "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:b", "EDN:VEVENT\r\nBEGIN:VEVENT\r\nUID:b", ["a", "b", "c"], ["4 missing-end"]
      ),
      ("BEGIN:VEVENT\r\nUID:b", "UID:b", ["a", "c"], ["10 missing-begin"]),
      ("BEGIN:VEVENT\r\nUID:b", "BEGIN:VEVETN\r\nUID:b", ["a", "c"], ["8 missing-begin"]),
      ("END:VEVENT\r\nEND:VCALENDAR", "END:VCALENDAR", ["a", "b", "c"], ["12 missing-end"]),
      ("END:VEVENT\r\nEND:VCALENDAR\r\n", "END:VEVENT\r\n", ["a", "b", "c"], ["1 truncated"]),
    ])
  func damaged(_ part: String, _ instead: String, _ uids: [String], _ said: [String]) {
    let stream = calendar(
      event("UID:a", "DTSTART:20260701T090000Z"), event("UID:b", "DTSTART:20260702T090000Z"),
      event("UID:c", "DTSTART:20260703T090000Z"))
    let parsed = parse(stream.replacing(part, with: instead))
    #expect(parsed.events.map(\.uid) == uids)
    #expect(parsed.said == said && !parsed.isComplete)
    #expect(parsed.read == parsed.events.count)
  }

  @Test("A VTODO without END swallows no event")
  func openTodo() {
    let parsed = parse(calendar("BEGIN:VTODO\nUID:t\nEND:VTOOD", event("DTSTART:20260701T090000Z")))
    #expect(parsed.events.count == 1 && parsed.said == ["4 missing-end"])
  }

  @Test("An alarm's own UID, DESCRIPTION and DURATION are not the event's (RFC 9074 §4)")
  func alarm() throws {
    let parsed = parse(
      calendar(
        event(
          "UID:mine",
          "BEGIN:VALARM\nUID:alarm\nTRIGGER:-PT15M\nDURATION:PT15M\nDESCRIPTION:Ring\nSUMMARY:Ring\nEND:VALARM",
          "DTSTART:20260701T090000Z", "SUMMARY:Talk")))
    let event = try #require(parsed.events.first)
    #expect(event.uid == "mine" && event.summary == "Talk" && event.description.isEmpty)
    #expect(event.spans() == ["20260701T090000Z/20260701T090000Z"] && parsed.diagnostics.isEmpty)
  }

  @Test("An alarm without END is said")
  func openAlarm() {
    let parsed = parse(
      calendar(
        event("DTSTART:20260701T090000Z", "BEGIN:VALARM\nTRIGGER:-PT15M"), event("UID:2", "DTSTART:20260701T090000Z")))
    #expect(parsed.events.count == 2 && parsed.said == ["4 missing-end"])
  }

  @Test("A VEVENT outside any VCALENDAR is not read; its file is damaged")
  func outside() {
    let bare = parse(event("DTSTART:20260701T090000Z") + "\n")
    #expect(!bare.isCalendar && bare.events.isEmpty && bare.read == 0 && bare.said == ["1 outside-vcalendar"])
    let beside = parse(event("DTSTART:20260701T090000Z") + "\n" + calendar(event("UID:in", "DTSTART:20260701T090000Z")))
    #expect(beside.events.map(\.uid) == ["in"] && !beside.isComplete)
    let open = parse("BEGIN:VEVENT\nUID:x\n" + calendar(event("UID:in", "DTSTART:20260701T090000Z")))
    #expect(open.events.map(\.uid) == ["in"] && open.said == ["1 missing-end", "1 outside-vcalendar"])
  }

  @Test("Several VCALENDARs in one stream are all read, also behind a byte order mark")
  func several() {
    let one = calendar(event("UID:a", "DTSTART:20260701T090000Z"))
    let two = calendar(event("UID:b", "DTSTART:20260702T090000Z"))
    #expect(parse(one + two).events.map(\.uid) == ["a", "b"])
    let marked = parse("\u{FEFF}" + one + "\u{FEFF}" + two)
    #expect(marked.events.map(\.uid) == ["a", "b"] && marked.isComplete)
    let open = parse(one.replacing("END:VCALENDAR\r\n", with: "") + two)
    #expect(open.events.map(\.uid) == ["a", "b"] && open.said == ["1 missing-end"])
  }

  @Test("Nesting is bounded, and said")
  func nesting() {
    let deep =
      String(repeating: "BEGIN:X-BOX\n", count: 40) + String(repeating: "END:X-BOX\n", count: 40).dropLast()
    let parsed = parse(
      calendar(
        event("DTSTART:20260701T090000Z", String(deep)), String(deep), event("UID:2", "DTSTART:20260702T090000Z")))
    #expect(parsed.events.count == 2)
    #expect(parsed.diagnostics.map(\.issue.code) == ["nested-too-deep", "nested-too-deep"])
  }

  @Test("A key property on a line over 1 MiB rejects its event, another one does not")
  func longLines() {
    let long = String(repeating: "x", count: 1 << 20)
    let parsed = parse(
      calendar(
        event("UID:a", "DTSTART:20260701T090000Z", "DESCRIPTION:" + long),
        event("UID:" + long, "DTSTART:20260701T090000Z"),
        event("UID:c", "DTSTART:20260703T090000Z")))
    #expect(parsed.events.map(\.uid) == ["a", "c"])
    #expect(parsed.diagnostics.map(\.issue.code) == ["line-too-long", "line-too-long"])
    #expect(parse(calendar("X-WR-CALNAME:" + long)).said == ["4 line-too-long"])
  }

  @Test("Zero bytes are said: the file is damaged")
  func zeroBytes() {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "SUMMARY:a\0b")))
    #expect(parsed.said == ["7 zero-bytes"] && parsed.events.count == 1 && !parsed.isComplete)
  }

  @Test(
    "What is no calendar has no VCALENDAR",
    arguments: ["", "\n", "hello", "BEGIN:VCARD\nEND:VCARD\n", "<html>", "\0\0\0"])
  func foreign(_ stream: String) {
    let parsed = parse(stream)
    #expect(!parsed.isCalendar && parsed.events.isEmpty)
  }

  @Test("A line of an event without colon, as broken folding leaves behind, is passed over")
  func brokenFolding() {
    let parsed = parse(
      calendar(
        event(
          "DTSTART:20260701T090000Z", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Long\nStreet 5\":geo:1,2",
          "SUMMARY:Talk")))
    #expect(parsed.events.first?.summary == "Talk" && parsed.diagnostics.isEmpty)
  }

  @Test("The calendar's own name, producer and zone are read")
  func heading() {
    let parsed = parse(
      calendar(
        "X-WR-CALNAME:Aya\\, north", "X-WR-TIMEZONE:Asia/Tokyo", event("DTSTART;TZID=Europe/Berlin:20260701T090000")))
    #expect(parsed.name == "Aya, north" && parsed.producer == "-//Example//Test//EN")
    #expect(parsed.declaredZone?.name == "Asia/Tokyo" && parsed.commonestZone?.name == "Europe/Berlin")
    #expect(parse(calendar("X-WR-TIMEZONE:Nowhere/Land")).said == ["4 unknown-zone"])
  }
}
