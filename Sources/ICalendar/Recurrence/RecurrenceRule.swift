/// A recurrence rule (RFC 5545 §3.3.10), checked and repaired.
public struct RecurrenceRule: Sendable, Equatable {
  /// How often the rule's period comes.
  public enum Frequency: String, Sendable {
    case secondly = "SECONDLY"
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, and which one of the month or year: 1 the first, −1 the last, 0 each.
  public struct WeekdayNumber: Sendable, Hashable {
    /// 0: each.
    public let ordinal: Int
    /// Which day of the week.
    public let weekday: Weekday
  }

  /// Where a rule stops.
  public enum Until: Sendable, Equatable {
    /// The whole of a local day belongs to it.
    case date(CivilDay)
    /// A reading in the zone of DTSTART.
    case local(WallTime)
    /// A moment.
    case utc(Instant)
  }

  /// FREQ.
  public internal(set) var frequency: Frequency
  /// INTERVAL, 1–1,000.
  public internal(set) var interval = 1
  /// COUNT.
  public internal(set) var count: Int?
  /// UNTIL, inclusive.
  public internal(set) var until: Until?
  /// WKST.
  public internal(set) var weekStart = Weekday.monday
  /// BYMONTH, 1–12.
  public internal(set) var months: [Int] = []
  /// BYMONTHDAY, ±1–31.
  public internal(set) var monthDays: [Int] = []
  /// BYDAY.
  public internal(set) var weekdays: [WeekdayNumber] = []
  /// BYSETPOS, ±1–366.
  public internal(set) var positions: [Int] = []
  /// BYYEARDAY, ±1–366.
  public internal(set) var yearDays: [Int] = []
  /// BYWEEKNO, ±1–53.
  public internal(set) var weekNumbers: [Int] = []
  /// BYHOUR, 0–23.
  public internal(set) var hours: [Int] = []
  /// BYMINUTE, 0–59.
  public internal(set) var minutes: [Int] = []
  /// BYSECOND, 0–60.
  public internal(set) var seconds: [Int] = []

  /// Whether neither COUNT nor UNTIL ends it.
  public var neverEnds: Bool { count == nil && until == nil }

  init(frequency: Frequency) { self.frequency = frequency }

  /// The rule as RFC 5545 writes it, without COUNT and UNTIL, for another engine.
  var unboundedText: String {
    func list(_ name: String, _ values: [Int]) -> String {
      values.isEmpty ? "" : ";\(name)=" + values.map(String.init).joined(separator: ",")
    }
    let days = weekdays.map { ($0.ordinal == 0 ? "" : String($0.ordinal)) + $0.weekday.code }
    return "FREQ=\(frequency.rawValue);INTERVAL=\(interval);WKST=\(weekStart.code)"
      + list("BYMONTH", months) + list("BYWEEKNO", weekNumbers) + list("BYYEARDAY", yearDays)
      + list("BYMONTHDAY", monthDays) + (days.isEmpty ? "" : ";BYDAY=" + days.joined(separator: ","))
      + list("BYHOUR", hours) + list("BYMINUTE", minutes) + list("BYSECOND", seconds)
      + list("BYSETPOS", positions)
  }
}

extension Weekday {
  /// `MO` … `SU`.
  var code: String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue] }

  init?(code: some Collection<UInt8>) {
    guard let day = Weekday.allCases.first(where: { Ascii.equal(code, $0.code) }) else { return nil }
    self = day
  }
}
