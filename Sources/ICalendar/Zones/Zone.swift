/// A time zone: when which offset from UTC holds. Immutable and shared by all events that name it.
///
/// A class because thousands of calendars share three tables; it has no mutable state.
public final class Zone: Sendable {
  /// The IANA name, or the name that a VTIMEZONE gives itself.
  public let name: String
  /// The moments at which the offset changes, ascending.
  let transitions: [Int64]
  /// The offset in seconds east of UTC: `offsets[0]` before the first transition, `offsets[i + 1]` from `transitions[i]` on.
  let offsets: [Int32]
  /// What holds from the last transition on, for ever (the footer of a TZif file); nil: the last offset.
  let footer: YearlyRule?

  init(name: String, transitions: [Int64], offsets: [Int32], footer: YearlyRule? = nil) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.footer = footer
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC", transitions: [], offsets: [0])

  /// A zone that never changes its offset.
  public static func fixed(secondsEast: Int32, name: String) -> Zone {
    Zone(name: name, transitions: [], offsets: [secondsEast])
  }

  /// Seconds east of UTC at a moment.
  public func offset(at moment: Instant) -> Int64 {
    if let last = transitions.last, moment.seconds >= last {
      if let footer { return footer.offset(at: moment) }
      return Int64(offsets[offsets.count - 1])
    }
    if transitions.isEmpty, let footer { return footer.offset(at: moment) }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= moment.seconds { low = middle + 1 } else { high = middle }
    }
    return Int64(offsets[low])
  }

  /// Every change before a moment, those of the footer written out.
  func changes(upTo moment: Int64) -> (transitions: [Int64], offsets: [Int32]) {
    let all = written(until: moment)
    let count = all.transitions.prefix { $0 < moment }.count
    return (Array(all.transitions[..<count]), Array(all.offsets[...count]))
  }

  /// Every change after a moment that stands in the table; the footer goes on behind them.
  func changes(after moment: Int64) -> (transitions: [Int64], offsets: [Int32]) {
    let all = written(until: moment + 366 * 86_400)
    let count = all.transitions.prefix { $0 <= moment }.count
    return (Array(all.transitions[count...]), Array(all.offsets[(count + 1)...]))
  }

  /// The table, lengthened by the changes that the footer gives until a moment.
  private func written(until moment: Int64) -> (transitions: [Int64], offsets: [Int32]) {
    var (transitions, offsets) = (transitions, offsets)
    guard let footer, let (start, end) = footer.changes else { return (transitions, offsets) }
    var year = WallTime(transitions.last ?? 0).day.components.year
    let last = WallTime(moment).day.components.year + 1
    while year <= last {
      let changes = [
        (start.wall(in: year) - Int64(footer.standard), footer.daylight),
        (end.wall(in: year) - Int64(footer.daylight), footer.standard),
      ].sorted { $0.0 < $1.0 }
      for (change, offset) in changes where change > transitions.last ?? .min && offset != offsets[offsets.count - 1] {
        transitions.append(change)
        offsets.append(offset)
      }
      year += 1
    }
    return (transitions, offsets)
  }

  /// What the clocks show at a moment.
  public func wallTime(at moment: Instant) -> WallTime { WallTime(moment.seconds + offset(at: moment)) }

  /// The moment at which the clocks show a reading (RFC 5545 §3.3.5): a reading that the clocks skip is read with the
  /// offset before the gap; of a reading shown twice the first is meant.
  public func instant(of wall: WallTime) -> Instant {
    // No zone is a day away from UTC: the offsets a day before and a day after bracket any change near the reading.
    let before = offset(at: Instant(wall.seconds - 86_400))
    let after = offset(at: Instant(wall.seconds + 86_400))
    if before == after {
      let candidate = Instant(wall.seconds - before)
      if offset(at: candidate) == before { return candidate }
    }
    let early = Instant(wall.seconds - max(before, after))
    let late = Instant(wall.seconds - min(before, after))
    if early.seconds + offset(at: early) == wall.seconds { return early }
    if late.seconds + offset(at: late) == wall.seconds { return late }
    // In a gap, or two changes within two days: the offset in force just before the reading.
    return Instant(wall.seconds - offset(at: early - 1))
  }

  /// The moment at which a day begins.
  public func midnight(of day: CivilDay) -> Instant { instant(of: WallTime(day)) }

  /// The stretch from a reading on a day to a later one, in seconds after its midnight (86,400: the next midnight).
  public func span(on day: CivilDay, from: Int64, to: Int64) -> Span {
    Span(
      start: instant(of: WallTime(day, secondOfDay: from)), end: instant(of: WallTime(day, secondOfDay: to)))
  }
}

/// A change to daylight-saving time and back that repeats every year, as the footer of a TZif file gives it
/// (RFC 9636 §3.3.1, POSIX TZ strings).
struct YearlyRule: Sendable, Equatable {
  /// When in the year, and at what second of that day's standard or daylight clock, a change comes.
  struct Change: Sendable, Equatable {
    enum Date: Sendable, Equatable {
      /// Day 1–365, 29 February never counted (`Jn`).
      case julian(Int)
      /// Day 0–365, 29 February counted (`n`).
      case dayOfYear(Int)
      /// Weekday (0 = Sunday) of a week (5 = last) of a month (`Mm.w.d`).
      case weekday(month: Int, week: Int, day: Int)
    }
    let date: Date
    let second: Int64

    /// The local midnight of that day plus its second, as a wall reading.
    func wall(in year: Int) -> Int64 {
      let day: CivilDay
      switch date {
      case .julian(let number):
        let leap = CivilDay.isLeap(year) && number >= 60 ? 1 : 0
        day = CivilDay(year: year, month: 1, day: 1) + (number - 1 + leap)
      case .dayOfYear(let number):
        day = CivilDay(year: year, month: 1, day: 1) + number
      case .weekday(let month, let week, let weekday):
        let first = CivilDay(year: year, month: month, day: 1)
        let wanted = (weekday + 6) % 7
        var offset = (wanted - first.weekday.rawValue + 7) % 7 + (week - 1) * 7
        if offset >= CivilDay.length(ofMonth: month, year: year) { offset -= 7 }
        day = first + offset
      }
      return Int64(day.days) * 86_400 + second
    }
  }

  let standard: Int32
  let daylight: Int32
  /// nil: no daylight-saving time.
  let changes: (start: Change, end: Change)?

  static func == (a: YearlyRule, b: YearlyRule) -> Bool {
    a.standard == b.standard && a.daylight == b.daylight && a.changes?.start == b.changes?.start
      && a.changes?.end == b.changes?.end
  }

  func offset(at moment: Instant) -> Int64 {
    guard let changes else { return Int64(standard) }
    let year = WallTime(moment.seconds + Int64(standard)).day.components.year
    let start = changes.start.wall(in: year) - Int64(standard)
    let end = changes.end.wall(in: year) - Int64(daylight)
    let inside =
      start < end
      ? moment.seconds >= start && moment.seconds < end : !(moment.seconds >= end && moment.seconds < start)
    return Int64(inside ? daylight : standard)
  }
}
