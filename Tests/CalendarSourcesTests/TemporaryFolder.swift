import Foundation
import Testing

/// A folder that goes away with its test.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/adjourn-sources-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, its folders with it, and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") -> String {
    file(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func file(_ name: String, bytes: [UInt8]) -> String {
    let whole = path + "/" + name
    try? FileManager.default.createDirectory(
      atPath: (whole as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    #expect(FileManager.default.createFile(atPath: whole, contents: Data(bytes)))
    return whole
  }

  func link(_ name: String, to target: String) { symlink(target, path + "/" + name) }

  /// The path of something in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Everything below, by path.
  var contents: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted() }
}
