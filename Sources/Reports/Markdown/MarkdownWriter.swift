/// Builds a Markdown document block by block; one blank line between blocks, `\n` after each line.
struct MarkdownWriter {
  private(set) var text = ""

  /// Which side of a table's column its cells stand at.
  enum Alignment {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  /// A column of a table.
  struct Column {
    let title: MarkdownText
    let alignment: Alignment

    /// Words.
    static func words(_ title: MarkdownText) -> Column { Column(title: title, alignment: .left) }
    /// Numbers.
    static func number(_ title: MarkdownText) -> Column { Column(title: title, alignment: .right) }
  }

  /// A heading of a level, 1–6.
  mutating func heading(_ level: Int, _ title: MarkdownText) {
    block(String(repeating: "#", count: level) + " " + title.source)
  }

  /// A paragraph.
  mutating func paragraph(_ line: MarkdownText) { block(line.source) }

  /// Sentences in one paragraph.
  mutating func paragraph(_ sentences: [MarkdownText]) {
    if !sentences.isEmpty { paragraph(.joined(sentences, by: " ")) }
  }

  /// A list without numbers; nothing for no items.
  mutating func list(_ items: [MarkdownText]) {
    if !items.isEmpty { block(items.map { "- " + $0.source }.joined(separator: "\n")) }
  }

  /// A table (GFM 0.29 §4.10); nothing for no rows.
  mutating func table(_ columns: [Column], _ rows: [[MarkdownText]]) {
    if rows.isEmpty { return }
    let head = line(columns.map(\.title))
    let rule = columns.map { $0.alignment == .right ? "--:" : ":--" }.joined(separator: " | ")
    block(([head, "| " + rule + " |"] + rows.map(line)).joined(separator: "\n"))
  }

  private func line(_ cells: [MarkdownText]) -> String { "| " + cells.map(\.source).joined(separator: " | ") + " |" }

  private mutating func block(_ source: String) {
    if !text.isEmpty { text += "\n" }
    text += source + "\n"
  }
}
