/// What kind of value an option or argument takes: how a word is read, and how that is explained when it cannot be.
public struct ValueKind<Value: Sendable>: Sendable {
  /// What is expected, as the end of a sentence: "a whole number from 1 to 256".
  public let expected: String
  /// The words that are allowed, when there are only some; otherwise empty. For help, suggestions and completions.
  public let choices: [String]
  /// Reads a word; nil when it is not of this kind.
  public let read: @Sendable (String) -> Value?

  /// Makes a kind of value of one's own.
  public init(expected: String, choices: [String] = [], read: @escaping @Sendable (String) -> Value?) {
    self.expected = expected
    self.choices = choices
    self.read = read
  }

  /// Any number of values of a kind in one word, separated by commas.
  public static func list<Element>(of element: ValueKind<Element>) -> ValueKind where Value == [Element] {
    let expected =
      element.choices.isEmpty
      ? "\(element.expected), or several separated by commas"
      : "one or several, separated by commas, of \(element.choices.joined(separator: ", "))"
    return ValueKind(expected: expected) { word in
      let parts = word.split(separator: ",", omittingEmptySubsequences: false)
      let values = parts.compactMap { element.read(String($0)) }
      return values.count == parts.count ? values : nil
    }
  }
}

extension ValueKind where Value == String {
  /// Any word that is not empty.
  public static var text: ValueKind {
    ValueKind(expected: "a value that is not empty") { $0.isEmpty ? nil : $0 }
  }
}

extension ValueKind where Value == Int {
  /// A whole number in decimal digits within bounds.
  public static func integer(in bounds: ClosedRange<Int>) -> ValueKind {
    ValueKind(expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)") { word in
      guard let number = Int(word), bounds.contains(number), !word.hasPrefix("+") else { return nil }
      return number
    }
  }
}

extension ValueKind where Value: CaseIterable & RawRepresentable<String> {
  /// One of the words that the cases of an enumeration stand for.
  public static var choice: ValueKind {
    let words = Value.allCases.map(\.rawValue)
    let listed =
      words.count > 1 ? words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1] : words.joined()
    return ValueKind(expected: listed, choices: words) { Value(rawValue: $0) }
  }
}
