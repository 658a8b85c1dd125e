import Foundation
import Testing

@testable import AdjournCommands

@Suite("adjourn audit")
struct AuditCommandTests {
  @Test("A report of all files is written, standard output stays empty, three lines say what was found")
  func report() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 0)
    #expect(call.output.isEmpty)
    #expect(call.errorLines.count == 3)
    #expect(call.errors.hasPrefix("Report: \(folder("out"))/audit.md\n"))
    #expect(call.errors.contains("2 people measured"))
    #expect(
      Set(try folder.contents(of: "out").keys) == [
        "audit.md", "teams.csv", "series.csv", "flagged.csv", "heatmap.csv", "ledger.csv", "manifest.json",
        "personal/people.csv", "personal/people_weeks.csv", "personal/meetings.csv", "personal/ledger.csv",
      ])
  }

  @Test("--force keeps what stands in the way beside the report, and says so")
  func force() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("out/audit.md", "mine")
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    #expect(Call(words).code == 4)
    #expect(try folder.text("out/audit.md") == "mine")
    let call = Call(words + ["--force"])
    #expect(call.code == 0)
    #expect(call.errors.contains("\(folder("out"))/audit.md: not ours; kept as \(folder("out"))/audit.md.kept\n"))
    #expect(try folder.text("out/audit.md.kept") == "mine")
    #expect(try folder.text("out/audit.md").hasPrefix("# Meeting audit"))
  }

  @Test("--csv excel puts a byte-order mark before each table and changes nothing else")
  func excel() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["audit", input, "--quarter", "2026-Q3", "--output"]
    #expect(Call(words + [folder("rfc"), "--csv", "rfc"]).code == 0)
    #expect(Call(words + [folder("plain")]).code == 0)
    #expect(Call(words + [folder("excel"), "--csv", "excel"]).code == 0)
    let (rfc, excel) = try (folder.contents(of: "rfc"), folder.contents(of: "excel"))
    #expect(try folder.contents(of: "plain") == rfc)
    for (name, data) in rfc where name != "manifest.json" {
      #expect(excel[name] == (name.hasSuffix(".csv") ? Data([0xEF, 0xBB, 0xBF]) + data : data), "\(name)")
    }
    #expect(Call(words + [folder("none"), "--csv", "exel"]).code == 64)
  }

  @Test("A person's hours are those of the calendar: three meetings of an hour each, one of four called off")
  func hours() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    #expect(Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out")).code == 0)
    let lines = try folder.text("out/personal/people.csv").components(separatedBy: "\r\n")
    let columns = lines[0].components(separatedBy: ",")
    for (line, person) in [(lines[1], "ada@two.example"), (lines[2], "ben@two.example")] {
      let row = Dictionary(uniqueKeysWithValues: zip(columns, line.components(separatedBy: ",")))
      #expect(row["person"] == person)
      #expect(row["meetings"] == "3")
      #expect(row["meeting_hours"] == "3.00")
      #expect(row["booked_hours"] == "3.00")
      #expect(row["recurring_meeting_hours"] == "3.00")
      #expect(row["after_hours_meeting_hours"] == "0.00")
    }
  }

  @Test("--no-personal leaves the tables of single people out, also those of the report before")
  func noPersonal() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    #expect(Call(words).code == 0)
    #expect(Call(words + ["--no-personal"]).code == 0)
    #expect(!folder.names(in: "out").contains("personal"))
    #expect(try !folder.text("out/audit.md").contains("personal/"))
  }

  @Test("A private event's title is in no file and no message")
  func privacy() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    for (name, data) in try folder.contents(of: "out") {
      #expect(!String(decoding: data, as: UTF8.self).contains("Dentist"), "\(name)")
    }
    #expect(!call.errors.contains("Dentist"))
  }

  @Test("--quiet says nothing of a run that works, and one line of one that does not")
  func quiet() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("in/bad.ics", "<html>")
    let words = ["audit", input, "--quarter", "2026-Q3", "-q", "--output"]
    let call = Call(words + [folder("out")])
    #expect(call.code == 2)
    #expect(call.errors.isEmpty)
    #expect(Call(words + [folder("in")]).errorLines.count == 1)
  }

  @Test("The order of paths, and the number of threads, change no byte")
  func order() throws {
    let folder = try Folder()
    try folder.addSample(people: 12)
    let files = folder.names(in: "company/calendars").map { folder("company/calendars/" + $0) }
    let words = ["audit", "--quarter", "2026-Q3", "--people", folder("company/people.csv"), "--output"]
    #expect(Call(words + [folder("one")] + files).code == 0)
    #expect(Call(words + [folder("two"), "--jobs", "4"] + files.reversed()).code == 0)
    #expect(try folder.contents(of: "one") == folder.contents(of: "two"))
  }

  @Test("A calendar given twice changes nothing but the ledger")
  func twice() throws {
    let folder = try Folder()
    try folder.addSample(people: 12)
    let words = ["audit", "--quarter", "2026-Q3", "--people", folder("company/people.csv"), "--output"]
    #expect(Call(words + [folder("once"), folder("company/calendars")]).code == 0)
    for name in folder.names(in: "company/calendars") {
      try FileManager.default.createDirectory(atPath: folder("again"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: folder("company/calendars/" + name), toPath: folder("again/" + name))
    }
    #expect(Call(words + [folder("twice"), folder("company/calendars"), folder("again")]).code == 0)
    let (once, twice) = try (folder.contents(of: "once"), folder.contents(of: "twice"))
    // The report's text counts calendars, the manifest bytes.
    for name in once.keys where !["ledger.csv", "personal/ledger.csv", "audit.md", "manifest.json"].contains(name) {
      #expect(once[name] == twice[name], "\(name)")
    }
    #expect(once["ledger.csv"] != twice["ledger.csv"])
  }

  @Test(
    "A signal before the exchange ends the run with 128 and its number; the earlier report stays", arguments: [2, 15])
  func interrupted(signal: Int32) throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    #expect(Call(words).code == 0)
    let before = try folder.contents(of: "out")
    try folder.add("in/cy.ics", Fixture.calendar(of: "cy@two.example", [Fixture.weekly]))
    let call = Call(words) { $0.stopSignal = { signal } }
    #expect(call.code == 128 + signal)
    #expect(call.errorLines.count == 1)
    #expect(try folder.contents(of: "out") == before)
    #expect(folder.names() == ["in", "out"])
  }

  @Test("A signal that comes while the report is written leaves the earlier one too")
  func interruptedLate() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    #expect(Call(words).code == 0)
    let before = try folder.contents(of: "out")
    let call = Call(words + ["--no-personal"]) { surroundings in
      let isReplacing = Flagged()
      surroundings.beginReplacing = { isReplacing.raise() }
      surroundings.stopSignal = { isReplacing.isRaised ? 2 : nil }
    }
    #expect(call.code == 130)
    #expect(try folder.contents(of: "out") == before)
    #expect(folder.names() == ["in", "out"])
  }

  @Test("One line of progress, on a terminal only, and not before half a second")
  func progress() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    let slow = Call(words) { surroundings in
      surroundings.errorsAreTerminal = true
      surroundings.elapsed = { .seconds(1) }
    }
    #expect(slow.errors.contains("reading calendars: 0 of 2"))
    #expect(slow.errors.contains("\r\u{1B}[KReport: "))
    let fast = Call(words) { $0.errorsAreTerminal = true }
    #expect(!fast.errors.contains("\r"))
    let piped = Call(words) { $0.elapsed = { .seconds(1) } }
    #expect(!piped.errors.contains("\r"))
  }

  @Test("Colours are for terminals, --color decides otherwise")
  func color() throws {
    let folder = try Folder()
    let words = ["audit", folder("none"), "--quarter", "2026-Q3", "--output", folder("out")]
    #expect(!Call(words).errors.contains("\u{1B}"))
    #expect(Call(words + ["--color", "always"]).errors.contains("\u{1B}[31merror:\u{1B}[0m no such file"))
    #expect(!Call(words + ["--color", "never"], change: { $0.errorsTakeColor = true }).errors.contains("\u{1B}[33m"))
  }
}
