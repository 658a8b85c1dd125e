/// Titles in a form where spellings that mean the same are equal: lower case, without accents, full-width Latin as plain.
enum FoldedTitle {
  /// The byte between words.
  static let blank = UInt8(ascii: " ")

  /// The words of a title, each with a blank before and after it (` out of office `); a single blank when there are none.
  static func words(of title: String) -> [UInt8] {
    var bytes = [blank]
    bytes.reserveCapacity(title.utf8.count + 2)
    for scalar in title.unicodeScalars where !FoldedLetter.isAccent(scalar) {
      if FoldedLetter.isOwnWord(scalar) {
        endWord(&bytes)
        append(scalar, to: &bytes)
        endWord(&bytes)
      } else if FoldedLetter.isLetterOrDigit(scalar) {
        append(scalar, to: &bytes)
      } else {
        endWord(&bytes)
      }
    }
    endWord(&bytes)
    return bytes
  }

  /// A title with its punctuation and without its blanks, no further than is needed for this many bytes.
  static func withoutBlanks(_ title: String, atLeast limit: Int = .max) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in title.unicodeScalars where !FoldedLetter.isAccent(scalar) && !isBlank(scalar) {
      if bytes.count >= limit { break }
      append(scalar, to: &bytes)
    }
    return bytes
  }

  private static func endWord(_ bytes: inout [UInt8]) {
    if bytes.last != blank { bytes.append(blank) }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    FoldedLetter.fold(scalar) { bytes.append(contentsOf: UTF8.encode($0)!) }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    default: scalar.properties.isWhitespace
    }
  }
}
