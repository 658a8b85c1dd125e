/// Words that give an event's title a meaning, such as `Out of office`.
///
/// A pattern is one or more whole words that stand in the title in this order, next to each other: `PTO` is found in
/// "Ana: PTO (moved)", not in "laptop". A pattern that begins with `=` must be the whole title: `=Focus` is found in
/// "🎧 Focus!", not in "Focus group". Case, accents, punctuation and pictures do not matter. Japanese is written
/// without blanks, so each of its characters is a word: `休暇` is found in "夏季休暇中".
public struct TitlePatterns: Sendable, Equatable {
  /// The patterns as written in the policy.
  public let patterns: [String]
  /// Folded patterns by the byte of their first letter, so that a title is compared with a few of them only.
  private let byFirstByte: [[[UInt8]]]
  private let wholeTitles: Set<[UInt8]>

  /// Prepares patterns for matching; one without a letter or digit never matches.
  public init(_ patterns: [String]) {
    self.patterns = patterns
    var byFirstByte = [[[UInt8]]](repeating: [], count: 256)
    var wholeTitles: Set<[UInt8]> = []
    for pattern in patterns {
      let folded = FoldedTitle.words(of: pattern)
      guard folded.count > 1 else { continue }
      if pattern.hasPrefix("=") {
        wholeTitles.insert(folded)
      } else {
        byFirstByte[Int(folded[1])].append(folded)
      }
    }
    self.byFirstByte = byFirstByte
    self.wholeTitles = wholeTitles
  }

  /// Whether one of the patterns is found in the title.
  public func matches(_ title: String) -> Bool {
    let folded = FoldedTitle.words(of: title)
    guard folded.count > 1 else { return false }
    if wholeTitles.contains(folded) { return true }
    for start in 0..<(folded.count - 1) where folded[start] == FoldedTitle.blank {
      for pattern in byFirstByte[Int(folded[start + 1])] where folded[start...].starts(with: pattern) {
        return true
      }
    }
    return false
  }
}

/// What a calendar program puts before a title, such as `Canceled:`.
///
/// Case, accents and blanks do not matter, punctuation does: `Annulé :` is found in "ANNULÉ: Point hebdo", and
/// `Canceled:` is not found in "Canceled orders review".
public struct TitlePrefixes: Sendable, Equatable {
  /// The prefixes as written in the policy.
  public let prefixes: [String]
  private let folded: [[UInt8]]
  private let longest: Int

  /// Prepares prefixes for matching; an empty one never matches.
  public init(_ prefixes: [String]) {
    self.prefixes = prefixes
    folded = prefixes.map { FoldedTitle.withoutBlanks($0) }.filter { !$0.isEmpty }
    longest = folded.map(\.count).max() ?? 0
  }

  /// Whether the title begins with one of the prefixes.
  public func matches(_ title: String) -> Bool {
    let start = FoldedTitle.withoutBlanks(title, atLeast: longest)
    return folded.contains { start.starts(with: $0) }
  }
}
