import ICalendar
import Meetings
import Policy

/// Finds the fixed weekly slot of a series that is fairest on the next quarter's real dates (`docs/metrics.md`, "Time-zone
/// burden": proposals).
///
/// Points at a slot weigh everything it takes out of somebody's hours, whether or not the zone-burden test would hold there:
/// a slot at which nobody at all is at work must never look free of burden. Participants are the people of the audit who take
/// part in at least half of the occurrences; people without a calendar count too, for their zone and hours are known.
struct SlotPlanner {
  private let book: MeetingBook
  private let window: Range<CivilDay>
  private let clocks: WorkingClocks

  init(_ book: MeetingBook, _ policy: Policy.TimeZones) {
    self.book = book
    window = Self.window(after: book.window)
    // A week more: the first such weekday of a window of a few days may lie after its end; meetings may cross midnight.
    clocks = WorkingClocks(book.people, over: (window.lowerBound + -2)..<(window.upperBound + 10), policy: policy)
  }

  /// The calendar quarter after a calendar quarter; else the equally long window that follows.
  static func window(after window: Range<CivilDay>) -> Range<CivilDay> {
    let (year, month, day) = window.lowerBound.components
    let end = CivilDay(year: month == 10 ? year + 1 : year, month: month == 10 ? 1 : month + 3, day: 1)
    if day == 1, month % 3 == 1, window.upperBound == end {
      let (year, month, _) = end.components
      return end..<CivilDay(year: month == 10 ? year + 1 : year, month: month == 10 ? 1 : month + 3, day: 1)
    }
    return window.upperBound..<(window.upperBound + (window.upperBound - window.lowerBound))
  }

  /// The best slot, when it lowers the points of the worst-off person; `counted` tells which occurrences are a meeting for
  /// somebody.
  func betterSlot(for series: Series, counted: [Bool]) -> SlotProposal? {
    let occurrences = series.occurrences.map { book[$0] }.filter { counted[Int($0.id.index)] && !$0.span.isEmpty }
    let participants = participants(of: occurrences)
    guard !participants.isEmpty, let zone = homeZone(of: series, participants) else { return nil }
    let starts = occurrences.map { zone.wallTime(at: $0.span.start) }
    let length = SeriesMeasures.median(occurrences.map(\.span.duration))
    let pattern = SlotPattern(starts, cadence: series.cadence, window: window)
    let present = points(pattern.weekdays, pattern.second, pattern, zone, length, participants, atMost: .max)!

    var best: (weekdays: [Weekday], second: Int64, points: SlotPoints)?
    for weekdays in candidates(pattern, participants) {
      for second in stride(from: Int64(0), to: 86_400, by: 1800) {
        let limit = best?.points.worst ?? present.worst
        guard let points = points(weekdays, second, pattern, zone, length, participants, atMost: limit) else {
          continue
        }
        if best == nil || points < best!.points { best = (weekdays, second, points) }
      }
    }
    guard let best, best.points.worst < present.worst else { return nil }
    return SlotProposal(
      weekday: best.weekdays[0], second: best.second, zone: zone, worstBefore: present.worst,
      worstAfter: best.points.worst)
  }

  /// How many take part, by the clock they live on.
  private func participants(of occurrences: [Occurrence]) -> [(clock: Int, people: Int64)] {
    var counts: [PersonID: Int] = [:]
    for occurrence in occurrences {
      for person in book.knownAttendees(of: occurrence) { counts[person, default: 0] += 1 }
    }
    let regular = counts.filter { $0.value * 2 >= occurrences.count }.keys
    var people: [Int: Int64] = [:]
    for person in regular.isEmpty ? counts.keys : regular { people[clocks.place(of: person), default: 0] += 1 }
    return people.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The zone the rule is written in; else the organizer's; else that of most participants.
  private func homeZone(of series: Series, _ participants: [(clock: Int, people: Int64)]) -> Zone? {
    if let zone = series.homeZone { return zone }
    if let organizer = book[series.details].organizer, let person = book[organizer].person { return book[person].zone }
    let largest = participants.max { ($0.people, $1.clock) < ($1.people, $0.clock) }
    return largest.map { clocks[place: $0.clock].pattern.zone }
  }

  /// The weekdays to try, Monday first: each day on which some participant works; a series on several days keeps them.
  private func candidates(_ pattern: SlotPattern, _ participants: [(clock: Int, people: Int64)]) -> [[Weekday]] {
    if pattern.keepsItsDays { return [pattern.weekdays] }
    let worked = participants.reduce(into: WorkDays()) { $0.formUnion(clocks[place: $1.clock].pattern.days) }
    return Weekday.allCases.filter { worked.contains(day: $0.rawValue) }.map { [$0] }
  }

  /// Points of a slot over the next quarter; nil as soon as somebody has more than `limit`.
  private func points(
    _ weekdays: [Weekday], _ second: Int64, _ pattern: SlotPattern, _ zone: Zone, _ length: Int64,
    _ participants: [(clock: Int, people: Int64)], atMost limit: Int64
  ) -> SlotPoints? {
    let spans = weekdays.flatMap(pattern.dates).map { day in
      let start = zone.instant(of: WallTime(day, secondOfDay: second))
      return Span(start: start, end: start + length)
    }
    var points = SlotPoints(worst: 0, total: 0)
    for (place, people) in participants {
      let clock = clocks[place: place]
      var sum: Int64 = 0
      for span in spans {
        sum += clock.points(in: span)
        if sum > limit { return nil }
      }
      points.worst = max(points.worst, sum)
      points.total += sum * people
    }
    return points
  }
}

/// What a slot costs: first the worst-off person's points, then everybody's together.
struct SlotPoints: Comparable {
  var worst: Int64
  var total: Int64

  static func < (a: SlotPoints, b: SlotPoints) -> Bool { (a.worst, a.total) < (b.worst, b.total) }
}

/// When a series meets now, and on which dates of the next quarter it would meet on a given weekday.
struct SlotPattern {
  /// The days it meets on, Monday first.
  let weekdays: [Weekday]
  /// The time at which most of its occurrences begin, seconds after midnight; the earliest of several.
  let second: Int64
  /// Whether it meets on several days a week, so that only the time can move.
  let keepsItsDays: Bool
  private let window: Range<CivilDay>
  private let weeksApart: Int

  init(_ starts: [WallTime], cadence: Cadence, window: Range<CivilDay>) {
    self.window = window
    keepsItsDays = cadence <= .severalAWeek
    weeksApart =
      switch cadence {
      case .daily, .severalAWeek, .weekly: 1
      case .biweekly: 2
      case .monthly: 4
      case .rarer: 13
      }
    var perDay: [Weekday: Int] = [:]
    for start in starts { perDay[start.day.weekday, default: 0] += 1 }
    let days = perDay.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let usual = days.isEmpty ? [] : keepsItsDays ? days.filter { $0.value * 2 >= days[0].value } : [days[0]]
    let weekdays = usual.map(\.key).sorted()
    var perTime: [Int64: Int] = [:]
    for start in starts where weekdays.contains(start.day.weekday) { perTime[start.secondOfDay, default: 0] += 1 }
    self.weekdays = weekdays
    second = perTime.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? 0
  }

  /// The dates on a weekday: as many on each, so that no weekday looks better for having one date less.
  func dates(on weekday: Weekday) -> [CivilDay] {
    let first = window.lowerBound + (weekday.rawValue - window.lowerBound.weekday.rawValue + 7) % 7
    let count = max(1, (window.upperBound - window.lowerBound) / (7 * weeksApart))
    return (0..<count).map { first + $0 * 7 * weeksApart }
  }
}
