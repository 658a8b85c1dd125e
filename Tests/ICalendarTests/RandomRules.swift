@testable import ICalendar

/// Random recurrence rules within RFC 5545 §3.3.10.
struct RandomRules {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  private mutating func numbers(_ range: ClosedRange<Int>, signed: Bool = false, atMost: Int = 4) -> [Int] {
    let count = Int.random(in: 1...atMost, using: &generator)
    let drawn = (0..<count).map { _ in
      let number = Int.random(in: range, using: &generator)
      return signed && Bool.random(using: &generator) ? -number : number
    }
    return Set(drawn).sorted()
  }

  private mutating func weekdays(ordinals: ClosedRange<Int>?) -> [RecurrenceRule.WeekdayNumber] {
    let days = numbers(0...6, atMost: 3)
    let withOrdinal = ordinals != nil && chance(50)
    return days.map { day in
      let ordinal = withOrdinal ? Int.random(in: ordinals!, using: &generator) : 0
      let sign = Bool.random(using: &generator) ? -1 : 1
      return RecurrenceRule.WeekdayNumber(ordinal: ordinal * sign, weekday: Weekday(rawValue: day)!)
    }
  }

  /// A start between 1970 and 2039, on a full minute.
  mutating func start() -> WallTime {
    let day = CivilDay(days: Int32.random(in: 0..<25_567, using: &generator))
    return WallTime(day, secondOfDay: Int64.random(in: 0..<1440, using: &generator) * 60)
  }

  mutating func next() -> RecurrenceRule {
    let frequency: RecurrenceRule.Frequency = [.daily, .weekly, .monthly, .yearly].randomElement(using: &generator)!
    var rule = RecurrenceRule(frequency: frequency)
    if chance(50) { rule.interval = Int.random(in: 1...6, using: &generator) }
    if chance(30) { rule.weekStart = Weekday.allCases.randomElement(using: &generator)! }
    if chance(frequency == .yearly ? 50 : 20) { rule.months = numbers(1...12) }
    if frequency != .weekly, chance(35) { rule.monthDays = numbers(1...31, signed: true) }
    if frequency == .yearly, rule.monthDays.isEmpty, rule.months.isEmpty, chance(25) {
      rule.yearDays = numbers(1...366, signed: true)
    }
    if chance(50) {
      let inYear = frequency == .yearly && rule.months.isEmpty
      rule.weekdays = weekdays(ordinals: frequency == .monthly || frequency == .yearly ? 1...(inYear ? 53 : 5) : nil)
    }
    if chance(10) { rule.hours = numbers(0...23, atMost: 3) }
    if chance(10) { rule.minutes = numbers(0...59, atMost: 3) }
    let hasParts =
      !(rule.months.isEmpty && rule.monthDays.isEmpty && rule.yearDays.isEmpty && rule.weekdays.isEmpty
      && rule.hours.isEmpty && rule.minutes.isEmpty)
    if hasParts, chance(20) { rule.positions = numbers(1...6, signed: true, atMost: 3) }
    return rule
  }
}
