import ICalendar
import Meetings
import Policy
import Testing

/// A meeting on Monday 6 July 2026, 09:00 in Berlin, UID `sync`.
private func sync(_ lines: String...) -> String {
  event((["UID:sync", hour(6, at: 9), "SUMMARY:Sync"] + lines).joined(separator: "\r\n"))
}

@Suite("Answers, row by row of the table of rulings")
struct AnswersTests {
  @Test("a person's own copy is the truth about that person, whatever other copies say")
  func ownCopy() {
    let book = book(
      calendar(
        of: "ana",
        sync(
          organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED"),
          attendee("cem", "ACCEPTED"))),
      calendar(
        of: "bo",
        sync(
          organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "DECLINED"),
          attendee("cem", "DECLINED"))),
      calendar(of: "cem", sync(organizer("ana"), attendee("cem", "TENTATIVE"))))
    #expect(book.answers == "ana accepted, bo declined, cem tentative")
    #expect(
      book.lines == [
        "06 07:00 60 Sync: ana accepted meeting, bo declined declined, cem tentative meeting"
      ])
    #expect(book.occurrences[0].size == 2)
  }

  @Test("a feed without answers takes them from the newest copy that holds answers")
  func feed() {
    let ana = calendar(
      of: "ana",
      sync("SEQUENCE:1", organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "TENTATIVE"))
    )
    let older = calendar(
      of: "cem", sync(organizer("ana"), attendee("cem", "ACCEPTED"), attendee("bo", "DECLINED")))
    let feed = calendar(of: "bo", sync("SEQUENCE:2"))
    #expect(book(ana, older, feed).answers == "ana accepted, bo tentative, cem accepted")
  }

  @Test("where no copy holds answers they are unknown: not declined, not accepted, in no share")
  func unknown() {
    let book = book(
      calendar(
        of: "ana",
        sync(organizer("ana"), attendee("ana", nil), attendee("bo", nil), attendee("cem", nil))),
      calendar(of: "bo", sync()))
    #expect(book.answers == "ana accepted, bo unknown, cem unknown")
    #expect(book.lines == ["06 07:00 60 Sync: ana accepted meeting, bo unknown meeting"])
    #expect(book.occurrences[0].answers.known == 0)
    #expect(book.occurrences[0].size == 3)
  }

  @Test("a person without a copy answers by the organizer's copy, though another one wins")
  func organizersCopy() {
    let ana = calendar(
      of: "ana", sync(organizer("ana"), attendee("ana", "ACCEPTED"), attendee("dee", "ACCEPTED")))
    let bo = calendar(
      of: "bo",
      sync("SEQUENCE:1", organizer("ana"), attendee("bo", "ACCEPTED"), attendee("dee", "DECLINED")))
    #expect(book(ana, bo).answers == "ana accepted, bo accepted, dee accepted")
  }

  @Test("without the organizer's copy by the winning one; an organizer without a copy has accepted")
  func winningCopy() {
    let bo = calendar(
      of: "bo",
      sync("SEQUENCE:1", organizer("ana"), attendee("bo", "ACCEPTED"), attendee("dee", "DECLINED")))
    let cem = calendar(
      of: "cem", sync(organizer("ana"), attendee("cem", "ACCEPTED"), attendee("dee", "ACCEPTED")))
    #expect(book(bo, cem).answers == "ana accepted, bo accepted, cem accepted, dee declined")
  }

  @Test(
    "NEEDS-ACTION about others means no answer only where the stream shows other answers of others")
  func needsAction() {
    let silent = sync(
      organizer("ana"), attendee("bo", "ACCEPTED"), attendee("dee", "NEEDS-ACTION"),
      attendee("eli", "NEEDS-ACTION"))
    // The owner's own answer, as Outlook shows it, says nothing about what it knows of others.
    #expect(
      book(calendar(of: "bo", silent)).answers
        == "ana accepted, bo accepted, dee unknown, eli unknown")
    // An answer of a third person anywhere in the stream, also far outside the window, does.
    let google = calendar(
      of: "bo", silent,
      event("UID:old", "DTSTART:20240115T090000Z", organizer("ana"), attendee("cem", "DECLINED")))
    #expect(book(google).answers == "ana accepted, bo accepted, dee noAnswer, eli noAnswer")
  }

  @Test("NEEDS-ACTION in the own copy is no answer")
  func ownNeedsAction() {
    #expect(
      book(calendar(of: "bo", sync(organizer("ana"), attendee("bo", "NEEDS-ACTION")))).answers
        == "ana accepted, bo noAnswer")
  }

  @Test("an organizer has accepted, unless the own copy says DECLINED")
  func organizers() {
    let other = calendar(
      of: "bo", sync(organizer("ana"), attendee("ana", "DECLINED"), attendee("bo", "ACCEPTED")))
    let asked = calendar(
      of: "ana", sync(organizer("ana"), attendee("ana", "NEEDS-ACTION"), attendee("bo", "ACCEPTED"))
    )
    let declined = calendar(
      of: "ana", sync(organizer("ana"), attendee("ana", "DECLINED"), attendee("bo", "ACCEPTED")))
    #expect(book(other).answers == "ana accepted, bo accepted")
    #expect(
      book(other, asked).lines == ["06 07:00 60 Sync: ana accepted meeting, bo accepted meeting"])
    // One is left: nobody else takes part in bo's meeting.
    #expect(
      book(other, declined).lines == ["06 07:00 60 Sync: ana declined declined, bo accepted solo"])
  }

  @Test(
    "PARTSTAT is read as rulings say",
    arguments: [
      ("ACCEPTED", "accepted"), ("TENTATIVE", "tentative"), ("DECLINED", "declined"),
      ("DELEGATED", "declined"),
      ("NEEDS-ACTION", "noAnswer"), ("COMPLETED", "unknown"), ("X-LATER", "unknown"),
    ])
  func statuses(status: String, answer: String) {
    let cal = calendar(
      of: "bo", sync(organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", status)))
    #expect(book(cal).answers == "ana accepted, bo \(answer)")
  }

  @Test("a missing PARTSTAT is NEEDS-ACTION in a stream that has any, else unknown")
  func missing() {
    let with = calendar(
      of: "bo", sync(organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", nil)))
    let without = calendar(
      of: "bo", sync(organizer("ana"), attendee("ana", nil), attendee("bo", nil)))
    #expect(book(with).answers == "ana accepted, bo noAnswer")
    #expect(book(without).answers == "ana accepted, bo unknown")
  }

  @Test("aliases are one participant; of two entries the more accepting counts")
  func aliases() {
    let cal = calendar(
      of: "ana",
      sync(
        organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "DECLINED"),
        "ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:Bo.Privat@Mail.Example"))
    let roster = [
      PeopleRow(row: 2, email: "ana@corp.example"),
      PeopleRow(row: 3, email: "bo@corp.example", aliases: ["bo.privat@mail.example"]),
    ]
    let book = book(cal, roster: roster)
    #expect(book.answers == "ana accepted, bo tentative")
    #expect(book.participants.map(\.address) == ["ana@corp.example", "bo@corp.example"])
  }

  @Test(
    "of one person's calendars the newer revision answers, of one revision the more accepting copy")
  func severalCalendars() {
    let ana = calendar(
      of: "ana", sync(organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "NEEDS-ACTION"))
    )
    func bo(_ path: String, _ status: String, modified: String) -> CalendarStream {
      calendar(
        of: "bo", path: path,
        sync("LAST-MODIFIED:\(modified)T000000Z", organizer("ana"), attendee("bo", status)))
    }
    let newer = book(
      ana, bo("a.ics", "ACCEPTED", modified: "20260601"),
      bo("b.ics", "DECLINED", modified: "20260602"))
    #expect(newer.answers == "ana accepted, bo declined")
    #expect(newer.events(of: "a.ics") == "1 superseded")
    #expect(newer.events(of: "b.ics") == "1 declined")
    let same = book(
      ana, bo("a.ics", "DECLINED", modified: "20260601"),
      bo("b.ics", "TENTATIVE", modified: "20260601"))
    // The time of export does not count: nobody's answer changed with it.
    let exported = calendar(
      of: "bo", path: "c.ics",
      sync("LAST-MODIFIED:20260601T000000Z", "DTSTAMP:20261001T000000Z", organizer("ana"), attendee("bo", "DECLINED")))
    #expect(
      book(ana, exported, bo("b.ics", "TENTATIVE", modified: "20260601")).answers == "ana accepted, bo tentative")
    #expect(same.answers == "ana accepted, bo tentative")
    #expect(same.ledger[.superseded].events == 1)
  }
}

@Suite("Who takes part")
struct ParticipantTests {
  @Test("rooms do not take part, a list is one participant, a calendar's own address is none")
  func kinds() {
    let book = book(
      calendar(
        of: "ana",
        sync(
          organizer("ana"), attendee("ana", "ACCEPTED"),
          attendee("all-staff", "NEEDS-ACTION", ";CUTYPE=GROUP"),
          attendee("room-4", "ACCEPTED", ";CUTYPE=ROOM"),
          attendee("beamer", "ACCEPTED", ";CUTYPE=RESOURCE"),
          "ATTENDEE;PARTSTAT=ACCEPTED:mailto:c_1@resource.calendar.google.com",
          "ATTENDEE;PARTSTAT=ACCEPTED:mailto:c_2@group.calendar.google.com")))
    #expect(book.participants.map(\.address) == ["all-staff@corp.example", "ana@corp.example"])
    #expect(book.participants.map(\.isList) == [true, false])
    #expect(book.lines == ["06 07:00 60 Sync: ana accepted meeting"])
    #expect(book.occurrences[0].size == 2)
    // A list is of unknown size: nobody unseen, no answer.
    #expect(book.occurrences[0].unseen == 0)
    #expect(book.occurrences[0].answers == AnswerCounts())
  }

  @Test("a meeting that a calendar's own address organizes has no organizer")
  func technicalOrganizer() {
    let book = book(
      calendar(
        of: "ana",
        sync(
          "ORGANIZER:mailto:c_2@group.calendar.google.com", attendee("ana", "ACCEPTED"),
          attendee("bo", "ACCEPTED"))))
    #expect(book.details[0].organizer == nil)
    #expect(book.answers == "ana accepted, bo accepted")
  }

  @Test("an organizer who is not listed takes part")
  func unlistedOrganizer() {
    #expect(
      book(calendar(of: "bo", sync(organizer("ana"), attendee("bo", "ACCEPTED")))).lines
        == ["06 07:00 60 Sync: bo accepted meeting"])
  }

  @Test("whoever's calendar holds the event takes part, with an unknown answer when not listed")
  func unlistedHolder() {
    let book = book(
      calendar(
        of: "ana", sync(organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED"))),
      calendar(of: "cem", sync()))
    #expect(book.answers == "ana accepted, bo accepted, cem unknown")
    #expect(book.occurrences[0].size == 3)
  }

  @Test(
    "two feeds with one UID make a meeting of two known people, one feed alone unknown participants"
  )
  func feeds() {
    let (ana, bo) = (calendar(of: "ana", sync()), calendar(of: "bo", sync()))
    #expect(book(ana).lines == ["06 07:00 60 Sync: ana unknown unknown-participants"])
    #expect(book(ana, bo).lines == ["06 07:00 60 Sync: ana unknown meeting, bo unknown meeting"])
  }

  @Test("in a stream that lists attendees anywhere an event without any is solo")
  func solo() {
    let other = event("UID:other", "DTSTART:20240115T090000Z", attendee("bo", nil))
    let room = event(
      "UID:other", "DTSTART:20240115T090000Z", attendee("room-4", nil, ";CUTYPE=ROOM"))
    #expect(
      book(calendar(of: "ana", sync(), other)).lines == ["06 07:00 60 Sync: ana unknown solo"])
    #expect(
      book(calendar(of: "ana", sync(), room)).lines == [
        "06 07:00 60 Sync: ana unknown unknown-participants"
      ])
    #expect(
      book(calendar(of: "ana", sync(organizer("bo")), other)).lines == [
        "06 07:00 60 Sync: ana unknown solo"
      ])
  }

  @Test(
    "a free/busy feed lists the calendar's own address in every event and does not say who takes part"
  )
  func busyTimes() {
    func busy(_ uid: String, _ day: Int) -> String {
      event("UID:\(uid)", hour(day, at: 9), "SUMMARY:Busy", attendee("ana", "ACCEPTED"))
    }
    let imported = imported([calendar(of: "ana", busy("a", 6), busy("b", 7))])
    #expect(
      imported.book.lines == [
        "06 07:00 60 Busy: ana accepted unknown-participants",
        "07 07:00 60 Busy: ana accepted unknown-participants",
      ])
    #expect(!imported.book.calendars[0].contents.attendees)
  }

  @Test("a private copy hides the title everywhere, and counts like any other")
  func privacy() {
    let list = [organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED")].joined(
      separator: "\r\n")
    let streams = [
      calendar(of: "ana", sync("SEQUENCE:1", list)),
      calendar(of: "bo", sync("CLASS:CONFIDENTIAL", list)),
    ]
    let book = imported(streams).book
    #expect(book.lines == ["06 07:00 60 : ana accepted meeting, bo accepted meeting"])
    #expect(book.details[0].isPrivate)
    let listing = imported(streams, clock: .common(nil)).listing
    #expect(listing.map(\.summary) == ["", ""])
    #expect(listing.map(\.bucket) == [.meeting, .meeting])
  }

  @Test("a private copy hides the title of another calendar's older copy as well")
  func privacyOfOlderCopies() {
    let titled = event("UID:s", hour(6, at: 9), "SUMMARY:Severance")
    let newer = event("UID:s", hour(6, at: 9), "SEQUENCE:1", "SUMMARY:Severance")
    let hidden = event("UID:s", hour(6, at: 9), "CLASS:PRIVATE", "SUMMARY:Severance")
    let listing = imported(
      [
        calendar(of: "ana", path: "new.ics", newer), calendar(of: "ana", path: "old.ics", titled),
        calendar(of: "bo", hidden),
      ],
      clock: .common(nil)
    ).listing
    #expect(listing.filter { $0.bucket == .superseded }.map(\.calendar) == ["old.ics"])
    #expect(listing.map(\.summary) == ["", "", ""])
  }

  @Test("optional is who is invited as such")
  func optional() {
    let book = book(
      calendar(
        of: "ana",
        sync(
          organizer("ana"), attendee("ana", "ACCEPTED", ";ROLE=OPT-PARTICIPANT"),
          attendee("bo", "ACCEPTED", ";ROLE=OPT-PARTICIPANT"),
          attendee("cem", "ACCEPTED", ";ROLE=NON-PARTICIPANT"),
          attendee("dee", "ACCEPTED", ";ROLE=REQ-PARTICIPANT"))))
    // The organizer's presence is not optional.
    #expect(book.details[0].invitations.map(\.isOptional) == [false, true, true, false])
  }

  @Test(
    "whose calendar is here and does not hold the meeting is not unseen, unless the calendar is damaged"
  )
  func unseen() {
    let ana = calendar(
      of: "ana",
      sync(
        organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED"),
        attendee("cem", nil)))
    let whole = calendar(of: "bo", event("UID:else", hour(7, at: 9)))
    let text =
      "BEGIN:VCALENDAR\r\nX-WR-CALNAME:bo@corp.example\r\n" + event("UID:else", hour(7, at: 9))
    let damaged = stream("bo.ics", Array(text.utf8), window: july)
    #expect(book(ana).occurrences[0].unseen == 2)
    let seen = book(ana, whole)
    #expect(
      seen.lines == [
        "06 07:00 60 Sync: ana accepted meeting", "07 07:00 60 : bo unknown unknown-participants",
      ])
    #expect(seen.occurrences[0].unseen == 1)
    #expect(book(ana, damaged).people.map(\.isComplete) == [true, false])
    #expect(book(ana, damaged).occurrences[0].unseen == 2)
  }

  @Test("counts answers of everybody but organizer, rooms and lists")
  func counts() {
    let book = book(
      calendar(
        of: "ana",
        sync(
          organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED"),
          attendee("cem", "DECLINED"),
          attendee("dee", "TENTATIVE"), attendee("eli", "NEEDS-ACTION"), attendee("fay", "X-LATER"),
          attendee("all", "ACCEPTED", ";CUTYPE=GROUP"))))
    var expected = AnswerCounts()
    for answer in [Answer.accepted, .declined, .tentative, .noAnswer, .unknown] {
      expected.count(answer)
    }
    #expect(book.occurrences[0].answers == expected)
    // ana, bo, dee, eli, fay, the list.
    #expect(book.occurrences[0].size == 6)
    #expect(book.occurrences[0].unseen == 4)
  }
}
