/// Everything that a command takes from outside its arguments, in one place: streams, terminal, environment, clock, signals.
///
/// Nothing below this room reads any of them. Tests make one of closures and need no process.
struct Surroundings: Sendable {
  /// What became of bytes for standard output.
  enum Delivery: Sendable, Equatable {
    /// They are written.
    case written
    /// Nobody reads any more: no error, as with `| head`.
    case readerGone
    /// The system would not write; its own words.
    case failed(String)
  }

  /// Writes to standard output: data and help.
  var write: @Sendable ([UInt8]) -> Delivery
  /// Writes to standard error: everything else.
  var tell: @Sendable (String) -> Void
  /// Whether standard output is a terminal that can show colours.
  var outputTakesColor = false
  /// Whether standard error is a terminal that can show colours.
  var errorsTakeColor = false
  /// Whether standard error is a terminal at all: then it may hold a line of progress.
  var errorsAreTerminal = false
  /// How many threads the machine runs at once.
  var processors = 1
  /// Where the system keeps its compiled zone data.
  var zoneFolder = "/usr/share/zoneinfo"
  /// Which version of the zone data stands there; nil when it does not say.
  var zoneVersion: @Sendable () -> String? = { nil }
  /// Time since the start.
  var elapsed: @Sendable () -> Duration = { .zero }
  /// The number of the signal that asks to stop; nil as long as none has come.
  var stopSignal: @Sendable () -> Int32? = { nil }
  /// Told before an earlier report is replaced: from here on a signal waits for the step to end.
  var beginReplacing: @Sendable () -> Void = {}

  /// Surroundings with streams, and neither terminal nor signals.
  init(write: @escaping @Sendable ([UInt8]) -> Delivery, tell: @escaping @Sendable (String) -> Void) {
    self.write = write
    self.tell = tell
  }
}

extension Surroundings {
  /// Hands text to standard output.
  ///
  /// - Throws: `CommandFailure` when it cannot be written; a reader that has gone is none.
  func print(_ text: String) throws(CommandFailure) { try print(Array(text.utf8)) }

  /// Hands bytes to standard output.
  ///
  /// - Throws: `CommandFailure` when they cannot be written; a reader that has gone is none.
  func print(_ bytes: [UInt8]) throws(CommandFailure) {
    if case .failed(let words) = write(bytes) {
      throw CommandFailure(code: .outputFailed, message: "standard output: cannot write: \(words)")
    }
  }
}
