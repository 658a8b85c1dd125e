import Foundation
import Glibc
import Testing

@testable import CalendarSources

@Suite("What the given paths hold")
struct WalkTests {
  private static let text = String(decoding: calendar("anna"), as: UTF8.self)

  private func names(_ sources: CalendarSources) -> [String] { sources.files.map(\.name) }

  private func refusals(_ sources: CalendarSources, in folder: TestFolder) -> [String] {
    sources.refusals.map { "\($0.path.dropFirst(folder.path.count)): \($0.reason.code)" }
  }

  @Test("Files of a folder are read in the order of the bytes of their names, below the folder, however it was written")
  func order() throws {
    let folder = try TestFolder()
    for name in ["b.ics", "Z.ics", "a/x.ics", "ä.ics", "a.ics", "a/b/c.ICS"] { try folder.add(name, Self.text) }
    let expected = ["Z.ics", "a.ics", "a/b/c.ICS", "a/x.ics", "b.ics", "ä.ics"]
    #expect(names(CalendarSources(paths: [folder.path])) == expected)
    #expect(names(CalendarSources(paths: [folder.path + "/"])) == expected)
    #expect(names(CalendarSources(paths: [folder("b.ics"), folder("a.ics")])) == ["a.ics", "b.ics"])
  }

  @Test("A path given twice counts once; a name found twice is told apart by the whole path")
  func twice() throws {
    let folder = try TestFolder()
    try folder.add("one/a.ics", Self.text)
    try folder.add("two/a.ics", Self.text)
    let sources = CalendarSources(paths: [folder("one"), folder("two"), folder("one"), folder("one/a.ics")])
    #expect(sources.files.map(\.path) == [folder("one/a.ics"), folder("two/a.ics")])
    #expect(Set(names(sources)).count == 2)
    #expect(
      names(CalendarSources(paths: [folder("one"), folder("two")])) == [folder("one/a.ics"), folder("two/a.ics")])
  }

  @Test("In a folder, what neither is named nor begins like a calendar or an archive is passed over and counted")
  func passedOver() throws {
    let folder = try TestFolder()
    try folder.add("anna.ics", Self.text)
    try folder.add("calendar without suffix", Self.text)
    try folder.add("readme.txt", "hello")
    try folder.add("page.html", "<html>")
    try folder.add(".hidden.ics", Self.text)
    try folder.add(".git/x.ics", Self.text)
    let sources = CalendarSources(paths: [folder.path])
    #expect(names(sources) == ["anna.ics", "calendar without suffix"])
    #expect(sources.passedOver == 4)
    #expect(sources.refusals.isEmpty)
    #expect(names(CalendarSources(paths: [folder("readme.txt")])) == ["readme.txt"])
  }

  @Test("Archives are found by their names and by their bytes")
  func archives() throws {
    let folder = try TestFolder()
    let zip = Packed.zip([Item("a.ics", calendar("a"))])
    for name in ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.ics.gz"] { try folder.add(name, "hello") }
    try folder.add("by content", zip)
    try folder.add("by content too", Packed.gzip(zip))
    try folder.add("by content as well", Packed.tar([Item("a.ics", calendar("a"))]))
    let sources = CalendarSources(paths: [folder.path])
    #expect(sources.files.count == 8)
    #expect(
      sources.files.filter { !$0.isClaimed }.map(\.name) == ["by content", "by content as well", "by content too"])
  }

  @Test("Links to files are followed, links to folders only when given; a link to nothing is refused as one")
  func links() throws {
    let folder = try TestFolder()
    try folder.add("real/anna.ics", Self.text)
    try folder.add("in/ben.ics", Self.text)
    try folder.link("in/file.ics", to: folder("real/anna.ics"))
    try folder.link("in/folder", to: folder("real"))
    try folder.link("in/loop", to: ".")
    try folder.link("in/gone.ics", to: "nowhere")
    let sources = CalendarSources(paths: [folder("in")])
    #expect(names(sources) == ["ben.ics", "file.ics"])
    #expect(sources.passedOver == 2)
    #expect(refusals(sources, in: folder) == ["/in/gone.ics: dangling-link"])
    #expect(names(CalendarSources(paths: [folder("in/folder")])) == ["anna.ics"])
  }

  @Test("FIFOs, sockets and devices are refused, not waited for")
  func special() throws {
    let folder = try TestFolder()
    mkfifo(folder("pipe.ics"), 0o600)
    #expect(refusals(CalendarSources(paths: [folder.path]), in: folder) == ["/pipe.ics: not-a-regular-file"])
    #expect(CalendarSources(paths: ["/dev/null"]).refusals.map(\.reason) == [.notRegular])
    // One that takes a file's place after the walk is not waited for either.
    #expect(Harvest(folder("pipe.ics")).findings.refusals.map(\.reason) == [.notRegular])
    #expect(Harvest("/dev/zero").findings.refusals.map(\.reason) == [.notRegular])
  }

  @Test("What is missing, cannot be read, or holds no calendar is refused in its own words")
  func refused() throws {
    let folder = try TestFolder()
    try folder.add("in/readme.txt", "hello")
    let sources = CalendarSources(paths: [folder("nope.ics"), folder("in")])
    #expect(refusals(sources, in: folder) == ["/in: empty-folder", "/nope.ics: no-such-file"])
    #expect(sources.refusals.map(\.reason.text) == ["no calendar in this folder", "no such file or folder"])
    #expect(CalendarSources(paths: [folder("in/readme.txt/x")]).refusals.map(\.reason.code) == ["unreadable"])
    // A regular file of which nobody, not even root, can read the beginning.
    try folder.link("locked.ics", to: "/proc/self/mem")
    let locked = Harvest(folder("locked.ics"))
    #expect(locked.findings.refusals.map(\.reason.code) == ["unreadable"])
    #expect(locked.findings.balances)
    #expect(Harvest(folder("gone.ics")).findings.refusals.map(\.reason) == [.missing])
  }

  @Test("A folder with the manifest of a report of ours is skipped, whatever it holds; another manifest means nothing")
  func ownReport() throws {
    let folder = try TestFolder()
    try folder.add("reports/manifest.json", "{\"program\": \"adjourn\"}")
    try folder.add("reports/drafts/a.ics", Self.text)
    try folder.add("app/manifest.json", "{\"program\": \"other\"}")
    try folder.add("app/b.ics", Self.text)
    #expect(names(CalendarSources(paths: [folder.path])) == ["app/b.ics"])
  }

  @Test("Folders are walked 64 deep")
  func deep() throws {
    let folder = try TestFolder()
    let way = (1..<64).map { _ in "d" }.joined(separator: "/")
    try folder.add(way + "/a.ics", Self.text)
    try folder.add(way + "/d/b.ics", Self.text)
    #expect(names(CalendarSources(paths: [folder.path])) == [way + "/a.ics"])
  }

  @Test("A plain file is handed over as it is, and counts as one thing found")
  func plain() throws {
    let folder = try TestFolder()
    let harvest = Harvest(try folder.add("anna.ics", Self.text))
    #expect(harvest.places == [""])
    #expect(harvest.contents == [Array(Self.text.utf8)])
    #expect(harvest.findings.found == 1)
    #expect(harvest.findings.balances)
    #expect(Harvest(try folder.add("empty.ics", "")).findings.refusals.map(\.reason) == [.empty])
  }

  @Test("A sparse file of more than 1 GiB is refused before it is read")
  func tooLarge() throws {
    let folder = try TestFolder()
    let path = try folder.add("large.ics", Self.text)
    #expect(truncate(path, (1 << 30) + 1) == 0)
    #expect(Harvest(path).findings.refusals.map(\.reason) == [.tooLarge])
  }
}
