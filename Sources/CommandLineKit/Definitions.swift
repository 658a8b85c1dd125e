/// One command: what it is called, what it takes, how it is explained. Parsing and help are both made from it.
public struct CommandDefinition: Sendable {
  /// The word that calls it.
  public let name: String
  /// What it does, in one line without a full stop.
  public let abstract: String
  /// How it is called, one line each, beginning with the program's name.
  public let synopsis: [String]
  /// What else is to be known, by paragraph.
  public let discussion: [String]
  /// What it works on, in the order in which it is given: first what must be given, last what may be given repeatedly.
  public let arguments: [any ArgumentKey]
  /// Its options, under the headings of the help.
  public let options: [OptionGroup]
  /// Calls that can be copied.
  public let examples: [CommandExample]

  /// The switch that every command has.
  public static let helpFlag = Flag("help", short: "h", help: "Show this help.")

  /// Describes a command.
  public init(
    name: String, abstract: String, synopsis: [String], discussion: [String] = [], arguments: [any ArgumentKey] = [],
    options: [OptionGroup] = [], examples: [CommandExample] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.synopsis = synopsis
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
  }

  /// All options in the order of the help, `--help` last.
  var allOptions: [OptionDefinition] {
    options.flatMap { $0.options.map(\.definition) } + [Self.helpFlag.definition]
  }
}

/// Options that stand under one heading in the help.
public struct OptionGroup: Sendable {
  /// The heading, without a colon.
  public let title: String
  /// The options in the order of the help.
  public let options: [any OptionKey]

  /// Puts options under a heading.
  public init(_ title: String, _ options: [any OptionKey]) {
    self.title = title
    self.options = options
  }
}

/// A call that can be copied, and what it does.
public struct CommandExample: Sendable, Equatable {
  /// The whole command line.
  public let line: String
  /// What it does, in a few words.
  public let meaning: String

  /// Makes an example.
  public init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}

/// Flags and options: what stands on the command line with dashes.
public protocol OptionKey: Sendable {
  /// Names, value and help.
  var definition: OptionDefinition { get }
}

/// Positional arguments.
public protocol ArgumentKey: Sendable {
  /// Name, number and help.
  var definition: ArgumentDefinition { get }
}

/// What parser and help need to know of an option, whatever its type.
public struct OptionDefinition: Sendable {
  /// The long name without dashes, unique within a command.
  public let name: String
  /// The letter, when it has one.
  public let short: Character?
  /// The value it takes; nil for a flag.
  public let value: ValueDefinition?
  /// Whether it may be given more than once.
  public let isRepeated: Bool
  /// What it does, in a sentence or two.
  public let help: String
}

/// What parser and help need to know of an argument, whatever its type.
public struct ArgumentDefinition: Sendable {
  /// How often an argument is given.
  public enum Count: Sendable, Equatable {
    /// Once.
    case one
    /// Once or not at all.
    case noneOrOne
    /// At least once; takes all that are left.
    case oneOrMore
    /// Any number of times; takes all that are left.
    case any
  }

  /// Its name, and what it must be.
  public let value: ValueDefinition
  /// How often it is given.
  public let count: Count
  /// What it is, in a sentence or two.
  public let help: String
}

/// What parser and help need to know of a value, whatever its type.
public struct ValueDefinition: Sendable {
  /// What stands for it in the help, in capitals.
  public let name: String
  /// What is expected, as the end of a sentence.
  public let expected: String
  /// The words that are allowed, when there are only some; otherwise empty.
  public let choices: [String]
  /// Whether a word can be read as such a value.
  let isReadable: @Sendable (String) -> Bool

  init<Value>(name: String, kind: ValueKind<Value>) {
    self.name = name
    expected = kind.expected
    choices = kind.choices
    isReadable = { kind.read($0) != nil }
  }
}
