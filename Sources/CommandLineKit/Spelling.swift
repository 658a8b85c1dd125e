/// Finding the word that somebody meant.
public enum Spelling {
  /// The candidate nearest to a word, when it is near enough to be meant; the earlier one of equals.
  ///
  /// Near enough: at most one slip for each three letters, at least one (a letter added, left out, changed, or two
  /// neighbours exchanged), case not counted; or the only candidate that begins with the word.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty else { return nil }
    let begun = candidates.filter { $0.lowercased().starts(with: wanted) }
    if begun.count == 1 { return begun[0] }
    let measured = candidates.map { (candidate: $0, distance: distance(wanted, Array($0.lowercased()))) }
    guard let best = measured.min(by: { $0.distance < $1.distance }), best.distance <= max(1, wanted.count / 3)
    else { return nil }
    return best.candidate
  }

  /// Number of slips between two words (optimal string alignment; Damerau 1964, Wagner and Fischer 1974).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1] + [Int](repeating: 0, count: right.count)
      for j in right.indices {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
