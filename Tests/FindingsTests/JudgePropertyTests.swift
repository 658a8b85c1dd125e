import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@testable import Findings

/// Numbers that look random and are the same in every run (Steele, Lea, Flood: SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Whatever the meetings are")
struct JudgePropertyTests {
  static let titles = [
    "Status", "Project status", "Standup", "Retro", "Sprint planning", "Design review", "Decisions", "Workshop",
    "Incident review", "Interviews", "Training", "All hands", "Team lunch", "Customer call", "Salary round", "Prep",
    "Platform sync", "Platform sync 2", "Weekly", "",
  ]

  /// A company whose series are drawn by lot.
  static func company(seed: UInt64) -> Company {
    var random = SplitMix64(state: seed)
    var company = Company()
    let answers: [Answer] = [.accepted, .accepted, .noAnswer, .noAnswer, .declined, .tentative, .unknown]
    for number in 0..<12 {
      let size = [2, 3, 4, 5, 9, 12].randomElement(using: &random)!
      var guests: [Guest] = people(1...12).shuffled(using: &random).prefix(size).enumerated().map { place, guest in
        var invited = guest.answering(place == 0 ? .accepted : answers.randomElement(using: &random)!)
        invited.isOptional = Int.random(in: 0..<4, using: &random) == 0
        return invited
      }
      if Int.random(in: 0..<6, using: &random) == 0 { guests.append("x@else.example") }
      if Int.random(in: 0..<4, using: &random) == 0 { guests.insert("former", at: 0) }
      if Int.random(in: 0..<4, using: &random) == 0 { guests += (1...8).map { "q\($0)".answering(.noAnswer) } }
      let (days, times) = [(1, 30), (3, 20), (7, 12), (7, 3), (14, 6), (28, 3)].randomElement(using: &random)!
      let title = titles.randomElement(using: &random)!
      if Int.random(in: 0..<4, using: &random) == 0 {
        company.series("copy\(number)", title: title + " 7", every: days, times: times, with: guests)
      }
      company.series(
        "s\(number)", title: title, every: days, times: times,
        at: "2026-07-0\(Int.random(in: 1...3, using: &random)) 1\(Int.random(in: 0...6, using: &random)):00",
        minutes: [15, 30, 60, 90, 180].randomElement(using: &random)!, with: guests,
        skipped: Int.random(in: 0...8, using: &random), ends: Bool.random(using: &random) ? nil : "2026-12-31",
        attendeesKnown: Int.random(in: 0..<5, using: &random) > 0,
        description: Bool.random(using: &random) ? "" : Company.agenda,
        isPrivate: Int.random(in: 0..<8, using: &random) == 0)
    }
    return company
  }

  /// The book of each seed, judged once.
  static let audits: [(book: MeetingBook, findings: AuditFindings)] = (UInt64(0)..<24).map { seed in
    let company = company(seed: seed)
    let book = company.books.book()
    return (book, .judge(book, measures: .measure(book, policy: company.policy), policy: company.policy))
  }

  @Test(
    "Protected and external meetings are never ended, paused or merged, and low confidence never cancels",
    arguments: 0..<24)
  func neverEnded(seed: Int) {
    let (book, findings) = Self.audits[seed]
    for finding in findings.series {
      let series = book[finding.measures.series]
      if finding.purpose.isProtected || series.invited.count == 2 {
        #expect([.keep, .shorten, .lessOften, .smaller, .move].contains(finding.verdict))
      }
      if series.invited.contains(where: { book[$0].address == "x@else.example" }) { #expect(finding.verdict == .keep) }
      if finding.confidence == .low { #expect(finding.verdict != .cancel) }
      if finding.verdict == .cancel {
        let strong = finding.signals.filter { $0.strength == .strong && $0.direction == .against }.map(\.family)
        #expect(strong.contains(.people) && Set(strong).count >= 2)
      }
    }
  }

  @Test(
    "What comes back lies between nothing and everything, and the flagged are the others than kept", arguments: 0..<24)
  func returned(seed: Int) {
    let findings = Self.audits[seed].findings
    for finding in findings.series {
      #expect((0...finding.measures.attendee).contains(finding.attendeeReturned))
      // Time that a part of a series frees is free without the whole series, too.
      #expect((0...finding.measures.focusCost).contains(finding.focusReturned))
      if finding.verdict == .keep { #expect(finding.attendeeReturned == 0) }
      #expect(finding.verdict == finding.rule.verdict)
      #expect(Set(finding.codes).count == finding.codes.count)
    }
    #expect(findings.series.map(\.measures.series) == findings.series.map(\.measures.series).sorted())
    #expect(
      Set(findings.flagged.map(\.measures.series))
        == Set(findings.series.filter { $0.verdict != .keep }.map(\.measures.series)))
    #expect(
      zip(findings.flagged, findings.flagged.dropFirst()).allSatisfy { $0.attendeeReturned >= $1.attendeeReturned })
  }

  @Test("The lots drawn reach every verdict but move, so that the promises above are put to the test")
  func reach() {
    let verdicts = Set(Self.audits.flatMap { $0.findings.series.map(\.verdict) })
    #expect(verdicts == Set(Verdict.allCases).subtracting([.move]))
  }
}
