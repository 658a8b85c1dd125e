import ICalendar
import Meetings
import Policy
import Testing

/// The invitation that ana sends to bo.
private let list = [organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED")]
  .joined(separator: "\r\n")

/// A weekly series from Monday 6 July 2026, 09:00 in Berlin: 6, 13, 20, 27 July.
private func weekly(_ lines: String..., at start: Int = 9) -> String {
  event(
    (["UID:w", hour(6, at: start), "RRULE:FREQ=WEEKLY", "SUMMARY:Weekly", list] + lines).joined(
      separator: "\r\n"))
}

/// What stands for the instance of a day.
private func override(_ day: Int, at start: Int = 9, _ lines: String...) -> String {
  event(
    (["UID:w", time("RECURRENCE-ID", day, start), "SUMMARY:Weekly", list] + lines).joined(
      separator: "\r\n"))
}

/// Day and hour in UTC of each occurrence, and who holds it.
private func held(_ streams: CalendarStream...) -> [String] {
  let book = imported(streams).book
  return book.occurrences.map { occurrence in
    let wall = WallTime(occurrence.span.start.seconds)
    let people = book.attendances(of: occurrence).map {
      book[$0.person].address.prefix { $0 != "@" }
    }
    return "\(wall.day.components.day) \(wall.secondOfDay / 3600) \(people.joined(separator: "+"))"
  }
}

@Suite("Which occurrences exist")
struct OccurrenceTests {
  @Test("overrides move, within the window, out of it and into it")
  func moves() {
    let moved = override(13, hour(14, at: 15))
    let out = override(20, "DTSTART:20260803T070000Z")
    let inside = event("UID:w", "RECURRENCE-ID:20260914T070000Z", hour(30, at: 9), list)
    let book = book(calendar(of: "ana", weekly(), moved, out, inside))
    #expect(
      held(calendar(of: "ana", weekly(), moved, out, inside)) == [
        "6 7 ana", "14 13 ana", "27 7 ana", "30 7 ana",
      ])
    #expect(book.events(of: "ana.ics") == "1 outside, 3 meeting")
    let originals = book.occurrences.compactMap(\.originalStart).map {
      WallTime($0.seconds).day.isoText
    }
    #expect(originals == ["2026-07-06", "2026-07-13", "2026-07-27", "2026-09-14"])
  }

  @Test("an override in any copy beats a plain instance, unless the master has the higher SEQUENCE")
  func overrideBeatsPlain() {
    let ana = calendar(of: "ana", weekly("LAST-MODIFIED:20260630T000000Z"))
    let bo = calendar(of: "bo", weekly(), override(13, hour(14, at: 15)))
    #expect(held(ana, bo) == ["6 7 ana+bo", "14 13 ana+bo", "20 7 ana+bo", "27 7 ana+bo"])
    let newer = calendar(of: "ana", weekly("SEQUENCE:1"))
    #expect(held(newer, bo) == ["6 7 ana+bo", "13 7 ana+bo", "20 7 ana+bo", "27 7 ana+bo"])
    // In one calendar too: then the override is an older word.
    let one = calendar(of: "ana", weekly("SEQUENCE:1"), override(13, hour(14, at: 15)))
    #expect(held(one) == ["6 7 ana", "13 7 ana", "20 7 ana", "27 7 ana"])
    #expect(book(one).events(of: "ana.ics") == "1 superseded, 1 meeting")
  }

  @Test("a newer override from outside to outside supersedes an older one that moved a date into the window")
  func distantOverride() {
    func moved(to start: String, _ sequence: Int) -> String {
      event("UID:w", "RECURRENCE-ID:20260914T070000Z", "DTSTART:\(start)T070000Z", "SEQUENCE:\(sequence)", list)
    }
    let (old, new) = (moved(to: "20260730", 1), moved(to: "20261001", 2))
    #expect(held(calendar(of: "bo", weekly(), old)).last == "30 7 bo")
    #expect(held(calendar(of: "ana", weekly(), new), calendar(of: "bo", weekly(), old)).last == "27 7 ana+bo")
    let own = calendar(of: "bo", weekly(), old, new)
    #expect(held(own).last == "27 7 bo")
    #expect(book(own).events(of: "bo.ics") == "1 superseded, 1 outside, 1 meeting")
    // An older one from afar changes nothing.
    #expect(
      held(calendar(of: "ana", weekly(), moved(to: "20261001", 0)), calendar(of: "bo", weekly(), old)).last
        == "30 7 ana+bo")
  }

  @Test(
    "of two overrides of one instance the newer wins, in two calendars of one person the older is superseded"
  )
  func twoOverrides() {
    let bo = calendar(of: "bo", weekly(), override(13, hour(14, at: 15), "SEQUENCE:1"))
    let ana = calendar(of: "ana", weekly(), override(13, hour(15, at: 15), "SEQUENCE:2"))
    #expect(held(ana, bo)[1] == "15 13 ana+bo")
    // The same date written in UTC.
    let utc = event("UID:w", "RECURRENCE-ID:20260713T070000Z", hour(16, at: 15), "SEQUENCE:3", list)
    let other = calendar(of: "ana", path: "b.ics", utc)
    #expect(held(ana, other)[1] == "16 13 ana")
    #expect(book(ana, other).events(of: "ana.ics") == "1 superseded, 1 meeting")
  }

  @Test("an EXDATE in the own copy alone takes the date out of that calendar only")
  func ownExclusion() {
    let ana = calendar(of: "ana", weekly())
    let bo = calendar(of: "bo", weekly(time("EXDATE", 13, 9)))
    #expect(held(ana, bo) == ["6 7 ana+bo", "13 7 ana", "20 7 ana+bo", "27 7 ana+bo"])
    #expect(book(ana, bo).series[0].skipped == 0)
    #expect(book(ana, bo).occurrences[1].unseen == 0)
    // Also when the guest's copy is the newest of its revision.
    let touched = calendar(
      of: "bo", weekly(time("EXDATE", 13, 9), "LAST-MODIFIED:20260630T000000Z"))
    #expect(held(ana, touched)[1] == "13 7 ana")
  }

  @Test(
    "an EXDATE of the organizer's winning copy, or of a newer revision, takes the date out for everybody"
  )
  func exclusionForAll() {
    let bo = calendar(of: "bo", weekly())
    let ana = calendar(of: "ana", weekly(time("EXDATE", 13, 9), "LAST-MODIFIED:20260630T000000Z"))
    #expect(held(ana, bo) == ["6 7 ana+bo", "20 7 ana+bo", "27 7 ana+bo"])
    #expect(book(ana, bo).series[0].skipped == 1)
    let revised = calendar(of: "bo", weekly(time("EXDATE", 13, 9), "SEQUENCE:1"))
    #expect(
      held(calendar(of: "ana", weekly()), revised) == ["6 7 ana+bo", "20 7 ana+bo", "27 7 ana+bo"])
  }

  @Test("an override that stands beside the EXDATE of its own calendar is real")
  func overrideBesideExclusion() {
    let ana = calendar(
      of: "ana", weekly(time("EXDATE", 13, 9), "LAST-MODIFIED:20260630T000000Z"),
      override(13, hour(14, at: 15), "LAST-MODIFIED:20260601T000000Z"))
    #expect(held(ana) == ["6 7 ana", "14 13 ana", "20 7 ana", "27 7 ana"])
    // A guest's older answer does not bring back a date that the organizer has taken out since.
    let organizer = calendar(
      of: "ana", weekly(time("EXDATE", 13, 9), "LAST-MODIFIED:20260630T000000Z"))
    let guest = calendar(
      of: "bo", weekly(), override(13, hour(13, at: 9), "LAST-MODIFIED:20260601T000000Z"))
    #expect(held(organizer, guest) == ["6 7 ana+bo", "20 7 ana+bo", "27 7 ana+bo"])
  }

  @Test("a stale copy holds what the winning master gives, its dates matched by local date")
  func stale() {
    // The series has moved from 9 to 15 o'clock; bo's copy does not know, and excludes and overrides at 9.
    let ana = calendar(of: "ana", weekly("SEQUENCE:1", at: 15))
    let bo = calendar(
      of: "bo", weekly(time("EXDATE", 13, 9)), override(20, hour(21, at: 9)),
      override(27, hour(28, at: 9), "SEQUENCE:1"))
    #expect(held(ana, bo) == ["6 13 ana+bo", "13 13 ana", "20 13 ana+bo", "28 7 ana+bo"])
  }

  @Test("overrides without a master are real, each for itself")
  func orphans() {
    let bo = calendar(of: "bo", override(13, hour(14, at: 15)), override(20, hour(20, at: 9)))
    #expect(held(bo) == ["14 13 bo", "20 7 bo"])
    #expect(book(bo).series.map(\.key) == ["w"])
    // Beside the whole series in another calendar they are its instances.
    #expect(
      held(calendar(of: "ana", weekly()), bo) == [
        "6 7 ana", "14 13 ana+bo", "20 7 ana+bo", "27 7 ana",
      ])
    // In a calendar with the master, a moment that the rule does not give is an event of its own.
    let odd = calendar(of: "ana", weekly(), override(14, hour(14, at: 15)))
    #expect(held(odd) == ["6 7 ana", "13 7 ana", "14 13 ana", "20 7 ana", "27 7 ana"])
    let sameDay = calendar(of: "ana", weekly(), override(13, at: 15, hour(13, at: 16)))
    #expect(held(sameDay) == ["6 7 ana", "13 7 ana", "13 14 ana", "20 7 ana", "27 7 ana"])
  }

  @Test("RANGE=THISANDFUTURE shifts and resizes the rest, and leaves its own overrides alone")
  func thisAndFuture() {
    let future = event(
      "UID:w", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260713T090000",
      time("DTSTART", 14, 10),
      time("DTEND", 14, 12), "SUMMARY:Later", list)
    let ana = calendar(of: "ana", weekly(), future, override(27, hour(27, at: 9)))
    #expect(held(ana) == ["6 7 ana", "14 8 ana", "21 8 ana", "27 7 ana"])
    #expect(book(ana).occurrences.map { $0.span.duration / 60 } == [60, 120, 120, 60])
  }

  @Test("dates of all-day series are matched by local date, also as Exchange writes them")
  func allDay() {
    let master = event(
      "UID:w", "DTSTART;VALUE=DATE:20260706", "RRULE:FREQ=WEEKLY",
      "EXDATE;TZID=Europe/Berlin:20260713T000000",
      "SUMMARY:Fair")
    let override = event(
      "UID:w", "RECURRENCE-ID;TZID=Europe/Berlin:20260720T000000", "DTSTART;VALUE=DATE:20260722",
      "SUMMARY:Fair")
    let book = book(calendar(of: "ana", master, override))
    #expect(book.lines.map { $0.prefix(2) } == ["06", "22", "27"])
    #expect(book.series[0].skipped == 1)
  }

  @Test("the window is read on each person's own clock")
  func windows() {
    func at(_ utc: String, _ uid: String) -> String {
      event(
        "UID:\(uid)", "DTSTART:\(utc)Z", "DURATION:PT30M", organizer("ana"),
        attendee("ana", "ACCEPTED"), attendee("bo", nil))
    }
    // July begins at 22:00 UTC of 30 June in Berlin, at 07:00 UTC of 1 July in Los Angeles.
    let events =
      at("20260630T220000", "berlin") + at("20260701T063000", "edge")
      + at("20260801T063000", "pacific")
    let ana = calendar(of: "ana", events)
    let bo = calendar(
      of: "bo", header: ["X-WR-CALNAME:bo@corp.example", "X-WR-TIMEZONE:America/Los_Angeles"],
      events)
    let book = book(ana, bo)
    #expect(book.occurrences.count == 3)
    #expect(book.events(of: "ana.ics") == "1 outside, 2 meeting")
    #expect(book.events(of: "bo.ics") == "2 outside, 1 meeting")
    // Overlap at the edge counts with the minutes inside.
    let long = event("UID:long", "DTSTART:20260630T213000Z", "DTEND:20260630T223000Z")
    #expect(
      imported([calendar(of: "ana", long)]).book.occurrences(of: "ana.ics")
        == "1 unknown-participants 30")
    // Without length the start must lie inside; with it, ending at the edge is outside.
    let before = event("UID:before", "DTSTART:20260630T213000Z", "DTEND:20260630T220000Z")
    let zero = event("UID:zero", "DTSTART:20260630T220000Z")
    #expect(
      imported([calendar(of: "ana", before, zero)]).book.events(of: "ana.ics")
        == "1 outside, 1 unknown-participants")
  }

  @Test(
    "floating times are read on the calendar's clock, else on the person's; dates on the person's")
  func floating() {
    let floating = event("UID:f", "DTSTART:20260706T090000", "DURATION:PT1H")
    let named = calendar(
      of: "ana", header: ["X-WR-CALNAME:ana@corp.example", "X-WR-TIMEZONE:Asia/Kolkata"], floating)
    let plain = calendar(of: "ana", header: ["X-WR-CALNAME:ana@corp.example"], floating)
    let roster = [PeopleRow(row: 2, email: "ana@corp.example", timeZone: "America/New_York")]
    #expect(held(named) == ["6 3 ana"])
    #expect(held(plain) == ["6 9 ana"])
    #expect(imported([plain], roster: roster).book.lines.map { $0.prefix(8) } == ["06 13:00"])
    #expect(imported([plain], roster: roster).notices.isEmpty)
    #expect(imported([plain]).notices.map(\.code) == ["floating-times", "zone-assumed"])
    // 31 July in New York ends on 1 August, 04:00 UTC.
    let date = event("UID:d", "DTSTART;VALUE=DATE:20260731")
    let late = event("UID:late", "DTSTART:20260801T030000Z", "DURATION:PT1H")
    let book = book(
      calendar(of: "ana", header: ["X-WR-CALNAME:ana@corp.example"], date, late), roster: roster)
    #expect(book.events(of: "ana.ics") == "1 all-day, 1 unknown-participants")
  }
}

@Suite("Series")
struct SeriesTests {
  @Test("parts that Google cut are one series: the newest says what it is, the oldest since when")
  func stitched() throws {
    func part(_ uid: String, _ start: String, _ rule: String, _ title: String) -> String {
      event(
        "UID:\(uid)@google.com", "DTSTART;TZID=Europe/Berlin:\(start)T090000",
        "DTEND;TZID=Europe/Berlin:\(start)T100000",
        "RRULE:\(rule)", "SUMMARY:\(title)", list)
    }
    let ana = calendar(
      of: "ana", part("abc", "20240108", "FREQ=WEEKLY;UNTIL=20260525T215959Z", "First"),
      part("abc_R20260601T070000", "20260601", "FREQ=WEEKLY;UNTIL=20260716T215959Z", "Second"),
      part("abc_R20260720T070000", "20260720", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", "Third"))
    let book = book(ana)
    let series = try #require(book.series.first)
    #expect(book.series.count == 1)
    #expect(series.key == "abc@google.com")
    #expect(series.firstSeen.isoText == "2024-01-08")
    // 6, 13, 20 July of the second and third part; the third goes on on 3 and 17 August.
    #expect(series.occurrences.count == 3)
    #expect(book[series.details].title == "Third")
    #expect(series.cadence == .biweekly)
    #expect(series.ends?.isoText == "2026-08-17")
    #expect(series.homeZone?.name == "Europe/Berlin")
    // A part that begins behind the window: its end is not known.
    let later = calendar(
      of: "bo", part("abc_R20261005T070000", "20261005", "FREQ=WEEKLY", "Fourth"))
    #expect(imported([ana, later]).book.series[0].ends == nil)
    #expect(imported([ana, later]).book.series[0].occurrences.count == 3)
  }

  @Test(
    "skipped are dates that an EXDATE or a cancelled override takes out for everyone; a moved one is not"
  )
  func skipped() {
    let off = override(20, hour(20, at: 9), "STATUS:CANCELLED")
    let said = event(
      "UID:w", time("RECURRENCE-ID", 27, 9), hour(27, at: 9), "SUMMARY:Canceled: Weekly", list)
    let ana = calendar(
      of: "ana", weekly(time("EXDATE", 13, 9) + "\r\nEXDATE:20260803T070000Z"), off, said)
    let book = book(ana, calendar(of: "bo", weekly(time("EXDATE", 13, 9)), off))
    #expect(book.series[0].skipped == 3)
    #expect(book.series[0].occurrences.count == 1)
    let moved = calendar(of: "ana", weekly(), override(13, hour(14, at: 15)))
    #expect(imported([moved]).book.series[0].skipped == 0)
    // EXDATE outside the rule's dates is no date of the rule.
    #expect(
      imported([calendar(of: "ana", weekly(time("EXDATE", 14, 9)))]).book.series[0].skipped == 0)
  }

  @Test("recurring is what has an RRULE, an RDATE or a RECURRENCE-ID in any copy")
  func recurring() {
    let single = event("UID:w", hour(13, at: 9), list)
    #expect(book(calendar(of: "ana", single)).series.isEmpty)
    #expect(
      book(calendar(of: "ana", single), calendar(of: "bo", override(13, hour(13, at: 9)))).series
        .count == 1)
    let added = event("UID:w", hour(6, at: 9), time("RDATE", 13, 9), list)
    #expect(book(calendar(of: "ana", added)).series.count == 1)
    #expect(held(calendar(of: "ana", added)) == ["6 7 ana", "13 7 ana"])
  }

  @Test(
    "cadence is read from the rule",
    arguments: [
      ("FREQ=DAILY", Cadence.daily), ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", .daily),
      ("FREQ=DAILY;INTERVAL=2", .severalAWeek),
      ("FREQ=WEEKLY;BYDAY=MO,TH", .severalAWeek), ("FREQ=WEEKLY", .weekly),
      ("FREQ=DAILY;INTERVAL=7", .weekly),
      ("FREQ=WEEKLY;INTERVAL=2", .biweekly), ("FREQ=MONTHLY;BYDAY=1MO,3MO", .biweekly),
      ("FREQ=WEEKLY;INTERVAL=3", .monthly), ("FREQ=WEEKLY;INTERVAL=5", .monthly),
      ("FREQ=MONTHLY", .monthly),
      ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", .monthly),
      ("FREQ=MONTHLY;INTERVAL=3", .rarer),
      ("FREQ=YEARLY", .rarer),
    ])
  func cadence(rule: String, cadence: Cadence) {
    let cal = calendar(of: "ana", event("UID:w", hour(6, at: 9), "RRULE:\(rule)", list))
    #expect(book(cal).series[0].cadence == cadence)
  }

  @Test(
    "invited and optional are counted over the occurrences; who is optional in half of them is not optional"
  )
  func invited() {
    let maybe = attendee("cem", "ACCEPTED", ";ROLE=OPT-PARTICIPANT")
    let ana = calendar(
      of: "ana", weekly(maybe + "\r\n" + attendee("dee", nil, ";ROLE=OPT-PARTICIPANT")),
      override(13, hour(13, at: 9), attendee("cem", nil)),
      override(20, hour(20, at: 9), attendee("cem", nil)))
    let book = book(ana)
    func names(_ ids: [ParticipantID]) -> [String] {
      ids.map { String(book[$0].address.prefix { $0 != "@" }) }
    }
    #expect(names(book.series[0].invited) == ["ana", "bo", "cem", "dee"])
    #expect(names(book.series[0].optional) == ["dee"])
  }

  @Test("last changed is the oldest LAST-MODIFIED among the masters of the top SEQUENCE")
  func lastChanged() {
    let book = book(
      calendar(of: "ana", weekly("SEQUENCE:2\r\nLAST-MODIFIED:20250601T000000Z")),
      calendar(of: "bo", weekly("SEQUENCE:2\r\nLAST-MODIFIED:20260601T000000Z")),
      calendar(of: "cem", weekly("SEQUENCE:1\r\nLAST-MODIFIED:20240601T000000Z")))
    #expect(book.series[0].lastChanged == Instant(1_748_736_000))
  }
}
