import Glibc

extension Surroundings {
  /// Those of this process. Its signals are caught from here on.
  static func ofProcess() -> Surroundings {
    Interruption.install()
    let start = ContinuousClock.now
    var surroundings = Surroundings(
      write: { writeAll($0, to: STDOUT_FILENO) }, tell: { _ = writeAll(Array($0.utf8), to: STDERR_FILENO) })
    let isPlain = !(variable("NO_COLOR") ?? "").isEmpty || variable("TERM") == "dumb"
    surroundings.errorsAreTerminal = isatty(STDERR_FILENO) == 1
    surroundings.errorsTakeColor = surroundings.errorsAreTerminal && !isPlain
    surroundings.outputTakesColor = isatty(STDOUT_FILENO) == 1 && !isPlain
    surroundings.processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    surroundings.zoneVersion = { [folder = surroundings.zoneFolder] in zoneVersion(in: folder) }
    surroundings.elapsed = { start.duration(to: .now) }
    surroundings.stopSignal = { Interruption.signal }
    surroundings.beginReplacing = { Interruption.beginReplacing() }
    return surroundings
  }

  /// The first line of the zone source that comes with compiled data: `# version 2025b`.
  private static func zoneVersion(in folder: String) -> String? {
    let descriptor = open(folder + "/tzdata.zi", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &buffer, buffer.count)
    let words = String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 10 }, as: UTF8.self).split(separator: " ")
    return words.count == 3 && words[1] == "version" ? String(words[2]) : nil
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Delivery {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { return errno == EPIPE ? .readerGone : .failed(String(cString: strerror(errno))) }
        written += count
      }
      return .written
    }
  }
}
