import CommandLineKit
import MeetingAudit

/// `adjourn check`: what each source holds, where its events land, and every diagnostic.
enum CheckCommand {
  /// How the account is written.
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  static let format = Option(
    "format", as: ValueKind<Format>.choice, valueName: "FORMAT", help: "Text to read, or JSON; text without it.")

  static let definition = CommandDefinition(
    name: "check", abstract: "Say what each calendar holds, where its events land, and what is wrong with it",
    synopsis: ["adjourn check PATH... \(AuditWindow.synopsis) [--people FILE] [--format text|json] [OPTION]..."],
    discussion: [
      "Every event stands in one bucket of the ledger. All that is wrong with the input is listed, with file and line."
    ],
    arguments: [SharedOptions.paths],
    options: [
      AuditWindow.options, OptionGroup("Input", [SharedOptions.people]), OptionGroup("Output", [format]),
      SharedOptions.everywhere,
    ],
    examples: [
      CommandExample(
        "adjourn check exports/ --people people.csv --quarter 2026-Q3", "Before an audit, or after its warnings.")
    ])

  @Sendable static func run(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(CommandFailure) -> ExitCode {
    let surroundings = surroundings.colored(arguments[SharedOptions.color])
    let window = try AuditWindow(arguments)
    let request = SharedOptions.request(arguments, window: window, surroundings)
    let run = try AuditRun(request, isQuiet: arguments[SharedOptions.quiet], in: surroundings)
    let outcome = try run.perform { audit, control throws(AuditError) in try audit.check(control: control) }
    switch arguments[format] ?? .text {
    case .text: try surroundings.print(CheckText(outcome, inColor: surroundings.outputTakesColor).text)
    case .json: try surroundings.print(CheckDocument.json(outcome).text)
    }
    return .of(outcome.messages)
  }
}
