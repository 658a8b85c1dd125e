import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@testable import Findings

@Suite("Signals")
struct SignalTests {
  static func signals(_ arrange: (inout Company) -> Void) -> [Signal] { Company.finding(arrange).signals }

  /// The signals of an otherwise harmless series with these guests.
  static func signals(with guests: [Guest]..., times: Int = 12) -> [Signal] {
    signals { $0.series(times: times, with: guests.flatMap { $0 }) }
  }

  @Test("Fewer than forty characters are no agenda; boilerplate does not count")
  func noAgenda() {
    let link = " https://wiki.company.example"
    let (short, long) = (String(repeating: "x", count: 39 - link.count), String(repeating: "x", count: 40 - link.count))
    #expect(Self.signals { $0.series(description: short + link) } == [.noAgenda(characters: 39)])
    #expect(Self.signals { $0.series(description: long + link) } == [])
    let call = "Join Zoom Meeting\nhttps://zoom.us/j/95550100123\nMeeting ID: 955 5010 0123"
    #expect(Self.signals { $0.series(description: call) } == [.noAgenda(characters: 0), .noArtifact])
  }

  @Test("An attachment is an artifact; so is an agenda on one occurrence for the series")
  func artifacts() {
    #expect(Self.signals { $0.series(description: "", attachments: 1) } == [.noAgenda(characters: 0)])
    let once = Self.signals {
      $0.series(times: 11, description: "")
      $0.books.meeting(
        "Platform sync", at: "2026-08-03 10:00", minutes: 30, with: people(1...4), series: "it",
        description: Company.agenda)
    }
    #expect(!once.contains { $0.kind == .noAgenda || $0.kind == .noArtifact })
  }

  @Test("Reading as a status update is strong together with no agenda only")
  func statusUpdate() {
    #expect(Self.signals { $0.series(title: "Status") } == [.statusUpdate(word: "Status", .weak)])
    #expect(
      Self.signals { $0.series(title: "Status", description: "") }.first == .statusUpdate(word: "Status", .strong))
  }

  @Test("Five people who decide speak for a meeting, six do not")
  func smallDecisionGroup() {
    #expect(Self.signals { $0.series(title: "Decisions", with: people(1...5)) } == [.smallDecisionGroup(people: 5)])
    #expect(Self.signals { $0.series(title: "Decisions", with: people(1...6)) } == [])
    #expect(Self.signals { $0.series(title: "Decisions", with: people(1...5), attendeesKnown: false) } == [])
  }

  @Test("Accepted shares are of pairs with a known answer; strong below 35 % of five")
  func weakResponse() {
    // 12 × 2 of 4 are half: not below.
    #expect(Self.signals(with: people(1...3), people(4...5).answering(.noAnswer)) == [])
    // 12 × 1 of 3 are a third.
    let third = Self.signals(with: people(1...2), people(3...4).answering(.tentative))
    #expect(third == [.weakResponse(accepted: 12, known: 36, .strong)])
    // 4 × 1 of 3 would be; two of 5 are 40 %.
    let weak = Self.signals(with: people(1...3), people(4...6).answering(.noAnswer))
    #expect(weak == [.weakResponse(accepted: 24, known: 60, .weak)])
    // Once, two of three silent: a third of three answers only.
    let few = Self.signals(with: people(1...2), people(3...4).answering(.noAnswer), times: 1)
    #expect(few == [.weakResponse(accepted: 1, known: 3, .weak)])
  }

  @Test("Unknown answers are in no share, and nobody can be said to have not accepted")
  func unknownAnswers() {
    #expect(Self.signals(with: ["p1"], people(2...4).answering(.unknown)) == [])
    let mixed = Self.signals(with: ["p1", "p2".answering(.noAnswer), "p3".answering(.unknown)])
    #expect(mixed == [.weakResponse(accepted: 0, known: 12, .strong)])
    let known = Self.signals(with: ["p1", "p2".answering(.noAnswer), "p3".answering(.noAnswer)])
    #expect(known == [.weakResponse(accepted: 0, known: 24, .strong), .onlyOrganizerAccepted(invited: 3)])
  }

  @Test("More than a quarter declined")
  func declined() {
    #expect(Self.signals(with: people(1...4), ["p5".declining]) == [])
    #expect(
      Self.signals(with: people(1...3), ["p5".declining]) == [.declined(declined: 12, known: 36)])
  }

  @Test("More than half need not come")
  func mostlyOptional() {
    #expect(Self.signals(with: people(1...2), people(3...4).optional) == [])
    #expect(
      Self.signals(with: people(1...2), people(3...5).optional)
        == [.mostlyOptional(optional: 3, invited: 5)])
  }

  @Test("The organizer is gone: not in the roster, left, or attends nothing")
  func organizerGone() {
    func departure(_ organizer: Guest, _ arrange: (inout Company) -> Void = { _ in }) -> Signal.Departure? {
      let signals = Self.signals {
        arrange(&$0)
        $0.series(with: [organizer] + people(2...4))
      }
      for case .organizerGone(_, let departure) in signals { return departure }
      return nil
    }
    #expect(departure("p1") == nil)
    #expect(departure("former") == .notInRoster)
    #expect(
      departure("leaver") { $0.books.person("leaver", window: ("2026-07-01", "2026-08-01")) }
        == .left(BookTimes.day("2026-08-01")))
    #expect(departure("p1".declining) == .absent)
    #expect(departure("p1".withoutCopy) == .absent)
    #expect(departure("half".withoutCopy) { $0.books.person("half", isComplete: false) } == nil)
    #expect(departure("q1") == nil)
    #expect(departure("boss@else.example") == nil)
  }

  @Test("Without a roster, or without attendees in the source, no organizer is gone")
  func organizerUnknown() {
    var books = BookBuilder(from: "2026-07-01", to: "2026-09-30")
    for name in ["a", "b", "c"] { books.person(name, isInRoster: false) }
    books.series("it", times: 12, at: "2026-07-06 09:00", with: ["former", "a", "b", "c"])
    let book = books.book()
    let findings = AuditFindings.judge(book, measures: .measure(book, policy: .init()), policy: .init())
    #expect(!findings.series[0].codes.contains("organizer-gone"))
    #expect(
      !Self.signals { $0.series(with: ["former", "p2", "p3"], attendeesKnown: false) }.contains {
        $0.kind == .organizerGone
      })
  }

  @Test("Nine are too many, eight are not")
  func tooMany() {
    #expect(Self.signals(with: people(1...8)) == [])
    #expect(Self.signals(with: people(1...9)) == [.tooMany(invited: 9)])
  }

  @Test("Often skipped is strong from six dates on")
  func oftenSkipped() {
    #expect(Self.signals { $0.series(times: 7, skipped: 3) } == [])
    #expect(Self.signals { $0.series(times: 3, skipped: 2) } == [.oftenSkipped(skipped: 2, dates: 5, .weak)])
    #expect(Self.signals { $0.series(times: 4, skipped: 2) } == [.oftenSkipped(skipped: 2, dates: 6, .strong)])
  }

  @Test("Stale after more than 182 days before the window's end")
  func stale() {
    // 182 days before 30 September 2026 is 1 April.
    #expect(Self.signals { $0.series(lastChanged: "2026-04-01 00:00") } == [])
    #expect(Self.signals { $0.series(lastChanged: "2026-03-31 23:00") } == [.stale(days: 182)])
    #expect(Self.signals { $0.series(lastChanged: "2026-03-30 12:00") } == [.stale(days: 183)])
  }

  @Test("Without an end it never ends")
  func neverEnds() {
    #expect(Self.signals { $0.series(ends: nil) } == [.neverEnds])
  }

  @Test("In the middle of a day it costs more focus than it lasts")
  func focusCost() {
    // 8 h in one piece; with 10:00–10:30 one hour (no block) and 6.5 h: 1.5 h for each half-hour.
    let signals = Self.signals { $0.series(at: "2026-07-06 10:00") }
    let attendances: Int64 = 4 * 12
    #expect(signals == [.focusCost(focus: attendances * 5400, attendee: attendances * 1800, occurrences: 12)])
  }

  @Test("More than a fifth double-booked")
  func conflicts() {
    func signals(_ minutes: Int64) -> [Signal] {
      Self.signals {
        $0.series(with: people(1...3))
        $0.series("other", title: "Hiring", minutes: minutes, with: people(1...3))
      }.filter { $0.kind == .conflicts }
    }
    #expect(signals(6) == [])
    let attendances: Int64 = 3 * 12
    #expect(signals(7) == [.conflicts(conflicting: attendances * 420, attendee: attendances * 1800)])
  }

  @Test("Long for its cadence, with the median length")
  func longForCadence() {
    #expect(Self.signals { $0.series(minutes: 60) } == [])
    #expect(Self.signals { $0.series(minutes: 61) } == [.longForCadence(length: 3660, limit: 3600)])
  }

  @Test("Near-duplicates name each other with their measures")
  func nearDuplicate() {
    var company = Company()
    company.series("old", title: "Platform sync", with: people(1...5), firstSeen: "2025-01-06")
    company.series("new", title: "Monday platform sync", at: "2026-07-08 09:00", with: people(1...4))
    let book = company.books.book()
    let (people, title) = (Fraction(4, 5), Fraction(1))
    #expect(company.finding("old").signals == [.nearDuplicate(of: book.series("new"), people: people, title: title)])
    #expect(company.finding("new").signals == [.nearDuplicate(of: book.series("old"), people: people, title: title)])
  }
}

@Suite("Confidence")
struct ConfidenceTests {
  @Test(
    "High from six occurrences, 80 % of answers and 80 % of calendars on; low below four, without answers, below half")
  func confidence() {
    func confidence(times: Int = 12, _ guests: [Guest]...) -> Confidence {
      Company.finding { $0.series(times: times, with: guests.flatMap { $0 }) }.confidence
    }
    #expect(confidence(people(1...5)) == .high)
    #expect(confidence(times: 6, people(1...5)) == .high)
    #expect(confidence(times: 5, people(1...5)) == .medium)
    #expect(confidence(times: 4, people(1...5)) == .medium)
    #expect(confidence(times: 3, people(1...5)) == .low)
    // 4 of 5 with a calendar are 80 %, 3 of 4 are not; 2 of 4 are half, 1 of 3 is less.
    #expect(confidence(people(1...4), ["q1"]) == .high)
    #expect(confidence(people(1...3), ["q1"]) == .medium)
    #expect(confidence(people(1...2), ["q1", "q2"]) == .medium)
    #expect(confidence(["p1", "q1", "q2"]) == .low)
    // Known are 4 of 5 pairs, then 3 of 4, then none.
    #expect(confidence(people(1...5), ["p6".answering(.unknown)]) == .high)
    #expect(confidence(people(1...4), ["p6".answering(.unknown)]) == .medium)
    #expect(confidence(["p1"], people(2...5).answering(.unknown)) == .low)
  }
}
