import Testing

@testable import SampleCompany

@Suite("Civil time")
struct CivilTimeTests {
  @Test(
    "counts days from 1970-01-01",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 7, 1, 20_635), (1601, 1, 1, -134_774),
    ])
  func dayNumbers(year: Int, month: Int, day: Int, number: Int) {
    let counted = Day(year: year, month: month, day: day)
    #expect(counted.number == number)
    #expect(counted.civil == (year, month, day))
  }

  @Test("knows that 1 July 2026 is a Wednesday and 31 December 1969 was one")
  func weekdays() {
    #expect(Day(year: 2026, month: 7, day: 1).weekday == .wednesday)
    #expect(Day(number: -1).weekday == .wednesday)
    #expect(Day(year: 2026, month: 7, day: 1).next(.tuesday) == Day(year: 2026, month: 7, day: 7))
  }

  @Test(
    "changes the clocks on the days of the law",
    arguments: [
      (Zone.berlin, 3, 28, 60), (.berlin, 3, 29, 120), (.berlin, 10, 24, 120), (.berlin, 10, 25, 60),
      (.newYork, 3, 7, -300), (.newYork, 3, 8, -240), (.losAngeles, 10, 31, -420), (.losAngeles, 11, 1, -480),
      (.kolkata, 7, 1, 330),
    ])
  func offsets(zone: Zone, month: Int, day: Int, minutes: Int) {
    #expect(zone.offset(on: Day(year: 2026, month: month, day: day)) == minutes)
  }

  @Test("places nine o'clock in Berlin on 1 July 2026 at seven o'clock UTC")
  func instants() {
    let nine = LocalTime(day: Day(year: 2026, month: 7, day: 1), minute: 540)
    #expect(Zone.berlin.instant(of: nine).seconds == 1_782_889_200)
  }

  @Test("carries minutes into other days, both ways")
  func carrying() {
    let late = LocalTime(day: Day(number: 10), minute: 1430)
    #expect(late.adding(minutes: 20) == LocalTime(day: Day(number: 11), minute: 10))
    #expect(late.adding(minutes: -1431) == LocalTime(day: Day(number: 9), minute: 1439))
  }

  @Test("gives a quarter its days")
  func quarters() {
    let quarter = SampleQuarter(year: 2026, number: 3)
    #expect(quarter.days == Day(year: 2026, month: 7, day: 1)..<Day(year: 2026, month: 10, day: 1))
    #expect(quarter.shifted(by: -3) == SampleQuarter(year: 2025, number: 4))
    #expect(quarter.shifted(by: 2).name == "2027-Q1")
  }
}

@Suite("Recurrence rules of the made-up company")
struct RecurrenceRuleTests {
  private let july = Day(year: 2026, month: 7, day: 1)..<Day(year: 2026, month: 8, day: 1)

  private func days(_ rule: RecurrenceRule, from first: Day) -> [Int] {
    rule.days(from: first, in: july).map { $0.civil.day }
  }

  @Test("fall on every second Monday from the first one on")
  func biweekly() {
    let rule = RecurrenceRule(pattern: .weekly(every: 2, on: [.monday]))
    #expect(days(rule, from: Day(year: 2026, month: 6, day: 22)) == [6, 20])
    #expect(days(rule, from: Day(year: 2026, month: 6, day: 29)) == [13, 27])
  }

  @Test("fall on the second Wednesday of a month")
  func monthly() {
    let rule = RecurrenceRule(pattern: .monthly(ordinal: 2, .wednesday))
    #expect(days(rule, from: Day(year: 2026, month: 1, day: 14)) == [8])
  }

  @Test("end after the last day, or after so many instances")
  func ends() {
    let first = Day(year: 2026, month: 6, day: 25)
    let thursdays = RecurrenceRule.Pattern.weekly(every: 1, on: [.thursday])
    let last = Day(year: 2026, month: 7, day: 16)
    #expect(days(RecurrenceRule(pattern: thursdays, end: .until(last)), from: first) == [2, 9, 16])
    #expect(days(RecurrenceRule(pattern: thursdays, end: .count(3)), from: first) == [2, 9])
  }
}
