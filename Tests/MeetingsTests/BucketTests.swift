import ICalendar
import Meetings
import Policy
import Testing

/// Ana's calendar lists attendees somewhere, so that an event without any is solo.
private func bucket(_ lines: [String]) -> String {
  let other = event("UID:other", "DTSTART:20240115T090000Z", attendee("bo", "ACCEPTED"))
  let cal = calendar(of: "ana", event((["UID:it"] + lines).joined(separator: "\r\n")), other)
  return book(cal).events(of: "ana.ics")
}

/// Ana's answer beside an organizer who accepts.
private func invited(_ status: String) -> String {
  [organizer("bo"), attendee("bo", "ACCEPTED"), attendee("ana", status)].joined(separator: "\r\n")
}

private let night = [time("DTSTART", 6, 9), time("DTEND", 6, 17)]
private let allDay = ["DTSTART;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260707"]
private let oof = "X-MICROSOFT-CDO-BUSYSTATUS:OOF"
private let free = "TRANSP:TRANSPARENT"

@Suite("Buckets of the ledger, in order: the first match wins")
struct BucketTests {
  @Test(
    "each row of the order",
    arguments: [
      (["SUMMARY:No start"], "1 rejected, 1 outside"),
      (["DTSTART:20260506T070000Z", "STATUS:CANCELLED"], "2 outside"),
      (night + [oof, "STATUS:CANCELLED"], "1 outside, 1 cancelled"),
      ([hour(6, at: 9), "STATUS:CANCELED"], "1 outside, 1 cancelled"),
      ([hour(6, at: 9), "SUMMARY:Canceled: Sync", invited("ACCEPTED")], "1 outside, 1 cancelled"),
      (
        [hour(6, at: 9), "SUMMARY:Canceled orders review", invited("ACCEPTED")],
        "1 outside, 1 meeting"
      ),
      (allDay + [oof, free], "1 outside, 1 absence"),
      ([hour(6, at: 9), oof, invited("DECLINED")], "1 outside, 1 absence"),
      (allDay + ["SUMMARY:Vacation", free], "1 outside, 1 absence"),
      (allDay + ["SUMMARY:Offsite", free], "1 outside, 1 all-day"),
      (allDay + ["SUMMARY:Offsite", invited("DECLINED")], "1 outside, 1 all-day"),
      ([hour(6, at: 9), free, invited("DECLINED")], "1 outside, 1 free"),
      ([hour(6, at: 9), "X-MICROSOFT-CDO-BUSYSTATUS:FREE"], "1 outside, 1 free"),
      (night + [invited("DECLINED")], "1 outside, 1 declined"),
      (night + ["SUMMARY:Focus time"], "1 outside, 1 too-long"),
      ([hour(6, at: 9), "SUMMARY:Focus time"], "1 outside, 1 focus-block"),
      ([hour(6, at: 9), "SUMMARY:Focus time", invited("ACCEPTED")], "1 outside, 1 meeting"),
      ([hour(6, at: 9), "SUMMARY:Dentist"], "1 outside, 1 solo"),
      (
        [hour(6, at: 9), "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", invited("TENTATIVE")],
        "1 outside, 1 meeting"
      ),
      ([time("DTSTART", 6, 9), invited("ACCEPTED")], "1 outside, 1 meeting"),
    ])
  func order(lines: [String], expected: String) {
    #expect(bucket(lines) == expected)
  }

  @Test("too long goes by the exact length: eight hours are, a second less is not")
  func tooLong() {
    #expect(
      bucket(["DTSTART:20260706T070000Z", "DTEND:20260706T150000Z"]) == "1 outside, 1 too-long")
    #expect(bucket(["DTSTART:20260706T070000Z", "DTEND:20260706T145959Z"]) == "1 outside, 1 solo")
  }

  @Test("a title makes an absence where the working day of every date touched is covered")
  func wholeDays() {
    func vacation(_ start: String, _ end: String) -> String {
      bucket([
        "DTSTART;TZID=Europe/Berlin:202607\(start)00", "DTEND;TZID=Europe/Berlin:202607\(end)00",
        "SUMMARY:Vacation",
      ])
    }
    #expect(vacation("06T0900", "06T1700") == "1 outside, 1 absence")
    #expect(vacation("06T0901", "06T1700") == "1 outside, 1 solo")
    #expect(vacation("06T0800", "07T0000") == "1 outside, 1 absence")
    // From Monday noon on: Monday's working day is not covered; until Wednesday noon: Wednesday's is not.
    #expect(vacation("06T1200", "08T1800") == "1 outside, 1 too-long")
    #expect(vacation("06T0900", "08T1200") == "1 outside, 1 too-long")
    // 11 and 12 July are days off: from Friday morning to Sunday noon only Friday has a working day.
    #expect(vacation("10T0900", "12T1200") == "1 outside, 1 absence")
    #expect(vacation("10T1000", "12T1200") == "1 outside, 1 too-long")
    // On days off only, as if they were worked.
    #expect(vacation("11T0900", "11T1700") == "1 outside, 1 absence")
    #expect(vacation("11T1000", "11T1200") == "1 outside, 1 solo")
    #expect(vacation("06T0700", "08T1700") == "1 outside, 1 absence")
  }

  @Test("a title makes an absence only without other participants, or in an event of one's own")
  func absencesOfOthers() {
    let title = "SUMMARY:Vacation"
    #expect(bucket(allDay + [title, invited("ACCEPTED")]) == "1 outside, 1 all-day")
    #expect(
      bucket(allDay + [title, organizer("ana"), attendee("bo", "ACCEPTED")])
        == "1 outside, 1 absence")
    // The own mark of the calendar needs no title and no solitude.
    #expect(bucket(allDay + [oof, invited("ACCEPTED")]) == "1 outside, 1 absence")
  }

  @Test("free and out of office are read from the own copy, by each holder")
  func ownMarks() {
    let list = [organizer("ana"), attendee("ana", "ACCEPTED"), attendee("bo", "ACCEPTED")].joined(
      separator: "\r\n")
    let book = book(
      calendar(of: "ana", event("UID:it", hour(6, at: 9), "SEQUENCE:1", list)),
      calendar(of: "bo", event("UID:it", hour(6, at: 9), free, list)))
    #expect(book.lines == ["06 07:00 60 : ana accepted meeting, bo accepted free"])
  }

  @Test(
    "a VEVENT stands in the bucket of its first occurrence, occurrences are counted one by one, clipped to the window"
  )
  func series() {
    // Fridays 3 to 31 July, 23:00 to 01:00 in Berlin: the fifth runs an hour into August. The second is cancelled.
    let master = event(
      "UID:late", "DTSTART;TZID=Europe/Berlin:20260703T230000",
      "DTEND;TZID=Europe/Berlin:20260704T010000",
      "RRULE:FREQ=WEEKLY", invited("ACCEPTED"))
    let cancelled = event(
      "UID:late", "RECURRENCE-ID;TZID=Europe/Berlin:20260710T230000",
      "DTSTART;TZID=Europe/Berlin:20260710T230000",
      "DTEND;TZID=Europe/Berlin:20260711T010000", "STATUS:CANCELLED", invited("ACCEPTED"))
    let declined = event(
      "UID:late", "RECURRENCE-ID;TZID=Europe/Berlin:20260717T230000",
      "DTSTART;TZID=Europe/Berlin:20260717T230000",
      "DTEND;TZID=Europe/Berlin:20260718T010000", invited("DECLINED"))
    let book = book(calendar(of: "ana", master, cancelled, declined))
    #expect(book.events(of: "ana.ics") == "1 cancelled, 1 declined, 1 meeting")
    #expect(book.occurrences(of: "ana.ics") == "1 cancelled 120, 1 declined 120, 3 meeting 300")
    #expect(book.series[0].occurrences.count == 4)
    #expect(book.series[0].skipped == 1)
  }

  @Test("all-day events have no hours, excluded instances are no occurrences")
  func allDays() {
    let book = book(
      calendar(
        of: "ana",
        event(
          "UID:trip", "DTSTART;VALUE=DATE:20260706", "RRULE:FREQ=DAILY;COUNT=4",
          "EXDATE;VALUE=DATE:20260707")))
    #expect(book.occurrences(of: "ana.ics") == "3 all-day 0")
    #expect(book.occurrences.map(\.isAllDay) == [true, true, true])
  }
}
