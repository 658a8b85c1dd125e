import Foundation
import ICalendar
import Meetings
import Testing

@testable import AdjournCommands

@Suite("adjourn check")
struct CheckCommandTests {
  @Test("The account goes to standard output: each calendar, the ledger, every message")
  func text() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("in/bad.ics", "hello")
    let call = Call("check", input, "--quarter", "2026-Q3")
    #expect(call.code == 2)
    #expect(call.errors.isEmpty)
    #expect(call.output.contains("owner      ada@two.example (found by: calendar name)"))
    #expect(call.output.contains("2 read, 1 refused, 0 passed over"))
    // Ada's meeting, Ben's and his note.
    #expect(call.output.contains("  read                           3\n"))
    #expect(call.output.contains("bad.ics: error: not iCalendar: no VCALENDAR in it [not-icalendar]"))
    #expect(!call.output.contains("Dentist"))
  }

  @Test("Counts are of events, not of meetings, and one is said as one")
  func counts() throws {
    let folder = try Folder()
    let weekly = Fixture.weekly.replacingOccurrences(of: "COUNT=4", with: "COUNT=1")
    let one = try folder.add("one.ics", Fixture.calendar(of: "ada@two.example", [weekly]))
    let table = try folder.add("people.csv", "email\nada@two.example\n")
    let call = Call("check", one, "--quarter", "2026-Q3", "--people", table)
    #expect(call.output.contains("  recurring  1 recurring event, whatever bucket"))
    #expect(call.output.contains("  all dates  1 occurrence of any event, each counted once\n"))
    #expect(call.output.contains("  table      1 person in it, 1 with a calendar\n"))
    #expect(!call.output.contains("recurring meeting"))
  }

  @Test("The same as JSON, which any reader takes")
  func json() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("in/bad.ics", "hello")
    let call = Call("check", input, "--quarter", "2026-Q3", "--format", "json")
    #expect(call.code == 2)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any])
    let files = try #require(object["files"] as? [String: Int])
    #expect(files == ["read": 2, "refused": 1, "passed_over": 0])
    let calendars = try #require(object["calendars"] as? [[String: Any]])
    #expect(calendars.map { $0["person"] as? String } == ["ada@two.example", "ben@two.example"])
    let buckets = try #require((object["ledger"] as? [String: Any])?["buckets"] as? [String: [String: Double]])
    // Two people, three occurrences of an hour each.
    #expect(buckets["meeting"] == ["events": 2, "occurrences": 6, "hours": 6])
    #expect(buckets.values.reduce(0) { $0 + ($1["events"] ?? 0) } == 3)
    let messages = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(messages.map { $0["code"] as? String } == ["not-icalendar"])
  }

  /// Ada's calendar reaches into October, Ben's was exported in August, Cy's is cut off.
  private func addMixed(to folder: Folder) throws -> String {
    let later = """
      BEGIN:VEVENT\r
      UID:later@two.example\r
      DTSTART:20261005T080000Z\r
      DTEND:20261005T090000Z\r
      SUMMARY:Later\r
      END:VEVENT
      """
    let early = Fixture.note.replacingOccurrences(of: "20260601T", with: "20260815T")
    try folder.add("in/ada.ics", Fixture.calendar(of: "ada@two.example", [Fixture.weekly, later]))
    try folder.add("in/ben.ics", Fixture.calendar(of: "ben@two.example", ["METHOD:PUBLISH", early]))
    let whole = Fixture.calendar(of: "", [later])
    try folder.add("in/cy.ics", String(whole.prefix(whole.count - 30)))
    try folder.add("in/bad.ics", "hello")
    return folder("in")
  }

  @Test("What is fine and what is not comes first, then the doubtful calendars with what to do, then the others")
  func summary() throws {
    let folder = try Folder()
    let call = Call("check", try addMixed(to: folder), "--quarter", "2026-Q3")
    #expect(call.code == 2)
    #expect(call.output.hasPrefix("All together\n"))
    #expect(call.output.contains("  calendars  1 fine, 2 with doubts, 1 not read\n"))
    let places = [
      "Calendars with doubts: 2\n", "ben.ics\n  doubt      exported on 2026-08-15, and the period ends on 2026-09-30",
      "cy.ics\n  doubt      not read whole", "owner      cy (found by: file name, a guess)",
      "Calendars that are fine: 1\n",
      "ada.ics\n  owner      ada@two.example (found by: calendar name)\n", "leaves out creation times, change times\n",
      "reach      2026-10-05 to 2026-10-05\n", "Ledger\n", "Messages\n",
    ].map { call.output.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(call.output.split(separator: "\n").prefix { $0 != "Messages" }.allSatisfy { $0.count <= 80 })
  }

  @Test("The page on collecting says of every doubt what was seen and what to do")
  func collecting() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(contentsOfFile: "/\(root)/docs/collecting.md", encoding: .utf8)
    let day = CivilDay(days: 0)
    let doubts: [Coverage.Doubt] = [
      .damaged, .empty, .startsAfterWindow(day), .startsInsideWindow(day), .endsBeforeWindow(day),
      .exportedBeforeWindowEnd(day),
    ]
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(
      rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }.sorted()
        == doubts.map(\.code).sorted())
    #expect(rows.allSatisfy { $0.split(separator: "|").count == 3 })
  }

  @Test("The doubts as JSON, with codes and dates")
  func doubts() throws {
    let folder = try Folder()
    let call = Call("check", try addMixed(to: folder), "--quarter", "2026-Q3", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(call.output.utf8)) as? [String: Any])
    #expect(object["summary"] as? [String: Int] == ["fine": 1, "with_doubts": 2, "left_out": 0, "not_read": 1])
    let calendars = try #require(object["calendars"] as? [[String: Any]])
    let doubts = calendars.map { ($0["doubts"] as? [[String: Any]] ?? []).map { $0["code"] as? String } }
    #expect(doubts == [[], ["exported-before-period-end"], ["damaged"]])
    #expect(calendars[1]["exported"] as? String == "2026-08-15")
    #expect(calendars[0]["holds_last_modified"] as? Bool == false)
    #expect(calendars[0]["holds_descriptions"] as? Bool == true)
  }

  @Test("Strings are escaped so that they come back as they were, and no terminal acts on them")
  func escaping() throws {
    let text = "a\"b\\c\nd\te\u{1B}[2J\u{85}\u{202E}\u{2028}é😀"
    let written = JSON.object([("key\"", .array([.string(text), .null, .bool(true), .number(-1), .decimal("0.50")]))])
      .text
    let object = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: [Any]]
    #expect(object?["key\""]?.first as? String == text)
    #expect(!written.contains("\u{1B}") && !written.contains("\u{202E}") && !written.contains("\u{85}"))
    #expect(JSON.array([]).text == "[]\n")
  }
}

@Suite("adjourn occurrences")
struct OccurrencesCommandTests {
  @Test("The table has the columns, order and forms of the contract")
  func table() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("occurrences", input, "--from", "2026-07-01", "--to", "2026-07-09")
    #expect(call.code == 0)
    let weekly = "weekly@two.example,2026-07-01T08:00:00Z,2026-07-01T08:00:00Z,2026-07-01T09:00:00Z,Roadmap,meeting"
    #expect(
      call.output
        == [
          "calendar,uid,recurrence_id,start,end,summary,bucket", "ada.ics,\(weekly)",
          "ben.ics,\(weekly)",
          "ben.ics,note@two.example,,2026-07-02T12:00:00Z,2026-07-02T13:00:00Z,,solo", "",
        ].joined(separator: "\r\n"))
  }

  @Test("Dates of an all-day event stay dates; a title that a spreadsheet would run is neutralised")
  func forms() throws {
    let folder = try Folder()
    let event = """
      BEGIN:VEVENT\r
      UID:day\r
      DTSTART;VALUE=DATE:20260703\r
      DTEND;VALUE=DATE:20260705\r
      SUMMARY:=1+1\r
      END:VEVENT
      """
    let file = try folder.add("a.ics", Fixture.calendar(of: "ada@two.example", [event]))
    let call = Call("occurrences", file, "--quarter", "2026-Q3", "-q")
    #expect(call.output.contains("\r\na.ics,day,,2026-07-03,2026-07-05,'=1+1,all-day\r\n"))
  }

  @Test("An unknown zone is a wrong word, with the one that was meant")
  func zone() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("occurrences", input, "--quarter", "2026-Q3", "--zone", "Europe/Berln")
    #expect(call.code == 64)
    #expect(call.errors.contains("did you mean 'Europe/Berlin'?"))
  }

  @Test("A reader that goes away is no error; a full disk is")
  func delivery() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["occurrences", input, "--quarter", "2026-Q3"]
    let gone = Call(words) { $0.write = { _ in .readerGone } }
    #expect(gone.code == 0)
    #expect(gone.errors.isEmpty)
    let full = Call(words) { $0.write = { _ in .failed("No space left on device") } }
    #expect(full.code == 4)
    #expect(full.errors == "adjourn: error: standard output: cannot write: No space left on device\n")
  }
}

@Suite("adjourn sample, help and version")
struct SmallCommandsTests {
  @Test("A company is written into a new folder, and nowhere else")
  func sample() throws {
    let folder = try Folder()
    let call = Call("sample", folder("company"), "--people", "5", "--quarters", "1")
    #expect(call.code == 0)
    #expect(call.output.isEmpty)
    #expect(folder.names(in: "company") == ["README.md", "calendars", "people.csv"])
    #expect(folder.names(in: "company/calendars").count == 5)
    let mode = try FileManager.default.attributesOfItem(atPath: folder("company/people.csv"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = Call("sample", folder("company"))
    #expect(again.code == 4)
    #expect(again.errors.contains("not empty"))
  }

  @Test("A sample that is interrupted leaves nothing behind")
  func interruptedSample() throws {
    let folder = try Folder()
    let call = Call("sample", folder("company")) { surroundings in
      let count = Counter()
      surroundings.stopSignal = { count.next() > 10 ? 15 : nil }
    }
    #expect(call.code == 143)
    #expect(folder.names().isEmpty)
  }

  @Test("Help and version go to standard output; no words at all are wrong words")
  func help() {
    let version = Call("--version")
    #expect(version.output == "adjourn 0.1.0\n")
    #expect(version.code == 0)
    #expect(Call("--version", "--verbose").output.hasPrefix("adjourn 0.1.0\nzone data "))
    for command in ["audit", "check", "occurrences", "sample"] {
      let help = Call("help", command)
      #expect(help.code == 0)
      #expect(help.output.contains("adjourn \(command) "))
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
      #expect(Call("help").output.contains("  \(command) "))
    }
    let overview = Call("help").output
    #expect(overview.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let codes = overview.split(separator: "Exit codes:\n").last?.split(separator: "\n").compactMap {
      $0.split { " ,".contains($0) }.first
    }
    #expect(codes?.filter { Int($0) != nil } == ["0", "2", "3", "4", "64", "65", "70", "130"])
    let nothing = Call()
    #expect(nothing.code == 64)
    #expect(nothing.output.isEmpty)
    #expect(nothing.errors.contains("Usage:"))
  }

  @Test(
    "A wrong word is answered with the right one",
    arguments: [(["adit"], "audit"), (["audit", "--quater"], "--quarter")])
  func spelling(words: [String], meant: String) {
    let call = Call(words)
    #expect(call.code == 64)
    #expect(call.errorLines.count == 1)
    #expect(call.errors.contains("did you mean '\(meant)'?"))
  }
}
