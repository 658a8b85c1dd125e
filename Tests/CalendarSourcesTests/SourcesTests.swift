import Foundation
import Testing

@testable import CalendarSources

@Suite("Where calendars come from")
struct SourcesTests {
  private func refusal(_ path: String) -> SourceRefusal.Reason? {
    Harvest(path).findings.refusals.first?.reason
  }

  @Test("A folder is walked: calendars by name or content in path order, others passed over, hidden ones too")
  func walk() {
    let folder = TemporaryFolder()
    for name in ["b.ics", "a.ICS", "sub/c.ics", "sub/deep/d.ical"] { folder.file(name) }
    folder.file("export", "\u{FEFF}\r\nbegin:vcalendar\r\n")
    folder.file("notes.txt", "hello")
    folder.file(".hidden.ics")
    folder.file("people.csv", "name\n")
    let sources = CalendarSources(paths: [folder.path])
    #expect(
      sources.files.map(\.name) == ["a.ICS", "b.ics", "export", "sub/c.ics", "sub/deep/d.ical"])
    #expect(sources.files.map(\.path) == sources.files.map { folder.path + "/" + $0.name })
    #expect(sources.refusals.isEmpty && sources.passedOver == 3)
  }

  @Test("A file given twice, however its path is written, is read once")
  func once() {
    let folder = TemporaryFolder()
    let file = folder.file("sub/a.ics")
    let sources = CalendarSources(
      paths: [file, folder.path + "/./sub/a.ics", folder.path, folder.path + "/", folder.path + "/sub/../sub"])
    #expect(sources.files.count == 1 && sources.refusals.isEmpty)
  }

  @Test("Links to files are followed, links to folders inside a folder are not, dangling ones are said")
  func links() {
    let folder = TemporaryFolder()
    let elsewhere = TemporaryFolder()
    let target = elsewhere.file("real.ics")
    elsewhere.file("inside/other.ics")
    folder.link("linked.ics", to: target)
    folder.link("folder", to: elsewhere.path + "/inside")
    folder.link("loop", to: folder.path)
    folder.link("gone.ics", to: elsewhere.path + "/none")
    folder.link("round.ics", to: folder.path + "/round.ics")
    let sources = CalendarSources(paths: [folder.path])
    #expect(sources.files.map(\.path) == [folder.path + "/linked.ics"])
    #expect(
      sources.refusals == [
        SourceRefusal(path: folder.path + "/gone.ics", reason: .danglingLink),
        SourceRefusal(path: folder.path + "/round.ics", reason: .danglingLink),
      ])
    #expect(CalendarSources(paths: [folder.path + "/folder"]).files.map(\.path) == [folder.path + "/folder/other.ics"])
  }

  @Test("FIFOs and devices are refused, and never waited for")
  func specialFiles() {
    let folder = TemporaryFolder()
    mkfifo(folder.path + "/pipe.ics", 0o600)
    folder.file("a.ics")
    let sources = CalendarSources(paths: [folder.path, "/dev/zero"])
    #expect(sources.files.map(\.path) == [folder.path + "/a.ics"])
    #expect(sources.refusals.map(\.reason) == [.notRegular, .notRegular])
    #expect(refusal(folder.path + "/pipe.ics") == .notRegular && refusal("/dev/zero") == .notRegular)
  }

  @Test("What is missing or empty is said")
  func missing() {
    let folder = TemporaryFolder()
    folder.file("notes.txt", "hello")
    let sources = CalendarSources(paths: [folder.path, folder.path + "/none.ics"])
    #expect(sources.files.isEmpty)
    #expect(sources.refusals.map(\.reason) == [.emptyFolder, .missing])
    #expect(refusal(folder.file("empty.ics", "")) == .empty)
    #expect(refusal(folder.path + "/none.ics") == .missing)
    #expect(refusal(folder.path).map(\.code) == "not-a-regular-file")
  }

  @Test("A folder that holds nothing but what was given before is not empty")
  func givenBefore() {
    let folder = TemporaryFolder()
    let file = folder.file("a.ics")
    #expect(CalendarSources(paths: [file, folder.path]).refusals.isEmpty)
  }

  @Test("A file that cannot be read, not even by the superuser, is refused in the system's words")
  func unreadable() {
    // A regular file whose first byte lies in no memory of the process.
    #expect(refusal("/proc/self/mem")?.code == "unreadable")
  }

  @Test("A folder with the manifest of a report holds no calendars")
  func ownReport() {
    let folder = TemporaryFolder()
    folder.file("report/manifest.json", #"{"program": "adjourn"}"#)
    folder.file("report/drafts/a.ics")
    folder.file("b.ics")
    #expect(CalendarSources(paths: [folder.path]).files.map(\.path) == [folder.path + "/b.ics"])
    #expect(CalendarSources(paths: [folder.path + "/report"]).refusals.map(\.reason) == [.ownDraft])
  }

  @Test("Folders inside folders beyond reason are said")
  func deepFolders() {
    let folder = TemporaryFolder()
    folder.file(String(repeating: "d/", count: 70) + "a.ics")
    let sources = CalendarSources(paths: [folder.path])
    #expect(sources.files.isEmpty && sources.refusals.map(\.reason) == [.nestedTooDeep])
  }

  @Test(
    "What is no calendar is refused by name of what it is, whatever the suffix",
    arguments: [
      ("<!DOCTYPE html><html>", "HTML"), ("\n  <html lang=\"en\">", "HTML"), ("{\"error\": 1}", "JSON"),
      ("[\"vcalendar\", []]", "JSON"), ("BEGIN:VCARD\r\n", "vCard"), ("%PDF-1.7", "PDF"),
    ])
  func foreignText(_ content: String, _ word: String) throws {
    let folder = TemporaryFolder()
    let reason = try #require(refusal(folder.file("a.ics", content)))
    #expect(reason.code == "not-icalendar" && reason.text.contains(word))
  }

  @Test(
    "Two-byte text is recognised",
    arguments: [[0xFF, 0xFE, 0x42, 0], [0xFE, 0xFF, 0, 0x42], [0x42, 0, 0x45, 0], [0, 0x42, 0, 0x45]])
  func twoBytes(_ content: [UInt8]) throws {
    let folder = TemporaryFolder()
    let reason = try #require(refusal(folder.file("a.ics", bytes: content)))
    #expect(reason.code == "not-icalendar" && reason.text.contains("UTF-16"))
  }

  @Test(
    "Packed files are recognised when hardly more than the first bytes are there",
    arguments: [
      ([0x1F, 0x8B, 0x08, 0x00], "gzip"), ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0x50, 0x4B, 0x05, 0x06], "ZIP"),
      (Array(repeating: 0x61, count: 257) + Array("ustar\u{0}00".utf8), "tar"),
    ] as [([UInt8], String)])
  func packed(_ content: [UInt8], _ word: String) throws {
    let folder = TemporaryFolder()
    let reason = try #require(refusal(folder.file("a.ics", bytes: content)))
    #expect(reason.code == "truncated" && reason.text.contains(word))
  }

  @Test(
    "Calendars, and text in which one may follow, are handed over",
    arguments: [
      "BEGIN:VCALENDAR\r\n", "\u{FEFF}BEGIN:VCALENDAR", "begin:vcalendar", "\r\n\r\nBEGIN:VCALENDAR", "hello",
    ])
  func readable(_ content: String) {
    let folder = TemporaryFolder()
    let file = folder.file("a.txt", content)
    #expect(Harvest(file).calendars.map(\.bytes) == [Array(content.utf8)])
  }

  @Test("A file over 1 GiB is too large, and not read")
  func tooLarge() {
    let folder = TemporaryFolder()
    let file = folder.file("a.ics")
    truncate(file, (1 << 30) + 1)
    #expect(refusal(file) == .tooLarge)
  }

  @Test("Standard input is given as a hyphen")
  func standardInput() {
    #expect(CalendarSources(paths: ["-", "-"]).files.map(\.path) == ["-"])
  }

  @Test("Large files are read whole")
  func large() {
    let folder = TemporaryFolder()
    let content = "BEGIN:VCALENDAR\r\n" + String(repeating: "X-A:b\r\n", count: 100_000)
    let file = folder.file("a.ics", content)
    #expect(Harvest(file).calendars.map(\.bytes.count) == [content.utf8.count])
  }
}
