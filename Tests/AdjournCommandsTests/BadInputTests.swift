import Foundation
import Testing

@testable import AdjournCommands

@Suite("Bad input: one clear line, the right code, the rest of the work still done")
struct BadInputTests {
  @Test(
    "A file that is no calendar is refused by name of what it is",
    arguments: [
      ("<!DOCTYPE html><html>", "HTML"), ("{\"events\": []}", "JSON"), ("BEGIN:VCARD\nEND:VCARD\n", "vCard"),
      ("%PDF-1.7", "PDF"), ("hello", "no VCALENDAR"), ("", "empty"),
      ("BEGIN:VCALENDAR\r\nPRODID:-//adjourn//0.1.0//EN\r\nEND:VCALENDAR\r\n", "draft"),
    ])
  func notACalendar(text: String, word: String) throws {
    let folder = try Folder()
    let bad = try folder.add("bad.ics", text)
    let alone = Call("audit", bad, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(alone.code == 3)
    #expect(alone.errorLines.count == 2)
    #expect(alone.errors.hasPrefix("\(bad): error: "))
    #expect(alone.errors.contains(word))
    #expect(folder.names() == ["bad.ics"])

    let input = try folder.addCompany()
    let among = Call("audit", bad, input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(among.code == 2)
    #expect(among.errorLines.count == 4)
    #expect(among.errors.contains("2 people measured"))
    #expect(folder.names(in: "out").contains("audit.md"))
  }

  @Test("What is said of the input stands in the order of paths and lines, whatever became of it")
  func order() throws {
    let folder = try Folder()
    try folder.add("in/a.ics", "hello")
    try folder.add("in/b.ics", Fixture.calendar(of: "ada@two.example", [Fixture.unreadable, Fixture.weekly]))
    try folder.add("in/c.ics", "<html>")
    try folder.add("in/d.ics", "hello")
    let call = Call("audit", folder("in"), "--quarter", "2026-Q3", "--output", folder("out"))
    let names = call.errorLines.filter { $0.hasPrefix(folder("in")) }.map {
      $0.dropFirst(folder("in").count + 1).prefix(1)
    }
    #expect(Set(names) == ["a", "b", "c", "d"])
    #expect(names == names.sorted())
  }

  @Test("A path that is missing is an error of its own; the others are audited")
  func missing() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("audit", folder("nope.ics"), input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 2)
    #expect(call.errors.contains("\(folder("nope.ics")): error: no such file or folder [no-such-file]\n"))
    #expect(folder.names(in: "out").contains("audit.md"))
    #expect(Call("audit", folder("nope.ics"), "--quarter", "2026-Q3", "--output", folder("other")).code == 3)
    #expect(!folder.names().contains("other"))
  }

  @Test("A file that the system will not read is refused, with the system's words")
  func unreadable() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    // A regular file of which nobody, not even root, can read the beginning.
    try FileManager.default.createSymbolicLink(atPath: folder("in/locked.ics"), withDestinationPath: "/proc/self/mem")
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 2)
    #expect(call.errors.contains("/in/locked.ics: error: cannot be read: "))
    #expect(call.errors.contains("2 people measured"))
  }

  @Test("A FIFO is refused instead of waited for; a link to nothing inside a folder is a warning")
  func special() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try FileManager.default.createSymbolicLink(atPath: folder("in/gone.ics"), withDestinationPath: "nowhere")
    let warned = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(warned.code == 0)
    #expect(warned.errors.contains("/in/gone.ics: warning: "))
    #expect(Call("audit", input, folder("in/gone.ics"), "--quarter", "2026-Q3", "--output", folder("out")).code == 2)
    mkfifo(folder("in/pipe.ics"), 0o600)
    let refused = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(refused.code == 2)
    #expect(refused.errors.contains("/in/pipe.ics: error: not a regular file"))
  }

  @Test("A folder without a calendar is said to be one")
  func emptyFolder() throws {
    let folder = try Folder()
    try folder.add("in/readme.txt", "nothing here")
    let call = Call("audit", folder("in"), "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 3)
    #expect(call.errors.contains("\(folder("in")): error: no calendar in this folder"))
    #expect(call.errors.contains("no usable calendar; nothing written"))
  }

  @Test("An event that cannot be read costs itself, not its file; it is named with file and line")
  func badEvent() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("in/ada.ics", Fixture.calendar(of: "ada@two.example", [Fixture.unreadable, Fixture.weekly]))
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 2)
    // BEGIN:VEVENT is line 6, its DTSTART line 9.
    #expect(
      call.errors.contains("/in/ada.ics:9: error: DTSTART cannot be read; event rejected [unreadable-property]\n"))
    #expect(try folder.text("out/personal/people.csv").contains("ada@two.example"))
    #expect(try folder.text("out/ledger.csv").contains("rejected,1,"))
  }

  @Test("A file that breaks off is read as far as it goes, its person marked incomplete")
  func truncated() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("in/ben.ics", String(Fixture.ben.dropLast(60)))
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 2)
    #expect(call.errors.contains("truncated"))
    let rows = try folder.text("out/personal/people.csv").components(separatedBy: "\r\n")
    let column = rows[0].components(separatedBy: ",").firstIndex(of: "complete")!
    #expect(rows[1].components(separatedBy: ",")[column] == "yes")
    #expect(rows[2].components(separatedBy: ",")[column] == "no")
  }

  @Test("A bad row of people.csv is named with its row, and left out")
  func badRow() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let people = try folder.add(
      "people.csv", "email,work_start\nada@two.example,25:99\nben@two.example,9:00\n")
    let call = Call("audit", input, "--people", people, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(call.code == 2)
    #expect(call.errors.contains("\(people):2: error: "))
    #expect(call.errors.contains("work_start"))
    #expect(folder.names(in: "out").contains("audit.md"))
  }

  @Test(
    "A people file that cannot be used at all stops the run before any work",
    arguments: [nil, "", "name,team\nAda,One\n", "PK\u{3}\u{4}", "email,email\na@two.example,b@two.example\n"])
  func unusablePeople(text: String?) throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    if let text { try folder.add("people.csv", text) }
    for command in ["audit", "check", "occurrences"] {
      let call = Call(command, input, "--people", folder("people.csv"), "--quarter", "2026-Q3")
      #expect(call.code == 65)
      #expect(call.output.isEmpty)
      #expect(call.errorLines.count == 1)
      #expect(call.errors.contains(folder("people.csv")))
    }
  }

  @Test("A folder that is not ours is refused before the work, and kept with --force")
  func foreignFolder() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("out/mine.txt", "do not touch")
    let words = ["audit", input, "--quarter", "2026-Q3", "--output", folder("out")]
    let call = Call(words)
    #expect(call.code == 4)
    #expect(call.errorLines.count == 1)
    #expect(folder.names(in: "out") == ["mine.txt"])
    #expect(Call(words + ["--force"]).code == 0)
    #expect(try folder.text("out/mine.txt") == "do not touch")
    #expect(folder.names(in: "out").contains("audit.md"))
  }

  @Test("An output that cannot be written is an error, whatever else is wrong", arguments: ["file", "/proc/none"])
  func unwritable(name: String) throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    try folder.add("file", "a file in the way")
    try folder.add("in/bad.ics", "hello")
    let output = name.hasPrefix("/") ? name : folder(name)
    let call = Call("audit", input, "--quarter", "2026-Q3", "--output", output + "/report")
    #expect(call.code == 4)
    #expect(try folder.text("file") == "a file in the way")
    #expect(folder.names() == ["file", "in"])
  }

  @Test("Without zone data nothing can be read right")
  func noZones() throws {
    let folder = try Folder()
    let input = try folder.addCompany()
    let call = Call("audit", input, "--quarter", "2026-Q3") { $0.zoneFolder = folder("none") }
    #expect(call.code == 3)
    #expect(call.errors.contains("no time-zone data in \(folder("none")); install tzdata"))
  }

  @Test("Control characters of a file name are shown, not sent to the terminal")
  func fileName() throws {
    let folder = try Folder()
    let bad = try folder.add("a\u{1B}[2Jb\nc.ics", "hello")
    let call = Call("audit", bad, "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(!call.errors.contains("\u{1B}"))
    #expect(call.errorLines.count == 2)
  }

  @Test("Many messages of one kind become an excerpt; check lists them all")
  func flood() throws {
    let folder = try Folder()
    let events = Array(repeating: Fixture.unreadable, count: 50)
    try folder.add("in/ada.ics", Fixture.calendar(of: "ada@two.example", events + [Fixture.weekly]))
    let audit = Call("audit", folder("in"), "--quarter", "2026-Q3", "--output", folder("out"))
    #expect(audit.errorLines.count { $0.contains(": error: DTSTART cannot be read") } == 20)
    #expect(audit.errors.contains("… and 30 more like it [unreadable-property]; adjourn check lists all\n"))
    let check = Call("check", folder("in"), "--quarter", "2026-Q3")
    #expect(check.output.components(separatedBy: ": error: DTSTART cannot be read").count == 51)
  }
}
