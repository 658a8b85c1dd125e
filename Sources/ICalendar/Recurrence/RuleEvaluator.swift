/// Evaluates recurrence rules (RFC 5545 §3.3.10) on civil days, jumping to the window. Works on wall readings: the caller turns
/// each into a moment, so that a series keeps its local time across changes of the clocks.
struct RuleEvaluator {
  let rule: RecurrenceRule
  let start: WallTime
  /// The seconds of a day, of an HOURLY rule the seconds of an hour, at which its instances begin, ascending.
  private let times: [Int64]

  /// A rule and the DTSTART it belongs to.
  init(_ rule: RecurrenceRule, start: WallTime) {
    self.rule = rule
    self.start = start
    let second = Int(start.secondOfDay)
    let hours = rule.frequency == .hourly ? [0] : rule.hours.isEmpty ? [second / 3600] : rule.hours
    let minutes = rule.minutes.isEmpty ? [second / 60 % 60] : rule.minutes
    // A leap second is the 59th (§3.3.12).
    let seconds = rule.seconds.isEmpty ? [second % 60] : Set(rule.seconds.map { min($0, 59) }).sorted()
    times = hours.flatMap { hour in
      minutes.flatMap { minute in seconds.map { Int64(hour * 3600 + minute * 60 + $0) } }
    }
  }

  /// The readings that the rule gives in `[from, to)`, ascending, together with whether every step was made; COUNT counts
  /// from DTSTART, UNTIL is the caller's to apply through `to`.
  ///
  /// DTSTART is the first instance whether or not the rule gives it.
  func readings(from: WallTime, to: WallTime) -> (readings: [WallTime], isComplete: Bool) {
    var collected: [WallTime] = []
    if start >= from, start < to { collected.append(start) }
    var remaining = (rule.count ?? .max) - 1
    var period = lastPeriod(before: from)
    if rule.count != nil {
      if let steady = instancesOfEveryPeriod, period > 1 {
        remaining -= instances(ofPeriod: 0).count { $0 > start } + (period - 1) * steady
      } else {
        period = 0
      }
    }
    guard remaining > 0 else { return (collected, true) }
    let isComplete = walk(fromPeriod: period, before: to) { reading in
      if reading >= from { collected.append(reading) }
      remaining -= 1
      return remaining > 0
    }
    return (collected, isComplete)
  }

  /// Whether the rule gives DTSTART itself.
  var matchesStart: Bool { instances(ofPeriod: 0).contains(start) }

  /// Whether the rule gives any date behind DTSTART within 60 years: 29 February can be 8 years away, and fall on a given
  /// weekday only after 40.
  var givesAnyDate: Bool {
    let horizon = WallTime(CivilDay(year: start.day.components.year + 60, month: 1, day: 1))
    var isFound = false
    _ = walk(fromPeriod: 0, before: horizon) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  // MARK: Periods

  /// Hands over the readings behind DTSTART, ascending, until the callback has enough; false when the walk was given up.
  private func walk(fromPeriod first: Int, before end: WallTime, _ visit: (WallTime) -> Bool) -> Bool {
    var period = first
    while let day = firstDay(ofPeriod: period), WallTime(day) < end {
      guard period - first < Self.mostPeriods else { return false }
      for reading in instances(inPeriodFrom: day) where reading > start {
        guard reading < end, visit(reading) else { return true }
      }
      period += 1
    }
    return true
  }

  /// More than a hundred years of days: as far as a rule with COUNT is followed.
  private static let mostPeriods = 40_000

  /// How many instances each period has that begins behind DTSTART, where all have as many: then COUNT needs no counting.
  private var instancesOfEveryPeriod: Int? {
    guard rule.months.isEmpty, rule.monthDays.isEmpty, rule.yearDays.isEmpty, rule.weekNumbers.isEmpty,
      rule.positions.isEmpty
    else { return nil }
    switch rule.frequency {
    case .daily where rule.weekdays.isEmpty: return times.count
    case .weekly: return max(1, rule.weekdays.count) * times.count
    default: return nil
    }
  }

  /// The number of a period that lies wholly before a reading, close to it; 0 when there is none.
  private func lastPeriod(before from: WallTime) -> Int {
    guard from > start else { return 0 }
    let (fromYear, fromMonth, _) = from.day.components
    let (_, month, _) = start.day.components
    let year = startYear
    let passed =
      switch rule.frequency {
      case .daily: from.day - start.day
      case .hourly: (from.day - start.day) * rule.interval
      case .weekly: (from.day - start.day) / 7
      case .monthly: (fromYear - year) * 12 + fromMonth - month
      default: fromYear - year
      }
    return max(0, passed / rule.interval - 1)
  }

  /// The first day of a period: the day (of HOURLY too), the week from WKST, the month, the year; nil past the years read.
  private func firstDay(ofPeriod number: Int) -> CivilDay? {
    let steps = number * rule.interval
    let (_, month, _) = start.day.components
    let day: CivilDay
    switch rule.frequency {
    case .daily: day = start.day + steps
    case .hourly: day = start.day + number
    case .weekly: day = start.day.startOfWeek(from: rule.weekStart) + steps * 7
    case .monthly:
      let months = startYear * 12 + month - 1 + steps
      day = CivilDay(year: months / 12, month: months % 12 + 1, day: 1)
    default:
      let year = startYear + steps
      day = isOfWeeks ? CivilDay.firstWeek(of: year, from: rule.weekStart) : CivilDay(year: year, month: 1, day: 1)
    }
    return day.days > Self.lastDay ? nil : day
  }

  /// Whether the periods are years of whole weeks.
  private var isOfWeeks: Bool { rule.frequency == .yearly && !rule.weekNumbers.isEmpty }

  /// The year of the first period; a year of weeks holds the Thursday (of weeks from Monday) of each of its weeks.
  private var startYear: Int {
    isOfWeeks ? (start.day.startOfWeek(from: rule.weekStart) + 3).components.year : start.day.components.year
  }

  private static let lastDay = CivilDay(year: 2201, month: 1, day: 1).days

  private func instances(ofPeriod number: Int) -> [WallTime] {
    firstDay(ofPeriod: number).map(instances(inPeriodFrom:)) ?? []
  }

  /// What the rule gives in the period that begins on a day, ascending, BYSETPOS applied.
  private func instances(inPeriodFrom first: CivilDay) -> [WallTime] {
    if rule.frequency == .hourly { return instances(ofHoursOn: first) }
    let days = days(inPeriodFrom: first)
    return positioned(days.flatMap { day in times.map { WallTime(day, secondOfDay: $0) } })
  }

  /// What an HOURLY rule gives on a day: INTERVAL counts hours from that of DTSTART, BYSETPOS picks within one hour.
  private func instances(ofHoursOn day: CivilDay) -> [WallTime] {
    guard passesLimits(day) else { return [] }
    let passed = (day - start.day) * 24 - Int(start.secondOfDay / 3600)
    let hours = rule.hours.isEmpty ? Array(0..<24) : rule.hours
    return hours.filter { (passed + $0) % rule.interval == 0 }.flatMap { hour in
      positioned(times.map { WallTime(day, secondOfDay: Int64(hour) * 3600 + $0) })
    }
  }

  private func positioned(_ readings: [WallTime]) -> [WallTime] {
    guard !rule.positions.isEmpty else { return readings }
    let indices = Set(rule.positions.map { $0 > 0 ? $0 - 1 : readings.count + $0 })
    return indices.sorted().filter(readings.indices.contains).map { readings[$0] }
  }

  // MARK: Days

  /// The days of the period that begins on a day, ascending (the table of RFC 5545 §3.3.10). What the rule leaves open comes
  /// from DTSTART.
  private func days(inPeriodFrom first: CivilDay) -> [CivilDay] {
    let isOpen =
      rule.monthDays.isEmpty && rule.weekdays.isEmpty && rule.yearDays.isEmpty && rule.weekNumbers.isEmpty
    let candidates: [CivilDay]
    switch rule.frequency {
    case .daily: candidates = [first]
    case .weekly:
      let week = (0..<7).map { first + $0 }
      candidates = isOpen ? week.filter { $0.weekday == start.day.weekday } : week
    case .monthly:
      let (year, month, _) = first.components
      guard rule.months.isEmpty || rule.months.contains(month) else { return [] }
      candidates = days(inMonth: month, of: year, isOpen: isOpen)
    default:
      candidates = isOfWeeks ? daysOfWeeks(from: first) : days(inYear: first.components.year, isOpen: isOpen)
    }
    return candidates.filter(passesLimits)
  }

  /// The days of BYWEEKNO in the year of weeks that begins on a day; without BYDAY the weekday is that of DTSTART.
  private func daysOfWeeks(from first: CivilDay) -> [CivilDay] {
    let count = first.weekOfYear(from: rule.weekStart).count
    let isOpen = rule.monthDays.isEmpty && rule.weekdays.isEmpty && rule.yearDays.isEmpty
    let weeks = Set(rule.weekNumbers.map { $0 > 0 ? $0 : count + 1 + $0 }).filter { (1...count).contains($0) }.sorted()
    return weeks.flatMap { week in (0..<7).map { first + ((week - 1) * 7 + $0) } }
      .filter { !isOpen || $0.weekday == start.day.weekday }
  }

  private func days(inYear year: Int, isOpen: Bool) -> [CivilDay] {
    let first = CivilDay(year: year, month: 1, day: 1)
    let length = CivilDay.length(ofYear: year)
    if !rule.yearDays.isEmpty { return Self.days(rule.yearDays, from: first, length: length) }
    if rule.months.isEmpty {
      if isOpen { return days(inMonth: start.day.components.month, of: year, isOpen: true) }
      if rule.monthDays.isEmpty { return (0..<length).map { first + $0 } }
    }
    let months = rule.months.isEmpty ? Array(1...12) : rule.months
    return months.flatMap { days(inMonth: $0, of: year, isOpen: isOpen) }
  }

  private func days(inMonth month: Int, of year: Int, isOpen: Bool) -> [CivilDay] {
    let first = CivilDay(year: year, month: month, day: 1)
    let length = CivilDay.length(ofMonth: month, year: year)
    if !rule.monthDays.isEmpty { return Self.days(rule.monthDays, from: first, length: length) }
    if isOpen { return Self.days([start.day.components.day], from: first, length: length) }
    return (0..<length).map { first + $0 }
  }

  /// Days by number from 1, negative ones from the end; those that the stretch does not have are left out (§3.3.10: invalid
  /// dates are ignored).
  private static func days(_ numbers: [Int], from first: CivilDay, length: Int) -> [CivilDay] {
    let offsets = Set(numbers.map { $0 > 0 ? $0 - 1 : length + $0 })
    return offsets.filter { (0..<length).contains($0) }.sorted().map { first + $0 }
  }

  private func passesLimits(_ day: CivilDay) -> Bool {
    if !rule.months.isEmpty, !rule.months.contains(day.components.month) { return false }
    return passesDayNumbers(day)
      && (rule.weekdays.isEmpty || rule.weekdays.contains { $0.weekday == day.weekday && passes($0.ordinal, day) })
  }

  private func passesDayNumbers(_ day: CivilDay) -> Bool {
    if rule.monthDays.isEmpty, rule.yearDays.isEmpty, rule.weekNumbers.isEmpty { return true }
    let (year, month, number) = day.components
    func holds(_ numbers: [Int], _ number: Int, of count: Int) -> Bool {
      numbers.isEmpty || numbers.contains(number) || numbers.contains(number - count - 1)
    }
    let week = day.weekOfYear(from: rule.weekStart)
    return holds(rule.monthDays, number, of: CivilDay.length(ofMonth: month, year: year))
      && holds(rule.yearDays, day - CivilDay(year: year, month: 1, day: 1) + 1, of: CivilDay.length(ofYear: year))
      && holds(rule.weekNumbers, week.number, of: week.count)
  }

  /// Whether a day is the weekday of that ordinal: in the month, or in the year for a YEARLY rule without BYMONTH.
  private func passes(_ ordinal: Int, _ day: CivilDay) -> Bool {
    guard ordinal != 0 else { return true }
    let (year, month, number) = day.components
    let isInYear = rule.frequency == .yearly && rule.months.isEmpty
    let position = isInYear ? day - CivilDay(year: year, month: 1, day: 1) : number - 1
    let length = isInYear ? CivilDay.length(ofYear: year) : CivilDay.length(ofMonth: month, year: year)
    return ordinal > 0 ? position / 7 + 1 == ordinal : (length - 1 - position) / 7 + 1 == -ordinal
  }
}

extension CivilDay {
  fileprivate static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

  /// The first day of the week that holds this one.
  fileprivate func startOfWeek(from weekStart: Weekday) -> CivilDay {
    self + -((weekday.rawValue - weekStart.rawValue + 7) % 7)
  }

  /// The number of the week that holds this day and how many its year has; the first week has at least four days in the year
  /// (§3.3.10, BYWEEKNO).
  fileprivate func weekOfYear(from weekStart: Weekday) -> (number: Int, count: Int) {
    let first = startOfWeek(from: weekStart)
    let year = (first + 3).components.year
    let begin = CivilDay.firstWeek(of: year, from: weekStart)
    return ((first - begin) / 7 + 1, (CivilDay.firstWeek(of: year + 1, from: weekStart) - begin) / 7)
  }

  /// The first day of the first week of a year: the week that holds 4 January.
  fileprivate static func firstWeek(of year: Int, from weekStart: Weekday) -> CivilDay {
    CivilDay(year: year, month: 1, day: 4).startOfWeek(from: weekStart)
  }
}
