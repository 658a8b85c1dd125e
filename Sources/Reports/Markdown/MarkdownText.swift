/// A piece of Markdown that stands in one line. Literals are Markdown as written; whatever is interpolated is text of
/// the calendars and is escaped, unless it is Markdown already: injection is a type error.
struct MarkdownText: ExpressibleByStringInterpolation, Equatable {
  /// The Markdown.
  private(set) var source: String

  init(stringLiteral value: String) { source = value }

  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// Text that is shown as it is.
  init(plain text: String) { source = Self.escaped(text) }

  /// Collects literals as they are and values escaped.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { source += literal }

    mutating func appendInterpolation(_ text: String) { source += MarkdownText.escaped(text) }

    mutating func appendInterpolation(_ number: Int) { source += String(number) }

    mutating func appendInterpolation(_ markdown: MarkdownText) { source += markdown.source }
  }

  static func + (a: MarkdownText, b: MarkdownText) -> MarkdownText {
    var result = a
    result.source += b.source
    return result
  }

  /// Pieces with something between them.
  static func joined(_ pieces: [MarkdownText], by separator: MarkdownText) -> MarkdownText {
    var result: MarkdownText = ""
    for (index, piece) in pieces.enumerated() { result = index == 0 ? piece : result + separator + piece }
    return result
  }

  /// A link to a file of the same report; the path is ours.
  static func link(to path: String) -> MarkdownText { MarkdownText(stringLiteral: "[\(path)](\(path))") }

  /// A name of ours, such as a column's, as code.
  static func code(_ name: String) -> MarkdownText { MarkdownText(stringLiteral: "`\(name)`") }

  /// Bold.
  static func strong(_ text: MarkdownText) -> MarkdownText { "**" + text + "**" }

  /// Text in which nothing is Markdown, HTML, an automatic link or a formula any more (CommonMark 0.31 §2.4: a backslash
  /// before ASCII punctuation; GFM 0.29 §6.9 on automatic links). It stands in one line.
  static func escaped(_ text: String) -> String {
    let shown = Array(VisibleText.shown(text, breaks: .shown).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in shown.enumerated() {
      if needsBackslash(scalar, at: index, in: shown) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static func needsBackslash(_ scalar: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar]) -> Bool {
    switch scalar {
    // Between letters or digits `_` is plain in GFM (§6.4, rules 2 and 4), and zones are full of them.
    case "_": !(isWord(at: index - 1, in: text) && isWord(at: index + 1, in: text))
    case "\\", "`", "*", "[", "]", "<", ">", "&", "|", "~", "$": true
    // Marks of headings and lists, alone or behind a number, count only at the beginning.
    case "#", "+", "-", "=": text[..<index].allSatisfy { $0 == " " }
    case ")": isNumbering(text, upTo: index)
    // `1.` at the beginning, and `www.` anywhere.
    case ".": isNumbering(text, upTo: index) || endsInThreeW(text[..<index])
    // `https://`, `mailto:`: a scheme is letters, a colon and no blank.
    case ":": index > 0 && isLetter(text[index - 1]) && index + 1 < text.count && text[index + 1] != " "
    default: false
    }
  }

  private static func isWord(at index: Int, in text: [Unicode.Scalar]) -> Bool {
    text.indices.contains(index) && (isLetter(text[index]) || ("0"..."9").contains(text[index]))
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Whether only digits stand before a mark and no text right behind it: `2.8 h` is no list.
  private static func isNumbering(_ text: [Unicode.Scalar], upTo mark: Int) -> Bool {
    let digits = text[..<mark].drop { $0 == " " }
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
      && (mark + 1 == text.count || text[mark + 1] == " ")
  }

  private static func endsInThreeW(_ head: ArraySlice<Unicode.Scalar>) -> Bool {
    head.count >= 3 && head.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
