import Testing

@testable import ICalendar

@Suite("Instances: ends, exclusions, additions, limits (RFC 5545 §3.8.5)")
struct InstancesTests {
  private static let berlin = "TZID=Europe/Berlin"

  // MARK: Ends

  @Test("DTEND gives an exact length that holds for every instance (§3.8.5.3), also across a change of the clocks")
  func exactLength() throws {
    let event = try #require(
      only(
        "DTSTART;TZID=Europe/Berlin:20260327T230000", "DTEND;TZID=Europe/Berlin:20260328T010000",
        "RRULE:FREQ=DAILY;COUNT=3"))
    // 2026-03-29 02:00 becomes 03:00: the second instance still lasts two hours.
    #expect(
      event.spans() == [
        "20260327T220000Z/20260328T000000Z", "20260328T220000Z/20260329T000000Z", "20260329T210000Z/20260329T230000Z",
      ])
  }

  @Test("P1D is a calendar day, PT24H are 24 hours (§3.3.6)")
  func nominalAndExact() throws {
    let day = try #require(only("DTSTART;TZID=Europe/Berlin:20260328T120000", "DURATION:P1D"))
    #expect(day.spans() == ["20260328T110000Z/20260329T100000Z"])
    let hours = try #require(only("DTSTART;TZID=Europe/Berlin:20260328T120000", "DURATION:PT24H"))
    #expect(hours.spans() == ["20260328T110000Z/20260329T110000Z"])
    let both = try #require(only("DTSTART;TZID=Europe/Berlin:20260328T120000", "DURATION:P1DT2H"))
    #expect(both.spans() == ["20260328T110000Z/20260329T120000Z"])
  }

  @Test(
    "Missing, floating, early and doubled ends",
    arguments: [
      (["DTSTART:20260701T090000Z"], "20260701T090000Z/20260701T090000Z", []),
      (["DTSTART;VALUE=DATE:20260701"], "20260701T000000Z/20260702T000000Z", []),
      (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260701"], "20260701T000000Z/20260702T000000Z", []),
      (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704"], "20260701T000000Z/20260704T000000Z", []),
      (["DTSTART;VALUE=DATE:20260701", "DURATION:P2D"], "20260701T000000Z/20260703T000000Z", []),
      (["DTSTART;VALUE=DATE:20260701", "DURATION:PT24H"], "20260701T000000Z/20260702T000000Z", []),
      (
        ["DTSTART;VALUE=DATE:20260702", "DTEND;VALUE=DATE:20260701"], "20260702T000000Z/20260703T000000Z",
        ["end-before-start"]
      ),
      (
        ["DTSTART:20260701T090000Z", "DTEND:20260701T083000Z"], "20260701T090000Z/20260701T090000Z",
        ["end-before-start"]
      ),
      (["DTSTART:20260701T090000Z", "DURATION:-PT1H"], "20260701T090000Z/20260701T090000Z", ["negative-duration"]),
      (
        ["DTSTART:20260701T090000Z", "DTEND:20260701T100000Z", "DURATION:PT3H"], "20260701T090000Z/20260701T100000Z",
        ["duration-beside-end"]
      ),
      // A floating end takes the zone of the start.
      (
        ["DTSTART;TZID=Europe/Berlin:20260701T090000", "DTEND:20260701T100000"], "20260701T070000Z/20260701T080000Z", []
      ),
      (
        ["DTSTART;TZID=Europe/Berlin:20260701T090000", "DTEND;TZID=America/New_York:20260701T090000"],
        "20260701T070000Z/20260701T130000Z", []
      ),
      (
        ["DTSTART;TZID=Europe/Berlin:20260701T090000", "DTEND;VALUE=DATE:20260702"],
        "20260701T070000Z/20260701T220000Z", ["date-end"]
      ),
      // Yahoo: the Z wins over the TZID.
      (["DTSTART;TZID=Europe/Berlin:20260701T090000Z"], "20260701T090000Z/20260701T090000Z", []),
    ])
  func ends(_ lines: [String], _ span: String, _ codes: [String]) throws {
    let parsed = parse(calendar((["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\n")))
    #expect(try #require(parsed.events.first).spans() == [span])
    #expect(parsed.diagnostics.map(\.issue.code) == codes)
  }

  @Test("A series through the gap shifts, as the offset before the gap has it, and does not skip (§3.3.5)")
  func seriesThroughGap() throws {
    let event = try #require(
      only("DTSTART;TZID=Europe/Berlin:20260328T023000", "DURATION:PT30M", "RRULE:FREQ=DAILY;COUNT=3"))
    #expect(
      event.spans() == [
        "20260328T013000Z/20260328T020000Z", "20260329T013000Z/20260329T020000Z", "20260330T003000Z/20260330T010000Z",
      ])
  }

  @Test("Floating times are read in the zone given")
  func floating() throws {
    let event = try #require(only("DTSTART:20260701T090000", "DTEND:20260701T100000"))
    #expect(
      event.spans(floating: try #require(zones.zone(iana: "Asia/Tokyo"))) == ["20260701T000000Z/20260701T010000Z"])
    let day = try #require(only("DTSTART;VALUE=DATE:20260329"))
    let berlin = try #require(zones.zone(iana: "Europe/Berlin"))
    // That day has 23 hours in Berlin.
    #expect(day.spans(floating: berlin) == ["20260328T230000Z/20260329T220000Z"])
  }

  // MARK: The window

  @Test("An instance belongs to a window that it overlaps; one of no length when its start lies inside")
  func window() throws {
    let long = try #require(only("DTSTART:20260701T090000Z", "DTEND:20260705T090000Z"))
    #expect(long.starts("20260703T000000Z", "20260704T000000Z").count == 1)
    #expect(long.starts("20260705T090000Z", "20260706T000000Z").isEmpty)
    #expect(long.starts("20260601T000000Z", "20260701T090000Z").isEmpty)
    let point = try #require(only("DTSTART:20260701T090000Z"))
    #expect(point.starts("20260701T090000Z", "20260701T100000Z").count == 1)
    #expect(point.starts("20260701T080000Z", "20260701T090000Z").isEmpty)
  }

  @Test("A long instance that began before the window is found")
  func longSeries() throws {
    let event = try #require(only("DTSTART:20200101T090000Z", "DURATION:P20D", "RRULE:FREQ=MONTHLY"))
    #expect(event.starts("20260715T000000Z", "20260716T000000Z") == ["20260701T090000Z"])
  }

  // MARK: Exclusions

  @Test("EXDATE matches by moment, in whatever form it is written")
  func exdates() throws {
    let event = try #require(
      only(
        "DTSTART;TZID=Europe/Berlin:20260701T090000", "RRULE:FREQ=DAILY;COUNT=6",
        "EXDATE;TZID=Europe/Berlin:20260702T090000,20260703T080000", "EXDATE:20260704T070000Z",
        "EXDATE;TZID=America/New_York:20260705T030000"))
    // 3 July is excluded at another time only: it stays. COUNT counts what is excluded.
    #expect(event.starts() == ["20260701T070000Z", "20260703T070000Z", "20260706T070000Z"])
  }

  @Test("A DATE EXDATE on a timed series drops the instance of that local day")
  func dateExdate() throws {
    let event = try #require(
      only(
        "DTSTART;TZID=America/New_York:20260701T220000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260702"))
    #expect(event.starts() == ["20260702T020000Z", "20260704T020000Z"])
  }

  @Test("A local EXDATE without TZID is read in the zone of DTSTART")
  func localExdate() throws {
    let event = try #require(
      only("DTSTART;TZID=Europe/Berlin:20260701T090000", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20260702T090000"))
    #expect(event.starts() == ["20260701T070000Z"])
  }

  @Test("Excluded instances are handed over, marked")
  func marked() throws {
    let event = try #require(only("DTSTART:20260701T090000Z", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20260702T090000Z"))
    let all = event.instances(
      touching: Span(start: utc("20260101T000000Z"), end: utc("20270101T000000Z")), floating: .utc)
    #expect(all.instances.map(\.isExcluded) == [false, true] && all.isComplete)
  }

  @Test("EXRULE is followed, with a warning")
  func exrule() {
    let parsed = parse(
      calendar(event("DTSTART:20260701T090000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2")))
    #expect(parsed.events.first?.starts() == ["20260702T090000Z", "20260704T090000Z"])
    #expect(parsed.said == ["8 exrule"])
  }

  // MARK: Exchange's all-day series

  @Test("Zoned and UTC midnights stand for dates on an all-day series")
  func exchangeAllDay() throws {
    let parsed = parse(
      calendar(
        "X-WR-TIMEZONE:Europe/Berlin",
        event(
          "DTSTART;VALUE=DATE:20260701", "RRULE:FREQ=DAILY;UNTIL=20260705T220000Z",
          "EXDATE;TZID=W. Europe Standard Time:20260702T000000", "EXDATE:20260702T220000Z", "EXDATE:20260704T000000Z")))
    // UNTIL is midnight of 6 July in Berlin; excluded are 2 July, 3 July (22:00 UTC the day before) and 4 July.
    #expect(parsed.events.first?.starts() == ["20260701T000000Z", "20260705T000000Z", "20260706T000000Z"])
  }

  @Test(
    "Without a zone a UTC moment on an all-day series is the nearest midnight, or the last second of a day",
    arguments: [
      ("20260703T220000Z", 4), ("20260704T040000Z", 4), ("20260704T000000Z", 4), ("20260703T215959Z", 3),
      ("20260704T035959Z", 3), ("20260703T235959Z", 3), ("20260704", 4),
    ])
  func untilWithoutZone(_ until: String, _ count: Int) throws {
    let event = try #require(only("DTSTART;VALUE=DATE:20260701", "RRULE:FREQ=DAILY;UNTIL=\(until)"))
    #expect(event.starts().count == count)
  }

  @Test("RECURRENCE-ID of an all-day override becomes its date")
  func allDayOverride() throws {
    let event = try #require(
      only("RECURRENCE-ID;TZID=GMT Standard Time:20200528T000000", "DTSTART;VALUE=DATE:20200529"))
    #expect(event.recurrenceID == EventTime(form: .date, wall: wall("20200528"), zone: nil))
  }

  // MARK: UNTIL

  @Test(
    "UNTIL is inclusive: a moment exactly, a reading in DTSTART's zone, a date with the whole of its local day",
    arguments: [
      ("20260703T070000Z", 3), ("20260703T065959Z", 2), ("20260703T090000", 3), ("20260703T085959", 2), ("20260703", 3),
      ("20260702", 2), ("20260630", 1),
    ])
  func until(_ until: String, _ count: Int) throws {
    let event = try #require(only("DTSTART;TZID=Europe/Berlin:20260701T090000", "RRULE:FREQ=DAILY;UNTIL=\(until)"))
    #expect(event.starts().count == count)
  }

  // MARK: Additions

  @Test("RDATE adds dates, zoned ones and periods with lengths of their own (§3.8.5.2)")
  func rdates() throws {
    let event = try #require(
      only(
        "DTSTART;TZID=Europe/Berlin:20260701T090000", "DTEND;TZID=Europe/Berlin:20260701T100000",
        "RDATE;TZID=Europe/Berlin:20260703T090000,20260701T090000", "RDATE;TZID=America/New_York:20260704T090000",
        "RDATE;VALUE=PERIOD:20260705T070000Z/20260705T100000Z,20260706T070000Z/PT30M"))
    #expect(
      event.spans() == [
        "20260701T070000Z/20260701T080000Z", "20260703T070000Z/20260703T080000Z", "20260704T130000Z/20260704T140000Z",
        "20260705T070000Z/20260705T100000Z", "20260706T070000Z/20260706T073000Z",
      ])
  }

  @Test("EXDATE takes out RDATEs as well")
  func excludedAddition() throws {
    let event = try #require(
      only("DTSTART:20260701T090000Z", "RDATE:20260702T090000Z,20260703T090000Z", "EXDATE:20260702T090000Z"))
    #expect(event.starts() == ["20260701T090000Z", "20260703T090000Z"])
  }

  @Test("Several RRULEs are a union, each instance once")
  func union() throws {
    let event = try #require(
      only("DTSTART:20260706T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;INTERVAL=7;COUNT=3"))
    #expect(event.starts() == ["20260706T090000Z", "20260713T090000Z", "20260720T090000Z"])
  }

  @Test("DTSTART outside its rule is the first instance and counts, with a warning")
  func startOutsideRule() {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")))
    #expect(parsed.events.first?.starts() == ["20260701T090000Z", "20260706T090000Z", "20260713T090000Z"])
    #expect(parsed.said == ["4 start-outside-rule"])
  }

  @Test("A rule that gives nothing leaves DTSTART alone, with a warning")
  func ruleGivesNothing() {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")))
    #expect(parsed.events.first?.starts() == ["20260701T090000Z"])
    #expect(parsed.said == ["4 rule-gives-nothing"])
  }

  @Test("An override is its own only instance, whatever rule it carries")
  func overrideWithRule() throws {
    let event = try #require(
      only("RECURRENCE-ID:20260708T090000Z", "DTSTART:20260708T110000Z", "RRULE:FREQ=WEEKLY", "RDATE:20260901T090000Z"))
    #expect(event.starts() == ["20260708T110000Z"])
    #expect(event.lastDay(floating: .utc) == day("20260708"))
  }

  @Test(
    "The last day is told by UNTIL, COUNT and RDATE; a rule without end has none",
    arguments: [
      ("RRULE:FREQ=WEEKLY;COUNT=3", "20260715"), ("RRULE:FREQ=WEEKLY;UNTIL=20260714T000000Z", "20260708"),
      ("RDATE:20260801T090000Z", "20260801"), ("RRULE:FREQ=WEEKLY", nil), ("SUMMARY:once", "20260701"),
    ])
  func lastDay(_ line: String, _ last: String?) throws {
    #expect(try #require(only("DTSTART:20260701T090000Z", line)).lastDay(floating: .utc) == last.map(day))
  }
}
