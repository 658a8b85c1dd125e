/// Outlook for Windows, "Save calendar": zone names in quotes, continuation lines that begin with a tab, attendees
/// without their answers.
struct OutlookStyle: CalendarStyle {
  let foldMark = ICalendarWriter.FoldMark.tab
  let zoneText = TimeZoneText.windows

  func writeHeader(of owner: Employee, to writer: inout ICalendarWriter) {
    writer.line("PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN")
    writer.line("VERSION:2.0")
    writer.line("METHOD:PUBLISH")
    writer.line("X-CALSTART:20220101T000000Z")
    writer.line("X-CLIPSTART:20220101T000000Z")
    writer.text("X-WR-RELCALID", "{\(owner.email)}")
    writer.text("X-WR-CALNAME", owner.name)
    writer.line("X-MS-OLK-FORCEINSPECTOROPEN:TRUE")
  }

  func write(_ copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    writer.line("BEGIN:VEVENT")
    if !event.guests.isEmpty { writeAttendees(of: event, to: &writer) }
    writer.line(event.isPrivate ? "CLASS:PRIVATE" : "CLASS:PUBLIC")
    writer.instant("CREATED", event.created)
    if !event.text.isEmpty { writer.text("DESCRIPTION", event.text + "\n") }
    writeTimes(of: copy, to: &writer)
    writer.instant("DTSTAMP", export.exportedAt)
    writer.instant("LAST-MODIFIED", copy.modified)
    if let place = event.room?.name ?? (event.place.isEmpty ? nil : event.place) {
      writer.text("LOCATION", place)
    }
    if !event.guests.isEmpty {
      writer.put("ORGANIZER;CN=")
      writer.put(quoted: event.organizer.name)
      writer.put(":mailto:")
      writer.put(event.organizer.email)
      writer.endLine()
    }
    writer.line("PRIORITY:5")
    if let original = copy.original {
      writer.localTime("RECURRENCE-ID", original, zone: event.zone.windowsName, quoted: true)
    } else {
      writer.rule(of: event)
    }
    writer.number("SEQUENCE", event.sequence)
    writer.put(copy.owner.site == .berlin ? "SUMMARY;LANGUAGE=de:" : "SUMMARY;LANGUAGE=en-us:")
    writer.put(escaped: MicrosoftTitle.title(of: copy))
    writer.endLine()
    writer.line(event.showsAs == .free ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
    writer.property("UID", event.uid)
    writer.property("X-MICROSOFT-CDO-BUSYSTATUS", MicrosoftTitle.busyStatus(of: copy))
    writer.line("X-MICROSOFT-CDO-IMPORTANCE:1")
    writer.line("X-MS-OLK-CONFTYPE:0")
    writer.line("END:VEVENT")
  }

  private func writeTimes(of copy: EventCopy, to writer: inout ICalendarWriter) {
    let zone = copy.event.zone.windowsName
    switch copy.time {
    case .allDay(let first, let days):
      writer.allDay(first, days: days)
    case .timed(let start, let minutes):
      writer.localTime("DTEND", start.adding(minutes: minutes), zone: zone, quoted: true)
      writer.localTime("DTSTART", start, zone: zone, quoted: true)
      guard copy.original == nil else { return }
      for day in copy.event.excluded {
        writer.localTime("EXDATE", LocalTime(day: day, minute: start.minute), zone: zone, quoted: true)
      }
    }
  }

  private func writeAttendees(of event: PlannedEvent, to writer: inout ICalendarWriter) {
    for guest in event.guests {
      writer.put("ATTENDEE;CN=")
      writer.put(quoted: guest.participant.name)
      if guest.isOptional { writer.put(";ROLE=OPT-PARTICIPANT") }
      writer.put(";RSVP=TRUE:mailto:")
      writer.put(guest.participant.email)
      writer.endLine()
    }
    if let room = event.room {
      writer.put("ATTENDEE;CN=")
      writer.put(quoted: room.name)
      writer.put(";CUTYPE=RESOURCE;ROLE=NON-PARTICIPANT;RSVP=TRUE:mailto:")
      writer.put(room.email)
      writer.endLine()
    }
  }
}
