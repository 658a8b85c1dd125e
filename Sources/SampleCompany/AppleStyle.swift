/// Apple Calendar: the organizer is an attendee with `ROLE=CHAIR`, and the owner's own address is a principal path with
/// the e-mail address beside it in `EMAIL=`.
struct AppleStyle: CalendarStyle {
  let foldMark = ICalendarWriter.FoldMark.space
  let zoneText = TimeZoneText.apple

  func writeHeader(of owner: Employee, to writer: inout ICalendarWriter) {
    writer.line("CALSCALE:GREGORIAN")
    writer.line("PRODID:-//Apple Inc.//macOS 15.6//EN")
    writer.line("VERSION:2.0")
    writer.line("X-APPLE-CALENDAR-COLOR:#1BADF8")
    writer.line(owner.site == .berlin ? "X-WR-CALNAME:Arbeit" : "X-WR-CALNAME:Work")
    writer.property("X-WR-TIMEZONE", owner.zone.name)
  }

  func write(_ copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    writer.line("BEGIN:VEVENT")
    if !event.guests.isEmpty { writeParticipants(of: copy, in: export, to: &writer) }
    if event.isPrivate { writer.line("CLASS:PRIVATE") }
    writer.instant("CREATED", event.created)
    if !event.text.isEmpty { writer.text("DESCRIPTION", event.text) }
    writeTimes(of: copy, to: &writer)
    writer.instant("DTSTAMP", event.modified)
    writer.instant("LAST-MODIFIED", copy.modified)
    writePlace(of: event, to: &writer)
    if let original = copy.original {
      writer.localTime("RECURRENCE-ID", original, zone: event.zone.name)
    } else {
      writer.rule(of: event)
    }
    writer.number("SEQUENCE", event.sequence)
    if copy.isCancelled { writer.line("STATUS:CANCELLED") }
    writer.text("SUMMARY", event.title)
    writer.line(event.showsAs == .free ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
    writer.property("UID", event.uid)
    writer.line("X-APPLE-CREATOR-IDENTITY:com.apple.mobilecal")
    writer.line("END:VEVENT")
  }

  private func writeTimes(of copy: EventCopy, to writer: inout ICalendarWriter) {
    let zone = copy.event.zone.name
    switch copy.time {
    case .allDay(let first, let days):
      writer.allDay(first, days: days)
    case .timed(let start, let minutes):
      writer.localTime("DTEND", start.adding(minutes: minutes), zone: zone)
      writer.localTime("DTSTART", start, zone: zone)
      guard copy.original == nil else { return }
      for day in copy.event.excluded {
        writer.localTime("EXDATE", LocalTime(day: day, minute: start.minute), zone: zone)
      }
    }
  }

  private func writePlace(of event: PlannedEvent, to writer: inout ICalendarWriter) {
    guard let room = event.room else {
      if !event.place.isEmpty { writer.text("LOCATION", event.place) }
      return
    }
    writer.text("LOCATION", room.name)
    writer.put("X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE=")
    writer.put(quoted: room.name)
    writer.put(":geo:52.5014,13.4189")
    writer.endLine()
  }

  private func writeParticipants(of copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    let organizer = Guest(participant: event.organizer, answer: .accepted)
    writeAttendee(organizer, answer: .accepted, role: "CHAIR", of: copy.owner, to: &writer)
    for guest in event.guests {
      writeAttendee(
        guest, answer: copy.shownAnswer(of: guest, style: export.style),
        role: guest.isOptional ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT", of: copy.owner, to: &writer)
    }
    if let room = event.room {
      writer.put("ATTENDEE;CN=")
      writer.put(quoted: room.name)
      writer.put(";CUTYPE=ROOM;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:")
      writer.put(room.email)
      writer.endLine()
    }
    writer.put("ORGANIZER;CN=")
    writer.put(quoted: event.organizer.name)
    writeAddress(of: event.organizer, owner: copy.owner, to: &writer)
  }

  private func writeAttendee(
    _ guest: Guest, answer: Answer, role: String, of owner: Employee, to writer: inout ICalendarWriter
  ) {
    writer.put("ATTENDEE;CN=")
    writer.put(quoted: guest.participant.name)
    writer.put(";CUTYPE=INDIVIDUAL;PARTSTAT=")
    writer.put(answer.rawValue)
    writer.put(";ROLE=")
    writer.put(role)
    writeAddress(of: guest.participant, owner: owner, to: &writer)
  }

  private func writeAddress(of participant: Participant, owner: Employee, to writer: inout ICalendarWriter) {
    writer.put(";EMAIL=")
    writer.put(quoted: participant.email)
    if participant.employee == owner.index {
      writer.put(":/aMTk")
      writer.put(20_000 + owner.index * 37, digits: 5)
      writer.put("/principal/")
    } else {
      writer.put(":mailto:")
      writer.put(participant.email)
    }
    writer.endLine()
  }
}
