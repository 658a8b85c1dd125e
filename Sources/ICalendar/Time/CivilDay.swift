/// A day of the week, Monday first as in ISO 8601; RFC 5545 §3.3.10 names them MO … SU.
public enum Weekday: Int, CaseIterable, Sendable, Comparable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Monday first.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A date of the Gregorian calendar without time or zone, counted in days since 1970-01-01.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var days: Int32

  /// The date so many days after 1970-01-01.
  @inlinable public init(days: Int32) { self.days = days }

  /// The date of a year, month (1–12) and day of the month; days beyond the month's end run on into the next.
  ///
  /// The arithmetic counts from 1 March, so that the leap day ends a year (Howard Hinnant, "chrono-Compatible Low-Level
  /// Date Algorithms", gives the derivation).
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month 1–12 and day 1–31.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (Int(days) + 3) % 7
    return Weekday(rawValue: index >= 0 ? index : index + 7)!
  }

  /// Days in a month of a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has 29 February.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Whether one date comes before another.
  @inlinable public static func < (a: CivilDay, b: CivilDay) -> Bool { a.days < b.days }

  /// The date so many days later.
  @inlinable public static func + (a: CivilDay, days: Int) -> CivilDay { CivilDay(days: a.days + Int32(days)) }

  /// Days from one date to another.
  @inlinable public static func - (a: CivilDay, b: CivilDay) -> Int { Int(a.days - b.days) }

  /// The date as ISO 8601 writes it, `2026-07-01`.
  public var isoText: String {
    let (year, month, day) = components
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A week of ISO 8601: Monday to Sunday, belonging to the year that holds its Thursday.
public struct ISOWeek: Hashable, Comparable, Sendable {
  /// The Monday it begins with.
  public let monday: CivilDay

  /// The week that holds a day.
  public init(holding day: CivilDay) { monday = day + -day.weekday.rawValue }

  /// The year of its Thursday, and its number in that year, 1–53.
  public var components: (year: Int, week: Int) {
    let thursday = monday + 3
    let year = thursday.components.year
    return (year, (thursday - CivilDay(year: year, month: 1, day: 1)) / 7 + 1)
  }

  /// As ISO 8601 writes it, `2026-W27`.
  public var isoText: String {
    let (year, week) = components
    return padded(year, 4) + "-W" + padded(week, 2)
  }

  /// Whether one week comes before another.
  public static func < (a: ISOWeek, b: ISOWeek) -> Bool { a.monday < b.monday }
}

/// A number with leading zeros.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
