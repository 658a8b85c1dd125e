import Foundation
import Testing

@testable import SampleCompany

@Suite("Export styles")
struct StyleTests {
  // Chairs by style: 0 and 5 Google, 22 and 39 published feeds, 24 and 38 Outlook, 14 and 27 Apple.

  @Test("Google tells the owner in X-WR-CALNAME, writes empty properties, and answers beside every name")
  func google() {
    let calendar = Demo.calendar(of: 5)
    #expect(calendar.contains("\r\nX-WR-CALNAME:henrik.soelling@larkfield.example\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"))
    #expect(calendar.contains("\r\nDESCRIPTION:\r\n"))
    #expect(calendar.contains("\r\nLOCATION:\r\n"))
    #expect(calendar.contains("X-LIC-LOCATION:Europe/Berlin"))
    #expect(calendar.contains("CUTYPE=RESOURCE") && calendar.contains("@resource.calendar.google.com"))
    let attendees = calendar.components(separatedBy: "\r\n").filter { $0.hasPrefix("ATTENDEE") }
    #expect(attendees.allSatisfy { $0.contains(";PARTSTAT=") && $0.contains(";X-NUM-GUESTS=0:mailto:") })
    #expect(calendar.contains("\r\nSTATUS:CANCELLED\r\n"))
  }

  @Test(
    "a published feed has neither organizer nor attendees, Windows zones from 1601, one DTSTAMP", arguments: [22, 39])
  func feed(chair: Int) {
    let calendar = Demo.calendar(of: chair)
    let lines = calendar.components(separatedBy: "\r\n")
    #expect(!calendar.contains("ORGANIZER") && !calendar.contains("ATTENDEE") && !calendar.contains("LAST-MODIFIED"))
    #expect(calendar.contains("\r\nTZID:W. Europe Standard Time\r\n"))
    #expect(calendar.contains("\r\nDTSTART:16010101T030000\r\n"))
    #expect(Set(lines.filter { $0.hasPrefix("DTSTAMP") }).count == 1)
    #expect(lines.contains { $0.hasPrefix("UID:040000008200E00074C5B7101A82E008") })
    #expect(calendar.contains("X-MICROSOFT-CDO-BUSYSTATUS:BUSY"))
    #expect(!calendar.contains("STATUS:CANCELLED"))
  }

  @Test("feeds tell what was called off by its title, in the language of the site")
  func cancelledTitles() {
    let feeds = [22, 25, 28, 32, 35, 39, 41, 43].map(Demo.calendar)
    #expect(feeds.contains { $0.contains("\r\nSUMMARY:Canceled: ") })
    #expect(feeds.contains { $0.contains("\r\nSUMMARY:Abgesagt: ") })
    #expect(feeds.contains { $0.contains("X-MICROSOFT-CDO-BUSYSTATUS:OOF") })
  }

  @Test("Outlook quotes zone names, folds with tabs, names a language, and shows no answers", arguments: [24, 38])
  func outlook(chair: Int) throws {
    let calendar = Demo.calendar(of: chair)
    #expect(calendar.contains("\r\nDTSTART;TZID=\"W. Europe Standard Time\":2"))
    #expect(calendar.contains(chair == 38 ? "\r\nSUMMARY;LANGUAGE=de:" : "\r\nSUMMARY;LANGUAGE=en-us:"))
    #expect(calendar.contains("CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT"))
    #expect(!calendar.contains("PARTSTAT"))
    let file = "calendars/" + Roster(people: 44).employees[chair].calendarFile
    let bytes = try #require(Demo.files[file])
    let raw = String(decoding: bytes, as: UTF8.self)
    #expect(raw.contains("\r\n\t") && !raw.contains("\r\n "))
  }

  @Test(
    "Apple marks the organizer as chair and hides the owner's address behind a principal path", arguments: [14, 27])
  func apple(chair: Int) {
    let calendar = Demo.calendar(of: chair)
    let person = Roster(people: 44).employees[chair]
    #expect(calendar.contains(";ROLE=CHAIR;EMAIL="))
    #expect(calendar.contains(";EMAIL=\"\(person.email)\":/aMTk"))
    #expect(!calendar.contains("mailto:\(person.email)"))
    #expect(calendar.contains("X-APPLE-STRUCTURED-LOCATION;VALUE=URI"))
    #expect(calendar.contains("\r\nX-WR-CALNAME:\(chair == 27 ? "Arbeit" : "Work")\r\n"))
  }

  @Test("a meeting has one UID and one clock time in all styles")
  func oneMeeting() {
    // The weekly status round: Google (37), Outlook (38), feed (39), Apple (27); Wednesdays at 15:15 in Berlin.
    let titles = [
      37: "SUMMARY:Weekly Status Update", 38: "SUMMARY;LANGUAGE=de:Weekly Status Update",
      39: "SUMMARY:Weekly Status Update", 27: "SUMMARY:Weekly Status Update",
    ]
    var uids: Set<String> = []
    for (chair, title) in titles {
      let events = Demo.events(of: chair, holding: title)
      #expect(events.count == 1)
      for line in events.joined() where line.hasPrefix("UID:") { uids.insert(line) }
      let start = events.joined().first { $0.hasPrefix("DTSTART") } ?? ""
      #expect(start.hasSuffix("T151500"))
      #expect(start.contains(chair == 37 || chair == 27 ? "Europe/Berlin" : "W. Europe Standard Time"))
    }
    #expect(uids.count == 1)
  }

  @Test("Google cuts a series with _R, and the parts do not overlap")
  func cutSeries() throws {
    let parts = Demo.events(of: 1, holding: "SUMMARY:Backlog refinement")
    #expect(parts.count == 2)
    let rules = parts.map { $0.first { $0.hasPrefix("RRULE") } ?? "" }
    // The seventh Wednesday of the quarter is 12 August 2026; the first part ends the day before.
    #expect(rules[0].contains("UNTIL=20260811T215900Z"))
    let uid = try #require(parts[1].first { $0.hasPrefix("UID:") })
    #expect(uid.contains("_R20260812T111500@google.com"))
    #expect(parts[1].contains("DTSTART;TZID=Europe/Berlin:20260812T113000"))
  }

  @Test("a date that one person declines is an override in that person's copy and in the organizer's alone")
  func declinedOnce() {
    // Chair 9 declines the fourth iteration planning of each quarter; chair 1 organizes, chair 2 is invited too.
    let own = Demo.events(of: 9, holding: "SUMMARY:Iteration planning").filter { event in
      event.contains { $0.hasPrefix("RECURRENCE-ID") }
    }
    let declined = own.filter { event in
      event.contains { $0.contains("PARTSTAT=DECLINED") && $0.contains("Meenakshi Chowdhury") }
    }
    #expect(declined.count == 2)
    let others = Demo.events(of: 2, holding: "SUMMARY:Iteration planning").filter { event in
      event.contains { $0.contains("PARTSTAT=DECLINED") && $0.contains("Meenakshi Chowdhury") }
    }
    #expect(others.isEmpty)
  }
}
