/// A day of the Gregorian calendar, counted from 1970-01-01.
struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// The day of a civil date; months and days outside their range are carried over by the arithmetic of the day count.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month (1–12) and day (1–31).
  var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((number + 3) % 7 + 7) % 7]
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

  /// The first day on or after this one that falls on the weekday.
  func next(_ weekday: Weekday) -> Day {
    self + (weekday.rawValue - self.weekday.rawValue + 7) % 7
  }

  /// The n-th such weekday of a month.
  static func nth(_ ordinal: Int, _ weekday: Weekday, year: Int, month: Int) -> Day {
    Day(year: year, month: month, day: 1).next(weekday) + 7 * (ordinal - 1)
  }

  /// The last Sunday of a month that has 31 days.
  static func lastSunday(year: Int, month: Int) -> Day {
    Day(year: year, month: month, day: 25).next(.sunday)
  }
}

/// A day of the week, Monday first (ISO 8601).
enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The two letters of an RFC 5545 BYDAY.
  var code: String {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue]
  }
}

/// A wall clock reading without a zone: a day and minutes after its midnight.
struct LocalTime: Hashable, Sendable {
  var day: Day
  var minute: Int

  /// The reading some minutes later, carried into the following days.
  func adding(minutes: Int) -> LocalTime {
    let total = minute + minutes
    let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
    return LocalTime(day: day + days, minute: total - days * 1440)
  }
}

/// Whole seconds since 1970-01-01T00:00:00Z.
struct Instant: Hashable, Sendable {
  let seconds: Int

  func adding(minutes: Int) -> Instant {
    Instant(seconds: seconds + 60 * minutes)
  }
}

/// The zones of the company's sites.
enum Zone: CaseIterable, Sendable {
  case berlin, newYork, losAngeles, kolkata

  /// The name in the IANA database.
  var name: String {
    switch self {
    case .berlin: "Europe/Berlin"
    case .newYork: "America/New_York"
    case .losAngeles: "America/Los_Angeles"
    case .kolkata: "Asia/Kolkata"
    }
  }

  /// The name that Windows gives the zone (CLDR, territory 001, India for Kolkata).
  var windowsName: String {
    switch self {
    case .berlin: "W. Europe Standard Time"
    case .newYork: "Eastern Standard Time"
    case .losAngeles: "Pacific Standard Time"
    case .kolkata: "India Standard Time"
    }
  }

  /// Minutes east of UTC in winter.
  var standardOffset: Int {
    switch self {
    case .berlin: 60
    case .newYork: -300
    case .losAngeles: -480
    case .kolkata: 330
    }
  }

  /// Minutes east of UTC on a day, as the day's waking hours see it. The rules are those in force since 2007 (United
  /// States) and 1996 (European Union); no event is planned in the small hours of a day on which clocks change.
  func offset(on day: Day) -> Int {
    let year = day.civil.year
    let summer: Range<Day>
    switch self {
    case .berlin:
      summer = Day.lastSunday(year: year, month: 3)..<Day.lastSunday(year: year, month: 10)
    case .newYork, .losAngeles:
      summer =
        Day.nth(2, .sunday, year: year, month: 3)..<Day.nth(1, .sunday, year: year, month: 11)
    case .kolkata:
      return standardOffset
    }
    return standardOffset + (summer.contains(day) ? 60 : 0)
  }

  /// The instant of a wall clock reading.
  func instant(of local: LocalTime) -> Instant {
    Instant(seconds: local.day.number * 86_400 + (local.minute - offset(on: local.day)) * 60)
  }
}
