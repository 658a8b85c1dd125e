import CommandLineKit
import Glibc
import Reports
import SampleCompany

/// A folder that is filled once, and left as it was found when that fails.
struct SampleFolder {
  private let path: String
  private var files: [String] = []
  private var folders: [String] = []

  /// The path for messages.
  var shown: String { VisibleText.shown(path, breaks: .shown) }

  /// Takes a new or an empty folder.
  ///
  /// - Throws: `CommandFailure` with code 4 when there is something in it, or it cannot be made.
  init(_ path: String) throws(CommandFailure) {
    var trimmed = path[...]
    while trimmed.utf8.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = String(trimmed)
    if let directory = opendir(self.path) {
      defer { closedir(directory) }
      var entries = 0
      // Two entries are the folder itself and the one above.
      while readdir(directory) != nil { entries += 1 }
      guard entries <= 2 else {
        throw CommandFailure(code: .outputFailed, message: "\(shown): not empty; name a new folder, or an empty one")
      }
    } else {
      guard errno == ENOENT else { throw failure("open the folder", self.path) }
      try makeFolder(self.path)
    }
  }

  /// Writes a file below the folder, readable by its owner only, with the folders above it.
  mutating func write(_ file: SampleFile) throws(CommandFailure) {
    var folder = path
    let parts = file.path.split(separator: "/")
    for part in parts.dropLast() {
      folder += "/" + part
      if !folders.contains(folder) { try makeFolder(folder) }
    }
    let place = path + "/" + file.path
    let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
    guard descriptor >= 0 else { throw failure("create", place) }
    files.append(place)
    defer { close(descriptor) }
    let isWritten = file.bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { return false }
        written += count
      }
      return true
    }
    guard isWritten else { throw failure("write", place) }
  }

  /// Removes what was written.
  func removeAll() {
    for file in files { unlink(file) }
    for folder in folders.reversed() { rmdir(folder) }
  }

  private mutating func makeFolder(_ folder: String) throws(CommandFailure) {
    guard mkdir(folder, 0o700) == 0 else { throw failure("create the folder", folder) }
    folders.append(folder)
  }

  private func failure(_ action: String, _ path: String) -> CommandFailure {
    let words = String(cString: strerror(errno))
    return CommandFailure(
      code: .outputFailed, message: "\(VisibleText.shown(path, breaks: .shown)): cannot \(action): \(words)")
  }
}
