import Foundation
import ICalendar
import Meetings
import Reports
import Testing

@testable import MeetingAudit

@Suite("Archives become streams")
struct ArchiveIntakeTests {
  /// A header of gzip (RFC 1952 §2.3) and one last stored block (RFC 1951 §3.2.4): only the checksum and the length are missing.
  private static func gzipWithoutTrailer(_ text: String) -> [UInt8] {
    let count = UInt16(text.utf8.count)
    let size = [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + size + Array(text.utf8)
  }

  /// A tar archive (POSIX.1-2017, ustar): header, content in blocks of 512, two blocks of zeros.
  private static func tar(_ items: [(name: String, text: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    for (name, text) in items {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8)
      }
      func octal(_ number: Int, _ width: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: width - digits.count) + digits
      }
      put(name, at: 0)
      put("0000644", at: 100)
      put(octal(text.utf8.count, 11), at: 124)
      put("00000000000", at: 136)
      put("        0", at: 148)
      put("ustar\u{0}00", at: 257)
      put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
      archive += header + Array(text.utf8) + [UInt8](repeating: 0, count: (512 - text.utf8.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
  }

  private static func calendar(_ owner: String) -> String {
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:\(owner)@two.example\r\nX-WR-TIMEZONE:UTC\r\nEND:VCALENDAR\r\n"
  }

  @Test("Each calendar of an archive has its own account; drafts of ours and what is no calendar are refused by name")
  func streams() throws {
    let draft = "BEGIN:VCALENDAR\r\nPRODID:-//adjourn//0.1.0//EN\r\nEND:VCALENDAR\r\n"
    let outcome = try check(
      "team.tar",
      Self.tar([
        ("ada.ics", Self.calendar("ada")), ("x/ben.ics", Self.calendar("ben")), ("draft.ics", draft),
        ("bad.ics", "hello"),
        ("notes.txt", "hello"),
      ]))
    #expect(outcome.book.calendars.map(\.name) == ["team.tar/ada.ics", "team.tar/x/ben.ics"])
    #expect(outcome.input.filesRead == 2)
    #expect(outcome.input.filesRefused == 2)
    #expect(outcome.passedOver == 1)
    let refused = outcome.messages.filter { $0.consequence == .refused }
    #expect(refused.map(\.code) == ["not-icalendar", "own-draft"])
    #expect(
      refused.map { $0.path.split(separator: "/").suffix(2) } == [["team.tar", "bad.ics"], ["team.tar", "draft.ics"]])
  }

  @Test("A calendar of which gzip lost the end is read as far as it goes, marked incomplete, and the loss is said")
  func truncated() throws {
    let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260601T080000Z\r\nDTSTART:20260702T120000Z\r\nEND:VEVENT\r\n"
    let text = Self.calendar("ada").replacingOccurrences(of: "END:VCALENDAR", with: event + "END:VCALENDAR")
    let outcome = try check("ada.ics.gz", Self.gzipWithoutTrailer(text))
    #expect(outcome.book.calendars.map(\.isComplete) == [false])
    #expect(outcome.book.calendars.map(\.ledger.read) == [1])
    #expect(outcome.messages.contains { $0.code == "truncated" && $0.line == 0 && $0.isLoss })
  }

  @Test("The same calendars in a folder and in an archive beside it keep names that tell them apart")
  func apart() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("two/a.tar"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.appendingPathComponent("one"), withIntermediateDirectories: true)
    try Data(Self.tar([("ada.ics", Self.calendar("ada"))])).write(to: folder.appendingPathComponent("one/a.tar"))
    try Data(Self.calendar("ada").utf8).write(to: folder.appendingPathComponent("two/a.tar/ada.ics"))
    let paths = ["one", "two"].map { folder.appendingPathComponent($0).path }
    let outcome = try Audit(AuditRequest(paths: paths, window: Self.quarter)).check()
    #expect(outcome.book.calendars.map(\.name) == paths.map { $0 + "/a.tar/ada.ics" })
  }

  private func check(_ name: String, _ bytes: [UInt8]) throws -> CheckOutcome {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try Audit(AuditRequest(paths: [file.path], window: Self.quarter)).check()
  }

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adjourn-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static let quarter = CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 10, day: 1)
}
