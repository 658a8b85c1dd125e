import CommandLineKit
import Glibc
import MeetingAudit
import Reports

/// What a command does with its arguments.
struct Action: Sendable {
  let run: @Sendable (ParsedArguments, Surroundings) throws(CommandFailure) -> ExitCode
}

/// The program `adjourn`.
public enum Adjourn {
  static let commands = CommandSet<Action>(
    program: "adjourn", abstract: "Audit a quarter of meetings from exported calendars, offline",
    commands: [
      Command(AuditCommand.definition, action: Action(run: AuditCommand.run)),
      Command(CheckCommand.definition, action: Action(run: CheckCommand.run)),
      Command(OccurrencesCommand.definition, action: Action(run: OccurrencesCommand.run)),
      Command(SampleCommand.definition, action: Action(run: SampleCommand.run)),
    ], lists: [HelpList("Exit codes", ExitCode.meanings)])

  /// Runs the program as this process, with its arguments, and ends it.
  public static func main() -> Never {
    let surroundings = Surroundings.ofProcess()
    exit(run(Array(CommandLine.arguments.dropFirst()), in: surroundings).rawValue)
  }

  /// Does what the words ask for.
  ///
  /// - Parameters:
  ///   - words: The words after the program's name.
  ///   - surroundings: Where output goes, and all that is read besides the words.
  /// - Returns: The code that the process ends with.
  static func run(_ words: [String], in surroundings: Surroundings) -> ExitCode {
    do {
      return try follow(words, in: surroundings)
    } catch {
      let label = TerminalText.styled("error:", .red, inColor: surroundings.errorsTakeColor)
      surroundings.tell("adjourn: \(label) \(VisibleText.shown(error.message, breaks: .shown))\n")
      return error.code
    }
  }

  /// `docs/commands.md`: the help of every command, as it is printed.
  public static var reference: String {
    var page = """
      # Commands

      Generated from the definitions of the commands (`make docs`); `adjourn help COMMAND` prints the same.

      ```
      \(commands.overviewText(inColor: false))```

      """
    for command in commands.commands {
      page += "\n## `adjourn \(command.definition.name)`\n\n```\n\(command.definition.helpText(inColor: false))```\n"
    }
    return page
  }

  private static func follow(_ words: [String], in surroundings: Surroundings) throws(CommandFailure) -> ExitCode {
    let inColor = surroundings.outputTakesColor
    switch try request(words) {
    case .run(let action, let arguments): return try action.run(arguments, surroundings)
    case .help(let definition): try surroundings.print(definition.helpText(inColor: inColor))
    case .overview: try surroundings.print(commands.overviewText(inColor: inColor))
    case .topic(let topic): try surroundings.print(topic.abstract + "\n")
    case .version(let isVerbose): try surroundings.print(versionText(isVerbose: isVerbose, surroundings))
    case .nothing:
      surroundings.tell(commands.overviewText(inColor: surroundings.errorsTakeColor))
      return .validationFailure
    }
    return .success
  }

  private static func request(_ words: [String]) throws(CommandFailure) -> CommandSet<Action>.Request {
    do throws(ValidationError) {
      return try commands.resolve(words)
    } catch {
      throw CommandFailure(code: .validationFailure, message: error.description)
    }
  }

  private static func versionText(isVerbose: Bool, _ surroundings: Surroundings) -> String {
    let version = "adjourn \(Product.version)\n"
    guard isVerbose else { return version }
    return version + "zone data \(surroundings.zoneVersion() ?? "of unknown version"), in \(surroundings.zoneFolder)\n"
  }
}
