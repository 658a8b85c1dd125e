extension CommandDefinition {
  /// The text that `--help` shows, 80 columns wide, ending with a line break.
  public func helpText(inColor: Bool) -> String {
    var page = HelpPage(inColor: inColor)
    page.addParagraph(abstract + ".")
    page.addHeading("Usage")
    for line in synopsis { page.addSynopsis(line) }
    for paragraph in discussion {
      page.addBreak()
      page.addParagraph(paragraph)
    }
    if !arguments.isEmpty {
      page.addHeading("Arguments")
      for argument in arguments { page.addEntry(argument.definition.label, argument.definition.explanation) }
    }
    let groups = options.isEmpty ? [OptionGroup("Options", [])] : options
    for (position, group) in groups.enumerated() {
      page.addHeading(group.title)
      let last: [any OptionKey] = position == groups.count - 1 ? [Self.helpFlag] : []
      for option in group.options + last { page.addEntry(option.definition.label, option.definition.explanation) }
    }
    if !examples.isEmpty {
      page.addHeading("Examples")
      for example in examples { page.addExample(example) }
    }
    return page.text
  }
}

extension OptionDefinition {
  /// How the option is written: `-j, --jobs N`.
  var label: String {
    (short.map { "-\($0), " } ?? "    ") + "--" + name + (value.map { " " + $0.name } ?? "")
  }

  /// The help, and what its words leave open.
  var explanation: String {
    help + (isRepeated ? " May be repeated." : "") + (value?.choicesSentence ?? "")
  }
}

extension ArgumentDefinition {
  /// How the argument is written: `PATH...`, `[COMMAND]`.
  var label: String {
    switch count {
    case .one: value.name
    case .noneOrOne: "[\(value.name)]"
    case .oneOrMore: "\(value.name)..."
    case .any: "[\(value.name)]..."
    }
  }

  /// The help, and what its words leave open.
  var explanation: String { help + value.choicesSentence }
}

extension ValueDefinition {
  /// A sentence with the words allowed; empty when any word is.
  var choicesSentence: String {
    choices.isEmpty ? "" : " One of: \(choices.joined(separator: ", "))."
  }
}

/// A help page while it is written.
struct HelpPage {
  /// The column in which explanations begin.
  private static let explanationColumn = 26

  /// Whether headings are marked.
  let inColor: Bool
  /// What is written so far.
  private(set) var text = ""

  init(inColor: Bool) {
    self.inColor = inColor
  }

  mutating func addBreak() {
    text += "\n"
  }

  mutating func addHeading(_ title: String) {
    text += "\n" + TerminalText.styled(title + ":", .bold, inColor: inColor) + "\n"
  }

  mutating func addParagraph(_ paragraph: String) {
    for line in TerminalText.wrapped(paragraph, width: TerminalText.columns) { text += line + "\n" }
  }

  /// A call; what does not fit goes on, indented, in the next line.
  mutating func addSynopsis(_ line: String) {
    for (position, part) in TerminalText.wrapped(line, width: TerminalText.columns - 6).enumerated() {
      text += (position == 0 ? "  " : "      ") + part + "\n"
    }
  }

  /// A label with its explanation beside it, or below it when the label is long.
  mutating func addEntry(_ label: String, _ explanation: String) {
    let column = Self.explanationColumn
    let lines = TerminalText.wrapped(explanation, width: TerminalText.columns - column)
    let isBeside = label.count + 4 <= column
    text += "  " + label
    if !isBeside { text += "\n" }
    for (position, line) in lines.enumerated() {
      let used = position == 0 && isBeside ? label.count + 2 : 0
      text += String(repeating: " ", count: column - used) + line + "\n"
    }
  }

  mutating func addExample(_ example: CommandExample) {
    text += "  " + example.line + "\n"
    for line in TerminalText.wrapped(example.meaning, width: TerminalText.columns - 6) {
      text += "      " + line + "\n"
    }
  }
}
