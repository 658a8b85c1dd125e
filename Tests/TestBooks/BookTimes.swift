public import ICalendar

/// Dates and clock times as tests write them; a text that is neither stops the test run.
public enum BookTimes {
  /// `2026-07-06`.
  public static func day(_ text: some StringProtocol) -> CivilDay {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, "no date: \(text)")
    return CivilDay(year: parts[0], month: parts[1], day: parts[2])
  }

  /// `14:30` or `14:30:15`, as seconds after midnight; `24:00` is the end of the day.
  public static func clock(_ text: some StringProtocol) -> Int64 {
    let parts = text.split(separator: ":").compactMap { Int64($0) }
    precondition(parts.count == 2 || parts.count == 3, "no clock time: \(text)")
    return parts[0] * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
  }

  /// `2026-07-06 14:30` on the clocks of a zone.
  public static func instant(_ text: some StringProtocol, in zone: Zone) -> Instant {
    let parts = text.split(separator: " ")
    precondition(parts.count == 2, "no date and time: \(text)")
    return zone.instant(of: WallTime(day(parts[0]), secondOfDay: clock(parts[1])))
  }
}
