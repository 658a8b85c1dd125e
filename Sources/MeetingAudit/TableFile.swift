import Glibc
import ICalendar
import Policy

extension PeopleTable {
  /// Reads the roster at a path.
  ///
  /// - Throws: `AuditError` when there is no such file, or it cannot be used at all.
  init(_ path: String, policy: Policy, zones: ZoneDatabase) throws(AuditError) {
    let bytes = try TableFile.bytes(of: path)
    do throws(PeopleTableError) {
      self = try PeopleTable.read(bytes, path: path, defaults: policy) { zones.zone(iana: $0) != nil }
    } catch {
      throw .unusablePeople(error)
    }
  }
}

/// A table that a user hands us. It may come from a pipe, but not without end.
enum TableFile {
  /// More than any roster needs: 64 MiB.
  static let largest = 64 << 20

  /// All bytes of the file at a path.
  static func bytes(of path: String) throws(AuditError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadableTable(path: path, words: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .unreadableTable(path: path, words: String(cString: strerror(errno))) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .unreadableTable(path: path, words: "larger than 64 MiB") }
    }
  }
}
