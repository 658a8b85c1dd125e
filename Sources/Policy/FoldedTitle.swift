/// Titles in a form where spellings that mean the same are equal: lower case, without accents, full-width Latin as plain.
enum FoldedTitle {
  /// The byte between words.
  static let blank = UInt8(ascii: " ")

  /// The words of a title, each with a blank before and after it (` out of office `); a single blank when there are none.
  static func words(of title: String) -> [UInt8] {
    var bytes = [blank]
    bytes.reserveCapacity(title.utf8.count + 2)
    for scalar in title.unicodeScalars where !isAccent(scalar) {
      if isOwnWord(scalar) {
        endWord(&bytes)
        append(scalar, to: &bytes)
        endWord(&bytes)
      } else if isLetterOrDigit(scalar) {
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
    for scalar in title.unicodeScalars where !isAccent(scalar) && !isBlank(scalar) {
      if bytes.count >= limit { break }
      append(scalar, to: &bytes)
    }
    return bytes
  }

  private static func endWord(_ bytes: inout [UInt8]) {
    if bytes.last != blank { bytes.append(blank) }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
    case 0..<0x80: bytes.append(UInt8(scalar.value))
    case 0xFF01...0xFF5E:
      let plain = UInt8(scalar.value - 0xFEE0)
      bytes.append((0x41...0x5A).contains(plain) ? plain + 0x20 : plain)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) {
        bytes.append(contentsOf: plainLatin(lower)?.utf8 ?? String(lower).utf8)
      }
    }
  }

  /// Combining marks for Latin letters: titles written on a Mac may carry them apart from their letter.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x80: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Kana and ideographs, which are written without blanks between words.
  private static func isOwnWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF where scalar.value != 0x30FB, 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func plainLatin(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å", "ā", "ă", "ą": "a"
    case "ç", "ć", "č": "c"
    case "ď", "đ": "d"
    case "è", "é", "ê", "ë", "ē", "ė", "ę", "ě": "e"
    case "ğ": "g"
    case "ì", "í", "î", "ï", "ī", "į", "ı": "i"
    case "ł": "l"
    case "ñ", "ń", "ň": "n"
    case "ò", "ó", "ô", "õ", "ö", "ø", "ō", "ő": "o"
    case "ř": "r"
    case "ś", "š", "ş", "ș": "s"
    case "ť", "ţ", "ț": "t"
    case "ù", "ú", "û", "ü", "ū", "ů", "ű", "ų": "u"
    case "ý", "ÿ": "y"
    case "ź", "ż", "ž": "z"
    case "ß": "ss"
    case "æ": "ae"
    case "œ": "oe"
    default: nil
    }
  }
}
