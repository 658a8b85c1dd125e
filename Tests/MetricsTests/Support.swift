import Meetings
import Metrics
import Policy
import TestBooks

@testable import ICalendar

/// Zones with the changes of 2026 and early 2027 written out (IANA 2026a), so that no test depends on the machine's zone data.
enum TestZone {
  /// UTC+1; UTC+2 from 2026-03-29 to 2026-10-25 and from 2027-03-28, each at 01:00 UTC.
  static let berlin = Zone(
    name: "Europe/Berlin",
    transitions: [utc("2026-03-29 01:00"), utc("2026-10-25 01:00"), utc("2027-03-28 01:00")],
    offsets: [3600, 7200, 3600, 7200])
  /// UTC−5; UTC−4 from 2026-03-08 07:00 UTC to 2026-11-01 06:00 UTC.
  static let newYork = Zone(
    name: "America/New_York", transitions: [utc("2026-03-08 07:00"), utc("2026-11-01 06:00")],
    offsets: [-18_000, -14_400, -18_000])
  /// UTC−8; UTC−7 from 2026-03-08 10:00 UTC to 2026-11-01 09:00 UTC.
  static let sanFrancisco = Zone(
    name: "America/Los_Angeles", transitions: [utc("2026-03-08 10:00"), utc("2026-11-01 09:00")],
    offsets: [-28_800, -25_200, -28_800])
  /// UTC+5:30 all year.
  static let bengaluru = Zone(name: "Asia/Kolkata", transitions: [], offsets: [19_800])

  static let all = [Zone.utc, berlin, newYork, sanFrancisco, bengaluru]

  private static func utc(_ text: String) -> Int64 { BookTimes.instant(text, in: .utc).seconds }
}

extension AuditMeasures {
  /// The window's measures of a person.
  func total(_ name: String, in book: MeetingBook) -> Measures { person(name, in: book).total! }

  /// All about a person.
  func person(_ name: String, in book: MeetingBook) -> PersonMeasures { people[Int(book.person(name).index)] }

  /// The row of a series.
  func series(_ key: String, in book: MeetingBook) -> SeriesMeasures {
    series.first { $0.series == book.series(key) }!
  }
}

/// Hours and minutes in seconds.
func hours(_ count: Int64, _ minutes: Int64 = 0) -> Int64 { count * 3600 + minutes * 60 }

/// Whole minutes in seconds.
func minutes(_ count: Int64) -> Int64 { count * 60 }

/// The book's measures under the standard policy.
func measure(_ builder: BookBuilder, policy: Policy = Policy()) -> (measures: AuditMeasures, book: MeetingBook) {
  let book = builder.book()
  return (AuditMeasures.measure(book, policy: policy), book)
}

/// Two people, `ada` and `bob`, who work 09:00–17:00 UTC, in the week of Monday 2026-07-06.
func aWeek(hours: String = "09:00-17:00") -> BookBuilder {
  var books = BookBuilder(from: "2026-07-06", to: "2026-07-13")
  books.person("ada", hours: hours)
  books.person("bob", hours: hours)
  return books
}
