import ICalendar
import Metrics

/// How numbers, dates and names are said to people: rounded, with their unit, singular and plural right. Exact values
/// stand in the tables.
public enum Phrases {
  /// `1 meeting`, `2 meetings`, `no meetings`, `1,200 meetings`.
  public static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    let noun = count == 1 ? one : many ?? one + "s"
    return (count == 0 ? "no" : whole(count)) + " " + noun
  }

  /// `once`, `2 times`.
  static func times(_ count: Int) -> String { count == 1 ? "once" : counted(count, "time") }

  /// A word that goes with a number of things: `is`/`are`, `has`/`have`.
  static func agreeing(_ count: Int, _ one: String, _ many: String) -> String { count == 1 ? one : many }

  /// `1,234`.
  static func whole(_ count: Int) -> String { decimal(Fraction(count), decimals: 0, thousands: ",") }

  /// `12.4 h`; from a hundred hours on without decimals, `1,234 h`.
  static func hours(_ value: Fraction) -> String { number(value) + " h" }

  /// The same from whole seconds.
  static func hours(seconds: Int64) -> String { hours(Fraction(seconds, 3600)) }

  /// One decimal below a hundred, none above.
  static func number(_ value: Fraction) -> String {
    // What rounds to 100.0 is already written without decimals.
    let isLarge = abs(value.rounded(decimals: 1)) >= 1000
    return decimal(value, decimals: isLarge ? 0 : 1, thousands: ",")
  }

  /// `43 %` of a whole; a part that is there never reads `0 %`, and one that is not the whole never `100 %`.
  static func percent(_ share: Fraction) -> String {
    let rounded = share.rounded(decimals: 2)
    if rounded == 0 && share > .zero { return "under 1 %" }
    if rounded == 100 && share < Fraction(1) { return "over 99 %" }
    return "\(rounded) %"
  }

  /// The same of two numbers; nil when there is no whole.
  static func percent(_ part: some BinaryInteger, of whole: some BinaryInteger) -> String? {
    whole == 0 ? nil : percent(Fraction(part, whole))
  }

  /// `USD 12,345`.
  static func money(_ value: Fraction, _ currency: String) -> String {
    currency + " " + decimal(value, decimals: 0, thousands: ",")
  }

  /// `50 min`; from two hours on in hours, `2 h`, `2.5 h`.
  static func length(seconds: Int64) -> String {
    if seconds < 7200 { return decimal(Fraction(seconds, 60), decimals: 0) + " min" }
    return seconds % 3600 == 0 ? "\(seconds / 3600) h" : hours(seconds: seconds)
  }

  /// `2026-07-01 to 2026-09-30`: both days inside.
  static func dates(_ window: Range<CivilDay>) -> String {
    window.isEmpty ? "no day" : window.lowerBound.isoText + " to " + (window.upperBound + -1).isoText
  }

  /// `2026-Q3` for a quarter of the calendar, else its dates.
  static func period(_ window: Range<CivilDay>) -> String {
    let (year, month, day) = window.lowerBound.components
    let end = month > 9 ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: month + 3, day: 1)
    guard day == 1, month % 3 == 1, window.upperBound == end else { return dates(window) }
    return "\(padded(year, 4))-Q\(month / 3 + 1)"
  }

  /// `Mon`.
  static func short(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// `09:30`, from seconds after midnight.
  static func clock(_ second: Int64) -> String {
    padded(Int(second / 3600), 2) + ":" + padded(Int(second / 60 % 60), 2)
  }

  /// `a`, `a and b`, `a, b and c`.
  static func enumeration(_ items: [String]) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }

  /// The text, cut so that it fits into a table's column.
  static func cut(_ text: String, to length: Int) -> String {
    // A character may carry any number of marks: neither characters nor code points get out of hand.
    let head = text.prefix(length)
    let limited = head.unicodeScalars.prefix(length * 4)
    if head.endIndex == text.endIndex && limited.endIndex == head.endIndex { return text }
    return String(String.UnicodeScalarView(limited.dropLast())) + "…"
  }

  /// With a capital at the beginning, as a sentence begins.
  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
