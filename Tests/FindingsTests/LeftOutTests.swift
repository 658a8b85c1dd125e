import Meetings
import TestBooks
import Testing

@testable import Findings

/// Nothing is concluded from what a source leaves out (`import.md`, "Producers", "Coverage").
@Suite("What a source leaves out")
struct LeftOutTests {
  @Test("is no missing agenda and no missing document, but a document that is there counts")
  func descriptions() {
    let kinds = { (known: Bool, attachments: Int) in
      SignalTests.signals { $0.series(descriptionsKnown: known, description: "", attachments: attachments) }.map(\.kind)
    }
    #expect(kinds(true, 0) == [.noAgenda, .noArtifact])
    #expect(kinds(false, 0) == [])
    #expect(kinds(false, 1) == [])
  }

  @Test("does not make a status meeting a strong case")
  func statusUpdate() {
    let signals = SignalTests.signals { $0.series(title: "Status", descriptionsKnown: false, description: "") }
    #expect(signals == [.statusUpdate(word: "Status", .weak)])
  }

  @Test("is no rule without an end, where only single instances are known", arguments: [true, false])
  func rule(isKnown: Bool) {
    let signals = SignalTests.signals { $0.series(ends: nil, ruleKnown: isKnown) }
    #expect(signals == (isKnown ? [.neverEnds] : []))
  }

  @Test("is no likeness, where every title reads Busy", arguments: [true, false])
  func titles(areKnown: Bool) {
    var company = Company()
    company.series("one", title: "Busy", at: "2026-07-06 09:00", titlesKnown: areKnown)
    company.series("two", title: "Busy", at: "2026-07-07 09:00", titlesKnown: areKnown)
    let hasDuplicate = company.findings().series.contains { $0.signals.contains { $0.kind == .nearDuplicate } }
    #expect(hasDuplicate == areKnown)
  }

  @Test(
    "is no absent organizer, where the export may end early",
    arguments: [[], [Coverage.Doubt.endsBeforeWindow(BookTimes.day("2026-07-03"))], [.empty]])
  func organizer(doubts: [Coverage.Doubt]) {
    var company = Company()
    company.books.person("boss", doubts: doubts)
    company.series(with: [Guest("boss").withoutCopy] + people(1...4))
    let isGone = company.finding().signals.contains { $0.kind == .organizerGone }
    #expect(isGone == doubts.isEmpty)
  }
}
