import ICalendar

/// Stitches the parts of a recurring meeting together: Google cuts a series at "this and following" into UIDs with an
/// `_R<timestamp>` suffix; age, cadence and cost are those of the whole.
struct SeriesAssembler {
  let placed: Placement
  let clocks: Clocks
  let streams: [CalendarStream]
  let participantNumbers: [ParticipantID]
  private let keys: [String]
  private let seriesOfGroup: [SeriesID?]

  init(placed: Placement, clocks: Clocks, streams: [CalendarStream], participantNumbers: [ParticipantID]) {
    self.placed = placed
    self.clocks = clocks
    self.streams = streams
    self.participantNumbers = participantNumbers
    var held: Set<Int> = []
    for item in placed.placed where item.seats.contains(where: { $0.touchesWindow && $0.bucket.takesPlace }) {
      held.insert(item.group)
    }
    let groupKeys: [String?] = placed.groups.map { group in
      let isRecurring = group.copies.contains { copy in
        copy.recurrence != nil || copy.event.map { streams[copy.stream].content.events[$0].isRecurring } ?? false
      }
      return isRecurring ? Self.key(of: group, people: placed.people.people) : nil
    }
    let keys = Set(held.compactMap { groupKeys[$0] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, SeriesID($0)) })
    self.keys = keys
    seriesOfGroup = groupKeys.map { $0.flatMap { numbers[$0] } }
  }

  /// The series of each group; nil for single meetings and for what does not take place.
  func ids() -> [SeriesID?] { seriesOfGroup }

  /// The UID without Google's suffix. A UID that means something in one person's calendars only gets a mark of that person.
  private static func key(of group: ResolvedGroup, people: [Person]) -> String {
    guard UIDScope.isLocal(group.uid), let first = group.copies.first else { return EventIdentity.seriesKey(group.uid) }
    let content = group.uid.isEmpty ? first.rank.digest : 0
    let mark = EventIdentity.hash((people[first.person].address + String(content)).utf8)
    return (group.uid.isEmpty ? "no-uid" : group.uid) + "#" + String(mark, radix: 16)
  }

  /// The series, given the occurrences of the book and what each was made from.
  func assemble(occurrences: [Occurrence], items: [Placement.Placed]) -> [Series] {
    var groupsOfSeries = Array(repeating: [Int](), count: keys.count)
    for (group, id) in seriesOfGroup.enumerated() { if let id { groupsOfSeries[Int(id.index)].append(group) } }
    var placesOfSeries = Array(repeating: [Int](), count: keys.count)
    for (place, item) in items.enumerated() {
      if let id = seriesOfGroup[item.group] { placesOfSeries[Int(id.index)].append(place) }
    }
    let firstStarts = DistantIndex.firstStarts(streams)
    return keys.indices.map { index in
      series(
        SeriesID(index), groups: groupsOfSeries[index].map { placed.groups[$0] },
        groupNumbers: Set(groupsOfSeries[index]), places: placesOfSeries[index], occurrences: occurrences, items: items,
        firstStart: firstStarts[EventIdentity.hash(keys[index].utf8)])
    }
  }

  private func series(
    _ id: SeriesID, groups: [ResolvedGroup], groupNumbers: Set<Int>, places: [Int], occurrences: [Occurrence],
    items: [Placement.Placed], firstStart: CivilDay?
  ) -> Series {
    let masters = groups.compactMap { group in
      group.master.flatMap { master in event(master).map { (group, master, $0) } }
    }
    let last = masters.max { ($0.2.start.wall, $0.0.uid) < ($1.2.start.wall, $1.0.uid) }
    let starts = groups.flatMap { group in
      group.copies.filter { $0.recurrence == nil }.compactMap { event($0)?.start.wall.day }
    }
    let days = places.map { localDay(items[$0]) }
    let guests = guests(of: places.map { items[$0] })
    return Series(
      id: id, key: keys[Int(id.index)], details: newestDetails(places, occurrences, items, master: last?.1),
      occurrences: places.map { occurrences[$0].id }, skipped: skipped(groups, groupNumbers: groupNumbers),
      cadence: last.flatMap { CadenceReader.cadence(of: $0.2) } ?? CadenceReader.cadence(observed: days),
      invited: guests.invited, optional: guests.optional,
      firstSeen: ([firstStart].compactMap(\.self) + starts).min() ?? days.min() ?? CivilDay(days: 0),
      ends: last.flatMap { $0.2.lastDay(floating: zone(of: $0.1)) },
      lastChanged: last.flatMap { lastChanged($0.0, top: $0.1.rank.sequence) },
      homeZone: last.flatMap { $0.2.start.form == .zoned ? $0.2.start.zone : nil },
      attendeesKnown: groups.contains { $0.copies.contains { streams[$0.stream].content.holdsAttendees } })
  }

  private func event(_ copy: EventCopy) -> CalendarEvent? { copy.event.map { streams[copy.stream].content.events[$0] } }

  private func zone(of copy: EventCopy) -> Zone {
    event(copy)?.isAllDay == true ? .utc : clocks.floating[copy.stream]
  }

  private func localDay(_ item: Placement.Placed) -> CivilDay {
    let winner = item.occurrence.winner
    let zone = event(winner)?.start.zone(floating: zone(of: winner)) ?? .utc
    return zone.wallTime(at: item.occurrence.span.start).day
  }

  /// Details of the newest occurrence that follows the master, else of the newest.
  private func newestDetails(
    _ places: [Int], _ occurrences: [Occurrence], _ items: [Placement.Placed], master: EventCopy?
  ) -> DetailsID {
    let plain = places.last { place in master.map { AnswerReader.same(items[place].occurrence.winner, $0) } ?? false }
    return occurrences[plain ?? places[places.count - 1]].details
  }

  /// Dates in a window taken out for everybody: by EXDATE, or by a cancelled override; placed by original start.
  private func skipped(_ groups: [ResolvedGroup], groupNumbers: Set<Int>) -> Int {
    var count = 0
    for group in groups {
      let holders = Set(group.copies.map(\.person))
      count += group.excluded.count { moment in
        holders.contains { clocks.windows[$0].contains(moment) }
      }
    }
    for item in placed.placed where groupNumbers.contains(item.group) {
      let everybody = item.seats.allSatisfy { $0.bucket == .cancelled }
      guard everybody, let original = item.occurrence.original, item.occurrence.winner.recurrence != nil else {
        continue
      }
      if item.seats.contains(where: { clocks.windows[$0.holder.person].contains(original) }) { count += 1 }
    }
    return count
  }

  private func guests(of items: [Placement.Placed]) -> (invited: [ParticipantID], optional: [ParticipantID]) {
    var seen: [Int32: (times: Int, optional: Int)] = [:]
    for item in items {
      for guest in item.guests {
        seen[guest.participant, default: (0, 0)].times += 1
        if guest.isOptional { seen[guest.participant]?.optional += 1 }
      }
    }
    let optional = seen.filter { $0.value.optional * 2 > $0.value.times }.keys
    return (
      seen.keys.map { participantNumbers[Int($0)] }.sorted(), optional.map { participantNumbers[Int($0)] }.sorted()
    )
  }

  /// The oldest LAST-MODIFIED among the masters with the top SEQUENCE: answers touch LAST-MODIFIED of single copies only.
  private func lastChanged(_ group: ResolvedGroup, top sequence: Int) -> Instant? {
    group.copies.filter { $0.recurrence == nil && $0.rank.sequence == sequence }.compactMap(\.rank.lastModified).min()
  }
}

/// Reads how often a series meets.
enum CadenceReader {
  private static let weeksPerYear = 52

  /// From the rules of a master; nil without a rule.
  static func cadence(of event: CalendarEvent) -> Cadence? {
    guard !event.rules.isEmpty else { return nil }
    let rates = event.rules.map(timesAYear)
    return cadence(timesAYear: rates.reduce(0, +))
  }

  /// From dates, by their median distance; one date alone is rare.
  static func cadence(observed days: [CivilDay]) -> Cadence {
    let distinct = Set(days).sorted()
    let gaps = zip(distinct.dropFirst(), distinct).map { $0 - $1 }.sorted()
    guard !gaps.isEmpty else { return .rarer }
    return cadence(timesAYear: weeksPerYear * 7 / max(1, gaps[gaps.count / 2]))
  }

  /// Four days a week and more are daily; every fifth week is still monthly.
  private static func cadence(timesAYear times: Int) -> Cadence {
    switch times {
    case (4 * weeksPerYear)...: .daily
    case (weeksPerYear + 1)...: .severalAWeek
    case (weeksPerYear / 2 + 1)...: .weekly
    case (weeksPerYear / 3 + 1)...: .biweekly
    case 10...: .monthly
    default: .rarer
    }
  }

  /// How often a rule comes round in a year of 52 weeks.
  private static func timesAYear(_ rule: RecurrenceRule) -> Int {
    let months = rule.months.isEmpty ? 12 : rule.months.count
    let times: Int
    switch rule.frequency {
    case .secondly, .minutely, .hourly: times = 7 * weeksPerYear
    case .daily: times = (rule.weekdays.isEmpty ? 7 : rule.weekdays.count) * weeksPerYear * months / 12
    case .weekly: times = max(1, rule.weekdays.count) * weeksPerYear * months / 12
    case .monthly: times = timesAMonth(rule) * months
    case .yearly:
      let inMonths = rule.months.isEmpty && rule.monthDays.isEmpty ? 1 : months
      times =
        rule.weekNumbers.isEmpty && rule.yearDays.isEmpty
        ? inMonths * timesAMonth(rule) : max(rule.weekNumbers.count, rule.yearDays.count)
    }
    return times / rule.interval
  }

  private static func timesAMonth(_ rule: RecurrenceRule) -> Int {
    if !rule.positions.isEmpty { return rule.positions.count }
    if !rule.monthDays.isEmpty { return rule.weekdays.isEmpty ? rule.monthDays.count : 1 }
    return max(1, rule.weekdays.reduce(0) { $0 + ($1.ordinal == 0 ? 4 : 1) })
  }
}
