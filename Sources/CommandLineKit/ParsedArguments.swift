/// The words of a call, checked and sorted: each option and argument is the key to its own values.
public struct ParsedArguments: Sendable {
  /// The words given for each option, by its long name; a flag has an empty word for each time it was given.
  private(set) var optionWords: [String: [String]] = [:]
  /// The words given for each argument, by its name.
  private(set) var argumentWords: [String: [String]] = [:]

  init() {}

  mutating func add(_ word: String, to option: OptionDefinition) {
    optionWords[option.name, default: []].append(word)
  }

  mutating func add(_ word: String, to argument: ArgumentDefinition) {
    argumentWords[argument.value.name, default: []].append(word)
  }

  /// Whether the flag was given.
  public subscript(flag: Flag) -> Bool {
    optionWords[flag.definition.name] != nil
  }

  /// The option's value; nil when it was not given.
  public subscript<Value>(option: Option<Value>) -> Value? {
    optionWords[option.definition.name]?.first.flatMap(option.kind.read)
  }

  /// The option's values in the order given.
  public subscript<Value>(option: RepeatedOption<Value>) -> [Value] {
    optionWords[option.definition.name, default: []].compactMap(option.kind.read)
  }

  /// The argument's value. The argument must belong to the command that was parsed, which then holds a value for it.
  public subscript<Value>(argument: Argument<Value>) -> Value {
    guard let value = argumentWords[argument.definition.value.name]?.first.flatMap(argument.kind.read) else {
      preconditionFailure("\(argument.definition.value.name) is no argument of this command")
    }
    return value
  }

  /// The argument's value; nil when it was not given.
  public subscript<Value>(argument: OptionalArgument<Value>) -> Value? {
    argumentWords[argument.definition.value.name]?.first.flatMap(argument.kind.read)
  }

  /// The argument's values in the order given.
  public subscript<Value>(argument: RepeatedArgument<Value>) -> [Value] {
    argumentWords[argument.definition.value.name, default: []].compactMap(argument.kind.read)
  }
}
