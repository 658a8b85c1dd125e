import ICalendar
import Meetings
import Policy

/// Zones of the system, read once.
let zones = ZoneDatabase()

/// July 2026: the 1st is a Wednesday; Berlin is two hours east of UTC throughout.
let july = CivilDay(year: 2026, month: 7, day: 1)..<CivilDay(year: 2026, month: 8, day: 1)

/// A VEVENT of these lines. Times like `20260706T090000` are Berlin's when they stand behind `;TZID=Europe/Berlin`.
func event(_ lines: String...) -> String {
  (["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n") + "\r\n"
}

/// An hour on a day of July 2026, from this hour of Berlin's clock on.
func hour(_ day: Int, at hour: Int) -> String {
  time("DTSTART", day, hour) + "\r\n" + time("DTEND", day, hour + 1)
}

/// A property that holds a full hour of Berlin's clock on a day of July 2026.
func time(_ property: String, _ day: Int, _ hour: Int) -> String {
  "\(property);TZID=Europe/Berlin:202607\(two(day))T\(two(hour))0000"
}

/// An attendee at corp.example with an answer; nil for an attendee without PARTSTAT.
func attendee(_ name: String, _ status: String?, _ parameters: String = "") -> String {
  "ATTENDEE" + parameters + (status.map { ";PARTSTAT=" + $0 } ?? "")
    + ":mailto:\(name)@corp.example"
}

/// The organizer at corp.example.
func organizer(_ name: String) -> String { "ORGANIZER:mailto:\(name)@corp.example" }

/// A number with two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The calendar of somebody at corp.example, in Berlin, as one file named after them; a header stands in place of the lines
/// that name owner and zone.
func calendar(
  of name: String, path: String? = nil, header: [String]? = nil, window: Range<CivilDay> = july,
  _ events: String...
) -> CalendarStream {
  let header = header ?? ["X-WR-CALNAME:\(name)@corp.example", "X-WR-TIMEZONE:Europe/Berlin"]
  let text =
    (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Test//EN"] + header).joined(
      separator: "\r\n") + "\r\n"
    + events.joined() + "END:VCALENDAR\r\n"
  return stream(path ?? "\(name).ics", Array(text.utf8), window: window)
}

/// Bytes as a stream.
func stream(_ path: String, _ bytes: [UInt8], window: Range<CivilDay>) -> CalendarStream {
  CalendarStream(
    path: path,
    content: bytes.withUnsafeBytes { CalendarScanner.parse($0, window: window, zones: zones) })
}

/// Imports calendars with the standard policy.
func imported(
  _ streams: [CalendarStream], roster: [PeopleRow]? = nil, window: Range<CivilDay> = july,
  clock: MeetingImport.Clock = .personal
) -> MeetingImport {
  MeetingImport(
    streams: streams, roster: roster.map { PeopleTable(rows: $0) }, window: window,
    policy: Policy(), zones: zones,
    clock: clock)
}

/// The book of some calendars of July 2026.
func book(_ streams: CalendarStream..., roster: [PeopleRow]? = nil) -> MeetingBook {
  imported(streams, roster: roster).book
}

extension MeetingBook {
  /// Every occurrence as a line to compare: `06 07:00 60 Sync: ana accepted meeting, bo declined declined`, the day of the
  /// month and the time in UTC, the minutes, the title, then each attendance.
  var lines: [String] {
    occurrences.map { occurrence in
      let seats = attendances(of: occurrence).map { seat in
        "\(short(self[seat.person].address)) \(seat.answer) \(seat.bucket.rawValue)"
      }
      let wall = WallTime(occurrence.span.start.seconds)
      let time = "\(two(Int(wall.secondOfDay / 3600))):\(two(Int(wall.secondOfDay / 60 % 60)))"
      return "\(two(wall.day.components.day)) \(time) \(occurrence.span.duration / 60) "
        + "\(self[occurrence.details].title): \(seats.joined(separator: ", "))"
    }
  }

  /// The answers of everybody invited to the first occurrence: `ana accepted, bo unknown`.
  var answers: String {
    guard let first = occurrences.first else { return "" }
    return self[first.details].invitations
      .map { "\(short(self[$0.participant].address)) \($0.answer)" }.joined(separator: ", ")
  }

  /// The buckets of a calendar that hold events: `1 declined, 2 meeting`.
  func events(of path: String) -> String {
    guard let account = calendars.first(where: { $0.name == path }) else {
      return "no such calendar"
    }
    return Bucket.allCases.filter { account.ledger[$0].events != 0 }
      .map { "\(account.ledger[$0].events) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// The buckets of a calendar that hold occurrences, with their minutes: `3 meeting 180`.
  func occurrences(of path: String) -> String {
    guard let account = calendars.first(where: { $0.name == path }) else {
      return "no such calendar"
    }
    return Bucket.allCases.filter { account.ledger[$0].occurrences != 0 }
      .map { "\(account.ledger[$0].occurrences) \($0.rawValue) \(account.ledger[$0].seconds / 60)" }
      .joined(separator: ", ")
  }

  private func short(_ address: String) -> Substring { address.prefix { $0 != "@" } }
}
