import ICalendar

/// Finds the instance that each override of a group stands for.
struct OverrideMatcher {
  let streams: [CalendarStream]
  let floating: [Zone]
  /// The master whose instances count.
  let master: EventCopy?
  /// The master in each person's calendars.
  let ownMasters: [Int: EventCopy]

  /// Overrides by the instance they stand for, those of dates that the master does not give, and those made void.
  struct Matches {
    var byInstance: [Int: [EventCopy]] = [:]
    var orphans: [(moment: Instant, overrides: [EventCopy])] = []
    var outdated: [EventCopy] = []
  }

  /// Sorts the overrides to the instances; of one person's overrides of one instance the newest stays.
  func match(_ overrides: [EventCopy], to instances: [Instance]) -> Matches {
    guard !overrides.isEmpty else { return Matches() }
    var matches = Matches()
    var byMoment: [Instant: Int] = [:]
    var byDay: [CivilDay: [Int]] = [:]
    for (index, instance) in instances.enumerated() {
      byMoment[instance.moment] = index
      byDay[instance.original.day, default: []].append(index)
    }
    var orphans: [Instant: [EventCopy]] = [:]
    for override in overrides {
      guard let key = override.recurrence else { continue }
      // The person's own master is newer, and has dropped what the override said.
      if let own = ownMasters[override.person], own.rank.sequence > override.rank.sequence {
        matches.outdated.append(override)
      } else if !key.isDate, let index = byMoment[key.moment] {
        matches.byInstance[index, default: []].append(override)
      } else if key.isDate || isStale(override), let day = localDay(key),
        let nearest = byDay[day]?.min(by: { distance(instances[$0], key) < distance(instances[$1], key) })
      {
        matches.byInstance[nearest, default: []].append(override)
      } else {
        orphans[key.moment, default: []].append(override)
      }
    }
    for index in matches.byInstance.keys {
      matches.byInstance[index] = onePerPerson(matches.byInstance[index] ?? [], outdated: &matches.outdated)
    }
    matches.orphans = orphans.keys.sorted().map { moment in
      (moment, onePerPerson(orphans[moment] ?? [], outdated: &matches.outdated))
    }
    return matches
  }

  private func distance(_ instance: Instance, _ key: RecurrenceKey) -> Int64 { abs(instance.moment - key.moment) }

  /// Whether an override was written for a rule other than the one that counts: in a calendar whose own master has another
  /// time of day, or that holds no master. Then the local date says which instance is meant; otherwise the moment must be
  /// one that the rule gives.
  private func isStale(_ override: EventCopy) -> Bool {
    guard let master, let counting = streams.event(master) else { return false }
    guard let own = ownMasters[override.person] else { return true }
    guard own.id != master.id, let ownEvent = streams.event(own) else { return own.id != master.id }
    return ownEvent.start.wall.secondOfDay != counting.start.wall.secondOfDay
      || ownEvent.start.zone?.name != counting.start.zone?.name || ownEvent.start.form != counting.start.form
  }

  /// The local date that a RECURRENCE-ID means on the clock of the master that counts.
  private func localDay(_ key: RecurrenceKey) -> CivilDay? {
    if key.isDate { return key.day }
    guard let master, let event = streams.event(master) else { return key.day }
    let zone = event.start.zone(floating: floating[master.stream])
    return event.isAllDay ? key.day ?? zone.wallTime(at: key.moment).day : zone.wallTime(at: key.moment).day
  }

  private func onePerPerson(_ overrides: [EventCopy], outdated: inout [EventCopy]) -> [EventCopy] {
    guard overrides.count > 1 else { return overrides }
    var people: Set<Int> = []
    var kept: [EventCopy] = []
    for copy in Precedence(streams: streams).sorted(overrides) {
      if people.insert(copy.person).inserted { kept.append(copy) } else { outdated.append(copy) }
    }
    return kept
  }
}
