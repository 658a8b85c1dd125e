import Testing

@testable import ICalendar

/// How far rules are followed, and what COUNT counts.
@Suite("The reach of rules")
struct BoundedRuleTests {
  /// Days that are 29 February, counted out one by one: as many days lie between 1972 and 2150 as no rule is followed.
  private static let leapDays = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=400"

  @Test("A rule that would have to be counted out over more than a century is cut short, and that is said")
  func cutShort() throws {
    let event = try #require(only("DTSTART:19720229T090000Z", Self.leapDays))
    let near = event.instances(
      touching: Span(start: utc("20240101T000000Z"), end: utc("20290101T000000Z")), floating: .utc)
    #expect(near.instances.map { text($0.moment) } == ["20240229T090000Z", "20280229T090000Z"])
    #expect(near.isComplete)
    let far = event.instances(
      touching: Span(start: utc("21500101T000000Z"), end: utc("21530101T000000Z")), floating: .utc)
    #expect(far.instances.isEmpty)
    #expect(!far.isComplete)
    #expect(Diagnostic.Issue.ruleCutShort.effect == .limited)
  }

  @Test(
    "A rule without end that matches no date ends, whatever its frequency, and leaves DTSTART alone",
    arguments: [
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31", "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
      "FREQ=YEARLY;BYMONTH=6;BYYEARDAY=1", "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
      "FREQ=HOURLY;BYHOUR=9;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=MONTHLY;INTERVAL=12;BYMONTH=8",
    ])
  func impossible(_ text: String) throws {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE:\(text)")))
    #expect(try #require(parsed.events.first).starts() == ["20260701T090000Z"])
    #expect(parsed.said == ["4 rule-gives-nothing"])
  }

  @Test("Each of several rules counts DTSTART as its first instance (§3.3.10), also one that does not give it")
  func countOfSeveralRules() throws {
    // Thursday 1 January 2026; the second rule's Mondays are 12 January (its second instance) and no more.
    let event = try #require(
      only("DTSTART:20260101T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=2"))
    #expect(event.starts() == ["20260101T090000Z", "20260108T090000Z", "20260112T090000Z"])
  }
}
