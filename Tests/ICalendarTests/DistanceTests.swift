import Testing

@testable import ICalendar

@Suite("What provably cannot touch the window is set aside, and nothing else")
struct DistanceTests {
  /// The window is July 2026, on any clock: two days on either side are still kept.
  private func kept(_ lines: [String]) -> Bool {
    let parsed = parse(
      calendar((["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\n")), from: "20260701",
      to: "20260801")
    #expect(parsed.read == 1 && parsed.events.count + parsed.distant.count == 1)
    return parsed.events.count == 1
  }

  @Test(
    "What may touch the window is kept",
    arguments: [
      ["DTSTART:20260629T230000Z"], ["DTSTART:20260802T000000Z"],
      ["DTSTART:20260101T000000Z", "DTEND:20260701T000000Z"],
      ["DTSTART;VALUE=DATE:20260625", "DTEND;VALUE=DATE:20260701"], ["DTSTART:20260601T000000Z", "DURATION:P40D"],
      ["DTSTART:20260601T000000Z", "DURATION:PT960H"], ["DTSTART:20200101T000000Z", "RRULE:FREQ=YEARLY"],
      ["DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;UNTIL=20260630T000000Z"],
      ["DTSTART:20200101T000000Z", "DURATION:P60D", "RRULE:FREQ=YEARLY;UNTIL=20260601"],
      ["DTSTART:20200101T000000Z", "RDATE:20260701T000000Z"], ["DTSTART:20270101T000000Z", "RDATE:20260701T000000Z"],
      ["DTSTART:20200101T090000Z", "RECURRENCE-ID:20260707T090000Z"],
      ["DTSTART:20260707T090000Z", "RECURRENCE-ID:20200101T090000Z"],
      ["DTSTART:20200101T090000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20200101T090000Z"],
      ["DTSTART;TZID=Pacific/Kiritimati:20260801T100000"], ["DTSTART;TZID=Pacific/Niue:20260630T110000"],
    ])
  func near(_ lines: [String]) { #expect(kept(lines)) }

  @Test(
    "What cannot touch it is set aside",
    arguments: [
      ["DTSTART:20260601T090000Z", "DTEND:20260601T100000Z"], ["DTSTART:20260901T090000Z"],
      ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602"], ["DTSTART:20260601T090000Z", "DURATION:PT1H"],
      ["DTSTART:20200101T090000Z", "RRULE:FREQ=DAILY;UNTIL=20260601T000000Z"],
      ["DTSTART:20260901T090000Z", "RRULE:FREQ=DAILY"],
      ["DTSTART:20200101T090000Z", "RECURRENCE-ID:20200102T090000Z"],
    ])
  func far(_ lines: [String]) { #expect(!kept(lines)) }

  @Test("A series stays when an override of all later instances may carry it into the window")
  func carried() {
    let parsed = parse(
      calendar(
        event("DTSTART:20260501T090000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260615T000000Z"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260529T090000Z", "DTSTART:20260626T090000Z")),
      from: "20260701", to: "20260801")
    #expect(parsed.events.count == 2 && parsed.distant.isEmpty)
  }

  @Test("What is set aside keeps what lets it compete with other copies, in place as decoded")
  func remains() throws {
    let lines = [
      "DTSTART:20260101T090000Z", "SEQUENCE:4", "LAST-MODIFIED:20260102T000000Z", "DTSTAMP:20260103T000000Z",
    ]
    for uid in ["abc@x", "abc\\, def@x", "abc_R20260101@google.com", "Zoë@x", "a b"] {
      for extra in ["SUMMARY:x", "DURATION:PT1H"] {
        let parsed = parse(
          calendar((["BEGIN:VEVENT", "UID:" + uid] + lines + [extra, "END:VEVENT"]).joined(separator: "\n")))
        let near = try #require(
          parse(calendar((["BEGIN:VEVENT", "UID:" + uid] + lines + ["END:VEVENT"]).joined(separator: "\n"))).events
            .first)
        #expect(parsed.events.count == 1)
        let far = parse(
          calendar((["BEGIN:VEVENT", "UID:" + uid] + lines + [extra, "END:VEVENT"]).joined(separator: "\n")),
          from: "20280101", to: "20290101")
        let distant = try #require(far.distant.first)
        #expect(distant.uid == EventIdentity.hash(near.uid.utf8))
        #expect(distant.series == EventIdentity.hash(EventIdentity.seriesKey(near.uid).utf8))
        #expect(distant.sequence == 4 && distant.startDay == day("20260101") && !distant.isMaster)
        #expect(distant.lastModified == near.lastModified && distant.stamp == near.stamp)
      }
    }
  }

  @Test("A broken event outside the window is rejected, not set aside")
  func broken() {
    for lines in [["DTSTART:20200101T090000Z", "DTEND:x"], ["DTSTART:20200101T090000Z", "DTSTART:20200102T090000Z"]] {
      let parsed = parse(
        calendar((["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\n")), from: "20260701",
        to: "20260801")
      #expect(parsed.rejected == 1 && parsed.distant.isEmpty)
    }
  }

  @Test("The reach of a calendar is told from all its events, recurring masters aside")
  func reach() {
    let parsed = parse(
      calendar(
        event("UID:a", "DTSTART:20200101T090000Z"), event("UID:b", "DTSTART:20260705T090000Z"),
        event("UID:c", "DTSTART:19990101T090000Z", "RRULE:FREQ=YEARLY"), event("UID:d", "DTSTART:20260901T090000Z")),
      from: "20260701", to: "20260801")
    #expect(parsed.reach == day("20200101")...day("20260901"))
  }
}
