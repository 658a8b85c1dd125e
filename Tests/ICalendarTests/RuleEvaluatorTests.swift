import Testing

@testable import ICalendar

@Suite("Recurrence rules on wall readings (RFC 5545 §3.3.10)")
struct RuleEvaluatorTests {
  private func dates(_ text: String, _ start: String, to: String, from: String? = nil) throws -> [String] {
    let parsed = try #require(rule(text))
    let evaluator = RuleEvaluator(parsed, start: wall(start))
    return evaluator.readings(from: wall(from ?? start), to: wall(to)).readings.map { ICalendarTests.text($0) }
  }

  @Test("A negative BYMONTHDAY limits a DAILY rule to days counted from the month's end")
  func dailyFromTheEnd() throws {
    #expect(
      try dates("FREQ=DAILY;BYMONTHDAY=-1", "20260131T090000", to: "20260501T000000")
        == ["20260131T090000", "20260228T090000", "20260331T090000", "20260430T090000"])
  }

  @Test("BYMONTHDAY without BYMONTH expands a YEARLY rule over all months (table of §3.3.10)")
  func yearlyMonthDay() throws {
    #expect(
      try dates("FREQ=YEARLY;BYMONTHDAY=-2", "20260130T090000", to: "20260601T000000")
        == ["20260130T090000", "20260227T090000", "20260330T090000", "20260429T090000", "20260530T090000"])
  }

  @Test("BYSETPOS picks from the set of one week, and of one day")
  func positionsOfShortPeriods() throws {
    // 2026-07-07 is a Tuesday.
    #expect(
      try dates("FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=-1", "20260709T090000", to: "20260724T000000")
        == ["20260709T090000", "20260716T090000", "20260723T090000"])
    #expect(
      try dates("FREQ=DAILY;BYHOUR=9,13;BYSETPOS=2", "20260707T130000", to: "20260709T000000")
        == ["20260707T130000", "20260708T130000"])
    #expect(
      try dates("FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2", "20260707T090000", to: "20260901T000000") == ["20260707T090000"])
  }

  @Test("BYSETPOS counts times, not days (§3.3.10: the set of instances of the period)")
  func positionsOfTimes() throws {
    #expect(
      try dates("FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9,13;BYSETPOS=2", "20260701T130000", to: "20260902T000000")
        == ["20260701T130000", "20260801T130000", "20260901T130000"])
  }

  @Test("A day that BYMONTHDAY names from both ends counts once for BYSETPOS: instances are a set")
  func positionsInASet() throws {
    // In July the 29th day from the end is the 3rd.
    #expect(
      try dates("FREQ=YEARLY;BYMONTH=7,8;BYMONTHDAY=-29,3;BYSETPOS=2", "20260803T090000", to: "20280101T000000")
        == ["20260803T090000", "20270803T090000"])
  }

  @Test("Weeks of an INTERVAL are counted from the week of DTSTART, also when DTSTART is outside the rule")
  func weeksFromStart() throws {
    // 2018-10-04 is a Thursday; its week (from Monday) ends with Sunday, 7 October.
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "20181004T100900", to: "20181105T000000")
        == ["20181004T100900", "20181007T100900", "20181021T100900", "20181104T100900"])
  }

  @Test("29 February comes every four years, 2100 left out")
  func leapDays() throws {
    #expect(
      try dates("FREQ=YEARLY", "20920229T090000", to: "21090101T000000")
        == ["20920229T090000", "20960229T090000", "21040229T090000", "21080229T090000"])
  }

  @Test("A month without the day is left out, not rolled over")
  func missingDays() throws {
    #expect(
      try dates("FREQ=MONTHLY", "20260131T090000", to: "20260601T000000")
        == ["20260131T090000", "20260331T090000", "20260531T090000"])
  }

  @Test(
    "COUNT gives the same instances whether they are counted or jumped over",
    arguments: [
      ("FREQ=DAILY;COUNT=1000", "20240101T090000", "20260926T090000"),
      ("FREQ=DAILY;INTERVAL=3;BYHOUR=9,15;COUNT=1000", "20240101T090000", "20280206T150000"),
      ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=300", "20240103T090000", "20251201T090000"),
      ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=101", "20240105T090000", "20251205T090000"),
    ])
  func counted(_ text: String, _ start: String, _ last: String) throws {
    // By hand: 1000 days from 2024-01-01 end 999 days later; 500 days of two; 2024-01-03 is a Wednesday, two in its week,
    // then 298 = 99 weeks of three and one; 2024-01-05 is a Friday, one in its week, then 50 fortnights of two.
    let all = try dates(text, start, to: "20350101T000000")
    let tail = try dates(text, start, to: "20350101T000000", from: String(last.prefix(8)) + "T000000")
    #expect(all.last == last)
    #expect(tail.last == last)
    #expect(all.count == rule(text)?.count)
  }

  @Test(
    "A rule jumps to a window far from its start",
    arguments: ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA"])
  func jump(_ text: String) throws {
    let all = try dates(text, "20000105T090000", to: "20260101T000000")
    let late = try dates(text, "20000105T090000", to: "20260101T000000", from: "20251001T000000")
    #expect(late == all.filter { $0 >= "20251001" })
    #expect(late.count > 5)
  }

  @Test("BYMONTHDAY, which RFC 5545 does not allow with WEEKLY, limits the days")
  func strayLimit() throws {
    // Fridays the 13th of 2026: February, March, November.
    #expect(
      try dates("FREQ=WEEKLY;BYDAY=FR;BYMONTHDAY=13", "20260213T090000", to: "20270101T000000")
        == ["20260213T090000", "20260313T090000", "20261113T090000"])
  }

  @Test("A rule that gives nothing is told from one that only leaves DTSTART out")
  func nothing() throws {
    let never = RuleEvaluator(try #require(rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")), start: wall("20260201T090000"))
    #expect(!never.matchesStart && !never.givesAnyDate)
    let later = RuleEvaluator(try #require(rule("FREQ=WEEKLY;BYDAY=MO")), start: wall("20260707T090000"))
    #expect(!later.matchesStart && later.givesAnyDate)
  }

  @Test("Week 53 and week 1 across the turn of the year (ISO 8601 weeks)")
  func weekNumbers() throws {
    // Monday of week 53: only 2020-12-28 and 2026-12-28 between 2016 and 2027.
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "20151228T090000", to: "20280101T000000")
        == ["20151228T090000", "20201228T090000", "20261228T090000"])
  }

  @Test("Week 1 may begin in December, and weeks are counted from the end too")
  func weekOneAndLast() throws {
    // Mondays of week 1 (ISO 8601): 2024-01-01, 2024-12-30, 2025-12-29, 2027-01-04.
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "20240101T090000", to: "20270201T000000")
        == ["20240101T090000", "20241230T090000", "20251229T090000", "20270104T090000"])
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "20240101T090000", to: "20251231T000000", from: "20251228T000000")
        == ["20251229T090000"])
    // Saturday of week 52 of 2021 is 2022-01-01; week −53 is the first week of a year of 53, such as 2026.
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA", "20201226T090000", to: "20220601T000000")
        == ["20201226T090000", "20220101T090000"])
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=-53;BYDAY=WE", "20201230T090000", to: "20270101T000000")
        == ["20201230T090000", "20251231T090000"])
    // Last Sundays of the years of weeks 2015 (53 weeks) to 2018.
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "20160103T090000", to: "20190101T000000")
        == ["20160103T090000", "20170101T090000", "20171231T090000", "20181230T090000"])
  }

  @Test("BYWEEKNO without BYDAY takes the weekday of DTSTART")
  func weekNumberAlone() throws {
    // 2015-05-13 is the Wednesday of week 20; so are 2016-05-18 and 2017-05-17.
    #expect(
      try dates("FREQ=YEARLY;BYWEEKNO=20", "20150513T090000", to: "20180101T000000")
        == ["20150513T090000", "20160518T090000", "20170517T090000"])
  }

  @Test("Weeks may begin on any day")
  func weeksFromThursday() throws {
    // The week from Thursday, 27 January 1983 holds Sunday 30 and Monday 31 January; three weeks on: 20 and 21 February.
    #expect(
      try dates("FREQ=WEEKLY;INTERVAL=3;WKST=TH;BYDAY=MO,SU", "19830131T130700", to: "19830315T000000")
        == ["19830131T130700", "19830220T130700", "19830221T130700", "19830313T130700", "19830314T130700"])
  }

  @Test("HOURLY counts its interval from the hour of DTSTART, across days, and is limited by every BY part")
  func hourly() throws {
    #expect(
      try dates("FREQ=HOURLY;INTERVAL=7;COUNT=5", "20260701T093000", to: "20270101T000000")
        == ["20260701T093000", "20260701T163000", "20260701T233000", "20260702T063000", "20260702T133000"])
    #expect(
      try dates("FREQ=HOURLY;INTERVAL=2;BYHOUR=9,10,11;BYDAY=MO", "20260706T090000", to: "20260714T000000")
        == ["20260706T090000", "20260706T110000", "20260713T090000", "20260713T110000"])
    #expect(
      try dates(
        "FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,30;BYMONTHDAY=-1;BYSETPOS=-1", "20260630T093000", to: "20260801T000000")
        == ["20260630T093000", "20260630T103000", "20260731T093000", "20260731T103000"])
    // 29 steps of 25 hours are 725 hours: 30 days and 5 hours.
    let late = try dates(
      "FREQ=HOURLY;INTERVAL=25;UNTIL=20300101", "20260701T000000", to: "20260802T000000", from: "20260731T000000")
    #expect(late == ["20260731T050000", "20260801T060000"])
  }

  @Test("Friday the 13th (RFC 5545 §3.8.5.3), DTSTART excluded")
  func fridayThe13th() throws {
    let event = try #require(
      only(
        "DTSTART;TZID=America/New_York:19970902T090000", "EXDATE;TZID=America/New_York:19970902T090000",
        "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"))
    #expect(
      event.starts("19970101T000000Z", "20001231T000000Z")
        == ["19980213T140000Z", "19980313T140000Z", "19981113T140000Z", "19990813T130000Z", "20001013T130000Z"])
  }
}
