import Foundation
import Testing

@testable import Reports

/// A folder of its own for each test, removed afterwards.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/reports-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything below, sorted.
  var tree: [String] { (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted() }

  func mode(_ name: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions] as? Int)
  }
}

private let first = [
  ReportFile(path: "audit.md", text: "first"), ReportFile(path: "personal/people.csv", text: "rows"),
]
private let second = [ReportFile(path: "audit.md", text: "second")]
private let never: @Sendable () -> Bool = { false }

@Suite("The report's folder")
struct ReportFolderTests {
  let scratch: Scratch
  var folder: ReportFolder { ReportFolder(path: scratch.path + "/q3") }

  init() throws { scratch = try Scratch() }

  @Test("a new report stands complete with its manifest, closed to others")
  func writesNew() throws {
    #expect(try folder.write(first, version: "1.0", shouldStop: never) == .written(kept: []))
    #expect(scratch.tree == ["q3", "q3/audit.md", "q3/manifest.json", "q3/personal", "q3/personal/people.csv"])
    #expect(scratch.read("q3/audit.md") == "first")
    #expect(try scratch.mode("q3") == 0o700)
    #expect(try scratch.mode("q3/personal") == 0o700)
    #expect(try scratch.mode("q3/audit.md") == 0o600)
    #expect(try scratch.mode("q3/manifest.json") == 0o600)
  }

  @Test("the manifest is JSON that names the tool, its version and every file with its size")
  func manifest() throws {
    _ = try folder.write(first, version: "1.0", shouldStop: never)
    let object = try JSONSerialization.jsonObject(with: Data(scratch.read("q3/manifest.json")!.utf8))
    let manifest = try #require(object as? [String: Any])
    #expect(manifest["tool"] as? String == "adjourn")
    #expect(manifest["version"] as? String == "1.0")
    let files = try #require(manifest["files"] as? [[String: Any]])
    #expect(files.map { $0["path"] as? String } == ["audit.md", "personal/people.csv"])
    #expect(files.map { $0["bytes"] as? Int } == [5, 4])
  }

  @Test("missing folders above are made")
  func makesFoldersAbove() throws {
    let deep = ReportFolder(path: scratch.path + "/a/b/q3/")
    try deep.check()
    #expect(scratch.tree.isEmpty)
    #expect(try deep.write(second, version: "1", shouldStop: never) == .written(kept: []))
    #expect(scratch.read("a/b/q3/audit.md") == "second")
    #expect(try scratch.mode("a") == 0o700)
  }

  @Test("the next report takes its place, keeps what is not ours, and drops what only the old one had")
  func replaces() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    try scratch.write("mine", to: "q3/notes.txt")
    try scratch.write("mine too", to: "q3/personal/remarks/deep.txt")
    try scratch.write("edited", to: "q3/audit.md")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/q3/link", withDestinationPath: "nowhere")
    #expect(try folder.write(second, version: "1", shouldStop: never) == .written(kept: []))
    #expect(
      scratch.tree == [
        "q3", "q3/audit.md", "q3/link", "q3/manifest.json", "q3/notes.txt", "q3/personal", "q3/personal/remarks",
        "q3/personal/remarks/deep.txt",
      ])
    #expect(scratch.read("q3/audit.md") == "second")
    #expect(scratch.read("q3/notes.txt") == "mine")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/q3/link") == "nowhere")
  }

  @Test("a folder of ours that the new report does not need goes")
  func dropsEmptyFolder() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    _ = try folder.write(second, version: "1", shouldStop: never)
    #expect(scratch.tree == ["q3", "q3/audit.md", "q3/manifest.json"])
  }

  @Test("an empty folder is taken, one that holds other things is refused unless forced")
  func refusesForeign() throws {
    try FileManager.default.createDirectory(atPath: scratch.path + "/q3", withIntermediateDirectories: true)
    try folder.check()
    try scratch.write("mine", to: "q3/notes.txt")
    #expect(throws: OutputError.foreignFolder(path: folder.path)) { try folder.check() }
    #expect(throws: OutputError.foreignFolder(path: folder.path)) {
      try folder.write(second, version: "1", shouldStop: never)
    }
    #expect(scratch.tree == ["q3", "q3/notes.txt"])
    let forced = ReportFolder(path: folder.path, force: true)
    #expect(try forced.write(second, version: "1", shouldStop: never) == .written(kept: []))
    #expect(scratch.tree == ["q3", "q3/audit.md", "q3/manifest.json", "q3/notes.txt"])
  }

  @Test("somebody else's manifest.json does not make a folder ours", arguments: ["{}", "{\"tool\": \"other\"}", ""])
  func refusesForeignManifest(text: String) throws {
    try scratch.write(text, to: "q3/manifest.json")
    #expect(throws: OutputError.foreignFolder(path: folder.path)) { try folder.check() }
    #expect(scratch.read("q3/manifest.json") == text)
  }

  @Test("a foreign file where the report writes is not overwritten; forced, it is kept beside")
  func refusesOccupied() throws {
    _ = try folder.write(second, version: "1", shouldStop: never)
    try scratch.write("mine", to: "q3/teams.csv")
    let new = second + [ReportFile(path: "teams.csv", text: "ours")]
    #expect(throws: OutputError.occupied(path: folder.path + "/teams.csv")) {
      try folder.write(new, version: "1", shouldStop: never)
    }
    #expect(scratch.tree == ["q3", "q3/audit.md", "q3/manifest.json", "q3/teams.csv"])
    #expect(scratch.read("q3/teams.csv") == "mine")
    let kept = ReportFolder.Kept(path: "teams.csv", newPath: "teams.csv.kept")
    #expect(
      try ReportFolder(path: folder.path, force: true).write(new, version: "1", shouldStop: never)
        == .written(kept: [kept]))
    #expect(scratch.read("q3/teams.csv") == "ours")
    #expect(scratch.read("q3/teams.csv.kept") == "mine")
  }

  @Test("nothing of a folder that is not ours is overwritten, whatever stands where, however often")
  func keepsForeign() throws {
    let forced = ReportFolder(path: folder.path, force: true)
    try scratch.write("my audit", to: "q3/audit.md")
    try scratch.write("an older one", to: "q3/audit.md.kept")
    try scratch.write("my rows", to: "q3/personal/people.csv")
    try scratch.write("deep", to: "q3/teams.csv/deep/a.txt")
    try scratch.write("{}", to: "q3/manifest.json")
    let files = first + [ReportFile(path: "teams.csv", text: "ours")]
    let outcome = try forced.write(files, version: "1", shouldStop: never)
    let expected = [
      ("audit.md", "audit.md.kept2"), ("manifest.json", "manifest.json.kept"),
      ("personal/people.csv", "personal/people.csv.kept"), ("teams.csv", "teams.csv.kept"),
    ].map { ReportFolder.Kept(path: $0.0, newPath: $0.1) }
    #expect(outcome == .written(kept: expected))
    for _ in 0..<2 {
      #expect(scratch.read("q3/audit.md") == "first")
      #expect(scratch.read("q3/audit.md.kept") == "an older one")
      #expect(scratch.read("q3/audit.md.kept2") == "my audit")
      #expect(scratch.read("q3/personal/people.csv.kept") == "my rows")
      #expect(scratch.read("q3/teams.csv.kept/deep/a.txt") == "deep")
      #expect(scratch.read("q3/manifest.json.kept") == "{}")
      // The folder is ours now.
      #expect(try folder.write(files, version: "1", shouldStop: never) == .written(kept: []))
    }
    try scratch.write("text", to: "other/personal")
    let other = ReportFolder(path: scratch.path + "/other", force: true)
    #expect(
      try other.write(first, version: "1", shouldStop: never)
        == .written(kept: [ReportFolder.Kept(path: "personal", newPath: "personal.kept")]))
    #expect(scratch.read("other/personal.kept") == "text")
  }

  @Test("a link at the path is refused and what it points to stays as it is")
  func refusesLink() throws {
    try FileManager.default.createDirectory(atPath: scratch.path + "/real", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path, withDestinationPath: scratch.path + "/real")
    #expect(throws: OutputError.symbolicLink(path: folder.path)) { try folder.check() }
    #expect(throws: OutputError.symbolicLink(path: folder.path)) {
      try folder.write(second, version: "1", shouldStop: never)
    }
    #expect(scratch.tree == ["q3", "real"])
  }

  @Test("nothing is written through a link inside the old report")
  func replacesLinksInside() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    try scratch.write("precious", to: "outside.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/audit.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/audit.md", withDestinationPath: scratch.path + "/outside.txt")
    _ = try folder.write(second, version: "1", shouldStop: never)
    #expect(scratch.read("outside.txt") == "precious")
    #expect(scratch.read("q3/audit.md") == "second")
  }

  @Test("a file at the path, or above it, is no folder")
  func refusesFile() throws {
    try scratch.write("text", to: "q3")
    #expect(throws: OutputError.notAFolder(path: folder.path)) { try folder.check() }
    #expect(throws: OutputError.notAFolder(path: folder.path)) {
      try ReportFolder(path: folder.path + "/below").check()
    }
    #expect(scratch.read("q3") == "text")
  }

  @Test("a path that names no folder of its own is refused", arguments: ["", ".", "..", "/", "a/.."])
  func refusesUnnamed(path: String) {
    #expect(throws: OutputError.unnamed(path: path)) { try ReportFolder(path: path).check() }
  }

  @Test("a folder above that cannot be written to, not even by the superuser, is an error with its reason")
  func refusesUnwritable() throws {
    let unwritable = ReportFolder(path: "/proc/report")
    #expect {
      try unwritable.check()
    } throws: { error in
      guard case .system(action: "write into the folder", path: "/proc", _)? = error as? OutputError else {
        return false
      }
      return true
    }
  }

  @Test("looking whether a folder can be written to leaves nothing behind")
  func probesWithoutTrace() throws {
    let before = scratch.tree
    try folder.check()
    #expect(scratch.tree == before)
  }

  @Test("asked to stop, the old report stays and nothing of the new one does")
  func stops() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    let before = scratch.tree
    #expect(try folder.write(second, version: "1") { true } == .stopped)
    #expect(scratch.tree == before)
    #expect(scratch.read("q3/audit.md") == "first")
    #expect(try ReportFolder(path: scratch.path + "/a/b").write(second, version: "1") { true } == .stopped)
    #expect(scratch.tree == before)
  }

  @Test("a failure leaves the old report whole and nothing of the new one")
  func fails() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    let before = scratch.tree
    // A file and a folder of one name cannot both be written.
    let impossible = [ReportFile(path: "audit.md", text: "x"), ReportFile(path: "audit.md/inner", text: "y")]
    #expect(throws: OutputError.self) { try folder.write(impossible, version: "1", shouldStop: never) }
    #expect(scratch.tree == before)
    #expect(scratch.read("q3/audit.md") == "first")
    #expect(throws: OutputError.self) {
      try ReportFolder(path: scratch.path + "/a/b").write(impossible, version: "1", shouldStop: never)
    }
    #expect(scratch.tree == before)
  }

  @Test("the next run removes what a killed one left, and nothing that only looks like it")
  func removesLeftovers() throws {
    try scratch.write("half", to: ".adjourn-new-0.q3/audit.md")
    try scratch.write("half", to: ".adjourn-new-7.other/audit.md")
    try scratch.write("old", to: ".adjourn-old-0.q3/audit.md")
    try scratch.write("mine", to: ".adjourn-new-notes/a.txt")
    try scratch.write("mine", to: ".adjourn-new-0./a.txt")
    try scratch.write("there", to: "q3/manifest.json")
    _ = try ReportFolder(path: folder.path, force: true).write(second, version: "1", shouldStop: never)
    #expect(
      scratch.tree == [
        ".adjourn-new-0.", ".adjourn-new-0./a.txt", ".adjourn-new-notes", ".adjourn-new-notes/a.txt", "q3",
        "q3/audit.md", "q3/manifest.json", "q3/manifest.json.kept",
      ])
  }

  @Test("an old report that a killed run had set aside comes back to its place")
  func restores() throws {
    _ = try folder.write(first, version: "1", shouldStop: never)
    try scratch.write("mine", to: "q3/notes.txt")
    try FileManager.default.moveItem(atPath: folder.path, toPath: scratch.path + "/.adjourn-old-0.q3")
    #expect(
      try ReportFolder(path: scratch.path + "/other").write(second, version: "1", shouldStop: never)
        == .written(kept: []))
    #expect(scratch.read("q3/notes.txt") == "mine")
    #expect(!scratch.tree.contains { $0.hasPrefix(".adjourn") })
  }

  @Test("without an exchange in one step, the two-step way gives the same folder")
  func replacesInTwoSteps() throws {
    try scratch.write("old", to: "q3/a.txt")
    try scratch.write("new", to: "fresh/a.txt")
    let parent = try Directory(path: scratch.path)
    let aside = try parent.replace(EntryName("q3"), by: EntryName("fresh"))
    #expect(aside.text == ".adjourn-old-0.q3")
    #expect(scratch.read("q3/a.txt") == "new")
    #expect(scratch.read(".adjourn-old-0.q3/a.txt") == "old")
  }

  @Test("copies, where links cannot be made, keep content and mode; links stay links")
  func copies() throws {
    try scratch.write("text", to: "from/a.txt")
    chmod(scratch.path + "/from/a.txt", 0o640)
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/from/link", withDestinationPath: "a.txt")
    try FileManager.default.createDirectory(atPath: scratch.path + "/to", withIntermediateDirectories: true)
    let parent = try Directory(path: scratch.path)
    let from = try Directory(EntryName("from"), in: parent)
    let to = try Directory(EntryName("to"), in: parent)
    try from.copyFile(EntryName("a.txt"), to: to, as: EntryName("a.txt"))
    try from.copyLink(EntryName("link"), to: to, as: EntryName("link"))
    #expect(scratch.read("to/a.txt") == "text")
    #expect(try scratch.mode("to/a.txt") == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path + "/to/link") == "a.txt")
  }

  @Test("two runs at once wait for each other and leave one whole report")
  func twoAtOnce() async throws {
    let path = folder.path
    try await withThrowingTaskGroup(of: ReportFolder.Outcome.self) { group in
      for number in 0..<4 {
        group.addTask {
          let file = ReportFile(path: "audit.md", text: "run \(number)")
          return try ReportFolder(path: path).write([file], version: "1", shouldStop: { false })
        }
      }
      for try await outcome in group { #expect(outcome == .written(kept: [])) }
    }
    #expect(scratch.tree == ["q3", "q3/audit.md", "q3/manifest.json"])
  }

  @Test("messages are one line and show what a path hides")
  func messages() {
    let error = OutputError.foreignFolder(path: "a\nb\u{1B}")
    #expect(error.message.hasPrefix("a␊b␛: not empty"))
    #expect(!error.message.contains("\n"))
    #expect(
      OutputError.system(action: "create", path: "x", code: ENOSPC).message
        == "x: cannot create: No space left on device")
  }
}
