import ICalendar
import Meetings
import Policy
import Testing

private func day(_ month: Int, _ day: Int) -> CivilDay { CivilDay(year: 2026, month: month, day: day) }

/// A single event at noon of a date of 2026 in Berlin.
private func single(_ date: CivilDay, stamp: String? = nil, _ lines: String...) -> String {
  let text = date.isoText.filter { $0 != "-" }
  return event(
    ([
      "UID:\(text)-\(lines.count)@corp.example", "DTSTART;TZID=Europe/Berlin:\(text)T120000",
      "DTEND;TZID=Europe/Berlin:\(text)T130000", "SUMMARY:Talk",
    ] + (stamp.map { ["DTSTAMP:\($0)"] } ?? []) + lines).joined(separator: "\r\n"))
}

/// A weekly event without an end, from 5 January 2026 on.
private func weekly(stamp: String? = nil) -> String {
  event(
    ([
      "UID:weekly@corp.example", "DTSTART;TZID=Europe/Berlin:20260105T090000",
      "DTEND;TZID=Europe/Berlin:20260105T100000", "RRULE:FREQ=WEEKLY", "SUMMARY:Sync",
    ] + (stamp.map { ["DTSTAMP:\($0)"] } ?? [])).joined(separator: "\r\n"))
}

/// Ana's calendar of these events, `METHOD:PUBLISH` or not.
private func ana(isPublished: Bool = false, path: String = "ana.ics", _ events: String...) -> CalendarStream {
  let header = ["X-WR-CALNAME:ana@corp.example", "X-WR-TIMEZONE:Europe/Berlin"]
  return calendar(of: "ana", path: path, header: header + (isPublished ? ["METHOD:PUBLISH"] : []), events.joined())
}

private func coverage(of stream: CalendarStream, roster: [PeopleRow]? = nil) throws -> Coverage {
  try #require(imported([stream], roster: roster).book.calendars.first?.coverage)
}

/// The window is July 2026 throughout.
@Suite("How far a calendar reaches")
struct CoverageTests {
  @Test("behind the window's end: no doubt, whatever recurs")
  func healthy() throws {
    let found = try coverage(of: ana(weekly(), single(day(6, 3)), single(day(8, 1))))
    #expect(found == Coverage(reach: day(6, 3)...day(8, 1), exported: nil, doubts: []))
  }

  @Test("not behind the window's end: a doubt with the date of the last event; a recurring one says nothing")
  func endsBefore() throws {
    let found = try coverage(of: ana(weekly(), single(day(6, 3)), single(day(7, 31))))
    #expect(found.doubts == [.endsBeforeWindow(day(7, 31))])
    #expect(try coverage(of: ana(weekly())).doubts == [.endsBeforeWindow(nil)])
  }

  @Test("a moved instance behind the end is an event of its own")
  func override() throws {
    let moved = event(
      "UID:weekly@corp.example", "RECURRENCE-ID;TZID=Europe/Berlin:20260803T090000",
      "DTSTART;TZID=Europe/Berlin:20260804T090000", "DTEND;TZID=Europe/Berlin:20260804T100000", "SUMMARY:Sync")
    #expect(try coverage(of: ana(weekly(), single(day(7, 2)), moved)).doubts == [])
  }

  @Test("only behind the window: a doubt with the first date; a series that began earlier clears it")
  func startsAfter() throws {
    let found = try coverage(of: ana(single(day(8, 1)), single(day(8, 20))))
    #expect(found.doubts == [.startsAfterWindow(day(8, 1))])
    #expect(try coverage(of: ana(weekly(), single(day(8, 1)))).doubts == [])
  }

  @Test("a published feed made before the end is doubted although it reaches past it")
  func exportedBefore() throws {
    let stamp = "20260720T220000Z"
    let feed = ana(isPublished: true, weekly(stamp: stamp), single(day(9, 1), stamp: stamp))
    // 22:00 UTC is midnight in Berlin: the 21st.
    #expect(try coverage(of: feed).exported == day(7, 21))
    #expect(try coverage(of: feed).doubts == [.exportedBeforeWindowEnd(day(7, 21))])
  }

  @Test(
    "the day ends at midnight on the owner's clock",
    arguments: [("20260731T215959Z", false), ("20260731T220000Z", true)])
  func boundary(stamp: String, isAfter: Bool) throws {
    let feed = ana(isPublished: true, single(day(7, 30), stamp: stamp))
    #expect(try coverage(of: feed).doubts == (isAfter ? [] : [.exportedBeforeWindowEnd(day(7, 31))]))
  }

  @Test("equal stamps without METHOD tell the export too, but what lies behind the period outweighs them")
  func equalStamps() throws {
    let stamp = "20260715T080000Z"
    let early = ana(weekly(stamp: stamp), single(day(7, 10), stamp: stamp))
    #expect(try coverage(of: early).doubts == [.exportedBeforeWindowEnd(day(7, 15))])
    let planned = ana(weekly(stamp: stamp), single(day(8, 10), stamp: stamp))
    #expect(try coverage(of: planned) == Coverage(reach: day(8, 10)...day(8, 10), exported: nil, doubts: []))
    // One stamp is equal to itself: it tells nothing.
    let one = try coverage(of: ana(single(day(7, 10), stamp: stamp)))
    #expect(one == Coverage(reach: day(7, 10)...day(7, 10), exported: nil, doubts: [.endsBeforeWindow(day(7, 10))]))
  }

  @Test("stamps of revisions tell no export, and one behind the end shows that it was exported later")
  func revisions() throws {
    let before = ana(single(day(7, 9), stamp: "20260601T080000Z"), single(day(7, 10), stamp: "20260702T080000Z"))
    #expect(try coverage(of: before).exported == nil)
    #expect(try coverage(of: before).doubts == [.endsBeforeWindow(day(7, 10))])
    let after = ana(single(day(7, 9), stamp: "20260601T080000Z"), single(day(7, 10), stamp: "20260802T080000Z"))
    #expect(try coverage(of: after).doubts == [])
    let changed = ana(single(day(7, 9)), single(day(7, 10), stamp: nil, "LAST-MODIFIED:20260802T080000Z"))
    #expect(try coverage(of: changed).doubts == [])
  }

  @Test("a change later than all stamps says that they are not the export's")
  func contradiction() throws {
    let stamp = "20260715T080000Z"
    let file = ana(
      isPublished: true, single(day(7, 9), stamp: stamp),
      single(day(7, 10), stamp: stamp, "LAST-MODIFIED:20260720T080000Z"))
    #expect(try coverage(of: file).exported == nil)
  }

  @Test(
    "an export made later with four silent weeks before the end is a quiet calendar, with more it may be cut off",
    arguments: [(CivilDay(year: 2026, month: 7, day: 4), true), (CivilDay(year: 2026, month: 7, day: 3), false)])
  func silence(last: CivilDay, isQuiet: Bool) throws {
    let feed = ana(
      isPublished: true, single(day(6, 1), stamp: "20260901T080000Z"), single(last, stamp: "20260901T080000Z"))
    #expect(try coverage(of: feed).doubts == (isQuiet ? [] : [.endsBeforeWindow(last)]))
  }

  /// 1 July and 92 days are 1 October.
  @Test(
    "a Microsoft feed downloaded more than three months after the beginning may lack it, unless something older is in it",
    arguments: [
      ("20261002T080000Z", 7, 12, [Coverage.Doubt.startsInsideWindow(day(7, 12))]), ("20261001T080000Z", 7, 12, []),
      ("20261002T080000Z", 7, 1, []), ("20261002T080000Z", 6, 20, []),
    ])
  func feed(stamp: String, month: Int, date: Int, doubts: [Coverage.Doubt]) throws {
    let events = single(day(month, date), stamp: stamp) + single(day(8, 20), stamp: stamp)
    func feed(_ product: String) -> CalendarStream {
      let header = ["BEGIN:VCALENDAR", "PRODID:" + product, "METHOD:PUBLISH", "X-WR-TIMEZONE:Europe/Berlin"]
      let text = header.joined(separator: "\r\n") + "\r\n" + events + "END:VCALENDAR\r\n"
      return stream("ana.ics", Array(text.utf8), window: july)
    }
    #expect(try coverage(of: feed("Microsoft Exchange Server 2010")).doubts == doubts)
    #expect(try coverage(of: feed("-//Google Inc//Google Calendar 70.9054//EN")).doubts == [])
  }

  @Test("whoever left before the period ended is measured, and doubted, until then")
  func leaver() throws {
    let row = PeopleRow(row: 2, email: "ana@corp.example", until: day(7, 15).days)
    #expect(try coverage(of: ana(single(day(7, 10)), single(day(7, 20))), roster: [row]).doubts == [])
    #expect(try coverage(of: ana(single(day(7, 10))), roster: [row]).doubts == [.endsBeforeWindow(day(7, 10))])
  }

  @Test("a damaged file is doubted for that; people carry the doubts of all their calendars")
  func damaged() throws {
    let cut = stream(
      "ana.ics",
      Array(
        ("BEGIN:VCALENDAR\r\nX-WR-CALNAME:ana@corp.example\r\n" + single(day(7, 3)) + "BEGIN:VEVENT\r\nUID:x\r\n").utf8),
      window: july)
    let book = imported([cut, ana(path: "more.ics", single(day(7, 3)))]).book
    #expect(book.calendars.map(\.coverage.doubts) == [[.damaged], [.endsBeforeWindow(day(7, 3))]])
    #expect(book.doubts(about: PersonID(0)).map(\.code) == ["damaged", "ends-before-period"])
  }

  @Test("an empty calendar is doubted when its owner has no other")
  func empty() throws {
    #expect(try coverage(of: ana()).doubts == [.empty])
    let book = imported([ana(), ana(path: "more.ics", single(day(7, 3)), single(day(8, 3)))]).book
    #expect(book.calendars.flatMap(\.coverage.doubts) == [])
  }
}
