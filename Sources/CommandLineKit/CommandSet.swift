/// A command and what the program does for it.
public struct Command<Action: Sendable>: Sendable {
  /// Its words.
  public let definition: CommandDefinition
  /// What is done: a function of the parsed arguments, or whatever the program makes one from.
  public let action: Action

  /// Joins words and action.
  public init(_ definition: CommandDefinition, action: Action) {
    self.definition = definition
    self.action = action
  }
}

/// A page of the help that belongs to no command.
public struct HelpTopic: Sendable, Equatable {
  /// The word after `help`.
  public let name: String
  /// What it explains, in one line without a full stop.
  public let abstract: String

  /// Makes a topic; its text is the program's.
  public init(name: String, abstract: String) {
    self.name = name
    self.abstract = abstract
  }
}

/// A list at the end of the overview: words, each with what it means.
public struct HelpList: Sendable {
  /// The heading, without a colon.
  public let title: String
  /// The words in the order of the help.
  public let entries: [(word: String, meaning: String)]

  /// Makes a list.
  public init(_ title: String, _ entries: [(word: String, meaning: String)]) {
    self.title = title
    self.entries = entries
  }
}

/// A program with its commands.
public struct CommandSet<Action: Sendable>: Sendable {
  /// What a call asks for.
  public enum Request: Sendable {
    /// To run a command.
    case run(Action, ParsedArguments)
    /// To show a command's help, on standard output.
    case help(CommandDefinition)
    /// To show the overview, on standard output.
    case overview
    /// To show the page of this topic, on standard output.
    case topic(HelpTopic)
    /// To show the version, and with `--verbose` those of the parts too.
    case version(isVerbose: Bool)
    /// Nothing: the overview belongs on standard error, the exit code is 64.
    case nothing
  }

  /// The word that calls the program.
  public let program: String
  /// What it does, in one line without a full stop.
  public let abstract: String
  /// Its commands in the order of the help.
  public let commands: [Command<Action>]
  /// Its help pages without a command.
  public let topics: [HelpTopic]
  /// What the overview ends with.
  public let lists: [HelpList]

  /// Makes a program of its commands.
  public init(
    program: String, abstract: String, commands: [Command<Action>], topics: [HelpTopic] = [], lists: [HelpList] = []
  ) {
    self.program = program
    self.abstract = abstract
    self.commands = commands
    self.topics = topics
    self.lists = lists
  }

  /// Tells what a call asks for.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: The request.
  /// - Throws: `ValidationError` that names the page of the help where the right words stand.
  public func resolve(_ words: [String]) throws(ValidationError) -> Request {
    guard let first = words.first else { return .nothing }
    let rest = Array(words.dropFirst())
    switch first {
    case "help": return try help(rest)
    case "--help", "-h": return .overview
    case "--version" where rest.isEmpty: return .version(isVerbose: false)
    case "--version" where rest == ["--verbose"], "--verbose" where rest == ["--version"]:
      return .version(isVerbose: true)
    default: break
    }
    guard let command = commands.first(where: { $0.definition.name == first }) else {
      throw unknown(first, "command", among: commands.map(\.definition.name) + ["help"])
    }
    return try request(for: command, words: rest)
  }

  /// What `help` shows when no command is named, 80 columns wide, ending with a line break.
  public func overviewText(inColor: Bool) -> String {
    var page = HelpPage(inColor: inColor)
    page.addParagraph(abstract + ".")
    page.addHeading("Usage")
    page.addSynopsis("\(program) COMMAND [ARGUMENT]...")
    page.addSynopsis("\(program) help [\((["COMMAND"] + topics.map(\.name)).joined(separator: " | "))]")
    page.addSynopsis("\(program) --version [--verbose]")
    page.addHeading("Commands")
    for command in commands { page.addEntry(command.definition.name, command.definition.abstract) }
    if !topics.isEmpty {
      page.addHeading("Help topics")
      for topic in topics { page.addEntry(topic.name, topic.abstract) }
    }
    for list in lists {
      page.addHeading(list.title)
      for entry in list.entries { page.addEntry(entry.word, entry.meaning) }
    }
    return page.text
  }

  private func help(_ words: [String]) throws(ValidationError) -> Request {
    guard let word = words.first, word != "--help", word != "-h" else { return .overview }
    if words.count > 1 {
      throw ValidationError("help takes one word, not also \(quoted(words[1]))", help: "\(program) help")
    }
    if let command = commands.first(where: { $0.definition.name == word }) { return .help(command.definition) }
    if let topic = topics.first(where: { $0.name == word }) { return .topic(topic) }
    throw unknown(word, "command or topic", among: commands.map(\.definition.name) + topics.map(\.name))
  }

  private func request(for command: Command<Action>, words: [String]) throws(ValidationError) -> Request {
    // Asking for help must work in the middle of a call that is not right yet.
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .help(command.definition)
    }
    let arguments: ParsedArguments
    do {
      arguments = try command.definition.parse(words)
    } catch {
      throw ValidationError(error.message, help: "\(program) help \(command.definition.name)")
    }
    return arguments[CommandDefinition.helpFlag] ? .help(command.definition) : .run(command.action, arguments)
  }

  private func unknown(_ word: String, _ what: String, among candidates: [String]) -> ValidationError {
    if word.hasPrefix("-") && word != "-" {
      return ValidationError(
        "\(quoted(word)) stands before any command; a command comes first", help: "\(program) help")
    }
    let nearest = Spelling.nearest(to: word, among: candidates)
    return ValidationError(
      "unknown \(what) \(quoted(word))" + (nearest.map { "; did you mean \(quoted($0))?" } ?? ""),
      help: "\(program) help")
  }
}
