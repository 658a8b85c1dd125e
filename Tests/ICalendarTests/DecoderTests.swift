import Testing

@testable import ICalendar

@Suite("What a VEVENT says (RFC 5545 §3.6.1)")
struct DecoderTests {
  @Test("Identity, version and times of the copy")
  func version() throws {
    let event = try #require(
      only(
        "DTSTART:20260701T090000Z", "SEQUENCE:3", "LAST-MODIFIED:20260601T100000Z", "DTSTAMP:20260602T100000Z",
        "CREATED:20260501T100000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260701T080000Z"))
    #expect(event.uid == "1@made-up.example" && event.sequence == 3 && event.isThisAndFuture)
    #expect(event.lastModified == utc("20260601T100000Z") && event.stamp == utc("20260602T100000Z"))
    #expect(event.created == utc("20260501T100000Z"))
    #expect(event.recurrenceID?.instant(floating: .utc) == utc("20260701T080000Z"))
  }

  @Test("Texts are unescaped, in whatever encoding they come; empty ones are no error")
  func texts() {
    let parsed = parse(
      calendar(
        event(
          "DTSTART:20260701T090000Z", "SUMMARY;LANGUAGE=de:Planung\\, Büro\\n3", "DESCRIPTION:", "LOCATION:", "COMMENT:"
        )))
    #expect(parsed.events.first?.summary == "Planung, Büro\n3" && parsed.diagnostics.isEmpty)
    var latin = Array(calendar(event("DTSTART:20260701T090000Z", "SUMMARY:B?ro", "DESCRIPTION:Stra?e")).utf8)
    for index in latin.indices where latin[index] == UInt8(ascii: "?") { latin[index] = 0xFC }
    let old = parse(bytes: latin)
    #expect(old.events.first?.summary == "Büro" && old.said == ["7 not-utf-8"] && old.isComplete)
  }

  @Test(
    "A property that may stand once, twice with different values, rejects the event; with the same value it does not",
    arguments: [
      ("DTSTART:20260701T090000Z", "DTSTART:20260701T100000Z", 1),
      ("DTSTART:20260701T090000Z", "DTSTART:20260701T090000Z", 0),
      ("DTSTART;TZID=Europe/Berlin:20260701T090000", "DTSTART;TZID=Asia/Tokyo:20260701T090000", 1),
      ("DTSTART:20260701T090000Z\nDTEND:20260701T100000Z", "DTEND:20260701T110000Z", 1),
      ("DTSTART:20260701T090000Z\nUID:x", "UID:y", 1), ("DTSTART:20260701T090000Z\nDURATION:PT1H", "DURATION:PT2H", 1),
      ("DTSTART:20260701T090000Z\nSTATUS:CONFIRMED", "STATUS:CANCELLED", 0),
    ])
  func repeated(_ first: String, _ second: String, _ rejected: Int) {
    let parsed = parse(calendar("BEGIN:VEVENT\n\(first)\n\(second)\nEND:VEVENT"))
    #expect(parsed.rejected == rejected && parsed.events.count == 1 - rejected)
    #expect(parsed.diagnostics.contains { $0.issue.code == "repeated-property" } == (rejected == 1))
  }

  @Test(
    "What cannot be placed in time is rejected, with its line",
    arguments: [
      (["SUMMARY:x"], "4 missing-dtstart"), (["DTSTART:soon"], "6 unreadable-property"),
      (["DTSTART:20260701T090000Z", "DTEND:"], "7 unreadable-property"),
      (["DTSTART:20260701T090000Z", "DURATION:1 hour"], "7 unreadable-property"),
      (["DTSTART:20260701T090000Z", "EXDATE:20260701T090000Z,later"], "7 unreadable-property"),
      (["DTSTART:20260701T090000Z", "RDATE;VALUE=PERIOD:20260701T090000Z/x"], "7 unreadable-property"),
      (["DTSTART:20260701T090000Z", "RECURRENCE-ID:x"], "7 unreadable-property"),
      (["DTSTART;VALUE=DATE:20260701", "DTEND:20260701T100000Z"], "4 mixed-types"),
      (["DTSTART:16010101T000000Z"], "6 unreadable-property"),
    ])
  func rejected(_ lines: [String], _ said: String) {
    let parsed = parse(calendar((["BEGIN:VEVENT", "UID:1"] + lines + ["END:VEVENT"]).joined(separator: "\n")))
    #expect(parsed.events.isEmpty && parsed.rejected == 1 && parsed.said == [said] && parsed.isComplete)
  }

  @Test("An event without UID is kept, with a warning")
  func noUID() {
    let parsed = parse(
      calendar(
        "BEGIN:VEVENT\nDTSTART:20260701T090000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:\nDTSTART:20260702T090000Z\nEND:VEVENT"))
    #expect(parsed.events.map(\.uid) == ["", ""] && parsed.said == ["4 missing-uid", "7 missing-uid"])
  }

  @Test(
    "STATUS in every spelling; of two, what takes more away counts",
    arguments: [
      ("STATUS:CANCELLED", CalendarEvent.Status.cancelled), ("STATUS:CANCELED", .cancelled),
      ("status:cancelled", .cancelled),
      ("STATUS:TENTATIVE", .tentative), ("STATUS:CONFIRMED", .confirmed), ("STATUS:", CalendarEvent.Status.none),
      ("STATUS:TENTATIVE\nSTATUS:CONFIRMED", .tentative), ("STATUS:CONFIRMED\nSTATUS:TENTATIVE", .tentative),
    ])
  func status(_ line: String, _ status: CalendarEvent.Status) throws {
    #expect(try #require(only("DTSTART:20260701T090000Z", line)).status == status)
  }

  @Test("METHOD:CANCEL cancels what its VCALENDAR holds")
  func methodCancel() {
    let parsed = parse(
      calendar("METHOD:CANCEL", event("DTSTART:20260701T090000Z"))
        + calendar(event("UID:2", "DTSTART:20260701T090000Z")))
    #expect(parsed.events.map(\.status) == [.cancelled, .none])
  }

  @Test("Free, busy and what lies between, as Exchange writes it")
  func busy() throws {
    let event = try #require(
      only("DTSTART:20260701T090000Z", "TRANSP:transparent", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"))
    #expect(event.isTransparent && event.busyStatus == .elsewhere)
  }

  // MARK: People

  @Test("Attendees as the producers write them")
  func attendees() throws {
    let parsed = parse(
      calendar(
        event(
          "DTSTART:20260701T090000Z", "ORGANIZER;CN=Aya:MAILTO:Aya@Made-Up.example",
          "ATTENDEE;CN=\"Ito; Aya\";PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:aya@made-up.example",
          "ATTENDEE;CUTYPE=INDIVIDUAL;EMAIL=ben@made-up.example;PARTSTAT=DECLINED:/aMTE/principal/",
          "ATTENDEE;CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:room@made-up.example",
          "ATTENDEE;PARTSTAT=ACCEPTED:mailto:r4@resource.calendar.google.com",
          "ATTENDEE;CUTYPE=GROUP:mailto:all@made-up.example",
          "ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=X-LATER:mailto:cy@made-up.example",
          "ATTENDEE;CN=Dee:invalid:nomail")))
    let event = try #require(parsed.events.first)
    #expect(event.organizer.map { parsed.addresses[Int($0)] } == "aya@made-up.example")
    #expect(
      event.attendees.map { parsed.addresses[Int($0.address)] } == [
        "aya@made-up.example", "ben@made-up.example", "room@made-up.example", "r4@resource.calendar.google.com",
        "all@made-up.example", "cy@made-up.example", "dee",
      ])
    #expect(event.attendees.map(\.status) == [.accepted, .declined, .accepted, .accepted, .missing, .other, .missing])
    #expect(
      event.attendees.map(\.kind) == [.individual, .individual, .place, .place, .group, .individual, .individual])
    #expect(event.attendees.map(\.isOptional) == [false, false, true, false, false, true, false])
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test("An attendee without any address is said")
  func addressless() {
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", "ATTENDEE:", "ATTENDEE;PARTSTAT=ACCEPTED")))
    #expect(
      parsed.events.first?.attendees.isEmpty == true && parsed.said == ["7 unreadable-value", "8 unreadable-value"])
  }

  @Test("More than 10,000 attendees are said and left out")
  func manyAttendees() {
    let many = (0..<10_002).map { "ATTENDEE:mailto:p\($0)@made-up.example" }.joined(separator: "\n")
    let parsed = parse(calendar(event("DTSTART:20260701T090000Z", many)))
    #expect(parsed.events.first?.attendees.count == 10_000 && parsed.said == ["10007 too-many-attendees"])
  }

  @Test("What a stream holds is told from all events, also from distant ones; the organizer's answer is none")
  func contents() {
    let far = event(
      "DTSTART:19990701T090000Z", "CREATED:19990101T000000Z", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:boss@made-up.example", "ATTENDEE;PARTSTAT=DECLINED:mailto:aya@made-up.example",
      "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ben@made-up.example", "ORGANIZER:mailto:boss@made-up.example")
    let parsed = parse(calendar(far))
    #expect(parsed.events.isEmpty && parsed.distant.count == 1)
    #expect(parsed.holdsAttendees && parsed.holdsAnswers && parsed.holdsCreated && parsed.holdsBusyStatus)
    #expect(parsed.answering == ["aya@made-up.example"])
    let rooms = parse(
      calendar(event("DTSTART:20260701T090000Z", "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:r@made-up.example")))
    #expect(!rooms.holdsAttendees && !rooms.holdsAnswers && rooms.answering.isEmpty)
    let silent = parse(calendar(event("DTSTART:20260701T090000Z", "ATTENDEE:mailto:a@made-up.example")))
    #expect(silent.holdsAttendees && !silent.holdsAnswers && !silent.holdsCreated && !silent.holdsBusyStatus)
  }

  // MARK: Private events

  private static let secret = "Secret"

  @Test(
    "Nothing of a private event's text leaves the parser, in diagnostics neither",
    arguments: ["CLASS:PRIVATE", "CLASS:confidential", "CLASS:X-OWN", "CLASS", "CLASS:PUBLIC\nCLASS:PRIVATE"])
  func privacy(_ line: String) {
    let lines = [
      "SUMMARY:Secret", "DESCRIPTION:Secret", "LOCATION:Secret", "RRULE:FREQ=DAILY;COUNT=2;X-SECRET=Secret",
      "STATUS:Secret",
      "SEQUENCE:Secret", "ATTENDEE;CN=Secret", "LAST-MODIFIED:Secret",
    ]
    for broken in ["X-A:1", "DTSTART:Secret", "RRULE:Secret", "EXDATE:Secret", "DURATION:Secret", "UID:Secret2"] {
      let parsed = parse(
        calendar(event("UID:Secret@x", "DTSTART:20260701T090000Z", line, lines.joined(separator: "\n"), broken)))
      #expect(parsed.events.allSatisfy { $0.isPrivate && $0.summary.isEmpty && $0.description.isEmpty })
      for diagnostic in parsed.diagnostics {
        #expect(!"\(diagnostic.issue.text) \(diagnostic.uid)".contains("ecret"))
      }
    }
  }

  @Test("A CLASS behind an open alarm still hides, and so does the end of the file")
  func privacyInDamage() {
    let open = parse(
      calendar(event("UID:Secret", "DTSTART:20260701T090000Z", "SUMMARY:Secret", "BEGIN:VALARM", "CLASS:PRIVATE")))
    #expect(open.events.map(\.summary) == [""] && open.diagnostics.allSatisfy { $0.uid.isEmpty })
    let cut = parse("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:Secret\nSUMMARY:Secret\nDTSTART:20260701T090000Z\n")
    #expect(cut.diagnostics.allSatisfy { !"\($0.issue.text) \($0.uid)".contains("Secret") })
    let long = String(repeating: "Secret ", count: 200_000)
    let noName = parse(calendar(event("DTSTART:20260701T090000Z", "CLASS:PRIVATE", "SUMMARY:x", long)))
    #expect(noName.diagnostics.count == 1 && !noName.diagnostics[0].issue.text.contains("Secret"))
  }

  @Test("An empty or PUBLIC CLASS hides nothing", arguments: ["CLASS:PUBLIC", "CLASS:", "class:public"])
  func open(_ line: String) throws {
    #expect(try #require(only("DTSTART:20260701T090000Z", "SUMMARY:Talk", line)).summary == "Talk")
  }

  @Test(
    "Google's suffix of a series cut in two is no part of its key",
    arguments: [
      ("abc_R20260701T090000@google.com", "abc@google.com"), ("abc_R20260701T090000Z@google.com", "abc@google.com"),
      ("abc_R20260701@google.com", "abc@google.com"), ("abc@google.com", "abc@google.com"),
      ("abc_Rx@google.com", "abc_Rx@google.com"),
      ("_R20260701@google.com", "_R20260701@google.com"), ("abc_R20260701Tx@google.com", "abc_R20260701Tx@google.com"),
    ])
  func seriesKey(_ uid: String, _ key: String) { #expect(EventIdentity.seriesKey(uid) == key) }
}
