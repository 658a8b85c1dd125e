/// A date as a spreadsheet wrote it, which may be readable in two ways.
enum LocalDate: Equatable {
  /// The cell can only be this day, as days since 1970-01-01.
  case certain(Int32)
  /// Day and month may stand either way: the day read day first, and month first.
  case eitherWay(dayFirst: Int32, monthFirst: Int32)
  /// Day and month are told apart by one of them being above 12; this order is evidence for the file's other dates.
  case ordered(Int32, DateOrder)

  /// Reads `2026-07-01`, `2026/07/01`, `01.07.2026`, `7/1/2026`, `1-7-2026`; nil for anything else and days that do not exist.
  init?(parsing text: String) {
    guard let mark = text.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, let second = CellValues.number(parts[1], digits: 1...2) else { return nil }
    if let year = CellValues.number(parts[0], digits: 4...4) {
      guard let day = CellValues.number(parts[2], digits: 1...2),
        let date = Self.days(year: year, month: second, day: day)
      else { return nil }
      self = .certain(date)
      return
    }
    guard let first = CellValues.number(parts[0], digits: 1...2),
      let year = CellValues.number(parts[2], digits: 4...4)
    else { return nil }
    let dayFirst = Self.days(year: year, month: second, day: first)
    // Dates with points have the day first wherever they are written.
    let monthFirst = mark == "." ? nil : Self.days(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let date?, nil): self = mark == "." ? .certain(date) : .ordered(date, .dayFirst)
    case (nil, let date?): self = .ordered(date, .monthFirst)
    case (let date?, let other?):
      self = date == other ? .certain(date) : .eitherWay(dayFirst: date, monthFirst: other)
    case (nil, nil): return nil
    }
  }

  /// Days since 1970-01-01 in the Gregorian calendar, for years 1900 to 2200; nil when there is no such day.
  static func days(year: Int64, month: Int64, day: Int64) -> Int32? {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[Int(month) - 1] else { return nil }
    let before = year - 1
    let daysBeforeYear = before * 365 + before / 4 - before / 100 + before / 400
    let daysBeforeMonth = lengths[..<(Int(month) - 1)].reduce(0, +)
    let daysBefore1970: Int64 = 719_162
    return Int32(daysBeforeYear + daysBeforeMonth + day - 1 - daysBefore1970)
  }
}

/// Which of the two stands first in a date with slashes.
enum DateOrder: Equatable {
  /// As in 31/7/2026.
  case dayFirst
  /// As in 7/31/2026.
  case monthFirst
}
