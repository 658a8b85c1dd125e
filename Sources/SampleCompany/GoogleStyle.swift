/// Google Calendar's full export: every property in every event, empty or not; everybody's answers.
struct GoogleStyle: CalendarStyle {
  let foldMark = ICalendarWriter.FoldMark.space
  let zoneText = TimeZoneText.google

  func writeHeader(of owner: Employee, to writer: inout ICalendarWriter) {
    writer.line("PRODID:-//Google Inc//Google Calendar 70.9054//EN")
    writer.line("VERSION:2.0")
    writer.line("CALSCALE:GREGORIAN")
    writer.line("METHOD:PUBLISH")
    writer.text("X-WR-CALNAME", owner.email)
    writer.property("X-WR-TIMEZONE", owner.zone.name)
  }

  func write(_ copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    writer.line("BEGIN:VEVENT")
    writeTimes(of: copy, to: &writer)
    writer.instant("DTSTAMP", export.exportedAt)
    if !event.guests.isEmpty { writeParticipants(of: copy, in: export, to: &writer) }
    writer.property("UID", event.uid)
    if let original = copy.original {
      writer.localTime("RECURRENCE-ID", original, zone: event.zone.name)
    }
    if event.isPrivate { writer.line("CLASS:PRIVATE") }
    writer.instant("CREATED", event.created)
    writer.text("DESCRIPTION", event.text)
    writer.instant("LAST-MODIFIED", copy.modified)
    writer.text("LOCATION", event.room?.name ?? event.place)
    writer.number("SEQUENCE", event.sequence)
    writer.line(copy.isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
    writer.text("SUMMARY", event.title)
    writer.line(event.showsAs == .free ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE")
    writer.line("END:VEVENT")
  }

  /// Series stand in their zone, single events in UTC.
  private func writeTimes(of copy: EventCopy, to writer: inout ICalendarWriter) {
    let event = copy.event
    switch copy.time {
    case .allDay(let first, let days):
      writer.allDay(first, days: days)
    case .timed(let start, let minutes):
      if event.rule != nil {
        writer.localTime("DTSTART", start, zone: event.zone.name)
        writer.localTime("DTEND", start.adding(minutes: minutes), zone: event.zone.name)
        guard copy.original == nil else { return }
        writer.rule(of: event)
        for day in event.excluded {
          writer.localTime("EXDATE", LocalTime(day: day, minute: start.minute), zone: event.zone.name)
        }
      } else {
        let instant = event.zone.instant(of: start)
        writer.instant("DTSTART", instant)
        writer.instant("DTEND", instant.adding(minutes: minutes))
      }
    }
  }

  private func writeParticipants(of copy: EventCopy, in export: CalendarExport, to writer: inout ICalendarWriter) {
    let event = copy.event
    writer.put("ORGANIZER;CN=")
    writer.put(event.organizer.name)
    writer.put(":mailto:")
    writer.put(event.organizer.email)
    writer.endLine()
    let organizer = Guest(participant: event.organizer, answer: .accepted)
    writeAttendee(organizer, answer: .accepted, to: &writer)
    for guest in event.guests {
      writeAttendee(guest, answer: copy.shownAnswer(of: guest, style: export.style), to: &writer)
    }
    if let room = event.room {
      writer.put("ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=")
      writer.put(quoted: room.name)
      writer.put(";X-NUM-GUESTS=0:mailto:")
      writer.put(room.email)
      writer.endLine()
    }
  }

  private func writeAttendee(_ guest: Guest, answer: Answer, to writer: inout ICalendarWriter) {
    writer.put("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=")
    writer.put(guest.isOptional ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT")
    writer.put(";PARTSTAT=")
    writer.put(answer.rawValue)
    if answer == .none { writer.put(";RSVP=TRUE") }
    writer.put(";CN=")
    writer.put(guest.participant.name)
    writer.put(";X-NUM-GUESTS=0:mailto:")
    writer.put(guest.participant.email)
    writer.endLine()
  }
}
