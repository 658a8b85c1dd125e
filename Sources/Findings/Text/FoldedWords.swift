import Policy

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
      if FoldedLetter.isOwnWord(scalar) {
        endWord(at: index)
        words.append(FoldedWord(text: String(scalar), place: index..<next))
      } else if FoldedLetter.isLetterOrDigit(scalar) {
        if current.isEmpty { start = index }
        append(scalar, to: &current)
      } else if !FoldedLetter.isAccent(scalar) {
        endWord(at: index)
      }
      index = next
    }
    endWord(at: text.endIndex)
    return words
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    FoldedLetter.fold(scalar) { word.unicodeScalars.append($0) }
  }
}
