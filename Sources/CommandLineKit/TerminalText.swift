/// How text looks on a terminal. Whether it has colours is for the caller to know.
public enum TerminalText {
  /// The columns that help and messages are made for.
  public static let columns = 80

  /// What a piece of text is marked as.
  public enum Style: Sendable {
    /// Headings and names.
    case bold
    /// What may be skipped.
    case dim
    /// Errors.
    case red
    /// Warnings.
    case yellow
    /// Success.
    case green

    var code: String {
      switch self {
      case .bold: "1"
      case .dim: "2"
      case .red: "31"
      case .yellow: "33"
      case .green: "32"
      }
    }
  }

  /// The text, marked (ECMA-48 SGR) when colours are wanted.
  public static func styled(_ text: String, _ style: Style, inColor: Bool) -> String {
    inColor ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }

  /// The text in lines of at most `width` characters, broken at blanks; a longer word stands alone and is not cut.
  public static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// A word of the user in quotation marks, shortened, with unprintable characters shown by their number.
func quoted(_ word: String) -> String {
  var shown = ""
  for scalar in word.unicodeScalars.prefix(60) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return "'" + shown + (word.unicodeScalars.count > 60 ? "…'" : "'")
}
