import Glibc
import Synchronization

/// SIGINT and SIGTERM: they set a flag that the run looks at between files and before it replaces a report. What cannot look,
/// because it waits for a pipe, is ended a second later by an alarm: until a report is being replaced nothing can be lost.
enum Interruption {
  private static let received = Atomic<Int32>(0)
  private static let isReplacing = Atomic(false)

  /// The signal that asks to stop.
  static var signal: Int32? {
    let number = received.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Catches both signals; lets a reader that goes away show as an error of `write` instead of ending the process.
  static func install() {
    // Both flags must exist before a handler, which may not set them up, can touch them.
    _ = (received.load(ordering: .relaxed), isReplacing.load(ordering: .relaxed))
    _ = Glibc.signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] { _ = Glibc.signal(number, note) }
    _ = Glibc.signal(SIGALRM, end)
  }

  /// From here on the alarm waits for the report to be replaced.
  static func beginReplacing() {
    isReplacing.store(true, ordering: .relaxed)
    alarm(0)
  }

  // Handlers call nothing but what signal-safety(7) lists.

  private static let note: @convention(c) (Int32) -> Void = { number in
    received.store(number, ordering: .relaxed)
    if !isReplacing.load(ordering: .relaxed) { alarm(1) }
  }

  private static let end: @convention(c) (Int32) -> Void = { _ in
    _exit(128 + received.load(ordering: .relaxed))
  }
}
