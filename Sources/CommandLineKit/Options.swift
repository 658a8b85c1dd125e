/// A switch: given or not, such as `--quiet`.
public struct Flag: Sendable, OptionKey {
  /// Names and help.
  public let definition: OptionDefinition

  /// Makes a flag of a long name, without dashes, and possibly a letter.
  public init(_ name: String, short: Character? = nil, help: String) {
    definition = OptionDefinition(name: name, short: short, value: nil, isRepeated: false, help: help)
  }
}

/// An option that takes one value and may be given once, such as `--jobs 4`. It is also the key to read that value with.
public struct Option<Value: Sendable>: Sendable, OptionKey {
  /// Names, value and help.
  public let definition: OptionDefinition
  let kind: ValueKind<Value>

  /// Makes an option of a long name, without dashes, and possibly a letter; `valueName` stands for its value in the help.
  public init(_ name: String, short: Character? = nil, as kind: ValueKind<Value>, valueName: String, help: String) {
    definition = OptionDefinition(
      name: name, short: short, value: ValueDefinition(name: valueName, kind: kind), isRepeated: false, help: help)
    self.kind = kind
  }
}

/// An option that takes a value and may be given any number of times, such as `--holidays Berlin=berlin.ics`.
public struct RepeatedOption<Value: Sendable>: Sendable, OptionKey {
  /// Names, value and help.
  public let definition: OptionDefinition
  let kind: ValueKind<Value>

  /// Makes an option of a long name, without dashes, and possibly a letter; `valueName` stands for its value in the help.
  public init(_ name: String, short: Character? = nil, as kind: ValueKind<Value>, valueName: String, help: String) {
    definition = OptionDefinition(
      name: name, short: short, value: ValueDefinition(name: valueName, kind: kind), isRepeated: true, help: help)
    self.kind = kind
  }
}

/// An argument that must be given, such as the folder of `sample DIR`.
public struct Argument<Value: Sendable>: Sendable, ArgumentKey {
  /// Name and help.
  public let definition: ArgumentDefinition
  let kind: ValueKind<Value>

  /// Makes an argument; its name is what stands for it in the help, in capitals.
  public init(_ name: String, as kind: ValueKind<Value>, help: String) {
    definition = ArgumentDefinition(value: ValueDefinition(name: name, kind: kind), count: .one, help: help)
    self.kind = kind
  }
}

/// An argument that may be given.
public struct OptionalArgument<Value: Sendable>: Sendable, ArgumentKey {
  /// Name and help.
  public let definition: ArgumentDefinition
  let kind: ValueKind<Value>

  /// Makes an argument; its name is what stands for it in the help, in capitals.
  public init(_ name: String, as kind: ValueKind<Value>, help: String) {
    definition = ArgumentDefinition(value: ValueDefinition(name: name, kind: kind), count: .noneOrOne, help: help)
    self.kind = kind
  }
}

/// Arguments of one kind, all that are left, such as the paths of `audit PATH...`.
public struct RepeatedArgument<Value: Sendable>: Sendable, ArgumentKey {
  /// Name and help.
  public let definition: ArgumentDefinition
  let kind: ValueKind<Value>

  /// Makes an argument; its name is what stands for each in the help, in capitals.
  public init(_ name: String, as kind: ValueKind<Value>, isRequired: Bool = true, help: String) {
    definition = ArgumentDefinition(
      value: ValueDefinition(name: name, kind: kind), count: isRequired ? .oneOrMore : .any, help: help)
    self.kind = kind
  }
}
