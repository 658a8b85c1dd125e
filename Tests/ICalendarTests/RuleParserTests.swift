import Testing

@testable import ICalendar

@Suite("Reading RRULE: what is repaired, what is rejected")
struct RuleParserTests {
  private func repairs(_ text: String) throws -> (RecurrenceRule, [String]) {
    var parser = RuleParser()
    let rule = try parser.parse(Array(text.utf8)[...])
    return (rule, parser.repairs)
  }

  @Test(
    "Harmless damage is repaired, and said",
    arguments: [
      ("FREQ=WEEKLY;BYDAY=MO,WE,", "FREQ=WEEKLY;BYDAY=MO,WE"),
      ("FREQ=WEEKLY;BYDAY=MO,,WE", "FREQ=WEEKLY;BYDAY=MO,WE"),
      ("FREQ=WEEKLY;BYDAY=MO;", "FREQ=WEEKLY;BYDAY=MO"),
      ("FREQ=WEEKLY;;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
      ("FREQ=WEEKLY;X-ODD=1;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
      ("freq=weekly;byday=mo", "FREQ=WEEKLY;BYDAY=MO"),
      ("FREQ=weekly;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
      ("RSCALE=GREGORIAN;FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"),
      ("FREQ=MONTHLY;BYYEARDAY=32", "FREQ=MONTHLY;BYYEARDAY=32"),
    ])
  func repaired(_ broken: String, _ whole: String) throws {
    let (rule, repairs) = try repairs(broken)
    #expect(rule == ICalendarTests.rule(whole))
    #expect(repairs.count == 1)
  }

  @Test("COUNT beside UNTIL keeps both: whichever ends first")
  func countAndUntil() throws {
    let (rule, repairs) = try repairs("FREQ=DAILY;COUNT=5;UNTIL=20260703")
    #expect(rule.count == 5 && rule.until == .date(day("20260703")))
    #expect(repairs.count == 1)
    let short = try #require(only("DTSTART:20260701T090000Z", "RRULE:FREQ=DAILY;COUNT=5;UNTIL=20260703"))
    #expect(short.starts() == ["20260701T090000Z", "20260702T090000Z", "20260703T090000Z"])
    let few = try #require(only("DTSTART:20260701T090000Z", "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260703"))
    #expect(few.starts() == ["20260701T090000Z", "20260702T090000Z"])
  }

  @Test(
    "What cannot be followed is rejected",
    arguments: [
      "BYDAY=MO", "FREQ=FORTNIGHTLY", "FREQ=", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=1001",
      "FREQ=WEEKLY;INTERVAL=-1", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;UNTIL=soon",
      "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYYEARDAY=367",
      "FREQ=YEARLY;BYWEEKNO=54", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "FREQ=MONTHLY;BYDAY=54MO",
      "FREQ=MONTHLY;BYDAY=0MO",
      "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=,", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;BYMINUTE=60",
      "FREQ=DAILY;BYSECOND=61", "FREQ=WEEKLY;BYDAY=2FR", "FREQ=DAILY;BYDAY=1MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO",
      "RSCALE=HEBREW;FREQ=YEARLY", "FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=15;COUNT=6", "FREQ=HOURLY",
      "FREQ=HOURLY;COUNT=1001", "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=0,10,20,30,40,50,55", "FREQ=DAILY;WKST=XX",
      "FREQ=DAILY;FREQ=WEEKLY", "FREQ=DAILY;BYEASTER=1", "FREQ=DAILY;BYDAY",
      "FREQ=DAILY;X-LONG=" + String(repeating: "1", count: 1024),
      "FREQ=YEARLY;BYYEARDAY=" + Array(repeating: "1", count: 401).joined(separator: ","),
    ])
  func rejected(_ text: String) {
    #expect(rule(text) == nil)
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE:\(text)")))
    #expect(parsed.events.isEmpty && parsed.rejected == 1)
    #expect(parsed.said == ["7 bad-rule"])
  }

  @Test("HOURLY is followed where BYHOUR, UNTIL or a small COUNT bounds it")
  func hourly() throws {
    #expect(rule("FREQ=HOURLY;BYHOUR=9,10") != nil)
    #expect(rule("FREQ=HOURLY;UNTIL=20260701T120000Z") != nil)
    let event = try #require(only("DTSTART:20260701T090000Z", "RRULE:FREQ=HOURLY;INTERVAL=2;COUNT=3"))
    #expect(event.starts() == ["20260701T090000Z", "20260701T110000Z", "20260701T130000Z"])
  }

  @Test("A rejected rule names its line and rejects the event; nothing becomes a single event in silence")
  func neverSilent() {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE;FREQ=WEEKLY")))
    #expect(parsed.events.isEmpty && parsed.said == ["7 unreadable-property"])
    let empty = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE:")))
    #expect(empty.events.count == 1 && empty.said == ["7 unreadable-value"])
  }

  @Test("An UNTIL at the end of all years means never, not rejection")
  func farUntil() throws {
    let event = try #require(only("DTSTART:20260701T090000Z", "RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z"))
    #expect(event.starts("20260101T000000Z", "20280101T000000Z") == ["20260701T090000Z", "20270701T090000Z"])
  }
}
