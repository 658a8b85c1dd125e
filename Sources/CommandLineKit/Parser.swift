extension CommandDefinition {
  /// Checks and sorts the words of a call of this command.
  ///
  /// The conventions are those of `getopt_long`, with two exceptions that protect from slips: long names are never
  /// abbreviated, and a value that begins with a dash must be attached (`--name=-x`; a lone `-` need not). Options may
  /// stand anywhere among the arguments; after `--` every word is an argument; a lone `-` is one too.
  ///
  /// - Parameter words: The words after the command's name.
  /// - Returns: The values, to be read with the command's own options and arguments as keys.
  /// - Throws: `ValidationError` for the first word that cannot be followed.
  public func parse(_ words: [String]) throws(ValidationError) -> ParsedArguments {
    var parser = Parser(options: allOptions)
    try parser.sort(words)
    // Whoever asks for help has not finished the call yet.
    if !parser.result[Self.helpFlag] { try parser.assign(to: arguments.map(\.definition)) }
    return parser.result
  }
}

/// Walks over the words of a call once.
private struct Parser {
  let options: [OptionDefinition]
  var result = ParsedArguments()
  private var positionals: [String] = []

  init(options: [OptionDefinition]) {
    self.options = options
  }

  /// Tells options and their values from positional words.
  mutating func sort(_ words: [String]) throws(ValidationError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        return
      } else if word.hasPrefix("--") {
        try takeLong(word, rest: &rest)
      } else if word.hasPrefix("-") && word != "-" {
        try takeShort(word, rest: &rest)
      } else {
        positionals.append(word)
      }
    }
  }

  /// Gives each positional word to its argument, in order.
  mutating func assign(to arguments: [ArgumentDefinition]) throws(ValidationError) {
    var rest = positionals[...]
    for argument in arguments {
      let isRepeated = argument.count == .any || argument.count == .oneOrMore
      let isRequired = argument.count == .one || argument.count == .oneOrMore
      if isRequired && rest.isEmpty { throw ValidationError("missing argument \(argument.value.name)") }
      for word in isRepeated ? rest : rest.prefix(1) {
        try check(word, against: argument.value, of: argument.value.name)
        result.add(word, to: argument)
      }
      rest = isRepeated ? [] : rest.dropFirst()
    }
    if let extra = rest.first { throw ValidationError("unexpected argument \(quoted(extra))") }
  }

  private mutating func takeLong(_ word: String, rest: inout ArraySlice<String>) throws(ValidationError) {
    let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      throw ValidationError("unknown option \(quoted("--" + name))" + suggestion(for: name))
    }
    try take(option, shownAs: "--" + name, attached: parts.count > 1 ? String(parts[1]) : nil, rest: &rest)
  }

  private mutating func takeShort(_ word: String, rest: inout ArraySlice<String>) throws(ValidationError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        let place = word.count > 2 ? " in \(quoted(word))" : ""
        let hint = word.count > 2 ? suggestion(for: String(word.dropFirst())) : ""
        throw ValidationError("unknown option \(quoted("-\(letter)"))" + place + hint)
      }
      guard option.value != nil, !letters.isEmpty else {
        if letters.first == "=" { throw ValidationError("-\(letter) takes no value") }
        try take(option, shownAs: "-\(letter)", attached: nil, rest: &rest)
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      return try take(option, shownAs: "-\(letter)", attached: String(attached), rest: &rest)
    }
  }

  private mutating func take(
    _ option: OptionDefinition, shownAs name: String, attached: String?, rest: inout ArraySlice<String>
  ) throws(ValidationError) {
    guard let value = option.value else {
      if attached != nil { throw ValidationError("\(name) takes no value") }
      return result.add("", to: option)
    }
    if !option.isRepeated && result.optionWords[option.name] != nil {
      throw ValidationError("\(name) is given more than once")
    }
    let word = if let attached { attached } else { try next(value, of: name, rest: &rest) }
    try check(word, against: value, of: name)
    result.add(word, to: option)
  }

  private func next(
    _ value: ValueDefinition, of name: String, rest: inout ArraySlice<String>
  ) throws(ValidationError) -> String {
    guard let word = rest.first else {
      throw ValidationError("\(name) needs a value: \(value.name), \(value.expected)")
    }
    if word.hasPrefix("-") && word != "-" {
      let joint = name.hasPrefix("--") ? "=" : ""
      throw ValidationError(
        "\(name) needs a value before \(quoted(word)); if that is meant, write \(quoted(name + joint + word))")
    }
    rest = rest.dropFirst()
    return word
  }

  private func check(_ word: String, against value: ValueDefinition, of name: String) throws(ValidationError) {
    if value.isReadable(word) { return }
    let nearest = Spelling.nearest(to: word, among: value.choices)
    throw ValidationError(
      "\(name): expected \(value.expected), not \(quoted(word))"
        + (nearest.map { "; did you mean \(quoted($0))?" } ?? ""))
  }

  private func suggestion(for name: String) -> String {
    Spelling.nearest(to: name, among: options.map(\.name)).map { "; did you mean \(quoted("--" + $0))?" } ?? ""
  }
}
