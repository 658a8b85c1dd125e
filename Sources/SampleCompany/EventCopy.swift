/// One VEVENT to be written: a single event, a series, or an instance that differs from it, as one person's calendar
/// holds it.
struct EventCopy: Sendable {
  let event: PlannedEvent
  let owner: Employee
  /// The original start of an instance that differs (RECURRENCE-ID).
  let original: LocalTime?
  let time: EventTime
  let isCancelled: Bool
  /// Who declined this instance alone.
  private let declinedBy: Int?

  /// All VEVENTs of an event in one person's calendar, the series first.
  static func all(of event: PlannedEvent, for owner: Employee) -> [EventCopy] {
    var copies = [
      EventCopy(
        event: event, owner: owner, original: nil, time: event.time, isCancelled: event.isCancelled, declinedBy: nil)
    ]
    guard case .timed(let first, let minutes) = event.time else { return copies }
    for change in event.changes {
      let original = LocalTime(day: change.day, minute: first.minute)
      var start = original
      var declinedBy: Int?
      var isCancelled = false
      switch change.kind {
      case .moved(let moved): start = moved
      case .cancelled: isCancelled = true
      case .declined(let person):
        // Only the person who said no and the organizer hold a copy that tells.
        guard [person, event.organizer.employee].contains(owner.index) else { continue }
        declinedBy = person
      }
      copies.append(
        EventCopy(
          event: event, owner: owner, original: original, time: .timed(start, minutes: minutes),
          isCancelled: isCancelled, declinedBy: declinedBy))
    }
    return copies
  }

  /// The answer that this copy shows. A person's own is right; the organizer's copy knows all; other copies miss some
  /// of the answers of people whose own calendar tells (an answer reaches the organizer, not everybody).
  func shownAnswer(of guest: Guest, style: (Int) -> ExportStyle) -> Answer {
    guard let person = guest.participant.employee else { return guest.answer }
    if person == declinedBy { return .declined }
    if person == owner.index || event.organizer.employee == owner.index { return guest.answer }
    guard style(person).keepsDeclined else { return guest.answer }
    var chance = SplitMix64(seed: event.token, UInt64(person), UInt64(owner.index))
    return chance.chance(percent: 8) ? .none : guest.answer
  }

  /// The organizer's copy is touched by every answer and is the newest.
  var modified: Instant {
    let isOrganizer = event.organizer.employee == owner.index
    return event.modified.adding(minutes: isOrganizer ? 180 : 5 + owner.index % 90)
  }
}

/// A program's way to write a calendar.
protocol CalendarStyle: Sendable {
  var foldMark: ICalendarWriter.FoldMark { get }
  var zoneText: TimeZoneText { get }
  /// Writes what stands between `BEGIN:VCALENDAR` and the zones.
  func writeHeader(of owner: Employee, to writer: inout ICalendarWriter)
  /// Writes one VEVENT.
  func write(_ copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter)
}

extension ExportStyle {
  var writing: any CalendarStyle {
    switch self {
    case .google: GoogleStyle()
    case .microsoftFeed: MicrosoftFeedStyle()
    case .outlook: OutlookStyle()
    case .apple: AppleStyle()
    }
  }
}

/// One person's calendar on its way out.
struct CalendarExport: Sendable {
  let owner: Employee
  let roster: Roster
  let exportedAt: Instant

  /// The bytes of the calendar: its history, then its own events.
  func bytes(of events: [PlannedEvent], history: History?) -> [UInt8] {
    let style = owner.style.writing
    let wanted = history?.bytesPerPerson ?? 0
    var writer = ICalendarWriter(foldMark: style.foldMark, capacity: wanted + 1 << 14)
    writer.line("BEGIN:VCALENDAR")
    style.writeHeader(of: owner, to: &writer)
    for zone in Zone.allCases { style.zoneText.write(zone, to: &writer) }
    for event in events where event.isHeld(by: owner) {
      for copy in EventCopy.all(of: event, for: owner) {
        style.write(copy, in: self, to: &writer)
      }
    }
    history?.pad(&writer, of: self, style: style)
    writer.line("END:VCALENDAR")
    return writer.bytes
  }

  func style(of person: Int) -> ExportStyle {
    roster.employees[person].style
  }
}

extension ICalendarWriter {
  /// Writes DTSTART, DTEND or another property with the time zone of a series, its name quoted or not.
  mutating func localTime(_ name: String, _ time: LocalTime, zone: String, quoted: Bool = false) {
    put(name)
    put(";TZID=")
    if quoted { put(quoted: zone) } else { put(zone) }
    put(":")
    put(time)
    endLine()
  }

  /// Writes start and end of an all-day event, the end exclusive.
  mutating func allDay(_ first: Day, days: Int) {
    for (name, day) in [("DTSTART", first), ("DTEND", first + days)] {
      put(name)
      put(";VALUE=DATE:")
      put(day)
      endLine()
    }
  }

  /// Writes the RRULE of a series, with Exchange's parts where asked for (`INTERVAL=1`, `WKST`).
  mutating func rule(of event: PlannedEvent, asExchange: Bool = false) {
    guard let rule = event.rule else { return }
    var interval = 1
    switch rule.pattern {
    case .weekly(let every, _):
      put("RRULE:FREQ=WEEKLY")
      interval = every
    case .monthly:
      put("RRULE:FREQ=MONTHLY")
    }
    switch rule.end {
    case .never: break
    case .count(let count):
      put(";COUNT=")
      put(count, digits: 1)
    case .until(let last):
      put(";UNTIL=")
      put(event.zone.instant(of: LocalTime(day: last, minute: 1439)))
    }
    if interval > 1 || asExchange {
      put(";INTERVAL=")
      put(interval, digits: 1)
    }
    switch rule.pattern {
    case .weekly(_, let weekdays): put(";BYDAY=" + weekdays.map(\.code).joined(separator: ","))
    case .monthly(let ordinal, let weekday): put(";BYDAY=\(ordinal)\(weekday.code)")
    }
    if asExchange { put(";WKST=SU") }
    endLine()
  }
}
