import Glibc

/// Reads files without ever waiting on something that is no file.
enum SourceReader {
  /// A larger file is looked at before it is read: an archive is better read piece by piece.
  private static let largestUnseen = 32 << 20

  /// Hands over the bytes of a regular file, or of standard input for `-`: all of them in memory, unless it is a large archive.
  static func read<Result>(
    _ path: String, _ body: (PackedBytes) -> Result
  ) throws(SourceRefusal) -> Result {
    if path == "-" {
      let bytes = try drain(STDIN_FILENO, path: path, expecting: 1 << 16)
      return bytes.withUnsafeBytes { body(.memory($0)) }
    }
    let descriptor = openWithoutWaiting(path)
    guard descriptor >= 0 else {
      throw SourceRefusal(path: path, reason: errno == ENOENT ? .missing : .unreadable(systemWords()))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw SourceRefusal(path: path, reason: .unreadable(systemWords()))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SourceRefusal(path: path, reason: .notRegular) }
    let size = Int(status.st_size)
    if size > largestUnseen {
      let packed = PackedBytes.file(descriptor, size: size)
      let kind = packed.kind
      if kind.isPacked { return body(packed) }
      guard kind.mayHoldCalendar else { throw SourceRefusal(path: path, reason: .foreign(kind)) }
    }
    guard size <= CalendarSources.largestFile else { throw SourceRefusal(path: path, reason: .tooLarge) }
    let bytes = try drain(descriptor, path: path, expecting: size + 1)
    return bytes.withUnsafeBytes { body(.memory($0)) }
  }

  /// The first bytes of a regular file; nil when they cannot be had.
  static func head(of path: String) -> [UInt8]? {
    let descriptor = openWithoutWaiting(path)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count < 0 ? nil : Array(buffer[..<count])
  }

  /// What a regular file begins like; nil when it cannot be read.
  static func kind(of path: String) -> ContentKind? {
    head(of: path).map { head in head.withUnsafeBytes { ContentKind(of: $0) } }
  }

  /// What the system says about its last error.
  static func systemWords() -> String { String(cString: strerror(errno)) }

  /// Without O_NONBLOCK, opening a FIFO would wait for a writer.
  private static func openWithoutWaiting(_ path: String) -> Int32 {
    open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
  }

  private static func drain(_ descriptor: Int32, path: String, expecting size: Int) throws(SourceRefusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var capacity = max(size, 4096)
    while true {
      var failure: Int32 = 0
      let start = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, capacity)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw SourceRefusal(path: path, reason: .unreadable(String(cString: strerror(failure))))
      }
      if chunk.isEmpty { return bytes }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= CalendarSources.largestFile else { throw SourceRefusal(path: path, reason: .tooLarge) }
      capacity = 1 << 16
    }
  }
}
