import ICalendar
import Metrics

/// Writes tables as RFC 4180 wants them: UTF-8, `\r\n` after each line, one header row, decimal points.
public enum CSVWriter {
  /// For whom tables are written.
  public enum Dialect: String, Sendable, CaseIterable {
    /// Readers of RFC 4180: no mark at the beginning.
    case rfc
    /// Spreadsheets, which know UTF-8 by a byte-order mark.
    case excel
  }

  /// The table as a file of the report.
  public static func file(_ table: Table, _ dialect: Dialect = .rfc) -> ReportFile {
    var output: [UInt8] = dialect == .excel ? [0xEF, 0xBB, 0xBF] : []
    appendLine(table.columns, to: &output)
    for row in table.rows { appendLine(row.map(field), to: &output) }
    return ReportFile(path: table.path, bytes: output)
  }

  private static func appendLine(_ fields: [String], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      appendQuotedIfNeeded(field, to: &output)
    }
    output.append(contentsOf: [0x0D, 0x0A])
  }

  /// Quotes what RFC 4180 §2 asks for, and fields with `;` or a tab, which a spreadsheet might take for separators.
  private static func appendQuotedIfNeeded(_ field: String, to output: inout [UInt8]) {
    let needsQuotes = field.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
    guard needsQuotes else {
      output.append(contentsOf: field.utf8)
      return
    }
    output.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append(UInt8(ascii: "\""))
  }

  /// A cell as it is written, before quoting.
  static func field(_ cell: Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): neutralised(VisibleText.shown(text, breaks: .kept))
    case .integer(let value): String(value)
    case .hours(let value), .amount(let value), .money(let value): decimal(value, decimals: 2)
    case .minutes(let value): withoutTrailingZeros(decimal(value, decimals: 2))
    case .share(let value): decimal(value, decimals: 4)
    case .date(let day): day.isoText
    case .week(let week): week.isoText
    case .instant(let moment): isoText(moment)
    case .yesNo(let value): value ? "yes" : "no"
    }
  }

  /// `2026-07-01T16:00:00Z`.
  private static func isoText(_ moment: Instant) -> String {
    let clock = Zone.utc.wallTime(at: moment)
    let second = Int(clock.secondOfDay)
    let (year, month, day) = clock.day.components
    return String(unsafeUninitializedCapacity: 20) { buffer in
      var position = 0
      func put(_ number: Int, _ width: Int, _ mark: Unicode.Scalar) {
        var rest = number
        for place in stride(from: position + width - 1, through: position, by: -1) {
          buffer[place] = UInt8(48 + rest % 10)
          rest /= 10
        }
        buffer[position + width] = UInt8(ascii: mark)
        position += width + 1
      }
      put(year, 4, "-")
      put(month, 2, "-")
      put(day, 2, "T")
      put(second / 3600, 2, ":")
      put(second / 60 % 60, 2, ":")
      put(second % 60, 2, "Z")
      return position
    }
  }

  private static func withoutTrailingZeros(_ text: String) -> String {
    var result = text
    while result.hasSuffix("0") { result.removeLast() }
    if result.hasSuffix(".") { result.removeLast() }
    return result
  }

  /// Text that no spreadsheet runs: where it, or what follows a `;`, a tab or a line break inside it, begins with a
  /// character that starts a formula, an apostrophe stands in front of that character (OWASP, "CSV Injection").
  ///
  /// Our readers take one such apostrophe off again.
  static func neutralised(_ text: String) -> String {
    guard mayStartFormula(text) else { return text }
    var result = String.UnicodeScalarView()
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart && startsFormula(scalar) { result.append("'") }
      result.append(scalar)
      isAtStart = startsPart(scalar) || (isAtStart && isBlank(scalar))
    }
    return String(result)
  }

  /// Whether a text has to be looked at letter by letter: it does not begin with an ASCII letter or digit, or may be split.
  private static func mayStartFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    let isPlain = (first >= 48 && first <= 57) || (first | 0x20 >= 97 && first | 0x20 <= 122)
    return !isPlain || text.utf8.contains { $0 == UInt8(ascii: ";") || ($0 >= 9 && $0 <= 13) }
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\u{2212}": true
    default: false
    }
  }

  /// What ends a part of a cell that a spreadsheet may split it at.
  private static func startsPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "\t", "\n", "\r": true
    default: false
    }
  }

  /// Blanks of every width, zero included, behind which a formula could hide.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0x2800, 0x3164, 0xFE00...0xFE0F,
      0xFEFF, 0xFFA0:
      true
    default: scalar.properties.isWhitespace
    }
  }
}
