/// A word of a text in the form in which spellings that mean the same are equal, and where it stands.
struct FoldedWord: Hashable, Sendable {
  /// Lower case, without accents, full-width Latin as plain.
  let text: String
  /// Where it stands in the text it was read from.
  let place: Range<String.Index>
}

/// Cuts texts into folded words, so that words are compared whole: `status` is found in "Status: Q3", not in "statuette".
enum FoldedWords {
  /// The words of a text: runs of letters and digits. Japanese is written without blanks, so each kana or ideograph is a
  /// word by itself and a Japanese word is a row of them.
  static func of(_ text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var current = ""
    var start = text.startIndex
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    func endWord(at end: String.Index) {
      if !current.isEmpty { words.append(FoldedWord(text: current, place: start..<end)) }
      current = ""
    }
    while index != scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if isOwnWord(scalar) {
        endWord(at: index)
        words.append(FoldedWord(text: String(scalar), place: index..<next))
      } else if isPartOfWord(scalar) {
        if current.isEmpty { start = index }
        append(scalar, to: &current)
      } else if !isAccent(scalar) {
        endWord(at: index)
      }
      index = next
    }
    endWord(at: text.endIndex)
    return words
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    switch scalar.value {
    case 0x41...0x5A: word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0x80: word.unicodeScalars.append(scalar)
    case 0xFF01...0xFF5E: append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), to: &word)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) {
        if let plain = plainLatin(lower) { word += plain } else { word.unicodeScalars.append(lower) }
      }
    }
  }

  /// The letter under an accent, from the letter's Unicode name ("LATIN SMALL LETTER E WITH ACUTE"); nil for others.
  private static func plainLatin(_ scalar: Unicode.Scalar) -> String? {
    guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
      let name = scalar.properties.name
    else { return nil }
    let parts = name.split(separator: " ")
    guard parts.count > 5, parts[0] == "LATIN", parts[2] == "LETTER", parts[4] == "WITH", parts[3].utf8.count == 1
    else { return nil }
    return parts[3].lowercased()
  }

  /// Combining marks for Latin letters: texts written on a Mac may carry them apart from their letter.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x0300...0x036F).contains(scalar.value) }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: !isAccent(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }

  private static func isOwnWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF where scalar.value != 0x30FB, 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
