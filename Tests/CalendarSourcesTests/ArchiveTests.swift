import Glibc
import Testing

@testable import CalendarSources

@Suite("Calendars in archives")
struct ArchiveTests {
  private static let anna = calendar("anna")
  private static let ben = calendar("ben", size: 90_000)

  @Test(
    "Each calendar of an archive is handed over whole, below the archive's path and name, whatever the archive is called",
    arguments: ["export.zip", "export.tar", "export.ics", "export", "export.tar.gz"])
  func formats(name: String) {
    let items = [Item("anna.ics", Self.anna), .folder("sub/"), Item("sub/ben.ics", Self.ben)]
    for bytes in [
      Packed.zip(items), Packed.zip(items, stored: true), Packed.tar(items), Packed.gzip(Packed.tar(items)),
    ] {
      let harvest = Harvest(of: bytes, named: name)
      #expect(harvest.places == ["/anna.ics", "/sub/ben.ics"])
      #expect(harvest.names == ["\(name)/anna.ics", "\(name)/sub/ben.ics"])
      #expect(harvest.calendars.map(\.bytes) == [Self.anna, Self.ben])
      #expect(harvest.refusals.isEmpty)
      #expect(harvest.findings.found == 2)
      #expect(harvest.findings.balances)
    }
  }

  @Test("Google Takeout: nested folders, a page and settings beside, a name that is not ASCII")
  func takeout() {
    let harvest = Harvest(
      of: Packed.zip([
        Item("Takeout/archive_browser.html", "<!DOCTYPE html><html></html>"),
        .folder("Takeout/Calendar/"),
        Item("Takeout/Calendar/anna@two.example.ics", Self.anna),
        Item("Takeout/Calendar/Geburtstage für Jürgen 会議.ics", Self.ben),
        Item("Takeout/Calendar/settings.json", "{\"a\": 1}"),
        Item("Takeout/Mail/all.mbox", "From nobody\n"),
      ]))
    #expect(
      harvest.places == ["/Takeout/Calendar/anna@two.example.ics", "/Takeout/Calendar/Geburtstage für Jürgen 会議.ics"])
    #expect(harvest.findings.passedOver == 3)
    #expect(harvest.refusals.isEmpty)
    #expect(harvest.findings.balances)
  }

  @Test("A name that is neither ASCII nor said to be UTF-8 is in code page 437, as Windows writes it")
  func codePage() {
    // 0x81 is ü (APPNOTE 6.3.10, Appendix D).
    let harvest = Harvest(of: replacing("j?rgen.ics", with: [0x81], in: Packed.zip([Item("j?rgen.ics", Self.anna)])))
    #expect(harvest.places == ["/jürgen.ics"])
  }

  @Test("gzip around one calendar is taken off, and the calendar keeps the path of its file")
  func gzip() {
    let harvest = Harvest(of: Packed.gzip(Self.ben), named: "ben.ics.gz")
    #expect(harvest.places == [""])
    #expect(harvest.names == ["ben.ics.gz"])
    #expect(harvest.contents == [Self.ben])
    #expect(harvest.findings.balances)
  }

  @Test("Streams of gzip that follow one another are one (RFC 1952 §2.2), with zeros behind them or not")
  func concatenated() {
    let bytes = Packed.gzip(Array(Self.ben[..<1000])) + Packed.gzip(Array(Self.ben[1000...])) + [0, 0, 0]
    #expect(Harvest(of: bytes, named: "ben.ics.gz").contents == [Self.ben])
  }

  @Test("A calendar larger than what is kept at the first look is read whole")
  func large() {
    let line = Array(("X-NOISE:" + String(repeating: "abcdefgh", count: 16_000) + "\r\n").utf8)
    var bytes = Array("BEGIN:VCALENDAR\r\n".utf8)
    while bytes.count < 65 << 20 { bytes += line }
    bytes += Array("END:VCALENDAR\r\n".utf8)
    let harvest = Harvest(of: Packed.gzip(bytes), named: "large.ics.gz")
    #expect(harvest.calendars.count == 1)
    #expect(harvest.calendars.first?.bytes == bytes)
    #expect(harvest.refusals.isEmpty)
  }

  @Test("One level of gzip inside an archive is read; an archive inside an archive is refused in words")
  func nested() {
    let inner = Packed.zip([Item("c.ics", Self.anna)])
    let items = [
      Item("anna.ics.gz", Packed.gzip(Self.anna)), Item("plain", Packed.gzip(Self.ben)), Item("old.zip", inner),
      Item("old.tar.gz", Packed.gzip(Packed.tar([Item("c.ics", Self.anna)]))),
      Item("twice.ics.gz", Packed.gzip(Packed.gzip(Self.anna))),
      Item("budget.xlsx", inner), Item("picture.svgz", Packed.gzip(Array("<svg/>".utf8))),
    ]
    for bytes in [Packed.zip(items), Packed.tar(items)] {
      let harvest = Harvest(of: bytes)
      #expect(harvest.places == ["/anna.ics.gz", "/plain"])
      #expect(harvest.contents == [Self.anna, Self.ben])
      #expect(
        harvest.refusals == [
          "export.zip/old.zip: nested-archive", "export.zip/old.tar.gz: nested-archive",
          "export.zip/twice.ics.gz: nested-archive",
        ])
      #expect(harvest.findings.refusals[0].reason.text == "a ZIP archive inside an archive; unpack it first")
      #expect(harvest.findings.passedOver == 2)
      #expect(harvest.findings.balances)
    }
    #expect(Harvest(of: Packed.gzip(inner), named: "a.gz").refusals == ["a.gz: nested-archive"])
    #expect(Harvest(of: Packed.gzip(Packed.gzip(Self.anna)), named: "a.gz").refusals == ["a.gz: nested-archive"])
  }

  @Test(
    "A member named like a calendar that is none is refused by name of what it is; another is passed over",
    arguments: [
      ("<html>", "HTML"), ("{}", "JSON"), ("BEGIN:VCARD", "vCard"), ("%PDF-1.7", "PDF"), ("", "empty"),
    ])
  func foreign(text: String, word: String) {
    let items = [Item("bad.ics", text), Item("bad.dat", text), Item("anna.ics", Self.anna)]
    let harvest = Harvest(of: Packed.zip(items))
    #expect(harvest.places == ["/anna.ics"])
    #expect(harvest.findings.refusals.map(\.path) == ["export.zip/bad.ics"])
    #expect(harvest.findings.refusals[0].reason.text.contains(word))
    #expect(harvest.findings.passedOver == 1)
    #expect(harvest.findings.balances)
  }

  @Test(
    "The content decides: a calendar under another name is read, text under a calendar's name is left to the scanner")
  func wrongSuffix() {
    let harvest = Harvest(
      of: Packed.zip([Item("anna.txt", Self.anna), Item("ben.ics", "hello"), Item("c.txt", "hello")]))
    #expect(harvest.places == ["/anna.txt", "/ben.ics"])
    #expect(harvest.findings.passedOver == 1)
  }

  @Test("What macOS packs beside every file, and other hidden members, are passed over")
  func hidden() {
    let harvest = Harvest(
      of: Packed.zip([
        Item("anna.ics", Self.anna), Item("__MACOSX/._anna.ics", [0, 5, 22, 7]), Item(".git/x.ics", Self.ben),
      ]))
    #expect(harvest.places == ["/anna.ics"])
    #expect(harvest.findings.passedOver == 2)
    #expect(harvest.refusals.isEmpty)
    #expect(Harvest(of: Packed.tar([Item("./anna.ics", Self.anna)])).places == ["/anna.ics"])
  }

  @Test("The same path twice in an archive makes two calendars, told apart by a number")
  func samePath() {
    let items = [Item("anna.ics", Self.anna), Item("anna.ics", Self.ben), Item("anna.ics", Self.anna)]
    #expect(Harvest(of: Packed.tar(items)).places == ["/anna.ics", "/(2)/anna.ics", "/(3)/anna.ics"])
  }

  @Test("Names that lead out of the folder are labels: nothing is written anywhere")
  func traversal() {
    let folder = TemporaryFolder()
    let items = [Item("../../out.ics", Self.anna), Item("/tmp/adjourn-out.ics", Self.ben)]
    let harvest = Harvest(folder.file("in/a.tar", bytes: Packed.tar(items)))
    #expect(harvest.places == ["/../../out.ics", "/tmp/adjourn-out.ics"])
    #expect(folder.contents == ["in", "in/a.tar"])
    #expect(access("/tmp/adjourn-out.ics", F_OK) != 0)
  }

  @Test("Links, devices and FIFOs in an archive are neither followed nor made")
  func special() {
    let folder = TemporaryFolder()
    folder.file("secret.ics", bytes: Self.ben)
    let path = folder.file(
      "a.tar",
      bytes: Packed.tar([
        Item("link.ics", type: S_IFLNK, target: folder("secret.ics")), Item("pipe.ics", type: S_IFIFO),
        Item("device.ics", type: S_IFCHR), Item("notes", type: S_IFLNK, target: "/etc/passwd"),
        Item("anna.ics", Self.anna),
        Item("again.ics", type: S_IFREG, target: "anna.ics"),
      ]))
    let harvest = Harvest(path)
    #expect(harvest.contents == [Self.anna])
    #expect(
      harvest.refusals
        == ["link.ics", "pipe.ics", "device.ics", "again.ics"].map { "\(path)/\($0): not-a-regular-file" })
    #expect(harvest.findings.passedOver == 1)
    #expect(harvest.findings.balances)
    let zip = Harvest(folder.file("a.zip", bytes: Packed.zip([Item("link.ics", type: S_IFLNK, target: "secret.ics")])))
    #expect(zip.refusals == ["\(folder.path)/a.zip/link.ics: not-a-regular-file"])
    #expect(folder.contents == ["a.tar", "a.zip", "secret.ics"])
  }

  @Test("An archive without any calendar is said to be one, when it was given")
  func empty() {
    #expect(Harvest(of: Packed.zip([])).refusals == ["export.zip: empty-archive"])
    for bytes in [Packed.zip([.folder("a/"), Item("a/notes.txt", "hello")]), Packed.tar([.folder("a/")])] {
      #expect(Harvest(of: bytes).refusals == ["export.zip: empty-archive"])
    }
    #expect(Harvest(of: Packed.gzip([]), named: "a.ics.gz").refusals == ["a.ics.gz: empty"])
  }

  @Test("An archive found in a folder under no name of ours is passed over unless it holds a calendar")
  func unclaimed() {
    let folder = TemporaryFolder()
    folder.file("budget.xlsx", bytes: Packed.zip([Item("xl/workbook.xml", "<?xml?>")]))
    folder.file("notes.gz", bytes: Packed.gzip(Array("hello".utf8)))
    folder.file("takeout", bytes: Packed.zip([Item("anna.ics", Self.anna)]))
    let sources = CalendarSources(paths: [folder.path])
    #expect(sources.files.map(\.name) == ["budget.xlsx", "notes.gz", "takeout"])
    let harvests = sources.files.map { Harvest($0) }
    #expect(harvests.map(\.refusals) == [[], [], []])
    #expect(harvests.map(\.findings.passedOver) == [1, 1, 0])
    #expect(harvests.map(\.places) == [[], [], ["/anna.ics"]])
    #expect(harvests.map(\.findings.balances) == [true, true, true])
  }

  @Test("A large archive is read from the file, piece by piece")
  func largeFile() {
    // Larger than what is read at once; the ballast does not pack.
    let ballast = [UInt8](unsafeUninitializedCapacity: 34 << 20) { bytes, count in
      getentropy(bytes.baseAddress, 256)
      for at in stride(from: 256, to: bytes.count, by: 256) { getentropy(bytes.baseAddress! + at, 256) }
      count = bytes.count
    }
    let items = [Item("anna.ics", Self.anna), Item("ballast.bin", ballast), Item("ben.ics", Self.ben)]
    let folder = TemporaryFolder()
    for bytes in [Packed.zip(items, stored: true), Packed.tar(items), Packed.gzip(Packed.tar(items))] {
      let harvest = Harvest(folder.file("large", bytes: bytes))
      #expect(harvest.calendars.map(\.bytes) == [Self.anna, Self.ben])
      #expect(harvest.findings.passedOver == 1)
      #expect(harvest.refusals.isEmpty)
    }
  }

  @Test("Somebody who asks to stop is heard between members")
  func stop() {
    let folder = TemporaryFolder()
    let path = folder.file("a.zip", bytes: Packed.zip([Item("anna.ics", Self.anna), Item("ben.ics", Self.ben)]))
    var count = 0
    let file = SourceFile(path: path, name: "a.zip", isClaimed: true)
    let findings = CalendarSources.forEachCalendar(in: file, while: { count == 0 }) { _, _ in count += 1 }
    #expect(count == 1)
    #expect(findings.handedOver == 1)
  }
}

/// Replaces the question mark in a name wherever the name stands.
func replacing(_ name: String, with byte: [UInt8], in bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  let pattern = Array(name.utf8)
  let mark = pattern.firstIndex(of: UInt8(ascii: "?"))!
  for start in bytes.indices.dropLast(pattern.count - 1) where bytes[start...].starts(with: pattern) {
    bytes.replaceSubrange((start + mark)..<(start + mark + 1), with: byte)
  }
  return bytes
}
