/// What a process tells its caller when it ends.
public struct ExitCode: RawRepresentable, Sendable, Hashable {
  /// The number, 0 to 255.
  public let rawValue: Int32

  /// Makes a code from its number.
  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// All went well: 0.
  public static let success = ExitCode(rawValue: 0)
  /// The command was called with wrong words: 64 (`EX_USAGE` of sysexits.h).
  public static let validationFailure = ExitCode(rawValue: 64)
}

/// Words of the command line that cannot be followed, said in one line.
public struct ValidationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, and the nearest right word where there is one.
  public let message: String
  /// The command line that explains the words, such as `adjourn help audit`; nil while it is not known.
  public let help: String?

  /// Makes an error from its message, which begins with a small letter and has no full stop.
  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// The message, and where the words are explained.
  public var description: String {
    help.map { "\(message) (see: \($0))" } ?? message
  }
}
