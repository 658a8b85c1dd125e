import CommandLineKit
import ICalendar

/// The dates that are looked at, `[from, to)`, always named by the user and never taken from the clock.
struct AuditWindow: Sendable, Equatable {
  /// The dates.
  let days: Range<CivilDay>
  /// `2026-Q3`, or `2026-07-01_2026-10-01`: the name of a report's folder.
  let name: String

  static let quarter = Option(
    "quarter", as: ValueKind<AuditWindow>.quarter, valueName: "QUARTER", help: "The quarter, such as 2026-Q3.")
  static let from = Option(
    "from", as: ValueKind<CivilDay>.date, valueName: "DATE",
    help: "Instead of a quarter: the first day, such as 2026-07-01.")
  static let to = Option(
    "to", as: ValueKind<CivilDay>.date, valueName: "DATE", help: "The day after the last, such as 2026-10-01.")

  static let options = OptionGroup("Window (always asked for)", [quarter, from, to])
  static let synopsis = "(--quarter 2026-Q3 | --from DATE --to DATE)"
  static let years = 1900...2200

  /// The window that the arguments name.
  ///
  /// - Throws: `CommandFailure` with code 64 unless they name exactly one, with a day in it.
  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    switch (arguments[Self.quarter], arguments[Self.from], arguments[Self.to]) {
    case (let quarter?, nil, nil): self = quarter
    case (nil, let from?, let to?):
      guard from < to else {
        throw Self.failure(
          "--from \(from.isoText) does not lie before --to \(to.isoText), which is the day after the last")
      }
      self.init(days: from..<to, name: from.isoText + "_" + to.isoText)
    case (nil, nil, nil):
      throw Self.failure("no window given; add --quarter 2026-Q3, or --from 2026-07-01 --to 2026-10-01")
    case (nil, .some, nil): throw Self.failure("--from needs --to, the day after the last, such as --to 2026-10-01")
    case (nil, nil, .some): throw Self.failure("--to needs --from, the first day, such as --from 2026-07-01")
    case (.some, _, _):
      throw Self.failure("--quarter already names the window; leave out --from and --to, or --quarter")
    }
  }

  /// A window of these dates.
  init(days: Range<CivilDay>, name: String) {
    self.days = days
    self.name = name
  }

  /// The quarter, 1 to 4, of a year.
  init(year: Int, quarter: Int) {
    let end =
      quarter == 4 ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: 3 * quarter + 1, day: 1)
    self.init(days: CivilDay(year: year, month: 3 * quarter - 2, day: 1)..<end, name: "\(year)-Q\(quarter)")
  }

  private static func failure(_ message: String) -> CommandFailure {
    CommandFailure(code: .validationFailure, message: message)
  }
}

extension ValueKind where Value == AuditWindow {
  /// A quarter of the calendar, `2026-Q3`.
  static var quarter: ValueKind {
    let years = AuditWindow.years
    return ValueKind(expected: "a quarter such as 2026-Q3 (Q1 to Q4, years \(years.lowerBound) to \(years.upperBound))")
    { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let year = number(parts[0], digits: 4), years.contains(year),
        parts[1].first == "Q" || parts[1].first == "q", let quarter = number(parts[1].dropFirst(), digits: 1),
        (1...4).contains(quarter)
      else { return nil }
      return AuditWindow(year: year, quarter: quarter)
    }
  }
}

extension ValueKind where Value == CivilDay {
  /// A date as ISO 8601 writes it, `2026-07-01`; also the first day after the last year, as the end of a window.
  static var date: ValueKind {
    let years = AuditWindow.years
    let last = CivilDay(year: years.upperBound + 1, month: 1, day: 1)
    return ValueKind(expected: "a date such as 2026-07-01 (years \(years.lowerBound) to \(years.upperBound))") { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 3, let year = number(parts[0], digits: 4), year >= years.lowerBound,
        let month = number(parts[1], digits: 2), (1...12).contains(month), let day = number(parts[2], digits: 2),
        (1...CivilDay.length(ofMonth: month, year: year)).contains(day)
      else { return nil }
      let date = CivilDay(year: year, month: month, day: day)
      return date <= last ? date : nil
    }
  }
}

/// A number of exactly so many decimal digits.
private func number(_ text: Substring, digits: Int) -> Int? {
  text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}
