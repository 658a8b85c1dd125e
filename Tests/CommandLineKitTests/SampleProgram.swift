import CommandLineKit

/// A program of the tests.
enum SampleProgram {
  enum Shade: String, CaseIterable, Sendable {
    case always, never, auto
  }

  static let quiet = Flag("quiet", short: "q", help: "Print no progress.")
  static let force = Flag("force", short: "f", help: "Overwrite what is there.")
  static let output = Option(
    "output", short: "o", as: .text, valueName: "DIR", help: "Where the report is written. Without it, a folder beside."
  )
  static let jobs = Option("jobs", short: "j", as: .integer(in: 1...256), valueName: "N", help: "Files read at once.")
  static let color = Option(
    "color", as: ValueKind<Shade>.choice, valueName: "WHEN", help: "Whether the output has colours.")
  static let holidays = RepeatedOption("holidays", as: .text, valueName: "SITE=FILE", help: "Days off at a site.")
  static let formats = Option(
    "format", as: .list(of: ValueKind<Shade>.choice), valueName: "LIST", help: "What to write.")
  static let paths = RepeatedArgument("PATH", as: .text, help: "A file or a folder.")
  static let source = Argument("AUDIT", as: .text, help: "An earlier report.")
  static let depth = OptionalArgument("DEPTH", as: .integer(in: 0...9), help: "How deep.")

  static let read = CommandDefinition(
    name: "read", abstract: "Read files and say what they hold",
    synopsis: ["sample read PATH... [--output DIR] [--holidays SITE=FILE]... [--jobs N] [--color WHEN] [--force]"],
    discussion: ["Every file is read once. What cannot be read is named, and the others are read all the same."],
    arguments: [paths],
    options: [
      OptionGroup("Output", [output, formats, force]),
      OptionGroup("Everywhere", [holidays, jobs, color, quiet]),
    ],
    examples: [CommandExample("sample read exports/ -j 4", "Reads a folder, four files at once.")])

  static let show = CommandDefinition(
    name: "show", abstract: "Show an earlier report", synopsis: ["sample show AUDIT [DEPTH]"],
    arguments: [source, depth])

  static let program = CommandSet(
    program: "sample", abstract: "A program of the tests",
    commands: [Command(read, action: 1), Command(show, action: 2)],
    topics: [HelpTopic(name: "policy", abstract: "All settings")])
}

/// The message of the error that parsing these words gives.
func message(_ command: CommandDefinition, _ words: String...) -> String? {
  do {
    _ = try command.parse(words)
    return nil
  } catch {
    return error.message
  }
}
