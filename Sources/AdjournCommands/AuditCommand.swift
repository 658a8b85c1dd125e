import CommandLineKit
import MeetingAudit
import Reports

/// `adjourn audit`: calendars become a report.
enum AuditCommand {
  static let output = Option(
    "output", short: "o", as: .text, valueName: "DIR",
    help: "The report's folder; without it reports/2026-Q3, or reports/FROM_TO.")
  static let force = Flag(
    "force",
    help: """
      Write into a folder that holds something and is no report of ours. What stands there where a file of the report \
      goes is kept beside it: audit.md as audit.md.kept, then .kept2 and so on.
      """)
  static let csv = Option(
    "csv", as: ValueKind<CSVWriter.Dialect>.choice, valueName: "DIALECT",
    help: """
      How tables are written; rfc without it. With excel they begin with a byte-order mark, by which Excel knows \
      that they are UTF-8.
      """)
  static let noPersonal = Flag(
    "no-personal", help: "Leave out personal/, the tables with the hours of single people.")

  static let definition = CommandDefinition(
    name: "audit", abstract: "Audit a window of meetings and write the report",
    synopsis: ["adjourn audit PATH... \(AuditWindow.synopsis) [--people FILE] [--output DIR] [OPTION]..."],
    discussion: [
      """
      The folder gets audit.md, the report, and CSV tables with every number in it. A report that stands there already is \
      replaced in one step; files that are not ours stay.
      """
    ],
    arguments: [SharedOptions.paths],
    options: [
      AuditWindow.options, OptionGroup("Input", [SharedOptions.people]),
      OptionGroup("Output", [output, csv, noPersonal, force]), SharedOptions.everywhere,
    ],
    examples: [
      CommandExample(
        "adjourn audit exports/ --people people.csv --quarter 2026-Q3", "Writes the report into reports/2026-Q3."),
      CommandExample(
        "adjourn audit anna.ics --from 2026-07-01 --to 2026-08-01 --output july", "One calendar, one month."),
    ])

  @Sendable static func run(
    _ arguments: ParsedArguments, in surroundings: Surroundings
  ) throws(CommandFailure) -> ExitCode {
    let surroundings = surroundings.colored(arguments[SharedOptions.color])
    let window = try AuditWindow(arguments)
    var request = SharedOptions.request(arguments, window: window, surroundings)
    request.includesPersonal = !arguments[noPersonal]
    request.csv = arguments[csv] ?? .rfc
    let folder = ReportFolder(path: arguments[output] ?? "reports/" + window.name, force: arguments[force])

    let isQuiet = arguments[SharedOptions.quiet]
    let run = try AuditRun(request, isQuiet: isQuiet, in: surroundings)
    try failing(folder) { folder throws(OutputError) in try folder.check() }
    let outcome = try run.perform { audit, control throws(AuditError) in try audit.report(control: control) }
    run.tell(outcome.messages)
    let kept = try write(outcome.files, to: folder, surroundings)
    if !isQuiet { tell(outcome, kept, in: folder, surroundings) }
    return .of(outcome.messages)
  }

  /// Writes the report; what was in its way and is kept beside it.
  private static func write(
    _ files: [ReportFile], to folder: ReportFolder, _ surroundings: Surroundings
  ) throws(CommandFailure) -> [ReportFolder.Kept] {
    if let signal = surroundings.stopSignal() { throw CommandFailure(interruptedBy: signal) }
    surroundings.beginReplacing()
    let result = try failing(folder) { folder throws(OutputError) in
      try folder.write(files, version: Product.version) { surroundings.stopSignal() != nil }
    }
    switch result {
    case .written(let kept): return kept
    case .stopped: throw CommandFailure(interruptedBy: surroundings.stopSignal())
    }
  }

  /// What works on the report's folder, with its errors in our words.
  private static func failing<Result>(
    _ folder: ReportFolder, _ work: (ReportFolder) throws(OutputError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(OutputError) {
      return try work(folder)
    } catch {
      throw CommandFailure(code: .outputFailed, message: error.message)
    }
  }

  private static func tell(
    _ outcome: AuditOutcome, _ kept: [ReportFolder.Kept], in folder: ReportFolder, _ surroundings: Surroundings
  ) {
    let path = VisibleText.shown(folder.path, breaks: .shown)
    for item in kept {
      let (old, new) = (VisibleText.shown(item.path, breaks: .shown), VisibleText.shown(item.newPath, breaks: .shown))
      surroundings.tell("\(path)/\(old): not ours; kept as \(path)/\(new)\n")
    }
    let place = TerminalText.styled("\(path)/audit.md", .bold, inColor: surroundings.errorsTakeColor)
    for line in ["Report: \(place)"] + outcome.summary { surroundings.tell(line + "\n") }
  }
}
