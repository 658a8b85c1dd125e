import Foundation
import ICalendar
import Meetings
import Reports
import Testing

@testable import MeetingAudit

@Suite("The library's door")
struct AuditTests {
  @Test("Files are read in path order whatever the threads do, and none is lost")
  func threads() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adjourn-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 10..<60 {
      let isBad = number % 10 == 0
      let text = isBad ? "hello" : "BEGIN:VCALENDAR\r\nX-WR-CALNAME:p\(number)@two.example\r\nEND:VCALENDAR\r\n"
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(number).ics"))
    }
    var request = AuditRequest(paths: [folder.path], window: Self.quarter)
    request.jobs = 8
    let outcome = try Audit(request).check()
    let names = outcome.book.calendars.map { String($0.name.suffix(6)) }
    #expect(names.count == 45)
    #expect(names == names.sorted())
    #expect(outcome.input.filesRead == 45)
    #expect(outcome.input.filesRefused == 5)
    let refused = outcome.messages.filter { $0.consequence == .refused }.map { String($0.path.suffix(6)) }
    #expect(refused == ["10.ics", "20.ics", "30.ics", "40.ics", "50.ics"])
  }

  @Test("Somebody who asks to stop is heard before the first file")
  func stop() throws {
    let audit = try Audit(AuditRequest(paths: ["/nowhere.ics"], window: Self.quarter))
    #expect {
      try audit.report(control: RunControl(progress: { _ in }, shouldStop: { true }))
    } throws: { error in
      if case AuditError.interrupted = error { true } else { false }
    }
  }

  @Test("A roster without end is not read to the end")
  func endless() {
    var request = AuditRequest(paths: ["/nowhere.ics"], window: Self.quarter)
    request.people = "/dev/zero"
    #expect {
      try Audit(request)
    } throws: { error in
      if case AuditError.unreadableTable(path: "/dev/zero", words: "larger than 64 MiB") = error { true } else { false }
    }
  }

  private static let quarter = CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 10, day: 1)
}
