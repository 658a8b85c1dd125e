import ICalendar
import Meetings
import Testing

/// A calendar of July 2026 as a program writes it, with a PRODID and other lines of its own.
private func calendar(by producer: String?, header: [String] = [], path: String = "ana.ics", _ events: String...)
  -> CalendarStream
{
  let lines = ["BEGIN:VCALENDAR", "VERSION:2.0"] + (producer.map { ["PRODID:" + $0] } ?? []) + header
  let text = lines.joined(separator: "\r\n") + "\r\n" + events.joined() + "END:VCALENDAR\r\n"
  return stream(path, Array(text.utf8), window: july)
}

private func account(_ stream: CalendarStream) throws -> CalendarAccount { try #require(book(stream).calendars.first) }

/// A meeting of Ana's with a title and what else is given.
private func meeting(_ uid: String = "1", _ title: String = "Sync", _ lines: String...) -> String {
  event((["UID:" + uid, hour(6, at: 9), "SUMMARY:" + title] + lines).joined(separator: "\r\n"))
}

@Suite("Producers")
struct ProducerTests {
  @Test(
    "are told from PRODID",
    arguments: [
      ("-//Google Inc//Google Calendar 70.9054//EN", .google),
      ("Microsoft Exchange Server 2010", .microsoft),
      ("-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", .outlook),
      ("-//Microsoft Corporation//Outlook for Mac MIMEDIR//EN", .outlook),
      ("-//Apple Inc.//macOS 15.6//EN", .apple),
      ("-//Apple Computer\\, Inc//iCal 1.5//EN", .apple),
      ("-//Apple Inc.//Mac OS X 10.15.7//EN", .apple),
      ("-//caldav.icloud.com//CALDAVJ 2419B70//EN", .apple),
      ("-//SabreDAV//SabreDAV//EN", .nextcloud),
      ("-//IDN nextcloud.com//Calendar app 4.7.16//EN", .nextcloud),
      ("-//CyrusIMAP.org/Cyrus 3.11.0//EN", .fastmail),
      ("-//FastMail/1.0/EN", .fastmail),
      ("-//Yahoo//Calendar//EN", .yahoo),
      ("Zimbra-Calendar-Provider", .zimbra),
      ("-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN", .other),
    ] as [(String, CalendarAccount.Producer)])
  func names(product: String, producer: CalendarAccount.Producer) throws {
    #expect(try account(calendar(by: product, meeting())).producer == producer)
  }

  @Test("are told from their marks where PRODID says nothing; Zimbra carries marks of Exchange and is Zimbra")
  func marks() throws {
    let status = meeting("1", "Sync", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY")
    #expect(try account(calendar(by: nil, status)).producer == .microsoft)
    #expect(try account(calendar(by: "Zimbra-Calendar-Provider", status)).producer == .zimbra)
    #expect(try account(calendar(by: nil, meeting("abc@google.com"))).producer == .google)
    #expect(try account(calendar(by: nil, meeting("abc@google.com"), meeting("2"))).producer == .other)
  }

  @Test("Google's free/busy feed is told by the calendar's own address and one title")
  func freeBusy() throws {
    let own = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ana@corp.example"
    let feed = calendar(
      by: "-//Google Inc//Google Calendar 70.9054//EN", header: ["X-WR-CALNAME:ana@corp.example"],
      meeting("1@google.com", "Busy", own), meeting("2@google.com", "Busy", own))
    #expect(try account(feed).producer == .googleBusy)
    #expect(
      try account(feed).contents
        == CalendarContents(
          attendees: false, answers: false, created: false, modified: false, descriptions: false, titles: false))
  }
}

@Suite("What a calendar holds")
struct ContentsTests {
  private static let google = "-//Google Inc//Google Calendar 70.9054//EN"
  private static let microsoft = "Microsoft Exchange Server 2010"

  @Test("everything, where one event shows it")
  func everything() throws {
    let full = meeting(
      "1", "Sync", attendee("ana", "ACCEPTED"), attendee("bo", nil), "CREATED:20260601T080000Z",
      "LAST-MODIFIED:20260602T080000Z", "DESCRIPTION:Agenda")
    #expect(try account(calendar(by: Self.google, full, meeting("2"))).contents == .everything)
  }

  @Test("attendees without answers, as Outlook exports them")
  func withoutAnswers() throws {
    let contents = try account(
      calendar(
        by: "-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
        meeting("1", "Sync", attendee("ana", nil), attendee("bo", nil), "DESCRIPTION:Agenda"))
    ).contents
    #expect(contents.attendees && !contents.answers && contents.descriptions)
  }

  @Test("descriptions, where a line stands although it is empty, but not where users choose how much to share")
  func descriptions() throws {
    let empty = meeting("1", "Sync", "DESCRIPTION:")
    #expect(try account(calendar(by: Self.google, empty)).contents.descriptions)
    #expect(try !account(calendar(by: Self.microsoft, empty)).contents.descriptions)
    #expect(try !account(calendar(by: Self.microsoft, meeting())).contents.descriptions)
    #expect(try account(calendar(by: Self.microsoft, meeting("1", "Sync", "DESCRIPTION:Notes"))).contents.descriptions)
  }

  @Test(
    "no descriptions, where twenty events have no such line; in nineteen nobody may have written one",
    arguments: [19, 20])
  func manyWithout(count: Int) throws {
    let events = (1...count).map { meeting("\($0)") }.joined()
    #expect(try account(calendar(by: "-//Example//Test//EN", events)).contents.descriptions == (count < 20))
  }

  @Test("no titles, where all are words for availability; private events do not tell")
  func titles() throws {
    let busy = meeting("1", "Busy") + meeting("2", "Tentative")
    let contents = try account(calendar(by: Self.microsoft, busy)).contents
    #expect(!contents.titles && !contents.descriptions)
    #expect(try account(calendar(by: Self.microsoft, busy, meeting("3", "Budget"))).contents.titles)
    let hidden = meeting("1", "Dentist", "CLASS:PRIVATE")
    #expect(try account(calendar(by: Self.microsoft, hidden)).contents.titles)
    #expect(try !account(calendar(by: Self.microsoft, hidden, busy)).contents.titles)
  }

  @Test("no creation times, where they are the times of the export")
  func created() throws {
    let stamp = "DTSTAMP:20261002T080000Z\r\nCREATED:"
    let saved = meeting("1", "A", stamp + "20261002T080000Z") + meeting("2", "B", stamp + "20261002T080000Z")
    #expect(try !account(calendar(by: nil, saved)).contents.created)
    #expect(try account(calendar(by: nil, saved, meeting("3", "C", stamp + "20260501T080000Z"))).contents.created)
  }
}

@Suite("What one calendar leaves out and another holds")
struct FullerCopyTests {
  private static func weekly(_ lines: String...) -> String {
    event(
      (["UID:w", hour(6, at: 9), "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Sync", "DTSTAMP:20260601T080000Z"] + lines)
        .joined(separator: "\r\n"))
  }

  @Test("is read from the fuller copy: a feed without descriptions wins by SEQUENCE and takes no agenda away")
  func description() throws {
    let feed = calendar(by: "Microsoft Exchange Server 2010", path: "bo.ics", Self.weekly("SEQUENCE:3"))
    let full = calendar(
      by: "-//Google Inc//Google Calendar 70.9054//EN", path: "ana.ics",
      Self.weekly("SEQUENCE:2", "DESCRIPTION:Agenda of the week", "CREATED:20260501T080000Z"))
    let book = book(full, feed)
    let series = try #require(book.series.first)
    #expect(series.descriptionsKnown)
    #expect(book[series.details].description == "Agenda of the week")
    #expect(book[series.details].created == Zone.utc.midnight(of: CivilDay(year: 2026, month: 5, day: 1)) + 8 * 3600)
    let alone = try #require(imported([feed]).book.series.first)
    #expect(!alone.descriptionsKnown && alone.titlesKnown && alone.ruleKnown)
  }

  @Test("instances without a master do not say whether their rule ends")
  func orphans() throws {
    let orphan = event(
      ["UID:o", hour(6, at: 9), time("RECURRENCE-ID", 6, 9), "SUMMARY:Busy"].joined(separator: "\r\n"))
    let series = try #require(book(calendar(by: nil, orphan)).series.first)
    #expect(!series.ruleKnown && series.ends == nil && !series.titlesKnown)
  }
}
