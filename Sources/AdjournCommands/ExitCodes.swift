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

  /// What the help says of them, lowest first.
  static let meanings: [(word: String, meaning: String)] = [
    ("0", "Everything was read and counted."),
    ("2", "Done, but some of the input was rejected, damaged, limited or left out; the messages say what."),
    ("3", "No usable calendar; nothing was written."),
    ("4", "The output could not be written; an earlier report is untouched."),
    ("64", "Wrong words on the command line."),
    ("65", "A table such as people.csv that cannot be used at all."),
    ("70", "A bug: the totals do not balance; nothing was written."),
    ("130, 143", "Interrupted (SIGINT, SIGTERM); an earlier report is untouched."),
  ]

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
