import ICalendar
import Meetings
import Policy
import Testing

private let list = [organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED")]
  .joined(separator: "\r\n")
private let sync = event("UID:sync", hour(6, at: 9), list)
private let anonymous: [String] = ["X-WR-CALNAME:Work"]

/// Whose calendars are, and how that was found.
private func owners(_ streams: CalendarStream..., roster: [PeopleRow]? = nil) -> [String] {
  let book = imported(streams, roster: roster).book
  return book.calendars.map { "\($0.name): \(book[$0.person].address), \($0.ownership.rawValue)" }
}

@Suite("Whose calendar it is")
struct OwnerTests {
  @Test(
    "without a people table: the calendar's name, else the commonest address, else the file's name")
  func withoutTable() {
    #expect(
      owners(calendar(of: "ana", path: "x.ics", sync)) == ["x.ics: ana@corp.example, calendar name"]
    )
    let upper = calendar(
      of: "ana", path: "x.ics", header: ["X-WR-CALNAME:MailTo:Ana@Corp.example"], sync)
    #expect(owners(upper) == ["x.ics: ana@corp.example, calendar name"])
    let other = event("UID:other", hour(7, at: 9), organizer("cem"), attendee("ana", nil))
    let third = event("UID:third", hour(8, at: 9), organizer("ana"), attendee("dee", nil))
    #expect(
      owners(calendar(of: "ana", path: "x.ics", header: anonymous, sync, other, third))
        == ["x.ics: ana@corp.example, commonest address"])
    // In half of the events is not in most of them.
    let one = event("UID:one", hour(7, at: 9), organizer("cem"))
    let two = event("UID:two", hour(8, at: 9), organizer("dee"))
    #expect(
      owners(calendar(of: "ana", path: "in/Ana.ics", header: anonymous, one, two)) == [
        "in/Ana.ics: ana, file name"
      ])
    let gz = calendar(of: "ana", path: "ana@corp.example.ics.gz", header: anonymous, one, two)
    #expect(owners(gz) == ["ana@corp.example.ics.gz: ana@corp.example, file name"])
  }

  @Test("the commonest address is that of the whole file, also of events far outside the window")
  func wholeFile() {
    func old(_ uid: String, _ lines: String...) -> String {
      event("UID:\(uid)", "DTSTART:20240115T090000Z", lines.joined(separator: "\r\n"))
    }
    let olds = ["cem", "dee", "eli"].map { old($0, organizer($0), attendee("ana", nil)) }.joined()
    #expect(
      owners(
        calendar(
          of: "x", header: anonymous, olds, event("UID:now", hour(6, at: 9), organizer("bo"))))
        == ["x.ics: ana@corp.example, commonest address"])
    #expect(
      owners(calendar(of: "x", header: anonymous, olds)) == [
        "x.ics: ana@corp.example, commonest address"
      ])
    // Apple's form: the address beside a principal path; twice in one event is once.
    let apple = "ATTENDEE;CUTYPE=INDIVIDUAL;EMAIL=Ana@Corp.example:/123/principal/"
    let apples =
      old("a", apple, organizer("bo")) + old("b", organizer("cem"), apple, apple)
      + old("c", organizer("dee"), "ATTENDEE;CUTYPE=ROOM:mailto:room-4@corp.example")
    #expect(
      owners(calendar(of: "x", header: anonymous, apples))[0].hasPrefix("x.ics: ana@corp.example"))
  }

  @Test("of people who stand in as many events the file's name decides; where it does not, that is said")
  func undecided() {
    let both = sync + event("UID:b", hour(7, at: 9), organizer("ana"), attendee("bo", "ACCEPTED"))
    #expect(owners(calendar(of: "bo", header: anonymous, both)) == ["bo.ics: bo@corp.example, commonest address"])
    let nobody = imported([calendar(of: "team", header: anonymous, both)])
    #expect(nobody.book.people.map(\.address) == ["team"])
    #expect(nobody.notices.contains(.ownerUndecided(path: "team.ics", address: "team")))
  }

  @Test("a feed named after somebody is the calendar of the only address with that name in front of the @")
  func feedNames() {
    let feed = calendar(of: "bo", header: anonymous, event("UID:sync", hour(6, at: 9)))
    #expect(
      imported([calendar(of: "ana", sync), feed]).book.people.map(\.address) == ["ana@corp.example", "bo@corp.example"])
    // Two people of that name: the file's name stays.
    let other = event("UID:o", hour(8, at: 9), organizer("ana"), "ATTENDEE:mailto:bo@other.example")
    #expect(
      imported([calendar(of: "ana", sync + other), feed]).book.people.map(\.address) == ["ana@corp.example", "bo"])
  }

  @Test("an organizer whose row has a bad cell, or who is excluded, is set aside, not gone")
  func setAside() {
    func participants(_ table: PeopleTable) -> [String: Bool] {
      let book = MeetingImport(
        streams: [calendar(of: "ana", sync)], roster: table, window: july, policy: Policy(), zones: zones
      ).book
      return Dictionary(uniqueKeysWithValues: book.participants.map { ($0.address, $0.isSetAside) })
    }
    let ana = PeopleRow(row: 2, email: "ana@corp.example")
    #expect(participants(PeopleTable(rows: [ana]))["bo@corp.example"] == false)
    #expect(participants(PeopleTable(rows: [ana], leftOut: ["bo@corp.example"]))["bo@corp.example"] == true)
    let excluded = PeopleRow(row: 3, email: "bo@corp.example", isExcluded: true)
    #expect(participants(PeopleTable(rows: [ana, excluded]))["bo@corp.example"] == true)
  }

  @Test("rooms and calendars' own addresses own no calendar")
  func technical() {
    let room = "ATTENDEE:mailto:c_1@resource.calendar.google.com"
    let events =
      event("UID:a", hour(6, at: 9), room, attendee("ana", nil))
      + event("UID:b", hour(7, at: 9), room)
    let named = calendar(of: "x", header: ["X-WR-CALNAME:c_2@group.calendar.google.com"], events)
    #expect(owners(named) == ["x.ics: x, file name"])
  }

  @Test(
    "with a people table: its file column, then name, file and commonest address that it knows, aliases included"
  )
  func withTable() {
    let roster = [
      PeopleRow(row: 2, email: "ana@corp.example", aliases: ["a.smith@old.example"]),
      PeopleRow(row: 3, email: "bo@corp.example", calendar: "Export 7.ics"),
    ]
    func owner(_ path: String, _ header: [String], _ events: String = sync) -> [String] {
      owners(calendar(of: "x", path: path, header: header, events), roster: roster)
    }
    #expect(
      owner("in/export 7.ics", ["X-WR-CALNAME:ana@corp.example"]) == [
        "in/export 7.ics: bo@corp.example, people.csv"
      ])
    #expect(
      owner("x.ics", ["X-WR-CALNAME:A.Smith@old.example"]) == [
        "x.ics: ana@corp.example, calendar name"
      ])
    #expect(owner("bo.ics", anonymous) == ["bo.ics: bo@corp.example, file name"])
    #expect(
      owner("a.smith@old.example.ics", anonymous) == [
        "a.smith@old.example.ics: ana@corp.example, file name"
      ])
    // Cem organizes most, but the table does not know Cem.
    let cems = event("UID:a", hour(7, at: 9), organizer("cem"), attendee("ana", nil))
    #expect(
      owner("x.ics", anonymous, sync + cems) == ["x.ics: ana@corp.example, commonest address"])
    // A name that is an address says more than who is invited most.
    #expect(
      owner("x.ics", ["X-WR-CALNAME:cem@corp.example"]) == [
        "x.ics: cem@corp.example, calendar name"
      ])
  }

  @Test("nameless files of one name are one person's only in one folder")
  func folders() {
    let feed = event("UID:f", hour(6, at: 9))
    #expect(
      owners(
        calendar(of: "x", path: "in/ana/calendar.ics", header: anonymous, feed),
        calendar(of: "x", path: "in/bo/calendar.ics", header: anonymous, feed))
        == [
          "in/ana/calendar.ics: ana/calendar, file name",
          "in/bo/calendar.ics: bo/calendar, file name",
        ])
    #expect(
      owners(
        calendar(of: "x", path: "a/ana@corp.example.ics", header: anonymous, feed),
        calendar(of: "x", path: "b/ana@corp.example.ics", header: anonymous, feed))
        == [
          "a/ana@corp.example.ics: ana@corp.example, file name",
          "b/ana@corp.example.ics: ana@corp.example, file name",
        ])
  }
}

@Suite("People")
struct PeopleTests {
  @Test(
    "a row without a calendar stays, without measures; a calendar without a row gets defaults and a notice"
  )
  func rowsAndCalendars() {
    let roster = [
      PeopleRow(
        row: 2, email: "bo@corp.example", name: "Bo", team: "Core", timeZone: "Asia/Kolkata")
    ]
    let imported = imported([calendar(of: "ana", sync)], roster: roster)
    let people = imported.book.people
    #expect(people.map(\.address) == ["ana@corp.example", "bo@corp.example"])
    #expect(people.map(\.hasCalendar) == [true, false])
    #expect(people.map(\.isComplete) == [true, false])
    #expect(people.map(\.isInRoster) == [false, true])
    #expect(people.map(\.zone.name) == ["Europe/Berlin", "Asia/Kolkata"])
    #expect(people[0].workStart == 9 * 3600 && people[0].workEnd == 17 * 3600)
    #expect(imported.notices == [.ownerNotInRoster(path: "ana.ics", address: "ana@corp.example")])
    // Bo is unseen, and keeps the place in zone tests.
    let occurrence = imported.book.occurrences[0]
    #expect(occurrence.unseen == 1)
    #expect(imported.book.knownAttendees(of: occurrence).map(\.index) == [0, 1])
  }

  @Test(
    "the zone comes from the table, else X-WR-TIMEZONE, else the commonest TZID, else UTC with a notice"
  )
  func zonesOfPeople() {
    func person(_ header: [String], _ events: String, zone: String? = nil) -> MeetingImport {
      imported(
        [calendar(of: "ana", header: ["X-WR-CALNAME:ana@corp.example"] + header, events)],
        roster: [PeopleRow(row: 2, email: "ana@corp.example", timeZone: zone)])
    }
    let utc = event("UID:u", "DTSTART:20260706T090000Z")
    let declared = ["X-WR-TIMEZONE:Asia/Tokyo"]
    #expect(
      person(declared, sync, zone: "America/New_York").book.people[0].zone.name
        == "America/New_York")
    #expect(person(declared, sync).book.people[0].zone.name == "Asia/Tokyo")
    #expect(person([], sync + utc).book.people[0].zone.name == "Europe/Berlin")
    let assumed = person([], utc)
    #expect(assumed.book.people[0].zone.name == "UTC")
    #expect(assumed.notices == [.zoneAssumed(path: "ana.ics", address: "ana@corp.example")])
  }

  @Test("excluded people leave before any total; in others' meetings they are numbers")
  func excluded() {
    let roster = [
      PeopleRow(row: 2, email: "ana@corp.example"),
      PeopleRow(row: 3, email: "bo@corp.example", isExcluded: true),
    ]
    let bos = event("UID:own", hour(7, at: 9), organizer("bo"), attendee("cem", "ACCEPTED"))
    let imported = imported(
      [calendar(of: "ana", sync), calendar(of: "bo", sync, bos)], roster: roster)
    let book = imported.book
    #expect(book.people.map(\.address) == ["ana@corp.example"])
    #expect(book.lines == ["06 07:00 60 : ana accepted meeting"])
    #expect(book.calendars.map(\.name) == ["ana.ics"])
    #expect(book.ledger.read == 1)
    #expect(book.participants.map(\.address) == ["ana@corp.example", "bo@corp.example"])
    #expect(book.participants.map { $0.person == nil } == [false, true])
    #expect(book.occurrences[0].size == 2)
    #expect(book.occurrences[0].unseen == 0)
    #expect(imported.notices == [.excluded(path: "bo.ics")])
  }

  @Test("the window runs from joining to the end of the last day")
  func employment() {
    func row(from: Int32?, until: Int32?) -> [PeopleRow] {
      [PeopleRow(row: 2, email: "ana@corp.example", from: from, until: until)]
    }
    let days = (6...9).map { event("UID:\($0)-x", hour($0, at: 9)) }.joined()
    func events(from: Int32?, until: Int32?) -> String {
      imported([calendar(of: "ana", days)], roster: row(from: from, until: until)).book.events(
        of: "ana.ics")
    }
    let (seventh, eighth) = (july.lowerBound.days + 6, july.lowerBound.days + 7)
    #expect(events(from: seventh, until: eighth) == "2 outside, 2 unknown-participants")
    #expect(events(from: nil, until: july.lowerBound.days - 1) == "4 outside")
    #expect(events(from: july.upperBound.days, until: nil) == "4 outside")
    #expect(events(from: july.lowerBound.days - 900, until: nil) == "4 unknown-participants")
  }

  @Test(
    "an occurrence belongs to the audit when it touches the window of anybody whose calendar holds it, declined or not"
  )
  func belonging() {
    let declined = event("UID:sync", hour(6, at: 9), organizer("ana"), attendee("bo", "DECLINED"))
    let roster = [
      PeopleRow(row: 2, email: "ana@corp.example", until: july.lowerBound.days),
      PeopleRow(row: 3, email: "bo@corp.example"),
    ]
    let both = book(calendar(of: "ana", declined), calendar(of: "bo", declined), roster: roster)
    #expect(both.lines == ["06 07:00 60 : bo declined declined"])
    #expect(both.events(of: "ana.ics") == "1 outside")
  }

  @Test("a calendar says who wrote it and what it holds")
  func accounts() {
    func producer(_ id: String, _ events: String = sync) -> CalendarAccount {
      let text = "BEGIN:VCALENDAR\r\nPRODID:\(id)\r\n" + events + "END:VCALENDAR\r\n"
      return imported([stream("x.ics", Array(text.utf8), window: july)]).book.calendars[0]
    }
    #expect(producer("-//Google Inc//Google Calendar 70.9054//EN").producer == .google)
    #expect(producer("Microsoft Exchange Server 2010").producer == .microsoft)
    #expect(producer("-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN").producer == .outlook)
    #expect(producer("-//Apple Inc.//macOS 15.6//EN").producer == .apple)
    #expect(producer("-//Example//X//EN").producer == .other)
    #expect(
      producer("-//X//X//EN", event("UID:a", hour(6, at: 9), "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"))
        .producer == .microsoft)
    let account = producer(
      "-//X//X//EN", sync + event("UID:a", "DTSTART:20240115T090000Z", "CREATED:20240101T000000Z"))
    #expect(account.contents.attendees && account.contents.answers && account.contents.created)
    #expect(account.coverage.reach?.lowerBound.isoText == "2024-01-15")
    #expect(account.coverage.reach?.upperBound.isoText == "2026-07-06")
  }
}

@Suite("The listing of occurrences")
struct ListingTests {
  private func rows(_ streams: [CalendarStream], zone: Zone? = nil) -> [String] {
    imported(streams, clock: .common(zone)).listing.map { row in
      "\(row.calendar) \(row.uid) \(row.span.start.seconds - 1_782_864_000) \(row.span.duration / 60) "
        + "\(row.summary) \(row.bucket.rawValue)"
        + (row.recurrenceID.map { " of \($0.seconds - 1_782_864_000)" } ?? "")
    }
  }

  @Test(
    "copies print once per calendar, all with the winning copy's times and title, in every bucket but outside"
  )
  func copies() {
    let ana = calendar(
      of: "ana",
      event("UID:s", "DTSTART:20260701T010000Z", "DURATION:PT1H", "SUMMARY:New", "SEQUENCE:1", list)
    )
    let bo = calendar(
      of: "bo", event("UID:s", "DTSTART:20260702T010000Z", "SUMMARY:Old", "STATUS:CANCELLED", list))
    let cem = calendar(
      of: "cem",
      event("UID:t", "DTSTART:20260630T235900Z", "DTEND:20260701T000100Z", "SUMMARY:Edge")
        + event("UID:u", "DTSTART:20260630T230000Z", "DTEND:20260701T000000Z", "SUMMARY:Out"))
    // The window runs from the UTC midnight of 1 July.
    #expect(
      rows([bo, cem, ana]) == [
        "cem.ics t -60 2 Edge unknown-participants", "ana.ics s 3600 60 New meeting",
        "bo.ics s 3600 60 New cancelled",
      ])
  }

  @Test("a superseded copy prints at the times it gives itself, series with their original starts")
  func superseded() {
    let old = event(
      "UID:s", "DTSTART:20260702T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2",
      "SUMMARY:Old")
    let new = event(
      "UID:s", "DTSTART:20260701T000000Z", "DURATION:PT1H", "SUMMARY:New", "SEQUENCE:1")
    #expect(
      rows([calendar(of: "ana", old, new)]) == [
        "ana.ics s 0 60 New unknown-participants", "ana.ics s 86400 60 Old superseded of 86400",
        "ana.ics s 172800 60 Old superseded of 172800",
      ])
  }

  @Test(
    "floating times and dates are read in the zone given, else in the calendar's own, dates else in UTC"
  )
  func clocks() {
    let events =
      event("UID:f", "DTSTART:20260701T000000") + event("UID:d", "DTSTART;VALUE=DATE:20260630")
    let ana = calendar(of: "ana", events)
    // Midnight in Berlin is 22:00 UTC of 30 June: outside. 30 June as a date ends at the UTC midnight: outside.
    #expect(rows([ana]).isEmpty)
    // New York is four hours west: midnight is 04:00 UTC, and 30 June ends there.
    let newYork = zones.zone(iana: "America/New_York")
    #expect(
      rows([ana], zone: newYork) == [
        "ana.ics d -86400 1440  all-day", "ana.ics f 14400 0  unknown-participants",
      ])
    let plain = calendar(of: "ana", header: ["X-WR-CALNAME:ana@corp.example"], events)
    #expect(imported([plain], clock: .common(nil)).notices.map(\.code).contains("floating-times"))
    #expect(
      !imported([plain], clock: .common(newYork)).notices.map(\.code).contains("floating-times"))
  }

  @Test("nothing is listed where each person has a window of their own")
  func personal() {
    #expect(imported([calendar(of: "ana", sync)]).listing.isEmpty)
  }
}
