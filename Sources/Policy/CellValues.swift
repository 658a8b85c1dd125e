/// How cells that people and spreadsheets write become values; nil wherever a cell does not say one thing only.
enum CellValues {
  /// Seconds after midnight from `9`, `9:00`, `09:00`, `09:00:00`, `24:00`, `5:00 PM`.
  static func clockTime(_ text: String) -> Int64? {
    var digits = text.lowercased()[...]
    var half: Int64?
    if digits.hasSuffix("am") || digits.hasSuffix("pm") {
      half = digits.hasSuffix("pm") ? 12 : 0
      digits = trimmed(digits.dropLast(2))[...]
    }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { number($0, digits: 1...2) }
    guard (1...3).contains(parts.count), var hour = parts[0],
      let minute = parts.count > 1 ? parts[1] : 0, let second = parts.count > 2 ? parts[2] : 0,
      minute < 60, second < 60
    else { return nil }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    let time = hour * 3600 + minute * 60 + second
    return time <= 24 * 3600 ? time : nil
  }

  /// Hundredths from `75`, `62.5`, `62,50`, `1.250,00`, `1,250.00`, `1 250`.
  ///
  /// A lone point or comma before three digits may be either kind of mark, a thousandfold difference: no value.
  static func hundredths(_ text: String) -> Int64? {
    let marks = text.filter { !isDigit($0) }
    guard let last = marks.last else { return number(text[...], digits: 1...9).map { $0 * 100 } }
    let groupMarks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "'", "’"]
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { !isDigit($0) })
    var fraction: Int64 = 0
    var groups = parts[...]
    var between = marks[...]
    if !groupMarks.contains(last), (1...2).contains(parts[parts.count - 1].count) {
      guard last == "." || last == ",", let decimals = number(parts[parts.count - 1], digits: 1...2) else { return nil }
      fraction = parts[parts.count - 1].count == 1 ? decimals * 10 : decimals
      groups = parts.dropLast()
      between = marks.dropLast()
      guard !between.contains(last) else { return nil }
    } else if !groupMarks.contains(last), marks.count == 1 {
      return nil
    }
    return grouped(groups, between: between, allowed: groupMarks.union([".", ","])).map { $0 * 100 + fraction }
  }

  /// A whole number whose groups of three digits are divided by one kind of mark, or that has one group only.
  private static func grouped(
    _ groups: ArraySlice<Substring>, between marks: Substring, allowed: Set<Character>
  ) -> Int64? {
    guard let first = groups.first, groups.count <= 3 else { return nil }
    if groups.count == 1 { return number(first, digits: 1...9) }
    guard Set(marks).count == 1, marks.allSatisfy(allowed.contains), (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return number(groups.joined()[...], digits: 1...9)
  }

  /// Yes or no, also as Excel writes them in the languages of the product.
  static func yesOrNo(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "1", "x", "ja", "wahr", "oui", "vrai", "sí", "si", "verdadero", "sim", "verdadeiro", "sì",
      "vero", "waar", "はい":
      true
    case "no", "n", "false", "0", "nein", "falsch", "non", "faux", "falso", "não", "nee", "onwaar", "いいえ": false
    default: nil
    }
  }

  /// The text as it was before our CSV writer put a `'` before characters that a spreadsheet could run.
  ///
  /// The writer does so at the begin of a cell and after `;`, tab or line break, also behind blanks; so one is taken off there.
  static func withoutNeutralization(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var isAtStart = true
    var held: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let quote = held {
        if !isDangerous(scalar) { plain.append(quote) }
        held = nil
        isAtStart = false
      }
      if isAtStart && scalar == "'" {
        held = scalar
        continue
      }
      plain.append(scalar)
      isAtStart = [";", "\t", "\n", "\r"].contains(scalar) || (isAtStart && isBlank(scalar))
    }
    if let held { plain.append(held) }
    return String(plain)
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "+", "-", "@", "\t", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}"].contains(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"].contains(scalar)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  /// The number that these ASCII digits, this many of them, write.
  static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int64? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int64(text)
  }
}
