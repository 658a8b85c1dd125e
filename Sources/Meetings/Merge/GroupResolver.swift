import ICalendar

/// Works out which instances of an event exist, and which copy says what about each (`rulings.md`, "Who takes part").
struct GroupResolver {
  typealias Holder = ResolvedOccurrence.Holder

  /// Instances further from the window than this are not sought, however far a "this and future" override moves them.
  private static let farthestShift: Int64 = 400 * 86_400

  private let streams: [CalendarStream]
  private let floating: [Zone]
  /// All windows of the audit with a margin.
  private let reach: Span
  private let participants: ParticipantTable
  private let precedence: Precedence

  init(streams: [CalendarStream], floating: [Zone], reach: Span, participants: ParticipantTable) {
    self.streams = streams
    self.floating = floating
    self.reach = reach
    self.participants = participants
    precedence = Precedence(streams: streams)
  }

  /// What is fixed for a group while its instances are gone through.
  private struct Setting {
    /// The newest master: it says which instances exist.
    let master: EventCopy?
    let masters: [EventCopy]
    let masterEvent: CalendarEvent?
    let masterZone: Zone
    let ownMasters: [Int: EventCopy]
    /// Every master's owner as a holder, in the order of people.
    let plainHolders: [Holder]
    /// What the masters that exclude dates exclude.
    let exclusions: [Int: Exclusions]
    let future: [FutureOverride]
    var forms = 0
  }

  private func event(_ copy: EventCopy) -> CalendarEvent? { streams.event(copy) }

  private func zone(for event: CalendarEvent, of copy: EventCopy) -> Zone {
    event.clock(floating: floating[copy.stream])
  }

  func resolve(_ group: CopyGroup) -> ResolvedGroup {
    var setting = setting(group)
    var instances: [Instance] = []
    var isComplete = true
    if let master = setting.master, let event = setting.masterEvent {
      let margin = setting.future.map { min(abs($0.shift), Self.farthestShift) }.max() ?? 0
      let span = Span(start: reach.start - margin, end: reach.end + margin)
      (instances, isComplete) = event.instances(touching: span, floating: zone(for: event, of: master))
      instances += overriddenInstances(beyond: Set(instances.map(\.moment)), group, of: event, master)
    }
    let matcher = OverrideMatcher(
      streams: streams, floating: floating, master: setting.master, ownMasters: setting.ownMasters)
    let matches = matcher.match(group.copies.filter { $0.recurrence != nil }, to: instances)
    let isSeries = setting.masterEvent?.isRecurring ?? true
    var occurrences: [ResolvedOccurrence] = []
    var excluded: [Instant] = []
    for (index, instance) in instances.enumerated() {
      let own = matches.byInstance[index] ?? []
      if isExcluded(instance, overrides: own, setting) {
        if isSeries { excluded.append(instance.moment) }
      } else if let occurrence = occurrence(of: instance, overrides: own, isSeries: isSeries, &setting) {
        occurrences.append(occurrence)
      }
    }
    for (moment, own) in matches.orphans {
      if let occurrence = orphan(at: moment, overrides: own, &setting) { occurrences.append(occurrence) }
    }
    return ResolvedGroup(
      copies: group, master: setting.master, masters: setting.masters, occurrences: occurrences,
      outdated: matches.outdated,
      excluded: excluded, isAllDay: setting.masterEvent?.isAllDay ?? false, isCutShort: !isComplete)
  }

  /// The instances out of reach that overrides may have moved into it.
  private func overriddenInstances(
    beyond known: Set<Instant>, _ group: CopyGroup, of event: CalendarEvent, _ master: EventCopy
  ) -> [Instance] {
    let moments = group.copies.compactMap { $0.recurrence?.moment }.filter { !reach.contains($0) }
    guard let first = moments.min(), let last = moments.max() else { return [] }
    // One evaluation for all of them; on any clock an instance is at most a day away from its key.
    let days = Set(moments.flatMap { moment in (-1...1).map { WallTime(moment.seconds).day + $0 } })
    return event.instances(
      touching: Span(start: first - 86_400, end: last + 2 * 86_400), floating: zone(for: event, of: master)
    ).instances.filter { days.contains($0.original.day) && !known.contains($0.moment) }
  }

  private func setting(_ group: CopyGroup) -> Setting {
    let own = group.copies.filter { $0.recurrence == nil }
    let newest = precedence.newest(own)
    let masterEvent = newest.flatMap(event)
    let masterZone =
      newest.flatMap { master in masterEvent.map { $0.start.zone(floating: zone(for: $0, of: master)) } } ?? .utc
    var exclusions: [Int: Exclusions] = [:]
    for copy in own {
      guard let event = event(copy), !event.excludedDates.isEmpty else { continue }
      exclusions[copy.person] = Exclusions(
        event, floating: zone(for: event, of: copy), counting: masterEvent, zone: masterZone)
    }
    let ownMasters = Dictionary(own.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
    return Setting(
      master: newest, masters: own, masterEvent: masterEvent, masterZone: masterZone, ownMasters: ownMasters,
      plainHolders: own.map { Holder(person: $0.person, own: $0, master: $0) }, exclusions: exclusions,
      future: futureOverrides(group, ownMasters: ownMasters, zone: masterZone))
  }

  // MARK: Exclusions

  /// Whether an instance is taken out for everybody.
  private func isExcluded(_ instance: Instance, overrides: [EventCopy], _ setting: Setting) -> Bool {
    guard instance.isExcluded, let master = setting.master else { return false }
    if isExcludedByOneGuest(instance, master: master, setting) { return false }
    return !overrides.contains { outlives($0, exclusionOf: instance, by: master, setting) }
  }

  /// Whether an EXDATE stands in the winning copy although its owner does not organize the meeting and a copy of the same
  /// revision keeps the date: then only that person has taken it out of their calendar.
  private func isExcludedByOneGuest(_ instance: Instance, master: EventCopy, _ setting: Setting) -> Bool {
    guard setting.masters.count > 1, setting.exclusions[master.person]?.excludes(instance) ?? false,
      organizer(of: master) != master.person
    else { return false }
    return setting.masters.contains { other in
      other.rank.sequence == master.rank.sequence && other.event != nil
        && !(setting.exclusions[other.person]?.excludes(instance) ?? false)
    }
  }

  private func organizer(of copy: EventCopy) -> Int? {
    guard let address = event(copy)?.organizer, let known = participants.ofStream[copy.stream][Int(address)] else {
      return nil
    }
    return participants.person[Int(known)]
  }

  /// Whether an override stands although the master takes its date out: when its own calendar says both, or when it is
  /// not older than the deletion.
  private func outlives(
    _ override: EventCopy, exclusionOf instance: Instance, by master: EventCopy, _ setting: Setting
  ) -> Bool {
    if override.rank.sequence != master.rank.sequence { return override.rank.sequence > master.rank.sequence }
    if setting.exclusions[override.person]?.excludes(instance) ?? false { return true }
    return override.rank.lastModified == .min || override.rank.lastModified >= master.rank.lastModified
  }

  // MARK: Occurrences

  private func occurrence(
    of instance: Instance, overrides: [EventCopy], isSeries: Bool, _ setting: inout Setting
  ) -> ResolvedOccurrence? {
    guard let master = setting.master, let masterEvent = setting.masterEvent else { return nil }
    let future = setting.future.filter { $0.moment <= instance.moment }
    let (holders, form) = holders(of: instance, overrides: overrides, future: future, &setting)
    guard !holders.isEmpty else { return nil }
    if let winner = precedence.newest(overrides.filter { $0.rank.sequence >= master.rank.sequence }) {
      // An override that has moved beyond all windows leaves nothing here.
      guard let event = event(winner) else { return nil }
      return resolved(winner, event, original: instance.moment, holders: holders, form: form)
    }
    let original = isSeries ? instance.moment : nil
    if let newest = future.last(where: { $0.copy.rank.sequence >= master.rank.sequence }),
      let event = event(newest.copy)
    {
      let start = instance.original + newest.shift
      let length = event.length(floating: zone(for: event, of: newest.copy))
      return ResolvedOccurrence(
        original: original,
        span: Span(
          start: setting.masterZone.instant(of: start), end: length.end(from: start, in: setting.masterZone)),
        isAllDay: event.isAllDay, winner: newest.copy, isCancelled: event.status == .cancelled, holders: holders,
        form: form)
    }
    return ResolvedOccurrence(
      original: original, span: instance.span, isAllDay: masterEvent.isAllDay, winner: master,
      isCancelled: masterEvent.status == .cancelled, holders: holders, form: form)
  }

  /// An override whose master does not give its date, or that has no master: it stands by itself, unless a newer master
  /// has dropped it.
  private func orphan(at moment: Instant, overrides: [EventCopy], _ setting: inout Setting) -> ResolvedOccurrence? {
    let lowest = setting.master?.rank.sequence ?? .min
    guard let winner = precedence.newest(overrides.filter { $0.rank.sequence >= lowest }), let event = event(winner)
    else { return nil }
    setting.forms += 1
    let holders = overrides.map { Holder(person: $0.person, own: $0, master: setting.ownMasters[$0.person]) }
      .sorted { $0.person < $1.person }
    return resolved(winner, event, original: moment, holders: holders, form: setting.forms)
  }

  private func resolved(
    _ winner: EventCopy, _ event: CalendarEvent, original: Instant?, holders: [Holder], form: Int
  ) -> ResolvedOccurrence {
    ResolvedOccurrence(
      original: original, span: event.ownSpan(floating: floating[winner.stream]),
      isAllDay: event.isAllDay, winner: winner, isCancelled: event.status == .cancelled, holders: holders, form: form)
  }

  /// In whose calendars an instance stands: everybody with a master that does not take it out, and everybody with an
  /// override of their own for it.
  private func holders(
    of instance: Instance, overrides: [EventCopy], future: [FutureOverride], _ setting: inout Setting
  ) -> (holders: [Holder], form: Int) {
    let leaving = Set(setting.exclusions.filter { $0.value.excludes(instance) }.keys)
    guard !overrides.isEmpty || !future.isEmpty || !leaving.isEmpty else { return (setting.plainHolders, 0) }
    var own: [Int: EventCopy] = [:]
    for future in future { own[future.copy.person] = future.copy }
    for person in leaving { own[person] = nil }
    for copy in overrides { own[copy.person] = copy }
    var holders: [Holder] = []
    for holder in setting.plainHolders {
      if let copy = own.removeValue(forKey: holder.person) {
        holders.append(Holder(person: holder.person, own: copy, master: holder.master))
      } else if !leaving.contains(holder.person) {
        holders.append(holder)
      }
    }
    for (person, copy) in own { holders.append(Holder(person: person, own: copy, master: nil)) }
    setting.forms += 1
    return (holders.sorted { $0.person < $1.person }, setting.forms)
  }

  // MARK: This and future

  /// The overrides that hold for all later instances too, by date, older copies first (RFC 5545 §3.2.13).
  private func futureOverrides(
    _ group: CopyGroup, ownMasters: [Int: EventCopy], zone: Zone
  ) -> [FutureOverride] {
    let copies = group.copies.filter { copy in
      (event(copy)?.isThisAndFuture ?? false)
        && !(ownMasters[copy.person].map { $0.rank.sequence > copy.rank.sequence } ?? false)
    }
    guard !copies.isEmpty else { return [] }
    return precedence.sorted(copies).reversed().compactMap { copy -> FutureOverride? in
      guard let event = event(copy), let key = copy.recurrence else { return nil }
      let start = event.start.instant(floating: self.zone(for: event, of: copy))
      let shift = zone.wallTime(at: start).seconds - zone.wallTime(at: key.moment).seconds
      return FutureOverride(copy: copy, moment: key.moment, shift: shift)
    }.enumerated().sorted { ($0.element.moment, $0.offset) < ($1.element.moment, $1.offset) }.map(\.element)
  }
}

/// An override with RANGE=THISANDFUTURE.
private struct FutureOverride {
  let copy: EventCopy
  /// The original start from which on it holds.
  let moment: Instant
  /// By how many seconds it moves the readings of the master's clock.
  let shift: Int64
}

/// The dates that one copy of a master takes out.
private struct Exclusions {
  private var moments: Set<Instant> = []
  private var days: Set<CivilDay> = []

  /// The dates of a copy; those of a rule with another time of day than the master that counts are matched by local date
  /// on that master's clock.
  init(_ event: CalendarEvent, floating: Zone, counting: CalendarEvent?, zone clock: Zone) {
    let zone = event.start.zone(floating: floating)
    let isStale = event.start.wall.secondOfDay != counting?.start.wall.secondOfDay
    for date in event.excludedDates {
      if date.form == .date {
        days.insert(date.wall.day)
      } else {
        let moment = date.instant(floating: zone)
        moments.insert(moment)
        if isStale { days.insert(clock.wallTime(at: moment).day) }
      }
    }
  }

  func excludes(_ instance: Instance) -> Bool {
    moments.contains(instance.moment) || days.contains(instance.original.day)
  }
}
