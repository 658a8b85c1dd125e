/// A class, and the words of the text it rests on, as they are written there.
struct PurposeCue: Equatable, Sendable {
  /// The class.
  let purpose: Purpose
  /// The words.
  let word: String
}

/// Finds the words of purpose in titles and descriptions.
struct PurposeReader: Sendable {
  private let titles: CueSet
  private let texts: CueSet
  private let preparations: CueSet

  /// Prepares the words for reading.
  init(_ words: PurposeWords) {
    titles = CueSet(words.entries.map { ($0.purpose, $0.inTitle) })
    texts = CueSet(words.entries.map { ($0.purpose, $0.inText) })
    preparations = CueSet([(.preparesAnother, words.preparation)])
  }

  /// What a title says; nil when it says nothing.
  func cue(inTitle title: String) -> PurposeCue? { titles.strongest(in: title) }

  /// What a description says, boilerplate stripped; weaker than a title.
  func cue(inText text: String) -> PurposeCue? { texts.strongest(in: text) }

  /// The word by which a title says that the meeting prepares another.
  func preparation(inTitle title: String) -> String? { preparations.strongest(in: title)?.word }
}

/// Patterns of several classes, made ready to be looked for together.
private struct CueSet: Sendable {
  /// A pattern of whole words.
  private struct Pattern: Sendable {
    let rank: Int
    let words: [String]
  }

  /// A pattern found.
  private struct Match {
    let rank: Int
    let words: Range<Int>
  }

  private let classes: [Purpose?]
  private var byFirstWord: [String: [Pattern]] = [:]
  private var prefixes: [(rank: Int, letters: String)] = []
  private var suffixes: [(rank: Int, letters: String)] = []

  init(_ classes: [(Purpose?, [String])]) {
    self.classes = classes.map(\.0)
    for (rank, patterns) in classes.map(\.1).enumerated() {
      for pattern in patterns {
        let words = FoldedWords.of(pattern).map(\.text)
        guard let first = words.first else { continue }
        if pattern.hasPrefix("*") {
          suffixes.append((rank, first))
        } else if pattern.hasSuffix("*") {
          prefixes.append((rank, first))
        } else {
          byFirstWord[first, default: []].append(Pattern(rank: rank, words: words))
        }
      }
    }
  }

  /// The class that stands first among those found outside longer patterns, with the first words it was found by.
  func strongest(in text: String) -> PurposeCue? {
    let words = FoldedWords.of(text)
    let matches = matches(in: words)
    var best: (match: Match, purpose: Purpose)?
    for match in matches {
      guard let purpose = classes[match.rank] else { continue }
      let isSwallowed = matches.contains {
        $0.words.count > match.words.count && $0.words.contains(match.words.lowerBound)
          && $0.words.upperBound >= match.words.upperBound
      }
      if isSwallowed { continue }
      if let best, (best.match.rank, best.match.words.lowerBound) <= (match.rank, match.words.lowerBound) { continue }
      best = (match, purpose)
    }
    return best.map { found in
      let (first, last) = (words[found.match.words.lowerBound], words[found.match.words.upperBound - 1])
      return PurposeCue(
        purpose: found.purpose, word: String(text[first.place.lowerBound..<last.place.upperBound]))
    }
  }

  private func matches(in words: [FoldedWord]) -> [Match] {
    var matches: [Match] = []
    for start in words.indices {
      let word = words[start].text
      for pattern in byFirstWord[word] ?? [] {
        let end = start + pattern.words.count
        if end <= words.count, zip(words[start..<end], pattern.words).allSatisfy({ $0.text == $1 }) {
          matches.append(Match(rank: pattern.rank, words: start..<end))
        }
      }
      for (rank, letters) in prefixes where word.hasPrefix(letters) {
        matches.append(Match(rank: rank, words: start..<(start + 1)))
      }
      for (rank, letters) in suffixes where word.hasSuffix(letters) {
        matches.append(Match(rank: rank, words: start..<(start + 1)))
      }
    }
    return matches
  }
}
