import Glibc
import Testing

@testable import ICalendar

@Suite("The rule evaluator against libical's iterator")
struct RuleOracleTests {
  /// More with ADJOURN_RANDOM_RULES=20000; a failure is repeated with ADJOURN_SEED.
  static let count = getenv("ADJOURN_RANDOM_RULES").flatMap { Int(String(cString: $0)) } ?? 2000
  static let seed =
    getenv("ADJOURN_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64.random(in: 1...UInt64.max)

  @Test("Random rules give the same instances as libical's iterator on floating time")
  func randomRules() {
    var random = RandomRules(seed: Self.seed)
    for number in 0..<Self.count {
      let (rule, start) = (random.next(), random.start())
      let from = start + Int64.random(in: 0...4000, using: &random.generator) * 86_400
      let to = from + 800 * 86_400
      let ours = RuleEvaluator(rule, start: start).readings(from: from, to: to).readings
      let theirs = LibicalIterator.readings(of: rule, start: start, from: from, to: to).readings
      #expect(
        ours == theirs,
        "seed \(Self.seed), rule \(number): DTSTART:\(text(start)) RRULE:\(rule.unboundedText) from \(text(from))")
    }
  }
}
