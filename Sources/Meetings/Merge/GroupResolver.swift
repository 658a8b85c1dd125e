import ICalendar

/// One instance of an event as it really takes place, and in whose calendars it stands.
struct ResolvedOccurrence {
  /// The start that the rule gave; nil for an event that neither recurs nor overrides.
  let original: Instant?
  let span: Span
  let isAllDay: Bool
  /// The copy that is the truth for times, title, participants and status.
  let winner: EventCopy
  /// Whether it is cancelled for everybody.
  let isCancelled: Bool
  let holders: [Holder]

  /// A person whose calendar holds the occurrence.
  struct Holder {
    let person: Int
    /// The VEVENT that stands for the occurrence in this person's calendar: an override, else the master.
    let own: EventCopy
    /// The master in the same person's calendars, for what the override leaves out.
    let master: EventCopy?
  }
}

/// What one UID comes to: its occurrences in reach, and the dates taken out for everybody.
struct ResolvedGroup {
  let uid: String
  let copies: [EventCopy]
  /// The master that says which instances exist; nil for overrides without one.
  let master: EventCopy?
  let occurrences: [ResolvedOccurrence]
  /// Original starts that an EXDATE takes out for everybody.
  let excluded: [Instant]
  /// Whether its rules were too costly to follow to their end.
  let isCutShort: Bool
}

/// Works out which instances of an event exist, and which copy says what about each (`rulings.md`, "Who takes part").
struct GroupResolver {
  let streams: [CalendarStream]
  let floating: [Zone]
  /// All windows of the audit with a margin.
  let reach: Span

  func event(_ copy: EventCopy) -> CalendarEvent? {
    copy.event.map { streams[copy.stream].content.events[$0] }
  }

  /// The zone in which floating times and dates of an event are read; dates count in UTC, for every reader alike.
  private func zone(for event: CalendarEvent, of copy: EventCopy) -> Zone {
    event.isAllDay ? .utc : floating[copy.stream]
  }

  func resolve(_ group: CopyGroup) -> ResolvedGroup {
    let masters = group.copies.filter { $0.recurrence == nil }
    let overrides = group.copies.filter { $0.recurrence != nil }
    let master = masters.max { $0.rank < $1.rank }
    let masterEvent = master.flatMap(event)
    var instances: [Instance] = []
    var isComplete = true
    if let master, let masterEvent {
      (instances, isComplete) = masterEvent.instances(touching: reach, floating: zone(for: masterEvent, of: master))
    }
    let matched = match(overrides, to: instances, of: master)
    let isSeries = masterEvent?.isRecurring ?? !overrides.isEmpty
    var occurrences: [ResolvedOccurrence] = []
    var excluded: [Instant] = []
    for (index, instance) in instances.enumerated() {
      let own = matched.byInstance[index] ?? []
      let isExcluded = instance.isExcluded && !isExcludedOnlyByWinner(instance, master: master, masters: masters)
      if isExcluded, !own.contains(where: { outlives($0, exclusionBy: master) }) {
        if isSeries { excluded.append(instance.moment) }
        continue
      }
      if let occurrence = occurrence(
        of: instance, overrides: own, allOverrides: overrides, masters: masters, master: master, isSeries: isSeries)
      {
        occurrences.append(occurrence)
      }
    }
    for (moment, own) in matched.orphans {
      if let occurrence = orphan(at: moment, overrides: own, masters: masters, master: master) {
        occurrences.append(occurrence)
      }
    }
    return ResolvedGroup(
      uid: group.uid, copies: group.copies, master: master, occurrences: occurrences, excluded: excluded,
      isCutShort: !isComplete)
  }

  // MARK: Matching

  /// Which instance each override stands for: by moment, else by local date (an old copy of a series that has moved keeps the
  /// old time of day); the rest are orphans, by moment.
  private func match(
    _ overrides: [EventCopy], to instances: [Instance], of master: EventCopy?
  ) -> (byInstance: [Int: [EventCopy]], orphans: [(Instant, [EventCopy])]) {
    var byMoment: [Instant: Int] = [:]
    var byDay: [CivilDay: [Int]] = [:]
    for (index, instance) in instances.enumerated() {
      byMoment[instance.moment] = index
      byDay[instance.original.day, default: []].append(index)
    }
    let masterEvent = master.flatMap(event)
    var byInstance: [Int: [EventCopy]] = [:]
    var orphans: [Instant: [EventCopy]] = [:]
    for override in overrides {
      guard let key = override.recurrence else { continue }
      if !key.isDate, let index = byMoment[key.moment] {
        byInstance[index, default: []].append(override)
        continue
      }
      let day = localDay(key, master: master, masterEvent: masterEvent)
      if let candidates = day.flatMap({ byDay[$0] }),
        let nearest = candidates.min(by: { distance($0, key, instances) < distance($1, key, instances) })
      {
        byInstance[nearest, default: []].append(override)
      } else {
        orphans[key.moment, default: []].append(override)
      }
    }
    return (byInstance, orphans.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func distance(_ index: Int, _ key: RecurrenceKey, _ instances: [Instance]) -> Int64 {
    abs(instances[index].moment - key.moment)
  }

  private func localDay(_ key: RecurrenceKey, master: EventCopy?, masterEvent: CalendarEvent?) -> CivilDay? {
    if key.isDate { return key.day }
    guard let master, let masterEvent else { return key.day }
    if masterEvent.isAllDay { return key.day ?? floating[master.stream].wallTime(at: key.moment).day }
    return masterEvent.start.zone(floating: floating[master.stream]).wallTime(at: key.moment).day
  }

  // MARK: Exclusions

  /// Whether an EXDATE stands in the winning copy alone although its owner does not organize the meeting: then only that person
  /// has taken the date out of their calendar.
  private func isExcludedOnlyByWinner(_ instance: Instance, master: EventCopy?, masters: [EventCopy]) -> Bool {
    guard let master, masters.count > 1, !isOrganizer(master.person, of: master) else { return false }
    return masters.contains { other in
      other.person != master.person && other.rank.sequence == master.rank.sequence && other.event != nil
        && !excludes(other, instance, of: master)
    }
  }

  private func isOrganizer(_ person: Int, of copy: EventCopy) -> Bool {
    guard let event = event(copy), let organizer = event.organizer else { return false }
    return organizerPerson(copy.stream, organizer) == person
  }

  /// The person behind an address of a stream; set by the importer.
  let organizerPerson: (_ stream: Int, _ address: Int32) -> Int?

  /// Whether a person's own master takes an instance of the winning one out.
  private func excludes(_ own: EventCopy, _ instance: Instance, of master: EventCopy?) -> Bool {
    guard let event = event(own), !event.excludedDates.isEmpty else { return false }
    let zone = event.start.zone(floating: zone(for: event, of: own))
    let sameClock = master.flatMap(self.event)?.start.wall.secondOfDay == event.start.wall.secondOfDay
    return event.excludedDates.contains { date in
      if date.form == .date { return date.wall.day == instance.original.day }
      let moment = date.instant(floating: zone)
      return moment == instance.moment || (!sameClock && zone.wallTime(at: moment).day == instance.original.day)
    }
  }

  /// Whether an override stands although the master takes its date out: unless the master is newer, and so the deletion.
  private func outlives(_ override: EventCopy, exclusionBy master: EventCopy?) -> Bool {
    guard let master else { return true }
    if override.rank.sequence != master.rank.sequence { return override.rank.sequence > master.rank.sequence }
    guard let changed = override.rank.lastModified, let deleted = master.rank.lastModified else { return true }
    return changed >= deleted
  }

  // MARK: Occurrences

  private func occurrence(
    of instance: Instance, overrides: [EventCopy], allOverrides: [EventCopy], masters: [EventCopy], master: EventCopy?,
    isSeries: Bool
  ) -> ResolvedOccurrence? {
    guard let master, let masterEvent = event(master) else { return nil }
    let holders = holders(overrides: overrides, masters: masters) { !excludes($0, instance, of: master) }
    guard !holders.isEmpty else { return nil }
    let original = isSeries ? instance.moment : nil
    let live = overrides.filter { $0.rank.sequence >= master.rank.sequence }
    if let winner = live.max(by: { $0.rank < $1.rank }) {
      // An override that has moved beyond all windows leaves nothing here.
      guard let event = event(winner) else { return nil }
      return resolved(winner, event, original: original, holders: holders)
    }
    if let shift = futureShift(for: instance, among: allOverrides, master: master), let event = event(shift.copy) {
      let zone = event.start.zone(floating: zone(for: event, of: shift.copy))
      let start = instance.original + shift.seconds
      let span = Span(
        start: zone.instant(of: start),
        end: event.length(floating: self.zone(for: event, of: shift.copy)).end(from: start, in: zone))
      return ResolvedOccurrence(
        original: original, span: span, isAllDay: event.isAllDay, winner: shift.copy,
        isCancelled: event.status == .cancelled, holders: holders)
    }
    return ResolvedOccurrence(
      original: original, span: instance.span, isAllDay: masterEvent.isAllDay, winner: master,
      isCancelled: masterEvent.status == .cancelled, holders: holders)
  }

  /// An override whose master does not give its date, or that has no master: it stands by itself, unless a newer master
  /// has dropped it.
  private func orphan(
    at moment: Instant, overrides: [EventCopy], masters: [EventCopy], master: EventCopy?
  ) -> ResolvedOccurrence? {
    let live = overrides.filter { override in master.map { override.rank.sequence >= $0.rank.sequence } ?? true }
    guard let winner = live.max(by: { $0.rank < $1.rank }), let event = event(winner) else { return nil }
    return resolved(
      winner, event, original: moment, holders: holders(overrides: overrides, masters: masters) { _ in true })
  }

  private func resolved(
    _ winner: EventCopy, _ event: CalendarEvent, original: Instant?, holders: [ResolvedOccurrence.Holder]
  ) -> ResolvedOccurrence {
    let floating = zone(for: event, of: winner)
    let start = event.start.instant(floating: floating)
    let zone = event.start.zone(floating: floating)
    return ResolvedOccurrence(
      original: original,
      span: Span(start: start, end: event.length(floating: floating).end(from: event.start.wall, in: zone)),
      isAllDay: event.isAllDay, winner: winner, isCancelled: event.status == .cancelled, holders: holders)
  }

  private func holders(
    overrides: [EventCopy], masters: [EventCopy], holds: (EventCopy) -> Bool
  ) -> [ResolvedOccurrence.Holder] {
    let people = Set(overrides.map(\.person)).union(masters.map(\.person)).sorted()
    return people.compactMap { person in
      let master = masters.first { $0.person == person }
      if let override = overrides.first(where: { $0.person == person && $0.event != nil }) {
        return ResolvedOccurrence.Holder(person: person, own: override, master: master)
      }
      guard let master, holds(master) else { return nil }
      return ResolvedOccurrence.Holder(person: person, own: master, master: master)
    }
  }

  /// The newest "this and future" override before an instance, and how far it moves the readings (RFC 5545 §3.2.13).
  private func futureShift(
    for instance: Instance, among overrides: [EventCopy], master: EventCopy
  ) -> (copy: EventCopy, seconds: Int64)? {
    let candidates = overrides.filter { copy in
      guard let event = event(copy), event.isThisAndFuture, let key = copy.recurrence else { return false }
      return key.moment <= instance.moment && copy.rank.sequence >= master.rank.sequence
    }
    let newest = candidates.max {
      ($0.recurrence!.moment, $0.rank) < ($1.recurrence!.moment, $1.rank)
    }
    guard let newest, let event = event(newest), let recurrence = event.recurrenceID else { return nil }
    let zone = event.start.zone(floating: zone(for: event, of: newest))
    let originalWall = zone.wallTime(at: recurrence.instant(floating: zone))
    return (newest, event.start.wall.seconds - originalWall.seconds)
  }
}
