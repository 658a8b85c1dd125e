import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks
import Testing

@testable import Findings

@Suite("The rules, each with a case that fires and one that nearly does")
struct RulesTests {
  /// Five people of whom only the organizer accepts, and a third of the dates taken out: dead by two families.
  static func makeDead(_ company: inout Company, title: String = "Platform sync", skipped: Int = 6) {
    company.series(title: title, with: ["p1"] + people(2...5).answering(.noAnswer), skipped: skipped)
  }

  @Test("1: with somebody from outside a meeting is kept, however dead")
  func external() {
    let finding = Company.finding {
      $0.series(with: ["p1", "x@else.example"] + people(2...5).answering(.noAnswer), skipped: 6)
    }
    #expect((finding.rule.number, finding.verdict) == (1, .keep))
    #expect(finding.purpose == .external)
    let declined = Company.finding {
      $0.series(with: ["p1", "x@else.example".declining] + people(2...5).answering(.noAnswer), skipped: 6)
    }
    #expect(declined.verdict == .cancel)
  }

  @Test(
    "2: a protected class is never ended, whatever else its title says",
    arguments: [
      "Sprint retro", "Status retro", "Incident status call", "Design workshop", "Team lunch", "Performance review",
    ])
  func protected(title: String) {
    let finding = Company.finding { Self.makeDead(&$0, title: title, skipped: 5) }
    #expect((finding.rule.number, finding.verdict) == (2, .keep))
    #expect(finding.codes.contains("protected-purpose"))
  }

  @Test("2: a protected series may be shortened, held less often, moved, made smaller")
  func protectedMayChange() {
    #expect(Company.finding { $0.series(title: "Retro", minutes: 90) }.verdict == .shorten)
    #expect(Company.finding { Self.makeDead(&$0, title: "Retro") }.verdict == .lessOften)
    #expect(
      Company.finding { $0.series(title: "Retro", with: people(1...4) + people(5...12).answering(.noAnswer)) }.verdict
        == .smaller)
  }

  @Test("2: exactly two invited people are a one-on-one, also under the title of a status meeting")
  func oneOnOne() {
    let finding = Company.finding { $0.series(title: "Status 1:1", with: ["p1", "p2"]) }
    #expect((finding.purpose, finding.verdict) == (.oneOnOne, .keep))
    let three = Company.finding { $0.series(title: "Status 1:1", with: ["p1", "p2", "p3"]) }
    #expect((three.purpose, three.verdict) == (.status, .makeAsync))
  }

  @Test("2: what half of the roster is invited to is judged on length and frequency only")
  func broadcast() {
    let half = (1...9).map { Guest("q\($0)") }
    let finding = Company.finding { $0.series(title: "Status", with: people(1...12) + half) }
    #expect((finding.rule.number, finding.verdict) == (2, .keep))
    #expect(
      Company.finding { $0.series(title: "Status", minutes: 61, with: people(1...12) + half) }.verdict == .shorten)
    let fewer = Company.finding { $0.series(title: "Status", with: people(1...12) + half.dropLast()) }
    #expect(fewer.verdict == .makeAsync)
  }

  @Test("3: three occurrences are too few, four are enough")
  func tooLittleData() {
    let three = Company.finding { $0.series(title: "Status", times: 3) }
    #expect((three.rule.number, three.verdict, three.confidence) == (3, .keep, .low))
    #expect(Company.finding { $0.series(title: "Status", times: 4) }.verdict == .makeAsync)
  }

  @Test("3: three occurrences that cost more than eighty hours are tried without")
  func littleButCostly() {
    let finding = Company.finding { $0.series(times: 3, minutes: 180, with: people(1...9), ends: nil) }
    #expect((finding.rule.number, finding.verdict) == (3, .pauseTest))
    // 9 people × 3 × 3 h = 81 h; a fourteenth of 91 days is a pause of two weeks.
    #expect(finding.attendeeReturned == 81 * 3600 * 14 / 91 + 1)
  }

  @Test("4: the younger of two near-duplicates goes into the older")
  func nearDuplicate() throws {
    var company = Company()
    company.series("old", title: "Platform sync", with: people(1...5), firstSeen: "2025-01-06")
    company.series("new", title: "Platform sync (new)", at: "2026-07-08 09:00", with: people(1...5))
    let (old, new) = (company.finding("old"), company.finding("new"))
    #expect((old.verdict, new.verdict) == (.keep, .merge))
    #expect(old.codes.contains("near-duplicate") && new.codes.contains("near-duplicate"))
    guard case .nearDuplicate(let partner) = new.rule else { throw Unexpected(new.rule) }
    #expect(company.books.book()[partner].key == "old")
    #expect(new.attendeeReturned == 5 * 12 * 1800)
    #expect(new.focusReturned == new.measures.focusCost)
  }

  @Test(
    "4: other people, another title, another cadence, a protected class or one after the other are no duplicates",
    arguments: [
      // 3 of 5 shared are 0.6 < 0.8.
      ("Platform sync", 7, "2026-07-08 09:00", 12, [1, 2, 3, 6]),
      ("Hiring talk", 7, "2026-07-08 09:00", 12, [1, 2, 3, 4]),
      ("Platform sync", 14, "2026-07-08 09:00", 6, [1, 2, 3, 4]),
      ("Platform retro", 7, "2026-07-08 09:00", 12, [1, 2, 3, 4]),
      ("Platform sync", 7, "2026-08-19 09:00", 5, [1, 2, 3, 4]),
    ])
  func noDuplicate(title: String, days: Int, start: String, times: Int, numbers: [Int]) {
    var company = Company()
    company.series(
      "old", title: title == "Platform retro" ? "Platform retro" : "Platform sync", times: 6, firstSeen: "2025-01-06")
    company.series("new", title: title, every: days, times: times, at: start, with: numbers.map { Guest("p\($0)") })
    #expect(company.finding("new").verdict == .keep)
  }

  @Test("5: what is dead on thin data is paused")
  func deadOnThinData() {
    let finding = Company.finding {
      $0.series(with: ["p1", "p2".answering(.noAnswer)] + (1...3).map { "q\($0)".answering(.noAnswer) }, skipped: 6)
    }
    #expect((finding.rule.number, finding.verdict, finding.confidence) == (5, .pauseTest, .low))
  }

  @Test("6: dead with enough data is cancelled, and all of it comes back")
  func dead() {
    let finding = Company.finding { Self.makeDead(&$0) }
    #expect((finding.rule.number, finding.verdict, finding.confidence) == (6, .cancel, .high))
    #expect(finding.attendeeReturned == 5 * 12 * 1800)
    #expect(finding.focusReturned == 5 * 12 * 1800)
  }

  @Test("6: without a strong signal of a second family nothing is dead")
  func nearlyDead() {
    // 5 of 17 dates are 29.4 %.
    #expect(Company.finding { Self.makeDead(&$0, skipped: 5) }.verdict == .keep)
    // 2 of 5 dates: often skipped, but too few dates to be strong.
    let few = Company.finding { $0.series(times: 4, with: ["p1"] + people(2...5).answering(.noAnswer), skipped: 1) }
    #expect(few.verdict == .keep)
  }

  @Test("6: a dead status meeting that a fifth still accepts is written")
  func deadStatus() {
    // One of four accepts: 25 %, below the 35 % of strong evidence and above the fifth that still reads.
    let read = Company.finding {
      $0.series(title: "Project status", with: people(1...2) + people(3...5).answering(.noAnswer), description: "")
    }
    #expect((read.rule.number, read.verdict) == (6, .makeAsync))
    let unread = Company.finding {
      $0.series(title: "Project status", with: ["p1"] + people(2...5).answering(.noAnswer), description: "")
    }
    #expect((unread.rule.number, unread.verdict) == (6, .cancel))
  }

  @Test("7: a crowd around a core becomes the core, and the others' time comes back")
  func crowd() throws {
    let finding = Company.finding { $0.series(with: people(1...4) + people(5...12).answering(.noAnswer)) }
    #expect((finding.rule.number, finding.verdict) == (7, .smaller))
    guard case .crowd(let core) = finding.rule else { throw Unexpected(finding.rule) }
    #expect(core.count == 4)
    #expect(finding.attendeeReturned == 8 * 12 * 1800)
    #expect(finding.focusReturned == 8 * 12 * 1800)
  }

  @Test("7: half is not more than half, and two are no core")
  func noCrowd() {
    #expect(Company.finding { $0.series(with: people(1...6) + people(7...12).answering(.noAnswer)) }.verdict == .keep)
    #expect(Company.finding { $0.series(with: people(1...2) + people(3...12).answering(.noAnswer)) }.verdict == .keep)
    // Optional people are no core, even when they accept.
    #expect(Company.finding { $0.series(with: people(1...2) + people(3...12).optional) }.verdict == .keep)
  }

  @Test("8: out of somebody's hours, with a better slot, it is moved; nothing comes back")
  func badTimes() throws {
    func company(at start: String) -> SeriesFinding {
      Company.finding {
        $0.books.person("east", zone: .fixed(secondsEast: 6 * 3600, name: "East"))
        $0.series(at: start, with: ["p1", "p2", "p3", "east"])
      }
    }
    // 15:00 UTC is 21:00 there; between 09:00 and 11:00 UTC both work.
    let finding = company(at: "2026-07-06 15:00")
    #expect((finding.rule.number, finding.verdict, finding.attendeeReturned) == (8, .move, 0))
    #expect(finding.codes.contains("out-of-hours"))
    #expect(company(at: "2026-07-06 10:00").verdict == .keep)
  }

  @Test(
    "9: longer than its cadence allows, it is shortened; a minute less, and it is kept",
    arguments: [
      (1, 40, 20, 15), (7, 12, 60, 50), (3, 20, 60, 50), (14, 6, 90, 80), (28, 4, 90, 80),
    ] as [(Int, Int, Int64, Int64)])
  func tooLong(days: Int, times: Int, limit: Int64, new: Int64) {
    func finding(_ minutes: Int64) -> SeriesFinding {
      Company.finding { $0.series(every: days, times: times, minutes: minutes) }
    }
    let long = finding(limit + 1)
    #expect((long.rule.number, long.verdict) == (9, .shorten))
    // At the beginning of the day every minute saved lengthens the one free piece.
    #expect(long.focusReturned == (limit + 1 - new) * 60 * Int64(Self.workdays(every: days, times: times)) * 4)
    #expect(long.attendeeReturned == Int64(4 * times) * (limit + 1 - new) * 60)
    #expect(finding(limit).verdict == .keep)
  }

  /// How many of these dates, from a Monday on, are no weekend.
  static func workdays(every days: Int, times: Int) -> Int {
    (0..<times).count { $0 * days % 7 < 5 }
  }

  @Test("9: occurrences that are short already return nothing")
  func shortOccurrence() {
    let finding = Company.finding {
      $0.series(times: 11, minutes: 70)
      $0.books.meeting(
        "Platform sync", at: "2026-09-21 09:00", minutes: 40, with: people(1...4), series: "it",
        description: Company.agenda)
    }
    #expect(finding.attendeeReturned == 4 * 11 * 20 * 60)
  }

  @Test("10: often skipped on enough dates, it is held less often; every second date returns")
  func oftenSkipped() throws {
    let finding = Company.finding { $0.series(skipped: 6) }
    #expect((finding.rule.number, finding.verdict) == (10, .lessOften))
    guard case .oftenSkipped(let next, let one) = finding.rule else { throw Unexpected(finding.rule) }
    #expect((next, one) == (.biweekly, 2))
    #expect(finding.attendeeReturned == 4 * 6 * 1800)
    #expect(finding.focusReturned == 4 * 6 * 1800)
    #expect(Company.finding { $0.series(skipped: 5) }.verdict == .keep)
    // 2 of 5 dates are 40 %, but five dates are too few.
    #expect(Company.finding { $0.series(every: 14, times: 4, skipped: 1) }.verdict == .keep)
  }

  @Test("10: dates already skipped return nothing")
  func keptDatesOnly() {
    // First of the series on 29 June: the second, fourth … date goes. Held are the dates 1, 3, 4 and 6 (0 is the first).
    var company = Company()
    company.series(times: 0, skipped: 2, firstSeen: "2026-06-29")
    for day in ["2026-07-06", "2026-07-20", "2026-07-27", "2026-08-10"] {
      company.books.meeting(
        "Platform sync", at: day + " 09:00", minutes: 30, with: people(1...4), series: "it", description: Company.agenda
      )
    }
    #expect((company.finding().rule.number, company.finding().attendeeReturned) == (10, 4 * 2 * 1800))
  }

  @Test("11: a status meeting of three can be read, agenda or not; its replacement is charged")
  func status() {
    let finding = Company.finding { $0.series(title: "Project status") }
    #expect((finding.rule.number, finding.verdict) == (11, .makeAsync))
    // 12 × (4 × 30 min − 10 for the author − 2 for each of three readers).
    #expect(finding.attendeeReturned == 12 * (120 - 10 - 6) * 60)
    #expect(finding.purposeWord == "status")
  }

  @Test("11: a replacement that costs more than the meeting returns nothing, and not less")
  func dearReplacement() {
    // 3 × 4 min − 10 − 4 is below zero.
    #expect(Company.finding { $0.series(title: "Status", minutes: 4, with: people(1...3)) }.attendeeReturned == 0)
  }

  @Test("11: a stand-up goes only with a signal of the people family")
  func standUp() {
    #expect(Company.finding { $0.series(title: "Standup", minutes: 15) }.verdict == .keep)
    let unloved = Company.finding {
      $0.series(title: "Standup", minutes: 15, with: people(1...2) + people(3...4).answering(.noAnswer))
    }
    #expect((unloved.rule.number, unloved.verdict) == (11, .makeAsync))
  }

  /// Eleven weekly hours with eight people: 88 hours; never ends, and no agenda.
  static func costly(_ company: inout Company, times: Int = 11, title: String = "Platform sync") {
    company.series(title: title, times: times, minutes: 60, with: people(1...8), ends: nil, description: "")
  }

  @Test("12: costly and doubtful in two ways, it is paused for two weeks")
  func costlyAndDoubtful() {
    let finding = Company.finding { Self.costly(&$0) }
    #expect((finding.rule.number, finding.verdict) == (12, .pauseTest))
    // 88 h × 14 ÷ 91 days = 48,738.46… s.
    #expect(finding.attendeeReturned == 48_738)
    #expect(finding.focusReturned == 0)
  }

  @Test("12: less than eighty hours, one family, or not in the top tenth is kept")
  func notCostly() {
    #expect(Company.finding { Self.costly(&$0, times: 9) }.verdict == .keep)
    #expect(Company.finding { Self.costly(&$0, times: 10) }.verdict == .pauseTest)
    let oneFamily = Company.finding { $0.series(times: 11, minutes: 60, with: people(1...8), description: "") }
    #expect(oneFamily.verdict == .keep)
    let second = Company.finding {
      Self.costly(&$0)
      $0.series(
        "dearer", title: "Hiring", at: "2026-07-07 09:00", minutes: 60, with: people(1...8), description: Company.agenda
      )
    }
    #expect(second.verdict == .keep)
  }

  @Test("13: nothing fired")
  func noneFired() {
    let finding = Company.finding { $0.series() }
    #expect((finding.rule.number, finding.verdict, finding.confidence) == (13, .keep, .high))
    #expect(finding.signals == [])
    #expect((finding.attendeeReturned, finding.focusReturned) == (0, 0))
  }

  @Test("Flagged series stand in the order of the time they return, ties by key")
  func flagged() {
    var company = Company()
    company.series("a", title: "Alpha status", with: people(1...3))
    company.series("b", title: "Beta", at: "2026-07-07 09:00")
    company.series("c", title: "Gamma status", at: "2026-07-08 09:00", with: people(1...6))
    company.series("d", title: "Delta status", at: "2026-07-09 09:00", with: people(4...6))
    let (book, findings) = (company.books.book(), company.findings())
    #expect(findings.series.map { book[$0.measures.series].key } == ["a", "b", "c", "d"])
    #expect(findings.flagged.map { book[$0.measures.series].key } == ["c", "a", "d"])
    // 12 × (6 × 30 − 10 − 10) and twice 12 × (3 × 30 − 10 − 4).
    #expect(findings.attendeeReturned == 12 * (160 + 76 + 76) * 60)
  }
}

/// A rule that a test did not expect.
struct Unexpected: Error {
  let rule: Rule
  init(_ rule: Rule) { self.rule = rule }
}
