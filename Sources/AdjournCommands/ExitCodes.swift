import CommandLineKit

/// What the codes of this program mean; of those that apply, the highest of 70, 4, 3, 2, 0 wins, 64 and 65 stop before any work.
extension ExitCode {
  /// A report was written, but something of the input is not in it: 2.
  static let incomplete = ExitCode(rawValue: 2)
  /// No usable calendar; nothing was written: 3.
  static let noCalendar = ExitCode(rawValue: 3)
  /// The output failed; an earlier report is untouched: 4.
  static let outputFailed = ExitCode(rawValue: 4)
  /// A table of the user's cannot be used at all: 65 (`EX_DATAERR` of sysexits.h).
  static let unusableTable = ExitCode(rawValue: 65)
  /// A bug: totals do not balance: 70 (`EX_SOFTWARE` of sysexits.h).
  static let bug = ExitCode(rawValue: 70)

  /// Interrupted by a signal; an earlier report is untouched: 130 for SIGINT, 143 for SIGTERM.
  static func interrupted(by signal: Int32) -> ExitCode { ExitCode(rawValue: 128 + signal) }
}

/// Why a command stopped.
struct CommandFailure: Error {
  /// What the caller is told.
  let code: ExitCode
  /// One clause for the user.
  let message: String
}
