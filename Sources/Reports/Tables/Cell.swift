public import ICalendar
public import Metrics

/// A value of a table with its kind, so that every format can write it in its own way. Exact until it is written.
public enum Cell: Sendable, Equatable {
  /// Unknown, or nothing to say.
  case empty
  /// Words: ours or a calendar's. Made harmless by the writer.
  case text(String)
  /// A count.
  case integer(Int)
  /// Hours; two decimals.
  case hours(Fraction)
  /// Burden points, counts per week, weeks: two decimals.
  case amount(Fraction)
  /// Minutes of a meeting's length; whole as a rule.
  case minutes(Fraction)
  /// A part of a whole, 0–1; four decimals.
  case share(Fraction)
  /// Units of the policy's currency; two decimals.
  case money(Fraction)
  /// A date.
  case date(CivilDay)
  /// A week of ISO 8601.
  case week(ISOWeek)
  /// A moment, written in UTC.
  case instant(Instant)
  /// `yes` or `no`.
  case yesNo(Bool)

  /// Hours from whole seconds.
  static func hours(seconds: Int64) -> Cell { .hours(Fraction(seconds, 3600)) }

  /// A part of a whole; empty when there is no whole.
  static func share(_ part: Int64, of whole: Int64) -> Cell {
    whole == 0 ? .empty : .share(Fraction(part, whole))
  }

  /// Words, or nothing where there are none.
  static func optional(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }
}

/// Rows of typed cells under named columns; where it stands in the report's folder.
public struct Table: Sendable, Equatable {
  /// The path below the report's folder.
  public let path: String
  /// The columns' names, snake_case with the unit.
  public let columns: [String]
  /// The rows, each as long as `columns`, in the order of the contract.
  public let rows: [[Cell]]

  /// A table; every row has a cell for each column.
  public init(path: String, columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row of \(path) does not fit its columns")
    self.path = path
    self.columns = columns
    self.rows = rows
  }
}
