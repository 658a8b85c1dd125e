/// A calendar published by Microsoft 365: neither organizer nor attendees, no LAST-MODIFIED, and a DTSTAMP that is the
/// time of the download.
struct MicrosoftFeedStyle: CalendarStyle {
  let foldMark = ICalendarWriter.FoldMark.space
  let zoneText = TimeZoneText.windows

  func writeHeader(of owner: Employee, to writer: inout ICalendarWriter) {
    writer.line("METHOD:PUBLISH")
    writer.line("PRODID:Microsoft Exchange Server 2010")
    writer.line("VERSION:2.0")
    writer.line(owner.site == .berlin ? "X-WR-CALNAME:Kalender" : "X-WR-CALNAME:Calendar")
  }

  func write(_ copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    writer.line("BEGIN:VEVENT")
    if !event.text.isEmpty && !event.isPrivate {
      writer.text("DESCRIPTION", event.text + "\n")
    }
    if copy.original == nil { writeRule(of: event, to: &writer) }
    writer.property("UID", event.uid)
    if let original = copy.original {
      writer.localTime("RECURRENCE-ID", original, zone: event.zone.windowsName)
    }
    writer.text("SUMMARY", MicrosoftTitle.title(of: copy))
    switch copy.time {
    case .allDay(let first, let days):
      writer.allDay(first, days: days)
    case .timed(let start, let minutes):
      writer.localTime("DTSTART", start, zone: event.zone.windowsName)
      writer.localTime("DTEND", start.adding(minutes: minutes), zone: event.zone.windowsName)
    }
    writer.line(event.isPrivate ? "CLASS:PRIVATE" : "CLASS:PUBLIC")
    writer.line("PRIORITY:5")
    writer.instant("DTSTAMP", export.exportedAt)
    writer.line(event.showsAs == .free ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
    writer.line("STATUS:CONFIRMED")
    writer.number("SEQUENCE", event.sequence)
    writer.text("LOCATION", event.room?.name ?? event.place)
    writeExchangeProperties(of: copy, to: &writer)
    writer.line("END:VEVENT")
  }

  private func writeRule(of event: PlannedEvent, to writer: inout ICalendarWriter) {
    writer.rule(of: event, asExchange: true)
    guard !event.excluded.isEmpty, case .timed(let start, _) = event.time else { return }
    writer.put("EXDATE;TZID=")
    writer.put(event.zone.windowsName)
    writer.put(":")
    for (place, day) in event.excluded.enumerated() {
      if place > 0 { writer.put(",") }
      writer.put(LocalTime(day: day, minute: start.minute))
    }
    writer.endLine()
  }

  private func writeExchangeProperties(of copy: EventCopy, to writer: inout ICalendarWriter) {
    let status = MicrosoftTitle.busyStatus(of: copy)
    writer.number("X-MICROSOFT-CDO-APPT-SEQUENCE", copy.event.sequence)
    writer.property("X-MICROSOFT-CDO-BUSYSTATUS", status)
    writer.property("X-MICROSOFT-CDO-INTENDEDSTATUS", status)
    if case .allDay = copy.time {
      writer.line("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
    } else {
      writer.line("X-MICROSOFT-CDO-ALLDAYEVENT:FALSE")
    }
    writer.line("X-MICROSOFT-CDO-IMPORTANCE:1")
    let instanceType = copy.original != nil ? 3 : copy.event.rule != nil ? 1 : 0
    writer.number("X-MICROSOFT-CDO-INSTTYPE", instanceType)
    writer.line("X-MICROSOFT-DISALLOW-COUNTER:FALSE")
  }
}

/// What the Microsoft exports share: a cancelled meeting is told by its title alone.
enum MicrosoftTitle {
  static func title(of copy: EventCopy) -> String {
    guard copy.isCancelled else { return copy.event.title }
    return (copy.owner.site == .berlin ? "Abgesagt: " : "Canceled: ") + copy.event.title
  }

  static func busyStatus(of copy: EventCopy) -> String {
    if copy.isCancelled { return "FREE" }
    let own = copy.event.guests.first { $0.participant.employee == copy.owner.index }
    if let own, own.answer == .tentative || own.answer == .none { return "TENTATIVE" }
    switch copy.event.showsAs {
    case .busy: return "BUSY"
    case .free: return "FREE"
    case .outOfOffice: return "OOF"
    }
  }
}
