import Glibc

/// Why a report could not be written. The earlier report is untouched whenever one of these is thrown.
public enum OutputError: Error, Sendable, Equatable {
  /// The path names no folder of its own: empty, `/`, or ending in `.` or `..`.
  case unnamed(path: String)
  /// Something that is no folder stands at the path, or above it.
  case notAFolder(path: String)
  /// The path is a symbolic link; nothing is written through one.
  case symbolicLink(path: String)
  /// The folder holds something and no manifest of ours.
  case foreignFolder(path: String)
  /// Something that we have not written stands where a file of the report goes.
  case occupied(path: String)
  /// Another run holds the folder above for longer than one takes to write.
  case busy(path: String)
  /// A call of the system failed; `code` is its errno.
  case system(action: String, path: String, code: Int32)

  /// One line for the user: what is wrong, and what helps.
  public var message: String {
    switch self {
    case .unnamed(let path): "\(shown(path)): name the folder itself, such as reports/2026-Q3"
    case .notAFolder(let path): "\(shown(path)): not a folder"
    case .symbolicLink(let path): "\(shown(path)): a symbolic link; reports are not written through links"
    case .foreignFolder(let path):
      "\(shown(path)): not empty, and not a report of ours; choose another folder, or use --force to write into it"
    case .occupied(let path):
      "\(shown(path)): not ours, and in the way of the report; move it away, or use --force to have it kept beside the report"
    case .busy(let path): "\(shown(path)): another run is writing there; try again when it has ended"
    case .system(let action, let path, let code):
      "\(shown(path)): cannot \(action): \(String(cString: strerror(code)))"
    }
  }

  private func shown(_ path: String) -> String { VisibleText.shown(path, breaks: .shown) }
}
