@testable import ICalendar

/// The system's zones, read once.
let zones = ZoneDatabase()

/// A date, `2026-07-01` or `20260701`.
func day(_ text: String) -> CivilDay { DateValue(text.utf8)!.day }

/// A reading, `20260701T090000`, or a date's midnight.
func wall(_ text: String) -> WallTime { DateValue(text.utf8)!.wall }

/// A moment, `20260701T090000Z`.
func utc(_ text: String) -> Instant {
  let value = DateValue(text.utf8)!
  precondition(value.form == .utc)
  return Instant(value.wall.seconds)
}

/// A moment as UTC writes it, for expectations that read like the RFC.
func text(_ moment: Instant) -> String { text(WallTime(moment.seconds)) + "Z" }

/// A reading as RFC 5545 writes it.
func text(_ wall: WallTime) -> String {
  let date = wall.day.isoText.filter { $0 != "-" }
  let second = Int(wall.secondOfDay)
  return date + "T" + padded(second / 3600, 2) + padded(second / 60 % 60, 2) + padded(second % 60, 2)
}

func date(_ wall: WallTime) -> String { wall.day.isoText.filter { $0 != "-" } }

/// A rule, or nil when it is rejected.
func rule(_ text: String) -> RecurrenceRule? {
  var parser = RuleParser()
  return try? parser.parse(Array(text.utf8)[...])
}

/// Reads a stream for a window; lines are given as RFC 5545 prints them.
func parse(_ stream: String, from: String = "20200101", to: String = "20300101") -> ParsedCalendar {
  parse(bytes: Array(stream.utf8), from: from, to: to)
}

func parse(bytes: [UInt8], from: String = "20200101", to: String = "20300101") -> ParsedCalendar {
  bytes.withUnsafeBytes { CalendarScanner.parse($0, window: day(from)..<day(to), zones: zones) }
}

/// A VCALENDAR around some components, lines ended as RFC 5545 §3.1 asks.
func calendar(_ components: String...) -> String {
  (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Test//EN"] + components + ["END:VCALENDAR"])
    .joined(separator: "\n").replacing("\n", with: "\r\n") + "\r\n"
}

/// A VEVENT of some lines; UID and DTSTAMP are put in front unless given.
func event(_ lines: String...) -> String {
  let uid = lines.contains { $0.uppercased().hasPrefix("UID") } ? [] : ["UID:1@made-up.example"]
  return (["BEGIN:VEVENT"] + uid + lines + ["END:VEVENT"]).joined(separator: "\n")
}

/// The only event of a calendar that holds nothing else.
func only(_ lines: String..., beside components: String...) -> CalendarEvent? {
  let stream =
    (components + [(["BEGIN:VEVENT", "UID:1@made-up.example"] + lines + ["END:VEVENT"]).joined(separator: "\n")])
  let parsed = parse(calendar(stream.joined(separator: "\n")), from: "19000101", to: "22000101")
  return parsed.events.count == 1 ? parsed.events[0] : nil
}

extension CalendarEvent {
  /// The starts of the instances in a window that are not excluded.
  func starts(_ from: String = "19000101T000000Z", _ to: String = "22000101T000000Z", floating: Zone = .utc) -> [String]
  {
    instances(touching: Span(start: utc(from), end: utc(to)), floating: floating).instances
      .filter { !$0.isExcluded }.map { text($0.moment) }
  }

  /// The same with ends, `start/end`.
  func spans(_ from: String = "19000101T000000Z", _ to: String = "22000101T000000Z", floating: Zone = .utc) -> [String]
  {
    instances(touching: Span(start: utc(from), end: utc(to)), floating: floating).instances
      .filter { !$0.isExcluded }.map { text($0.moment) + "/" + text($0.end) }
  }
}

extension ParsedCalendar {
  /// `line code` of every diagnostic.
  var said: [String] { diagnostics.map { "\($0.line) \($0.issue.code)" } }
}

/// Random numbers that a seed repeats (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
