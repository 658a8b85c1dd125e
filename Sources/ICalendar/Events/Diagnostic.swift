/// Something about the input that a user should know: where, what, and what became of it. Never holds a private value.
public struct Diagnostic: Sendable, Hashable, Comparable {
  /// What became of it.
  public enum Effect: Int, Sendable, Comparable {
    /// Read all the same.
    case warning
    /// Some of it was left out because a limit was reached.
    case limited
    /// One event could not be used.
    case rejected
    /// The file is not whole: events may be missing.
    case damaged

    /// Harmless before harmful.
    public static func < (a: Effect, b: Effect) -> Bool { a.rawValue < b.rawValue }
  }

  /// Physical line in the file, from 1; 0 when the whole file is meant.
  public let line: Int
  /// What was found.
  public let issue: Issue
  /// UID of the event concerned; empty when there is none or it is private.
  public let uid: String

  /// A diagnostic.
  public init(line: Int, issue: Issue, uid: String = "") {
    self.line = line
    self.issue = issue
    self.uid = uid
  }

  /// Order by line.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    (a.line, a.issue.code, a.uid) < (b.line, b.issue.code, b.uid)
  }

  /// What can be found in a calendar.
  public enum Issue: Sendable, Hashable {
    /// A VEVENT without UID (RFC 5545 §3.8.4.7).
    case missingUID
    /// A TZID that neither the file nor the zone data knows.
    case unknownZone(String)
    /// A VTIMEZONE that cannot be used as it stands.
    case unusableZone(String, problem: String)
    /// Times without a zone in a calendar that names none.
    case floatingTimes
    /// DTEND before DTSTART.
    case endBeforeStart
    /// A negative DURATION.
    case negativeDuration
    /// DURATION beside DTEND.
    case durationBesideEnd
    /// A DATE as the end of a timed event.
    case dateEnd
    /// A rule that was mended.
    case ruleRepaired([String])
    /// EXRULE, which RFC 5545 no longer has.
    case exclusionRule
    /// DTSTART that its own rule does not give.
    case startOutsideRule
    /// A rule that gives no date.
    case ruleGivesNothing
    /// A rule too costly to follow to its end.
    case ruleCutShort
    /// Bytes that are no UTF-8, read as Windows-1252.
    case notUTF8
    /// An unreadable value of a property that only describes.
    case unreadableValue(String)
    /// A line of a property that only describes, longer than is read.
    case longLineLeftOut(String)
    /// More attendees than are read.
    case tooManyAttendees(Int)
    /// More time zones than are read.
    case tooManyZones(Int)
    /// A property that cannot be read.
    case unreadable(String)
    /// A property that may stand once, twice with different values.
    case repeated(String)
    /// No DTSTART.
    case missingStart
    /// A DATE start with a DATE-TIME end.
    case mixedTypes
    /// A rule that cannot be used.
    case ruleRejected(String)
    /// A line of an event longer than is read.
    case longLine(String)
    /// The file ends inside a component.
    case truncated(String)
    /// A component without its END.
    case missingEnd(String)
    /// An END without its BEGIN.
    case missingBegin(String)
    /// A VEVENT outside any VCALENDAR.
    case outsideCalendar
    /// Components inside components beyond reason.
    case nestedTooDeep
    /// A line longer than is read, outside any event.
    case lineTooLong
    /// Bytes that belong to no text.
    case zeroBytes
  }
}

extension Diagnostic.Issue {
  /// What becomes of it.
  public var effect: Diagnostic.Effect {
    switch self {
    case .missingUID, .unknownZone, .unusableZone, .floatingTimes, .endBeforeStart, .negativeDuration,
      .durationBesideEnd, .dateEnd, .ruleRepaired, .exclusionRule, .startOutsideRule, .ruleGivesNothing, .notUTF8,
      .unreadableValue:
      .warning
    case .ruleCutShort, .longLineLeftOut, .tooManyAttendees, .tooManyZones: .limited
    case .unreadable, .repeated, .missingStart, .mixedTypes, .ruleRejected, .longLine: .rejected
    case .truncated, .missingEnd, .missingBegin, .outsideCalendar, .nestedTooDeep, .lineTooLong, .zeroBytes: .damaged
    }
  }

  /// A stable word to search for.
  public var code: String {
    switch self {
    case .missingUID: "missing-uid"
    case .unknownZone: "unknown-zone"
    case .unusableZone: "unusable-vtimezone"
    case .floatingTimes: "floating-times"
    case .endBeforeStart: "end-before-start"
    case .negativeDuration: "negative-duration"
    case .durationBesideEnd: "duration-beside-end"
    case .dateEnd: "date-end"
    case .ruleRepaired: "rule-repaired"
    case .exclusionRule: "exrule"
    case .startOutsideRule: "start-outside-rule"
    case .ruleGivesNothing: "rule-gives-nothing"
    case .ruleCutShort: "rule-cut-short"
    case .notUTF8: "not-utf-8"
    case .unreadableValue: "unreadable-value"
    case .longLineLeftOut: "line-too-long"
    case .tooManyAttendees: "too-many-attendees"
    case .tooManyZones: "too-many-zones"
    case .unreadable: "unreadable-property"
    case .repeated: "repeated-property"
    case .missingStart: "missing-dtstart"
    case .mixedTypes: "mixed-types"
    case .ruleRejected: "bad-rule"
    case .longLine: "line-too-long"
    case .truncated: "truncated"
    case .missingEnd: "missing-end"
    case .missingBegin: "missing-begin"
    case .outsideCalendar: "outside-vcalendar"
    case .nestedTooDeep: "nested-too-deep"
    case .lineTooLong: "line-too-long"
    case .zeroBytes: "zero-bytes"
    }
  }

  /// One clause that says what was found and what becomes of it.
  public var text: String {
    switch self {
    case .missingUID: "event without UID; kept under an identity of its own"
    case .unknownZone(let name):
      "unknown time zone '\(Self.shown(name))'; its times are read as local times of the calendar"
    case .unusableZone(let name, let problem): "VTIMEZONE '\(Self.shown(name))': \(problem)"
    case .floatingTimes: "times without a time zone, in a calendar that names none; read as UTC"
    case .endBeforeStart: "DTEND lies before DTSTART; the event has no length"
    case .negativeDuration: "DURATION is negative; the event has no length"
    case .durationBesideEnd: "DURATION beside DTEND; DTEND counts"
    case .dateEnd: "DTEND is a date, DTSTART a time; read as midnight"
    case .ruleRepaired(let repairs): "RRULE mended: \(repairs.joined(separator: ", "))"
    case .exclusionRule: "EXRULE, which RFC 5545 no longer has, is followed"
    case .startOutsideRule: "DTSTART does not match its RRULE; it counts as the first instance"
    case .ruleGivesNothing: "RRULE gives no date; only DTSTART counts"
    case .ruleCutShort: "RRULE is too costly to follow to its end; later instances are left out"
    case .notUTF8: "text is not UTF-8; read as Windows-1252"
    case .unreadableValue(let name): "\(name) cannot be read; ignored"
    case .longLineLeftOut(let name): "\(name): line too long; left out"
    case .tooManyAttendees(let limit): "more than \(limit) attendees; the rest is left out"
    case .tooManyZones(let limit): "more than \(limit) VTIMEZONEs; the rest is left out"
    case .unreadable(let name): "\(name) cannot be read; event rejected"
    case .repeated(let name): "\(name) stands twice with different values; event rejected"
    case .missingStart: "no DTSTART; event rejected"
    case .mixedTypes: "DTSTART is a date, DTEND a time; event rejected"
    case .ruleRejected(let reason): "RRULE cannot be used (\(reason)); event rejected"
    case .longLine(let name): "\(name): line too long; event rejected"
    case .truncated(let component): "truncated: the file ends inside \(Self.shown(component))"
    case .missingEnd(let component): "END:\(Self.shown(component)) is missing"
    case .missingBegin(let component): "END:\(Self.shown(component)) without its BEGIN"
    case .outsideCalendar: "VEVENT outside any VCALENDAR; not read"
    case .nestedTooDeep: "nested too deep"
    case .lineTooLong: "line too long"
    case .zeroBytes: "zero bytes in the text"
    }
  }

  /// Text from a file as a message may show it: short, and without control characters.
  static func shown(_ text: String) -> String {
    let safe = String(
      text.unicodeScalars.prefix(80).map { $0.properties.generalCategory.isVisible ? Character($0) : "·" })
    return safe.count < text.unicodeScalars.count ? safe + "…" : safe
  }
}

extension Unicode.GeneralCategory {
  /// Whether a character of this kind shows as itself: no control, no format mark, no line separator.
  fileprivate var isVisible: Bool {
    switch self {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
    default: true
    }
  }
}
