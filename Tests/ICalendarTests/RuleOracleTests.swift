import Glibc
import Testing

@testable import ICalendar

@Suite("The rule evaluator against libical's iterator")
struct RuleOracleTests {
  /// Fewer or more with ADJOURN_RANDOM_RULES; a failure is repeated with ADJOURN_SEED.
  static let count = number("ADJOURN_RANDOM_RULES") ?? 20_000
  static let seed = number("ADJOURN_SEED") ?? Int.random(in: 1...Int.max)
  /// The rules are drawn in so many parts, each from a seed of its own, that run side by side.
  static let parts = 4

  private static func number(_ variable: String) -> Int? {
    getenv(variable).flatMap { Int(String(cString: $0)) }
  }

  @Test("Random rules give the same instances as libical's iterator on floating time", arguments: 1...parts)
  func randomRules(_ part: Int) {
    print("random rules, part \(part) of \(Self.parts): ADJOURN_SEED=\(Self.seed)")
    var random = RandomRules(seed: UInt64(Self.seed) &+ UInt64(part))
    var compared = 0
    var number = 0
    while compared < Self.count / Self.parts {
      let (rule, start) = (random.next(), random.start())
      number += 1
      guard Self.knownDifference(rule, start) == nil, Self.givesFour(rule, start) else { continue }
      compared += 1
      let reach = Self.reach(of: rule.frequency)
      let from = start + Int64.random(in: 0...reach.distance, using: &random.generator) * 86_400
      let to = from + reach.window * 86_400
      let ours = RuleEvaluator(rule, start: start).readings(from: from, to: to).readings
      let theirs = LibicalIterator.readings(of: rule, start: start, from: from, to: to).readings
      #expect(
        ours == theirs,
        "seed \(Self.seed), part \(part), rule \(number): DTSTART:\(text(start)) RRULE:\(rule.unboundedText) from \(text(from))"
      )
    }
  }

  /// How far behind DTSTART the window lies at most, and how long it is, in days: libical walks all the way, at the pace of the
  /// rule's instances.
  private static func reach(of frequency: RecurrenceRule.Frequency) -> (distance: Int64, window: Int64) {
    switch frequency {
    case .daily: (300, 150)
    case .weekly: (700, 300)
    case .monthly: (1500, 500)
    default: (3000, 1200)
    }
  }

  /// Whether a rule gives four instances within ten years: one that gives next to nothing sends libical to its last year, at
  /// some seconds each.
  private static func givesFour(_ rule: RecurrenceRule, _ start: WallTime) -> Bool {
    var four = rule
    four.count = 4
    return RuleEvaluator(four, start: start).readings(from: start, to: start + 3650 * 86_400).readings.count == 4
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
