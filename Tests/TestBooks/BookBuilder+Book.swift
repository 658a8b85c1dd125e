import ICalendar
public import Meetings

extension MeetingBook {
  /// The person of a short name.
  public func person(_ name: String) -> PersonID {
    people.first { $0.address == BookBuilder.address(name) }!.id
  }

  /// The series of a key.
  public func series(_ key: String) -> SeriesID { series.first { $0.key == key }!.id }

  /// The occurrences of a title, by start.
  public func occurrences(titled title: String) -> [Occurrence] {
    occurrences.filter { self[$0.details].title == title }
  }
}

extension BookBuilder {
  /// The address of a short name; an address stays as it is.
  public static func address(_ name: String) -> String { name.contains("@") ? name : name + "@company.example" }

  /// The book, sorted as the import sorts it.
  public func book() -> MeetingBook {
    let sorted = people.sorted { Self.address($0.name) < Self.address($1.name) }
    let persons = sorted.enumerated().map { person(PersonID($0), $1) }
    let known = Dictionary(uniqueKeysWithValues: persons.map { ($0.address, $0) })
    let addresses = Set(events.flatMap { $0.guests.map { Self.address($0.name) } }).sorted()
    let participants = addresses.map { Participant(address: $0, person: known[$0]?.id, isList: false) }
    let places = Dictionary(uniqueKeysWithValues: addresses.enumerated().map { ($1, ParticipantID($0)) })
    let keys = Set(events.compactMap(\.series)).union(series.keys).sorted()
    let seriesPlaces = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, SeriesID($0)) })

    var details: [MeetingDetails] = []
    var occurrences: [Occurrence] = []
    var attendances: [Attendance] = []
    var knownAttendees: [PersonID] = []
    var ofSeries: [String: [OccurrenceID]] = [:]
    let order = events.indices.sorted {
      (events[$0].span, uid($0), $0) < (events[$1].span, uid($1), $1)
    }
    for index in order {
      let event = events[index]
      let id = OccurrenceID(occurrences.count)
      let guests = event.guests.sorted { Self.address($0.name) < Self.address($1.name) }
      let organizer = event.hasOrganizer ? event.guests.first.map { Self.address($0.name) } : nil
      let coming = guests.filter { $0.answer != .declined }
      let (firstAttendance, firstKnown) = (attendances.count, knownAttendees.count)
      var answers = AnswerCounts()
      for guest in guests {
        let address = Self.address(guest.name)
        if address != organizer { answers.count(guest.answer) }
        guard let person = known[address], guest.holdsCopy || !person.hasCalendar else { continue }
        if guest.answer != .declined { knownAttendees.append(person.id) }
        guard person.hasCalendar else { continue }
        let usual: Bucket = guest.answer == .declined ? .declined : coming.count < 2 ? .solo : .meeting
        attendances.append(
          Attendance(
            occurrence: id, person: person.id, answer: guest.answer, isOrganizer: address == organizer,
            bucket: guest.bucket ?? usual))
      }
      details.append(
        MeetingDetails(
          uid: uid(index), series: event.series.map { seriesPlaces[$0]! }, title: event.title,
          isPrivate: event.isPrivate, organizer: organizer.map { places[$0]! },
          invitations: guests.map {
            Invitation(participant: places[Self.address($0.name)]!, answer: $0.answer, isOptional: $0.isOptional)
          },
          description: event.description, attachments: event.attachments, created: event.created))
      occurrences.append(
        Occurrence(
          id: id, details: DetailsID(details.count - 1), span: event.span,
          originalStart: event.series == nil ? nil : event.span.start, isAllDay: event.isAllDay, size: coming.count,
          unseen: coming.count { known[Self.address($0.name)]?.hasCalendar != true }, answers: answers,
          attendances: firstAttendance..<attendances.count, knownAttendees: firstKnown..<knownAttendees.count))
      if let key = event.series { ofSeries[key, default: []].append(id) }
    }

    let allSeries = keys.map { key in
      oneSeries(key, seriesPlaces[key]!, (ofSeries[key] ?? []).map { occurrences[Int($0.index)] }, details)
    }
    return MeetingBook(
      window: window, people: persons, participants: participants, details: details, series: allSeries,
      occurrences: occurrences, attendances: attendances, knownAttendees: knownAttendees,
      calendars: accounts(persons, attendances, occurrences))
  }

  private func uid(_ index: Int) -> String {
    let event = events[index]
    let guests = event.guests.map { $0.name + "\($0.answer)" }.sorted().joined(separator: "+")
    return event.series ?? "\(event.title)-\(guests)-\(event.span.start.seconds)@company.example"
  }

  private func person(_ id: PersonID, _ draft: PersonDraft) -> Person {
    Person(
      id: id, address: Self.address(draft.name), aliases: [], name: draft.name, team: draft.team, role: draft.role,
      site: draft.site, zone: draft.zone, zoneOrigin: .roster, workStart: draft.hours.start,
      workEnd: draft.hours.end, workDays: draft.days, hourlyCost: draft.cost, window: draft.window,
      isInRoster: draft.isInRoster, hasCalendar: draft.hasCalendar, isComplete: draft.isComplete)
  }

  /// A series whose invited people are those of its occurrences, and whose details are its newest occurrence's.
  private func oneSeries(
    _ key: String, _ id: SeriesID, _ occurrences: [Occurrence], _ details: [MeetingDetails]
  ) -> Series {
    let draft = series[key]
    let invitations = occurrences.flatMap { details[Int($0.details.index)].invitations }
    let counts = Dictionary(grouping: invitations, by: \.participant)
    let invited = counts.keys.sorted()
    return Series(
      id: id, key: key, details: occurrences.last?.details ?? DetailsID(0), occurrences: occurrences.map(\.id),
      skipped: draft?.skipped ?? 0, cadence: draft?.cadence ?? .weekly, invited: invited,
      optional: invited.filter { counts[$0]!.count(where: \.isOptional) * 2 > counts[$0]!.count },
      firstSeen: draft?.firstSeen ?? occurrences.first.map { zone.wallTime(at: $0.span.start).day }
        ?? window.lowerBound,
      ends: draft?.ends, lastChanged: draft?.lastChanged, homeZone: draft.map { $0.homeZone } ?? zone,
      attendeesKnown: draft?.attendeesKnown ?? true, descriptionsKnown: draft?.descriptionsKnown ?? true,
      titlesKnown: draft?.titlesKnown ?? true, ruleKnown: draft?.ruleKnown ?? true)
  }

  /// One calendar per person that has one; every occurrence it holds is an event of its ledger.
  private func accounts(
    _ persons: [Person], _ attendances: [Attendance], _ occurrences: [Occurrence]
  ) -> [CalendarAccount] {
    var ledgers: [PersonID: Ledger] = [:]
    for attendance in attendances {
      let occurrence = occurrences[Int(attendance.occurrence.index)]
      let inside = occurrence.span.clipped(to: persons[Int(attendance.person.index)].windowSpan)
      var entry = LedgerEntry()
      (entry.events, entry.occurrences, entry.seconds) = (1, 1, occurrence.isAllDay ? 0 : inside.duration)
      ledgers[attendance.person, default: Ledger()][attendance.bucket] += entry
      ledgers[attendance.person]!.read += 1
    }
    let drafts = Dictionary(people.map { (Self.address($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    return persons.filter(\.hasCalendar).map { person in
      let draft = drafts[person.address]!
      return CalendarAccount(
        name: "calendars/" + person.name + ".ics", person: person.id, ownership: .table, producer: draft.producer,
        contents: draft.contents, coverage: Coverage(reach: nil, exported: nil, doubts: draft.doubts),
        isComplete: person.isComplete, ledger: ledgers[person.id] ?? Ledger())
    }
  }
}
