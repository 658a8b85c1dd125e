import Glibc
import Testing

@testable import ICalendar

@Suite("The rule evaluator against libical's iterator")
struct RuleOracleTests {
  /// More with ADJOURN_RANDOM_RULES=20000; a failure is repeated with ADJOURN_SEED.
  static let count = number("ADJOURN_RANDOM_RULES") ?? 2000
  static let seed = number("ADJOURN_SEED") ?? Int.random(in: 1...Int.max)

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  @Test("Random rules give the same instances as libical's iterator on floating time")
  func randomRules() {
    var random = RandomRules(seed: UInt64(Self.seed))
    var compared = 0
    var number = 0
    while compared < Self.count {
      let (rule, start) = (random.next(), random.start())
      number += 1
      // A rule that gives next to nothing sends libical to its last year, at some seconds each.
      let decade = RuleEvaluator(rule, start: start).readings(from: start, to: start + 3650 * 86_400).readings
      guard Self.knownDifference(rule, start) == nil, decade.count > 3 else { continue }
      compared += 1
      let from = start + Int64.random(in: 0...1000, using: &random.generator) * 86_400
      let to = from + 400 * 86_400
      let ours = RuleEvaluator(rule, start: start).readings(from: from, to: to).readings
      let theirs = LibicalIterator.readings(of: rule, start: start, from: from, to: to).readings
      #expect(
        ours == theirs,
        "seed \(Self.seed), rule \(number): DTSTART:\(text(start)) RRULE:\(rule.unboundedText) from \(text(from))")
    }
  }

  /// Where libical 3.0.16 departs from RFC 5545 §3.3.10; each is pinned in `RuleEvaluatorTests`.
  static func knownDifference(_ rule: RecurrenceRule, _ start: WallTime) -> String? {
    let hasTimes = !(rule.hours.isEmpty && rule.minutes.isEmpty && rule.seconds.isEmpty)
    if !rule.positions.isEmpty, rule.monthDays.contains(where: { $0 < 0 }) {
      return "BYSETPOS counts a day twice that BYMONTHDAY names from both ends"
    }
    switch rule.frequency {
    case .daily where rule.monthDays.contains { $0 < 0 }: return "a negative BYMONTHDAY limits no DAILY rule"
    case .daily where !rule.positions.isEmpty, .weekly where !rule.positions.isEmpty:
      return "BYSETPOS is ignored where nothing but days are listed"
    case .monthly where hasTimes && !rule.positions.isEmpty, .yearly where hasTimes && !rule.positions.isEmpty:
      return "BYSETPOS counts days, not times"
    case .yearly where !rule.monthDays.isEmpty && rule.months.isEmpty:
      return "BYMONTHDAY without BYMONTH stays in DTSTART's month"
    case .weekly where rule.interval > 1 && !RuleEvaluator(rule, start: start).matchesStart:
      return "weeks are counted from the first match instead of DTSTART"
    case .weekly where rule.interval > 1 && rule.weekStart != .monday && rule.weekStart != .sunday:
      return "the week of DTSTART is misjudged when it begins on another day than Monday or Sunday"
    case .yearly where !rule.weekNumbers.isEmpty: return "weeks are counted by days of the year"
    default: return nil
    }
  }
}
