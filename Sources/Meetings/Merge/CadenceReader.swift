import ICalendar

/// Reads how often a series meets.
enum CadenceReader {
  private static let weeksPerYear = 52

  /// From the rules of a master; nil without a rule.
  static func cadence(of event: CalendarEvent) -> Cadence? {
    guard !event.rules.isEmpty else { return nil }
    let rates = event.rules.map(timesAYear)
    return cadence(timesAYear: rates.reduce(0, +))
  }

  /// From dates, by their median distance; one date alone is rare.
  static func cadence(observed days: [CivilDay]) -> Cadence {
    let distinct = Set(days).sorted()
    let gaps = zip(distinct.dropFirst(), distinct).map { $0 - $1 }.sorted()
    guard !gaps.isEmpty else { return .rarer }
    return cadence(timesAYear: weeksPerYear * 7 / max(1, gaps[gaps.count / 2]))
  }

  /// Four days a week and more are daily; every fifth week is still monthly.
  private static func cadence(timesAYear times: Int) -> Cadence {
    switch times {
    case (4 * weeksPerYear)...: .daily
    case (weeksPerYear + 1)...: .severalAWeek
    case (weeksPerYear / 2 + 1)...: .weekly
    case (weeksPerYear / 3 + 1)...: .biweekly
    case 10...: .monthly
    default: .rarer
    }
  }

  /// How often a rule comes round in a year of 52 weeks.
  private static func timesAYear(_ rule: RecurrenceRule) -> Int {
    let months = rule.months.isEmpty ? 12 : rule.months.count
    let times: Int
    switch rule.frequency {
    case .secondly, .minutely, .hourly: times = 7 * weeksPerYear
    case .daily: times = (rule.weekdays.isEmpty ? 7 : rule.weekdays.count) * weeksPerYear * months / 12
    case .weekly: times = max(1, rule.weekdays.count) * weeksPerYear * months / 12
    case .monthly: times = timesAMonth(rule) * months
    case .yearly:
      let inMonths = rule.months.isEmpty && rule.monthDays.isEmpty ? 1 : months
      times =
        rule.weekNumbers.isEmpty && rule.yearDays.isEmpty
        ? inMonths * timesAMonth(rule) : max(rule.weekNumbers.count, rule.yearDays.count)
    }
    return times / rule.interval
  }

  private static func timesAMonth(_ rule: RecurrenceRule) -> Int {
    if !rule.positions.isEmpty { return rule.positions.count }
    if !rule.monthDays.isEmpty { return rule.weekdays.isEmpty ? rule.monthDays.count : 1 }
    return max(1, rule.weekdays.reduce(0) { $0 + ($1.ordinal == 0 ? 4 : 1) })
  }
}
