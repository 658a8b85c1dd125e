import Testing

@testable import SampleCompany

@Suite("iCalendar writer")
struct ICalendarWriterTests {
  private func written(
    _ foldMark: ICalendarWriter.FoldMark = .space, _ body: (inout ICalendarWriter) -> Void
  ) -> String {
    var writer = ICalendarWriter(foldMark: foldMark)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("leaves a line of 75 octets whole and folds one of 76 (RFC 5545 §3.1)")
  func foldsAt75() {
    let whole = "X:" + String(repeating: "a", count: 73)
    #expect(written { $0.line(whole) } == whole + "\r\n")
    #expect(written { $0.line(whole + "b") } == whole + "\r\n b\r\n")
    #expect(written(.tab) { $0.line(whole + "b") } == whole + "\r\n\tb\r\n")
  }

  @Test("counts the white space of a continuation line among its 75 octets")
  func continuationLines() {
    let long = String(repeating: "c", count: 75 + 74 + 1)
    let expected =
      String(repeating: "c", count: 75) + "\r\n " + String(repeating: "c", count: 74) + "\r\n c\r\n"
    #expect(written { $0.line(long) } == expected)
  }

  @Test("never folds inside a character", arguments: ["ä", "€", "😀"])
  func keepsCharactersWhole(character: String) {
    for padding in 70...76 {
      let line = String(repeating: "x", count: padding) + String(repeating: character, count: 40)
      let bytes = Array(written { $0.line(line) }.utf8)
      var lines: [[UInt8]] = []
      for part in bytes.split(separator: 0x0A) { lines.append(part.filter { $0 != 0x0D }) }
      #expect(lines.allSatisfy { $0.count <= 75 })
      #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      let unfolded = lines.enumerated().flatMap { $0.offset == 0 ? $0.element : Array($0.element.dropFirst()) }
      #expect(String(decoding: unfolded, as: UTF8.self) == line)
    }
  }

  @Test("escapes what a TEXT value may not hold (RFC 5545 §3.3.11)")
  func escapes() {
    #expect(written { $0.text("SUMMARY", "a,b;c\\d\ne:f") } == "SUMMARY:a\\,b\\;c\\\\d\\ne:f\r\n")
  }

  @Test("puts a parameter value in quotes and never a quote into it (RFC 5545 §3.2)")
  func quotes() {
    let line = written { writer in
      writer.put("A;CN=")
      writer.put(quoted: "Dr. \"Q\"; Lab")
      writer.endLine()
    }
    #expect(line == "A;CN=\"Dr. 'Q'; Lab\"\r\n")
  }

  @Test("writes dates and times in the basic format")
  func times() {
    let day = Day(year: 2026, month: 7, day: 1)
    #expect(
      written { $0.localTime("DTSTART", LocalTime(day: day, minute: 545), zone: "Europe/Berlin") }
        == "DTSTART;TZID=Europe/Berlin:20260701T090500\r\n")
    #expect(written { $0.instant("DTSTAMP", Instant(seconds: 1_782_889_261)) } == "DTSTAMP:20260701T070101Z\r\n")
    #expect(written { $0.instant("CREATED", Instant(seconds: -1)) } == "CREATED:19691231T235959Z\r\n")
  }
}
