import Foundation
import ICalendar
import Meetings
@testable import Metrics
import Policy
import Testing

@testable import Findings

@Suite("docs/verdicts.md says what the code does")
struct VerdictsPageTests {
  static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("docs/verdicts.md"), encoding: .utf8)) ?? ""
  }()

  /// The cells of the table rows below a heading.
  static func rows(under heading: String) -> [[String]] {
    let chapter = page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading) } ?? ""
    return chapter.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  static func codes(in cell: String) -> [String] {
    cell.split(separator: "`").map(String.init).filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
  }

  /// One signal of each row in each strength it can have.
  static let examples: [Signal] = [
    .statusUpdate(word: "status", .weak), .statusUpdate(word: "status", .strong), .protectedPurpose(.social),
    .noAgenda(characters: 0), .noArtifact, .smallDecisionGroup(people: 4), .weakResponse(accepted: 4, known: 9, .weak),
    .weakResponse(accepted: 1, known: 9, .strong), .declined(declined: 3, known: 9), .onlyOrganizerAccepted(invited: 3),
    .mostlyOptional(optional: 3, invited: 4), .organizerGone(ParticipantID(0), .absent), .tooMany(invited: 9),
    .oftenSkipped(skipped: 2, dates: 5, .weak), .oftenSkipped(skipped: 4, dates: 9, .strong), .stale(days: 200),
    .neverEnds, .focusCost(focus: 2, attendee: 1, occurrences: 1), .conflicts(conflicting: 1, attendee: 2),
    .outOfHours(PersonID(0), badTimes: 3, occurrences: 4), .longForCadence(length: 9000, limit: 3600),
    .nearDuplicate(of: SeriesID(0), people: Fraction(1), title: Fraction(1)),
    .preparesAnother(SeriesID(0), word: "prep"),
  ]

  static let rules: [Rule] = [
    .external, .protected(.broadcast), .tooLittleData(isCostly: false), .tooLittleData(isCostly: true),
    .nearDuplicate(of: SeriesID(0)), .deadOnThinData, .dead(hasReaders: true), .dead(hasReaders: false),
    .crowd(core: []),
    .badTimes(
      better: SlotProposal(weekday: .monday, second: 36_000, zone: .utc, worstBefore: 2, worstAfter: 1)),
    .tooLong(newLength: 3000), .oftenSkipped(next: .biweekly, keepsOneIn: 2), .readable, .costlyAndDoubtful, .noneFired,
  ]

  @Test("Every signal has a row, in the order of the table, with its family, direction and strengths")
  func signals() {
    let rows = Self.rows(under: "The signals")
    #expect(rows.map { Self.codes(in: $0[0]) } == Signal.Kind.allCases.map { [$0.rawValue] })
    for row in rows {
      let signals = Self.examples.filter { Self.codes(in: row[0]) == [$0.code] }
      #expect(!signals.isEmpty, "no example of \(row[0])")
      for signal in signals {
        #expect(row[1] == signal.family.rawValue)
        #expect(row[2] == signal.direction.rawValue)
      }
      let strengths = Set(signals.map(\.strength))
      let words = row[3].split(whereSeparator: { !$0.isLetter }).map(String.init)
      #expect(words.contains("weak") == strengths.contains(.weak), "\(row)")
      #expect(words.contains("strong") == strengths.contains(.strong), "\(row)")
    }
  }

  @Test("Every rule has a row with its number and its verdicts, and every verdict has a rule")
  func rulesAreListed() {
    let rows = Self.rows(under: "The rules")
    #expect(rows.map { $0[0] } == (1...13).map(String.init))
    for row in rows {
      let verdicts = Set(Self.rules.filter { String($0.number) == row[0] }.map(\.verdict.rawValue))
      #expect(Set(Self.codes(in: row[2])) == verdicts)
    }
    #expect(Set(Self.rules.map(\.verdict)) == Set(Verdict.allCases))
    let returned = Self.rows(under: "What comes back").flatMap { Self.codes(in: $0[0]) }
    #expect(returned.sorted() == Verdict.allCases.map(\.rawValue).sorted())
  }

  @Test("The protected classes named are those of the code")
  func protected() throws {
    let named = try #require(
      Self.page.components(separatedBy: "Protected classes are ").last?.split(separator: ":").first)
    let words = named.replacingOccurrences(of: " and ", with: ", ").replacingOccurrences(of: "\n", with: " ")
      .components(separatedBy: ", ")
    #expect(Set(words) == Set(Purpose.allCases.filter(\.isProtected).map(\.rawValue)))
  }

  @Test("The thresholds written are the defaults of the policy")
  func defaults() {
    let policy = Policy().verdicts
    func percent(_ share: Share) -> String { "\(share.perMille / 10) %" }
    func minutes(_ lengths: Policy.LengthByCadence) -> (Int64, Int64, Int64) {
      (lengths.daily / 60, lengths.weekly / 60, lengths.rarer / 60)
    }
    let (longest, shortened) = (minutes(policy.longest), minutes(policy.shortened))
    let signals = Dictionary(
      uniqueKeysWithValues: Self.rows(under: "The signals").map { (Self.codes(in: $0[0])[0], $0[3] + " " + $0[4]) })
    let expected: [(Signal.Kind, String)] = [
      (.noAgenda, "< \(policy.agendaCharacters) characters"), (.smallDecisionGroup, "≤ \(policy.smallDecisionGroup)"),
      (.weakResponse, "< \(percent(policy.weakResponse))"), (.weakResponse, "below \(percent(policy.strongResponse))"),
      (.weakResponse, "at least \(policy.strongResponseAnswers) answers"), (.declined, "> \(percent(policy.declined))"),
      (.onlyOrganizerAccepted, "≥ \(policy.onlyOrganizerInvited)"), (.mostlyOptional, "> \(percent(policy.optional))"),
      (.tooMany, "≥ \(policy.tooMany)"), (.oftenSkipped, "> \(percent(policy.skipped))"),
      (.oftenSkipped, "at least \(policy.skippedDates) dates"), (.stale, "> \(policy.staleDays / 7) weeks"),
      (.focusCost, "> \(percent(policy.focusCost))"), (.conflicts, "> \(percent(policy.conflicts))"),
      (.outOfHours, "> \(percent(policy.badTimes))"),
      (.longForCadence, "daily > \(longest.0), weekly > \(longest.1), rarer > \(longest.2) minutes"),
      (.nearDuplicate, "people ≥ 0.\(policy.duplicatePeople.perMille / 100)"),
      (.nearDuplicate, "title ≥ 0.\(policy.duplicateTitle.perMille / 100)"),
      (.preparesAnother, "≤ \(policy.preparesWithin / 3600) hours"),
    ]
    for (kind, text) in expected { #expect(signals[kind.rawValue]?.contains(text) == true, "\(kind): \(text)") }

    let rules = Self.rows(under: "The rules").map { $0[1] }
    let written: [(Int, String)] = [
      (2, "\(Policy().hours.broadcast) people"), (3, "fewer than \(policy.minimumOccurrences) occurrences"),
      (6, "at least \(percent(policy.asyncResponse))"), (7, "at least \(policy.tooMany) are invited"),
      (7, "at least \(policy.smallerCore) required"), (8, "more than \(percent(policy.badTimes))"),
      (9, "daily to \(shortened.0), weekly to \(shortened.1), rarer to \(shortened.2) minutes"),
      (10, "more than \(percent(policy.skipped)) of at least \(policy.skippedDates) dates"),
      (11, "at least \(policy.asyncPeople) people"), (12, "at least \(policy.pauseTestTime / 3600) attendee hours"),
    ]
    for (number, text) in written { #expect(rules[number - 1].contains(text), "rule \(number): \(text)") }
  }
}
