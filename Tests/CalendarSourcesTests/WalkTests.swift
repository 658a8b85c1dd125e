import Foundation
import Glibc
import Testing

@testable import CalendarSources

@Suite("What the given paths hold")
struct WalkTests {
  private static let text = String(decoding: calendar("anna"), as: UTF8.self)

  private func names(_ sources: CalendarSources) -> [String] { sources.files.map(\.name) }

  private func refusals(_ sources: CalendarSources, in folder: borrowing TemporaryFolder) -> [String] {
    sources.refusals.map { "\($0.path.dropFirst(folder.path.count)): \($0.reason.code)" }
  }

  @Test("Files of a folder are read in the order of the bytes of their names, below the folder, however it was written")
  func order() {
    let folder = TemporaryFolder()
    for name in ["b.ics", "Z.ics", "a/x.ics", "ä.ics", "a.ics", "a/b/c.ICS"] { folder.file(name, Self.text) }
    let expected = ["Z.ics", "a.ics", "a/b/c.ICS", "a/x.ics", "b.ics", "ä.ics"]
    #expect(names(CalendarSources(paths: [folder.path])) == expected)
    #expect(names(CalendarSources(paths: [folder.path + "/"])) == expected)
    #expect(names(CalendarSources(paths: [folder("b.ics"), folder("a.ics")])) == ["a.ics", "b.ics"])
  }

  @Test("A path given twice counts once; a name found twice is told apart by the whole path")
  func twice() {
    let folder = TemporaryFolder()
    folder.file("one/a.ics", Self.text)
    folder.file("two/a.ics", Self.text)
    let paths = [folder("one"), folder("two"), folder("one"), folder("one/a.ics")]
    #expect(CalendarSources(paths: paths).files.map(\.path) == [folder("one/a.ics"), folder("two/a.ics")])
    #expect(
      names(CalendarSources(paths: [folder("one"), folder("two")])) == [folder("one/a.ics"), folder("two/a.ics")])
  }

  @Test("In a folder, what neither is named nor begins like a calendar or an archive is passed over and counted")
  func passedOver() {
    let folder = TemporaryFolder()
    folder.file("anna.ics", Self.text)
    folder.file("calendar without suffix", Self.text)
    folder.file("readme.txt", "hello")
    folder.file("page.html", "<html>")
    folder.file(".hidden.ics", Self.text)
    folder.file(".git/x.ics", Self.text)
    let sources = CalendarSources(paths: [folder.path])
    #expect(names(sources) == ["anna.ics", "calendar without suffix"])
    #expect(sources.passedOver == 4)
    #expect(sources.refusals.isEmpty)
    #expect(names(CalendarSources(paths: [folder("readme.txt")])) == ["readme.txt"])
  }

  @Test("Archives are found by their names and by their bytes")
  func archives() {
    let folder = TemporaryFolder()
    let zip = Packed.zip([Item("a.ics", calendar("a"))])
    for name in ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.ics.gz"] { folder.file(name, "hello") }
    folder.file("by content", bytes: zip)
    folder.file("by content too", bytes: Packed.gzip(zip))
    folder.file("by content as well", bytes: Packed.tar([Item("a.ics", calendar("a"))]))
    let sources = CalendarSources(paths: [folder.path])
    #expect(sources.files.count == 8)
    #expect(
      sources.files.filter { !$0.isClaimed }.map(\.name) == ["by content", "by content as well", "by content too"])
  }

  @Test("What is missing, cannot be read, or holds no calendar is refused in its own words")
  func refused() {
    let folder = TemporaryFolder()
    folder.file("in/readme.txt", "hello")
    let sources = CalendarSources(paths: [folder("nope.ics"), folder("in")])
    #expect(refusals(sources, in: folder) == ["/in: empty-folder", "/nope.ics: no-such-file"])
    #expect(sources.refusals.map(\.reason.text) == ["no calendar in this folder", "no such file or folder"])
    #expect(CalendarSources(paths: [folder("in/readme.txt/x")]).refusals.map(\.reason.code) == ["unreadable"])
    // A regular file of which nobody, not even root, can read the beginning.
    folder.link("locked.ics", to: "/proc/self/mem")
    let locked = Harvest(folder("locked.ics"))
    #expect(locked.findings.refusals.map(\.reason.code) == ["unreadable"])
    #expect(locked.findings.balances)
    #expect(Harvest(folder("gone.ics")).findings.refusals.map(\.reason) == [.missing])
  }

  @Test("A folder with the manifest of a report of ours is skipped, whatever it holds; another manifest means nothing")
  func ownReport() {
    let folder = TemporaryFolder()
    folder.file("reports/manifest.json", "{\"program\": \"adjourn\"}")
    folder.file("reports/drafts/a.ics", Self.text)
    folder.file("app/manifest.json", "{\"program\": \"other\"}")
    folder.file("app/b.ics", Self.text)
    #expect(names(CalendarSources(paths: [folder.path])) == ["app/b.ics"])
  }

  @Test("A plain file is handed over as it is, and counts as one thing found")
  func plain() {
    let folder = TemporaryFolder()
    let harvest = Harvest(folder.file("anna.ics", Self.text))
    #expect(harvest.places == [""])
    #expect(harvest.contents == [Array(Self.text.utf8)])
    #expect(harvest.findings.found == 1)
    #expect(harvest.findings.balances)
    #expect(Harvest(folder.file("empty.ics", "")).findings.refusals.map(\.reason) == [.empty])
  }
}
