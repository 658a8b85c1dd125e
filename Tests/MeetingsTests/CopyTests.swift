import ICalendar
import Meetings
import Policy
import Testing

/// A copy of one meeting on a Monday or another day of July 2026, 09:00 in Berlin.
private func copy(_ title: String, day: Int = 6, _ lines: String...) -> String {
  event(
    ([hour(day, at: 9), "UID:it", "SUMMARY:\(title)", organizer("ana")] + people + lines).joined(
      separator: "\r\n"))
}

private let people = [attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED")]

@Suite("One meeting, many copies")
struct CopyTests {
  @Test("SEQUENCE decides, then LAST-MODIFIED, then DTSTAMP; what is missing is oldest")
  func precedence() {
    let newest = [
      ("SEQUENCE:2", "SEQUENCE:1\r\nLAST-MODIFIED:20260601T000000Z"),
      (
        "LAST-MODIFIED:20260602T000000Z",
        "LAST-MODIFIED:20260601T000000Z\r\nDTSTAMP:20260701T000000Z"
      ),
      ("LAST-MODIFIED:20260602T000000Z", "DTSTAMP:20260701T000000Z"),
      ("DTSTAMP:20260602T000000Z", "DTSTAMP:20260601T000000Z"),
    ]
    for (new, old) in newest {
      for (first, second) in [("ana", "bo"), ("bo", "ana")] {
        let book = book(
          calendar(of: first, copy("New", new)), calendar(of: second, copy("Old", day: 7, old)))
        #expect(
          book.lines == ["06 07:00 60 New: ana accepted meeting, bo accepted meeting"],
          "\(new) over \(old)")
      }
    }
  }

  @Test("equal copies count once: what they say decides, in any order of files")
  func ties() {
    let (a, b) = (copy("One"), copy("Two"))
    let forward = imported([calendar(of: "ana", a), calendar(of: "bo", b)]).book
    let backward = imported([calendar(of: "bo", b), calendar(of: "ana", a)]).book
    let exchanged = imported([calendar(of: "ana", b), calendar(of: "bo", a)]).book
    #expect(forward.occurrences.count == 1)
    #expect(forward.lines == backward.lines)
    #expect(forward.lines == exchanged.lines)
  }

  @Test("of one person's calendars the older copy is superseded, of two masters in one file too")
  func superseded() {
    let (old, new) = (copy("Old", "SEQUENCE:1"), copy("New", day: 7, "SEQUENCE:2"))
    let two = book(calendar(of: "ana", path: "a.ics", new), calendar(of: "ana", path: "b.ics", old))
    #expect(two.lines == ["07 07:00 60 New: ana accepted meeting"])
    #expect(two.events(of: "a.ics") == "1 meeting")
    #expect(two.events(of: "b.ics") == "1 superseded")
    #expect(two.occurrences(of: "b.ics") == "1 superseded 60")
    #expect(book(calendar(of: "ana", old, new)).events(of: "ana.ics") == "1 superseded, 1 meeting")
  }

  @Test("between people nothing is superseded: each copy stands in its own bucket")
  func acrossPeople() {
    let book = book(
      calendar(of: "ana", copy("New", "SEQUENCE:2")), calendar(of: "bo", copy("Old", day: 7)))
    #expect(book.events(of: "bo.ics") == "1 meeting")
    #expect(book.ledger[.superseded].events == 0)
  }

  @Test("a cancelled copy that wins cancels for everybody, one that does not for its owner")
  func cancelled() {
    let off = "STATUS:CANCELLED"
    let all = book(
      calendar(of: "ana", copy("It", "SEQUENCE:1", off)), calendar(of: "bo", copy("It")))
    #expect(all.lines.isEmpty)
    #expect(all.events(of: "bo.ics") == "1 cancelled")
    let one = book(
      calendar(of: "ana", copy("It", "SEQUENCE:1")), calendar(of: "bo", copy("It", off)))
    #expect(one.lines == ["06 07:00 60 It: ana accepted meeting"])
    #expect(one.events(of: "bo.ics") == "1 cancelled")
    let title = book(
      calendar(of: "ana", copy("It", "SEQUENCE:1")), calendar(of: "bo", copy("Canceled: It")))
    #expect(title.lines == one.lines)
    let method = book(
      calendar(of: "ana", copy("It", "SEQUENCE:1")),
      calendar(of: "bo", header: ["METHOD:CANCEL", "X-WR-CALNAME:bo@corp.example"], copy("It")))
    #expect(method.lines == one.lines)
  }

  @Test(
    "a newer copy outside the window supersedes an older one inside it, in this calendar and in others"
  )
  func movedOut() {
    let out = event("UID:it", "DTSTART:20261006T070000Z", "SEQUENCE:3", organizer("ana"))
    let own = book(calendar(of: "ana", copy("It"), out))
    #expect(own.lines.isEmpty)
    #expect(own.events(of: "ana.ics") == "1 superseded, 1 outside")
    let other = book(calendar(of: "ana", out), calendar(of: "bo", copy("It")))
    #expect(other.lines.isEmpty)
    #expect(other.events(of: "bo.ics") == "1 outside")
    // An older one outside changes nothing.
    let older = event("UID:it", "DTSTART:20260106T070000Z", organizer("ana"))
    #expect(
      book(calendar(of: "ana", older), calendar(of: "bo", copy("It", "SEQUENCE:1"))).lines
        == ["06 07:00 60 It: ana accepted meeting, bo accepted meeting"])
  }

  @Test(
    "a copy known only from afar takes part with the VEVENT that stands for it, its answer unknown to itself"
  )
  func movedIn() {
    let older = event(
      "UID:it", "DTSTART:20260106T070000Z", organizer("ana"), attendee("bo", "DECLINED"))
    let book = book(calendar(of: "ana", copy("It", "SEQUENCE:1")), calendar(of: "bo", older))
    #expect(book.lines == ["06 07:00 60 It: ana accepted meeting, bo accepted meeting"])
    #expect(book.events(of: "bo.ics") == "1 meeting")
    #expect(book.calendars.allSatisfy { $0.ledger.balances })
  }

  @Test("a UID of digits only means nothing in another calendar")
  func digits() {
    func numbered(_ title: String, _ day: Int) -> String {
      event(
        "UID:1", hour(day, at: 9), "SUMMARY:\(title)", organizer("ana"),
        people.joined(separator: "\r\n"))
    }
    let both = book(calendar(of: "ana", numbered("A", 6)), calendar(of: "bo", numbered("B", 7)))
    #expect(
      both.lines == ["06 07:00 60 A: ana accepted meeting", "07 07:00 60 B: bo accepted meeting"])
    #expect(both.occurrences.map { both[$0.details].uid } == ["1", "1"])
    // Nor in another of the same person, unless the event is called the same: then it is another export of it.
    let own = book(
      calendar(of: "ana", path: "a.ics", numbered("A", 6)),
      calendar(of: "ana", path: "b.ics", numbered("B", 7)))
    #expect(own.occurrences.count == 2)
    let twice = book(
      calendar(of: "ana", path: "a.ics", numbered("A", 6)),
      calendar(of: "ana", path: "b.ics", numbered("A", 6)))
    #expect(twice.occurrences.count == 1)
  }

  @Test("an event without UID is kept, each for itself; the same calendar twice changes nothing")
  func nameless() {
    let nameless = event(
      hour(6, at: 9), "SUMMARY:A", organizer("ana"), people.joined(separator: "\r\n"))
    let other = event(
      hour(6, at: 9), "SUMMARY:B", organizer("ana"), people.joined(separator: "\r\n"))
    let one = book(calendar(of: "ana", path: "a.ics", nameless, nameless, other))
    #expect(one.occurrences.count == 3)
    #expect(one.details.allSatisfy { $0.uid.isEmpty })
    let twice = book(
      calendar(of: "ana", path: "a.ics", nameless, nameless, other),
      calendar(of: "ana", path: "b.ics", other, nameless, nameless))
    #expect(twice.lines == one.lines)
    #expect(twice.ledger[.superseded].events == 3)
    // Two people's are two meetings.
    #expect(
      book(calendar(of: "ana", nameless), calendar(of: "bo", nameless)).occurrences.count == 2)
  }

  @Test("an invalid copy never wins, whatever its SEQUENCE")
  func invalid() {
    let broken = event("UID:it", "DTSTART:20260706T250000Z", "SEQUENCE:9")
    let book = book(calendar(of: "ana", copy("It")), calendar(of: "bo", broken))
    #expect(book.lines == ["06 07:00 60 It: ana accepted meeting"])
    #expect(book.events(of: "bo.ics") == "1 rejected")
  }

  @Test("times and title come from the winning copy, TRANSP from the own")
  func own() {
    let ana = calendar(of: "ana", copy("Old", day: 7, "TRANSP:TRANSPARENT"))
    let bo = calendar(of: "bo", copy("New", "SEQUENCE:1"))
    #expect(book(ana, bo).lines == ["06 07:00 60 New: ana accepted free, bo accepted meeting"])
  }
}

@Suite("Twins: one event under two identities in one person's calendars")
struct TwinTests {
  private func personal(_ uid: String, title: String = "Sync", day: Int = 6) -> String {
    event("UID:\(uid)", hour(day, at: 9), "SUMMARY:\(title)")
  }

  private func meeting(_ uid: String) -> String {
    event(
      "UID:\(uid)", hour(6, at: 9), "SUMMARY:Sync", organizer("ana"), attendee("ana", "ACCEPTED"),
      attendee("bo", "ACCEPTED"))
  }

  @Test(
    "the same start, end and title, one without participants: the fuller one stays, with a notice")
  func twins() {
    for (first, second) in [("a", "b"), ("b", "a")] {
      let imported = imported([
        calendar(of: "ana", path: "x.ics", personal(first)),
        calendar(of: "ana", path: "y.ics", meeting(second)),
      ])
      #expect(imported.book.lines == ["06 07:00 60 Sync: ana accepted meeting"])
      #expect(imported.book.events(of: "x.ics") == "1 superseded")
      #expect(imported.book.occurrences(of: "x.ics") == "1 superseded 60")
      #expect(imported.notices == [.sameEventTwice(path: "x.ics", line: 6)])
    }
  }

  @Test(
    "not with participants in both, in one calendar, in two people's, or with another title or time"
  )
  func others() {
    func count(_ streams: CalendarStream...) -> Int { imported(streams).book.occurrences.count }
    func ana(_ path: String, _ text: String) -> CalendarStream {
      calendar(of: "ana", path: path, text)
    }
    #expect(count(ana("x.ics", meeting("a")), ana("y.ics", meeting("b"))) == 2)
    #expect(count(ana("x.ics", personal("a") + personal("b"))) == 2)
    #expect(count(ana("x.ics", personal("a")), calendar(of: "bo", personal("b"))) == 2)
    #expect(count(ana("x.ics", personal("a")), ana("y.ics", personal("b", title: "Sync 2"))) == 2)
    #expect(count(ana("x.ics", personal("a")), ana("y.ics", personal("b", day: 7))) == 2)
    // Private ones have no title to compare.
    let hidden = "CLASS:PRIVATE"
    #expect(
      count(
        ana("x.ics", event("UID:a", hour(6, at: 9), hidden)),
        ana("y.ics", event("UID:b", hour(6, at: 9), hidden)))
        == 2)
  }

  @Test("a cancelled twin takes nothing away")
  func cancelledTwin() {
    let off = event("UID:a", hour(6, at: 9), "SUMMARY:Sync", "STATUS:CANCELLED")
    let book = book(
      calendar(of: "ana", path: "x.ics", off), calendar(of: "ana", path: "y.ics", meeting("b")))
    #expect(book.lines == ["06 07:00 60 Sync: ana accepted meeting"])
    #expect(book.events(of: "x.ics") == "1 cancelled")
  }
}
