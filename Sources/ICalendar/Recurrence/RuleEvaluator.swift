/// Evaluates the common recurrence rules (RFC 5545 §3.3.10) on civil days, jumping to the window; the others go to
/// `LibicalIterator`. Works on wall readings: the caller turns each into a moment, so that a series keeps its local time
/// across changes of the clocks.
struct RuleEvaluator {
  let rule: RecurrenceRule
  let start: WallTime

  /// A rule and the DTSTART it belongs to.
  init(_ rule: RecurrenceRule, start: WallTime) {
    self.rule = rule
    self.start = start
  }

  /// The readings that the rule gives in `[from, to)`, ascending, together with whether every step was made; COUNT counts
  /// from DTSTART, UNTIL is the caller's to apply through `to`.
  ///
  /// DTSTART is the first instance whether or not the rule gives it.
  func readings(from: WallTime, to: WallTime) -> (readings: [WallTime], isComplete: Bool) {
    guard isNative else {
      return LibicalIterator.readings(of: rule, start: start, from: from, to: to)
    }
    var collected: [WallTime] = []
    var remaining = rule.count ?? .max
    if remaining > 0 {
      if start >= from, start < to { collected.append(start) }
      remaining -= 1
    }
    var period = rule.count == nil ? firstPeriod(touching: from) : 0
    var emptyPeriods = 0
    while remaining > 0 {
      guard let first = firstDay(ofPeriod: period) else { break }
      let secondOfDay = start.secondOfDay
      if WallTime(first, secondOfDay: 0) >= to { break }
      let days = days(inPeriodFrom: first)
      // A rule that gives nothing for this long gives nothing at all: 29 February can be 8 years away, and fall on
      // a given weekday within 40.
      emptyPeriods = days.isEmpty ? emptyPeriods + 1 : 0
      if emptyPeriods > 4 * 366 * 12 { break }
      for day in days {
        let reading = WallTime(day, secondOfDay: secondOfDay)
        guard reading > start else { continue }
        remaining -= 1
        if reading >= from, reading < to { collected.append(reading) }
        if remaining == 0 { break }
      }
      period += 1
    }
    return (collected, true)
  }

  /// Whether the rule gives DTSTART itself.
  var matchesStart: Bool {
    guard isNative else { return LibicalIterator.matchesStart(rule, start: start) }
    guard let first = firstDay(ofPeriod: 0) else { return false }
    return days(inPeriodFrom: first).contains(start.day)
  }

  /// Whether the rule gives any date at all beside DTSTART, within the years that calendars reach.
  var givesAnyDate: Bool {
    if matchesStart { return true }
    // Every combination of weekday and date comes back within 400 years; common ones at once.
    var probe = self.rule
    probe.count = nil
    let horizon = WallTime(CivilDay(year: start.day.components.year + 60, month: 1, day: 1))
    return !RuleEvaluator(probe, start: start).firstReadingAfterStart(before: horizon).isEmpty
  }

  private func firstReadingAfterStart(before horizon: WallTime) -> [WallTime] {
    guard isNative else {
      return LibicalIterator.readings(of: rule, start: start, from: start + 1, to: horizon, limit: 1).readings
    }
    var period = 0
    while let first = firstDay(ofPeriod: period), WallTime(first) < horizon {
      if let day = days(inPeriodFrom: first).first(where: { WallTime($0, secondOfDay: start.secondOfDay) > start }) {
        return [WallTime(day, secondOfDay: start.secondOfDay)]
      }
      period += 1
    }
    return []
  }

  /// Whether this evaluator knows every part of the rule.
  var isNative: Bool {
    guard rule.yearDays.isEmpty, rule.weekNumbers.isEmpty, rule.hours.isEmpty, rule.minutes.isEmpty,
      rule.seconds.isEmpty
    else { return false }
    switch rule.frequency {
    case .secondly, .minutely, .hourly: return false
    case .daily, .weekly: return rule.positions.isEmpty
    case .monthly, .yearly: return true
    }
  }

  // MARK: Periods

  /// The number of the last period that begins before a reading, not before the first.
  private func firstPeriod(touching from: WallTime) -> Int {
    guard from > start else { return 0 }
    let (fromYear, fromMonth, _) = from.day.components
    let (year, month, _) = start.day.components
    let passed =
      switch rule.frequency {
      case .daily: from.day - start.day
      case .weekly: (from.day - start.day) / 7
      case .monthly: (fromYear - year) * 12 + fromMonth - month
      default: fromYear - year
      }
    return max(0, passed / rule.interval - 1)
  }

  /// The first day of a period: the day, the week from WKST, the month, the year; nil past the years read.
  private func firstDay(ofPeriod number: Int) -> CivilDay? {
    let steps = number * rule.interval
    let (year, month, _) = start.day.components
    let day: CivilDay
    switch rule.frequency {
    case .daily: day = start.day + steps
    case .weekly:
      let intoWeek = (start.day.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
      day = start.day + (steps * 7 - intoWeek)
    case .monthly:
      let months = year * 12 + month - 1 + steps
      day = CivilDay(year: months / 12, month: months % 12 + 1, day: 1)
    default: day = CivilDay(year: year + steps, month: 1, day: 1)
    }
    return day.days > Self.lastDay ? nil : day
  }

  private static let lastDay = CivilDay(year: 2201, month: 1, day: 1).days

  /// The days that the rule gives in the period that begins on a day, ascending (the table of RFC 5545 §3.3.10).
  private func days(inPeriodFrom first: CivilDay) -> [CivilDay] {
    switch rule.frequency {
    case .daily: return matchesLimits(first) ? [first] : []
    case .weekly:
      let weekdays = rule.weekdays.isEmpty ? [start.day.weekday] : rule.weekdays.map(\.weekday)
      return (0..<7).map { first + $0 }.filter {
        weekdays.contains($0.weekday) && matchesMonth($0) && matchesMonthDay($0)
      }
    case .monthly:
      guard matchesMonth(first) else { return [] }
      let (year, month, _) = first.components
      return positioned(days(inMonth: month, of: year))
    default:
      return positioned(daysOfYear(first.components.year))
    }
  }

  private func daysOfYear(_ year: Int) -> [CivilDay] {
    let months = rule.months.isEmpty ? Array(1...12) : rule.months
    if rule.monthDays.isEmpty, !rule.weekdays.isEmpty, rule.months.isEmpty {
      let first = CivilDay(year: year, month: 1, day: 1)
      return weekdays(in: first, length: CivilDay.isLeap(year) ? 366 : 365)
    }
    if rule.monthDays.isEmpty, rule.weekdays.isEmpty, rule.months.isEmpty {
      return days(inMonth: start.day.components.month, of: year)
    }
    return months.flatMap { days(inMonth: $0, of: year) }
  }

  private func days(inMonth month: Int, of year: Int) -> [CivilDay] {
    let first = CivilDay(year: year, month: month, day: 1)
    let length = CivilDay.length(ofMonth: month, year: year)
    if rule.monthDays.isEmpty {
      if !rule.weekdays.isEmpty { return weekdays(in: first, length: length) }
      let day = start.day.components.day
      return day <= length ? [first + (day - 1)] : []
    }
    let numbers = Set(rule.monthDays.map { $0 > 0 ? $0 : length + 1 + $0 }).filter { (1...length).contains($0) }
    let days = numbers.sorted().map { first + ($0 - 1) }
    guard !rule.weekdays.isEmpty else { return days }
    // BYDAY beside BYMONTHDAY limits; its ordinals count in the month, or in the year for a YEARLY rule without BYMONTH.
    let inYear = rule.frequency == .yearly && rule.months.isEmpty
    let allowed =
      inYear
      ? weekdays(in: CivilDay(year: year, month: 1, day: 1), length: CivilDay.isLeap(year) ? 366 : 365)
      : weekdays(in: first, length: length)
    return days.filter(Set(allowed).contains)
  }

  /// The days of BYDAY in a stretch; ordinals count from its beginning or end.
  private func weekdays(in first: CivilDay, length: Int) -> [CivilDay] {
    var offsets: Set<Int> = []
    for entry in rule.weekdays {
      let lead = (entry.weekday.rawValue - first.weekday.rawValue + 7) % 7
      let count = (length - lead + 6) / 7
      switch entry.ordinal {
      case 0: offsets.formUnion((0..<count).map { lead + $0 * 7 })
      case 1...: if entry.ordinal <= count { offsets.insert(lead + (entry.ordinal - 1) * 7) }
      default: if -entry.ordinal <= count { offsets.insert(lead + (count + entry.ordinal) * 7) }
      }
    }
    return offsets.sorted().map { first + $0 }
  }

  private func positioned(_ days: [CivilDay]) -> [CivilDay] {
    guard !rule.positions.isEmpty else { return days }
    let indices = Set(rule.positions.map { $0 > 0 ? $0 - 1 : days.count + $0 })
    return indices.sorted().filter(days.indices.contains).map { days[$0] }
  }

  private func matchesLimits(_ day: CivilDay) -> Bool {
    matchesMonth(day) && matchesMonthDay(day)
      && (rule.weekdays.isEmpty || rule.weekdays.contains { $0.weekday == day.weekday })
  }

  private func matchesMonth(_ day: CivilDay) -> Bool {
    rule.months.isEmpty || rule.months.contains(day.components.month)
  }

  private func matchesMonthDay(_ day: CivilDay) -> Bool {
    guard !rule.monthDays.isEmpty else { return true }
    let (year, month, number) = day.components
    return rule.monthDays.contains(number)
      || rule.monthDays.contains(number - CivilDay.length(ofMonth: month, year: year) - 1)
  }
}
