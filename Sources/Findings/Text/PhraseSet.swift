/// Phrases looked for at the beginning of, or anywhere in, a row of folded words.
struct PhraseSet: Sendable {
  /// Folded phrases by their first word.
  private let byFirstWord: [String: [[String]]]

  /// Prepares phrases; each is folded like the texts it is looked for in.
  init(_ phrases: [String]) {
    var byFirstWord: [String: [[String]]] = [:]
    for phrase in phrases {
      let words = FoldedWords.of(phrase).map(\.text)
      if let first = words.first { byFirstWord[first, default: []].append(words) }
    }
    self.byFirstWord = byFirstWord
  }

  /// Whether the words begin with one of the phrases.
  func isPrefix(of words: [FoldedWord]) -> Bool { isPrefix(of: words[...], followedByAtMost: .max) }

  /// Whether the words are one of the phrases and at most so many words more.
  func isPrefix(of words: [FoldedWord], followedByAtMost limit: Int) -> Bool {
    isPrefix(of: words[...], followedByAtMost: limit)
  }

  /// Whether one of the phrases stands anywhere in the words.
  func isContained(in words: [FoldedWord]) -> Bool {
    words.indices.contains { isPrefix(of: words[$0...], followedByAtMost: .max) }
  }

  private func isPrefix(of words: ArraySlice<FoldedWord>, followedByAtMost limit: Int) -> Bool {
    guard let first = words.first, let phrases = byFirstWord[first.text] else { return false }
    return phrases.contains { phrase in
      words.count >= phrase.count && words.count - phrase.count <= limit
        && zip(words, phrase).allSatisfy { $0.text == $1 }
    }
  }
}
