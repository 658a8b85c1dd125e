/// A VEVENT while its lines are being read: what may stand once, and what was found on the way.
struct EventDraft {
  var event = CalendarEvent()
  var start: DateValue?
  var end: DateValue?
  var issues: [Diagnostic] = []
  var hasReachedAttendeeLimit = false
  /// The last DESCRIPTION without content read yet: only a recurring event needs its text.
  var description: LineWalker.Line?
  private var single: [(property: Property, line: LineWalker.Line)] = []

  init(line: Int) {
    event.line = line
    single.reserveCapacity(4)
  }

  /// Why an event cannot be used.
  struct Rejection: Error {
    let line: Int
    let issue: Diagnostic.Issue
  }

  mutating func warn(_ line: Int, _ issue: Diagnostic.Issue) {
    issues.append(Diagnostic(line: line, issue: issue))
  }

  /// A property that may stand once (RFC 5545 §3.6.1): false when the same value stands there already.
  mutating func isFirst(
    _ property: Property, _ line: LineWalker.Line, in walker: LineWalker
  ) throws(Rejection) -> Bool {
    guard let earlier = single.first(where: { $0.property == property })?.line else {
      single.append((property, line))
      return true
    }
    let (old, new) = (walker.content(of: earlier), walker.content(of: line))
    guard let old, let new, old.value == new.value, old.parameter("TZID") == new.parameter("TZID") else {
      throw Rejection(line: line.number, issue: .repeated(property.rawValue))
    }
    return false
  }

  // MARK: The whole event

  /// Checks what only the whole event shows, and reads dates that stand beside moments on the calendar's own clock.
  mutating func complete(calendarZone: Zone?, probes: inout Int) throws(Rejection) {
    let line = event.line
    guard let start else { throw Rejection(line: line, issue: .missingStart) }
    if let end, (start.form == .date) != (end.form == .date) {
      if start.form == .date { throw Rejection(line: line, issue: .mixedTypes) }
      warn(line, .dateEnd)
    }
    if event.end != nil, event.duration != nil {
      warn(line, .durationBesideEnd)
      event.duration = nil
    }
    if event.uid.isEmpty { warn(line, .missingUID) }
    if start.form == .date { readAsDates(calendarZone) }
    if event.length(floating: .utc).isNegative { warn(line, event.end == nil ? .negativeDuration : .endBeforeStart) }
    for rule in event.rules {
      if rule.ends(before: event.start) {
        warn(line, .ruleGivesNothing)
        continue
      }
      let evaluator = RuleEvaluator(rule, start: event.start.wall)
      guard !evaluator.matchesStart else { continue }
      probes -= 1
      warn(line, probes < 0 || evaluator.givesAnyDate ? .startOutsideRule : .ruleGivesNothing)
    }
  }

  /// On an all-day series every other time is the date it stands for: Exchange writes zoned midnights.
  private mutating func readAsDates(_ calendarZone: Zone?) {
    func dated(_ time: EventTime) -> EventTime {
      EventTime(form: .date, wall: WallTime(Self.day(of: time, calendarZone)), zone: nil)
    }
    event.excludedDates = event.excludedDates.map(dated)
    event.recurrenceID = event.recurrenceID.map(dated)
    event.addedDates = event.addedDates.map {
      AddedDate(start: dated($0.start), end: $0.end.map(dated), duration: $0.duration)
    }
    for index in event.rules.indices { event.rules[index].dateUntil(calendarZone) }
    for index in event.exclusionRules.indices { event.exclusionRules[index].dateUntil(calendarZone) }
  }

  /// The date that a midnight stands for: the local one of a reading; of a moment, the one on which it is midnight in UTC or
  /// in the calendar's zone, else the nearest midnight, since most zones are less than half a day from UTC.
  private static func day(of time: EventTime, _ calendarZone: Zone?) -> CivilDay {
    guard time.form == .utc, time.wall.secondOfDay != 0 else { return time.wall.day }
    if let local = calendarZone?.wallTime(at: Instant(time.wall.seconds)), local.secondOfDay == 0 { return local.day }
    return (time.wall + 43_200).day
  }
}

extension RecurrenceRule {
  /// Whether UNTIL lies before DTSTART.
  fileprivate func ends(before start: EventTime) -> Bool {
    switch until {
    case .date(let day): day < start.wall.day
    case .local(let wall): wall < start.wall
    case .utc(let moment): moment < start.instant(floating: .utc)
    case nil: false
    }
  }

  /// Turns UNTIL into the last date of an all-day series.
  fileprivate mutating func dateUntil(_ calendarZone: Zone?) {
    switch until {
    case .utc(let moment):
      let wall = WallTime(moment.seconds)
      if wall.secondOfDay == 0 {
        until = .date(wall.day)
      } else if let calendarZone {
        until = .date(calendarZone.wallTime(at: moment).day)
      } else {
        // The last second of a day, or a midnight, in a zone that is not told: less than half a day from UTC.
        until = .date(wall.seconds % 60 == 59 ? (wall + 43_201).day + -1 : (wall + 43_200).day)
      }
    case .local(let wall): until = .date(wall.day)
    case .date, nil: break
    }
  }
}
