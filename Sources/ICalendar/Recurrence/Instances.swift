/// One instance of an event, before overrides.
public struct Instance: Sendable, Equatable {
  /// The start that rule or date gives, on the clock of the event's own zone.
  public let original: WallTime
  /// The same as a moment.
  public let moment: Instant
  /// When it ends.
  public let end: Instant
  /// Whether an EXDATE or EXRULE takes it out.
  public let isExcluded: Bool

  /// When it takes place.
  public var span: Span { Span(start: moment, end: end) }
}

/// How long an event lasts: calendar days, then exact seconds (RFC 5545 §3.3.6, §3.8.5.3).
public struct EventLength: Sendable, Equatable {
  let days: Int
  let seconds: Int64
  /// Whether the event says that it ends before it starts.
  let isNegative: Bool

  /// Days, rounded up, that no instance outlasts.
  var longestDays: Int { days + Int(seconds / 86_400) + 1 }

  /// The end of an instance that starts at a reading of a zone.
  public func end(from start: WallTime, in zone: Zone) -> Instant {
    (days == 0 ? zone.instant(of: start) : zone.instant(of: start + Int64(days) * 86_400)) + seconds
  }
}

extension CalendarEvent {
  /// The length that holds for every instance. DTEND gives an exact one between moments, days between dates; DURATION keeps
  /// its days nominal; nothing, or an end before the start, gives none, and a whole day to an all-day event.
  public func length(floating: Zone) -> EventLength {
    let minimum = isAllDay ? 1 : 0
    if let end {
      if isAllDay {
        let days = end.wall.day - start.wall.day
        return EventLength(days: max(days, 1), seconds: 0, isNegative: days < 0)
      }
      let zone = start.zone(floating: floating)
      let seconds = end.instant(floating: zone) - zone.instant(of: start.wall)
      return EventLength(days: 0, seconds: max(0, seconds), isNegative: seconds < 0)
    }
    guard let duration else { return EventLength(days: minimum, seconds: 0, isNegative: false) }
    guard duration.days >= 0, duration.seconds >= 0 else {
      return EventLength(days: minimum, seconds: 0, isNegative: true)
    }
    if isAllDay {
      let days = duration.days + Int((duration.seconds + 86_399) / 86_400)
      return EventLength(days: max(days, 1), seconds: 0, isNegative: false)
    }
    return EventLength(days: duration.days, seconds: duration.seconds, isNegative: false)
  }

  /// The instances that touch a span, ascending, excluded ones among them and marked, and whether the rules were followed to
  /// their end. Overrides are the caller's; an override has itself as its only instance.
  ///
  /// A rule is evaluated on the clock of DTSTART's zone and each instance becomes a moment by itself, so that a series
  /// keeps its local time when the clocks change.
  public func instances(touching span: Span, floating: Zone) -> (instances: [Instance], isComplete: Bool) {
    let zone = start.zone(floating: floating)
    let length = length(floating: floating)
    let margin = Int64(length.longestDays + 1) * 86_400
    let from = WallTime(span.start.seconds - margin)
    let to = WallTime(span.end.seconds + 86_400)
    var found: [Instant: (original: WallTime, end: Instant)] = [:]
    var isComplete = true
    func add(_ wall: WallTime, _ moment: Instant) { found[moment] = (wall, length.end(from: wall, in: zone)) }

    add(start.wall, zone.instant(of: start.wall))
    // What an override says of recurrence, its master says.
    let rules = recurrenceID == nil ? self.rules : []
    let addedDates = recurrenceID == nil ? self.addedDates : []
    for rule in rules {
      let (readings, whole) = Self.readings(of: rule, start: start.wall, zone: zone, from: from, to: to)
      isComplete = isComplete && whole
      for wall in readings { add(wall, zone.instant(of: wall)) }
    }
    for date in addedDates {
      let moment = isAllDay ? zone.instant(of: WallTime(date.start.wall.day)) : date.start.instant(floating: zone)
      let wall = zone.wallTime(at: moment)
      let end =
        date.end.map { $0.instant(floating: zone) }
        ?? date.duration.map { EventLength(days: max(0, $0.days), seconds: max(0, $0.seconds), isNegative: false) }
        .map { $0.end(from: wall, in: zone) }
      found[moment] = (wall, end ?? length.end(from: wall, in: zone))
    }
    let excluded = exclusions(zone: zone, from: from, to: to)
    let instances = found.map { moment, value in
      Instance(
        original: value.original, moment: moment, end: max(moment, value.end),
        isExcluded: excluded.moments.contains(moment) || excluded.days.contains(value.original.day)
          || excluded.walls.contains(value.original))
    }
    return (instances.filter { $0.span.touches(span) }.sorted { ($0.moment, $0.end) < ($1.moment, $1.end) }, isComplete)
  }

  /// What a rule gives in `[from, to)`, its UNTIL applied: to moments exactly, to local readings in DTSTART's zone, to a date
  /// including the whole of that day.
  private static func readings(
    of rule: RecurrenceRule, start: WallTime, zone: Zone, from: WallTime, to: WallTime
  ) -> (readings: [WallTime], isComplete: Bool) {
    let bound: WallTime
    switch rule.until {
    case nil: bound = to
    case .date(let day): bound = min(to, WallTime(day + 1))
    case .local(let wall): bound = min(to, wall + 1)
    case .utc(let moment): bound = min(to, zone.wallTime(at: moment) + 86_400)
    }
    let (readings, isComplete) = RuleEvaluator(rule, start: start).readings(from: from, to: bound)
    guard case .utc(let last) = rule.until else { return (readings, isComplete) }
    return (readings.filter { zone.instant(of: $0) <= last }, isComplete)
  }

  /// What EXDATE and EXRULE take out: by moment; by local day where a DATE stands; by reading for EXRULE.
  private func exclusions(
    zone: Zone, from: WallTime, to: WallTime
  ) -> (moments: Set<Instant>, days: Set<CivilDay>, walls: Set<WallTime>) {
    var (moments, days, walls): (Set<Instant>, Set<CivilDay>, Set<WallTime>) = ([], [], [])
    for date in excludedDates {
      if date.form == .date { days.insert(date.wall.day) } else { moments.insert(date.instant(floating: zone)) }
    }
    for rule in exclusionRules {
      let (readings, _) = Self.readings(of: rule, start: start.wall, zone: zone, from: from, to: to)
      // DTSTART is an instance of RRULE by definition, of EXRULE only when it matches.
      walls.formUnion(readings.filter { $0 != start.wall || RuleEvaluator(rule, start: start.wall).matchesStart })
    }
    return (moments, days, walls)
  }

  /// Local date of the last instance by UNTIL, COUNT and RDATE; nil when a rule never ends.
  public func lastDay(floating: Zone) -> CivilDay? {
    guard recurrenceID == nil else { return start.wall.day }
    guard !rules.contains(where: { $0.neverEnds }) else { return nil }
    let zone = start.zone(floating: floating)
    let far = WallTime(CivilDay(year: 2201, month: 1, day: 1))
    let last = rules.compactMap { rule in
      Self.readings(of: rule, start: start.wall, zone: zone, from: start.wall, to: far).readings.last?.day
    }
    return (last + addedDates.map { zone.wallTime(at: $0.start.instant(floating: zone)).day } + [start.wall.day]).max()
  }
}
