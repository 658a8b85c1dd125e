/// Letters in a form where spellings that mean the same are equal: lower case, without accents, full-width Latin as plain. One
/// way to fold, for the titles of the policy and for the words of findings.
package enum FoldedLetter {
  /// Combining marks for Latin letters: texts written on a Mac may carry them apart from their letter.
  package static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x0300...0x036F).contains(scalar.value) }

  /// A letter or digit of any script, accents left out.
  package static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: !isAccent(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }

  /// Kana and ideographs, which are written without blanks between words.
  package static func isOwnWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF where scalar.value != 0x30FB, 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Hands over the letters that a letter folds to.
  package static func fold(_ scalar: Unicode.Scalar, _ put: (Unicode.Scalar) -> Void) {
    switch scalar.value {
    case 0x41...0x5A: put(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0x80: put(scalar)
    case 0xFF01...0xFF5E: fold(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)), put)
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(lower) {
        if let plain = plainLatin(lower) { plain.unicodeScalars.forEach(put) } else { put(lower) }
      }
    }
  }

  /// The letter under an accent: common ones from a table, others from the letter's Unicode name
  /// ("LATIN SMALL LETTER E WITH ACUTE"); nil for letters of their own.
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
    default: namedLatin(scalar)
    }
  }

  private static func namedLatin(_ scalar: Unicode.Scalar) -> String? {
    guard (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value),
      let name = scalar.properties.name
    else { return nil }
    let parts = name.split(separator: " ")
    guard parts.count > 5, parts[0] == "LATIN", parts[2] == "LETTER", parts[4] == "WITH", parts[3].utf8.count == 1
    else { return nil }
    return parts[3].lowercased()
  }
}
