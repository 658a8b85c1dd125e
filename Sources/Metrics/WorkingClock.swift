import ICalendar
import Meetings
import Policy

/// What a moment is on somebody's clock; every moment is exactly one of these, tested in this order
/// (`rulings.md`, "Time zones").
enum TimeOfDay: CaseIterable {
  /// Inside the working hours.
  case working
  /// Between the begin and the end of the night, also on a day off.
  case night
  /// On a day without working hours.
  case dayOff
  /// Near to that day's working hours.
  case edge
  /// What is left: evening and early morning.
  case evening

  /// Hundredths of a burden point for an hour of it.
  func weight(_ policy: Policy.TimeZones) -> Int64 {
    switch self {
    case .working: 0
    case .night: policy.nightWeight
    case .dayOff: policy.dayOffWeight
    case .edge: policy.edgeWeight
    case .evening: policy.eveningWeight
    }
  }
}

/// Where somebody lives and when they work; people who share it share a `WorkingClock`.
struct WorkPattern: Hashable {
  let zone: Zone
  let start: Int64
  let end: Int64
  let days: WorkDays

  init(_ person: Person) {
    zone = person.zone
    start = person.workStart
    end = person.workEnd
    days = person.workDays
  }

  static func == (a: WorkPattern, b: WorkPattern) -> Bool {
    a.zone === b.zone && a.start == b.start && a.end == b.end && a.days == b.days
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(zone))
    hasher.combine(start)
    hasher.combine(end)
    hasher.combine(days)
  }
}

/// A work pattern laid out over real dates, daylight-saving changes included: each stretch of a day with its class, and how
/// many seconds out of hours and burden points came before it, so that any span is measured by two look-ups.
struct WorkingClock {
  let pattern: WorkPattern
  /// The dates laid out; what lies outside them measures as nothing.
  let days: Range<CivilDay>
  private var midnights: [Instant] = []
  private var workingHours: [Span] = []
  private var starts: [Instant] = []
  private var classes: [TimeOfDay] = []
  private var weights: [Int64] = []
  private var outOfHoursBefore: [Int64] = []
  private var pointsBefore: [Int64] = []

  init(_ pattern: WorkPattern, over days: Range<CivilDay>, policy: Policy.TimeZones) {
    self.pattern = pattern
    self.days = days
    for number in 0..<(days.upperBound - days.lowerBound) { layOut(days.lowerBound + number, policy) }
    midnights.append(pattern.zone.midnight(of: days.upperBound))
    starts.append(midnights[midnights.count - 1])
    sumUp()
  }

  /// Cuts a day where its class changes.
  private mutating func layOut(_ day: CivilDay, _ policy: Policy.TimeZones) {
    let zone = pattern.zone
    let works = pattern.days.contains(day: day.weekday.rawValue)
    let midnight = zone.midnight(of: day)
    midnights.append(midnight)
    workingHours.append(
      works ? zone.span(on: day, from: pattern.start, to: pattern.end) : Span(start: midnight, end: midnight))
    let edgeStart = max(0, pattern.start - policy.edge)
    let edgeEnd = min(86_400, pattern.end + policy.edge)
    var cuts = [0, policy.nightEnd, policy.nightStart]
    if works { cuts += [edgeStart, pattern.start, pattern.end, edgeEnd] }
    cuts.sort()
    for (index, cut) in cuts.enumerated() where cut < 86_400 && (index == 0 || cut != cuts[index - 1]) {
      let kind: TimeOfDay =
        if works && cut >= pattern.start && cut < pattern.end {
          .working
        } else if Self.isNight(cut, policy) {
          .night
        } else if !works {
          .dayOff
        } else if cut >= edgeStart && cut < edgeEnd {
          .edge
        } else {
          .evening
        }
      // A clock that skips a reading shows later ones at earlier moments: never go back.
      starts.append(max(starts.last ?? midnight, zone.instant(of: WallTime(day, secondOfDay: cut))))
      classes.append(kind)
      weights.append(kind.weight(policy))
    }
  }

  private static func isNight(_ second: Int64, _ policy: Policy.TimeZones) -> Bool {
    policy.nightStart < policy.nightEnd
      ? second >= policy.nightStart && second < policy.nightEnd
      : second >= policy.nightStart || second < policy.nightEnd
  }

  private mutating func sumUp() {
    var (outOfHours, points) = (Int64(0), Int64(0))
    for index in classes.indices {
      outOfHoursBefore.append(outOfHours)
      pointsBefore.append(points)
      let length = starts[index + 1] - starts[index]
      if classes[index] != .working { outOfHours += length }
      points += length * weights[index]
    }
  }

  /// The place among `days` of the local date of a moment.
  func day(of moment: Instant) -> Int {
    let count = workingHours.count
    var index = min(max(Int((moment - midnights[0]) / 86_400), 0), count - 1)
    while index + 1 < count, midnights[index + 1] <= moment { index += 1 }
    while index > 0, midnights[index] > moment { index -= 1 }
    return index
  }

  /// The stretch of a date from midnight to midnight.
  func wholeDay(_ index: Int) -> Span { Span(start: midnights[index], end: midnights[index + 1]) }

  /// The working hours of a date; empty on a day off.
  func workingHours(_ index: Int) -> Span { workingHours[index] }

  /// The seconds of a span outside working hours.
  func outOfHours(in span: Span) -> Int64 {
    let (first, last) = (segment(of: span.start), segment(of: span.end))
    return outOfHours(before: span.end, last) - outOfHours(before: span.start, first)
  }

  /// The weighted seconds of a span, in seconds × hundredths of a point per hour.
  func points(in span: Span) -> Int64 {
    let (first, last) = (segment(of: span.start), segment(of: span.end))
    return points(before: span.end, last) - points(before: span.start, first)
  }

  /// The seconds of a span in each class.
  func seconds(in span: Span) -> [TimeOfDay: Int64] {
    var result: [TimeOfDay: Int64] = [:]
    for index in classes.indices {
      let part = Span(start: starts[index], end: starts[index + 1]).clipped(to: span)
      if !part.isEmpty { result[classes[index], default: 0] += part.duration }
    }
    return result
  }

  private func outOfHours(before moment: Instant, _ segment: Int) -> Int64 {
    outOfHoursBefore[segment] + (classes[segment] == .working ? 0 : moment.clamped(to: limits) - starts[segment])
  }

  private func points(before moment: Instant, _ segment: Int) -> Int64 {
    pointsBefore[segment] + weights[segment] * (moment.clamped(to: limits) - starts[segment])
  }

  private var limits: ClosedRange<Instant> { starts[0]...starts[classes.count] }

  private func segment(of moment: Instant) -> Int {
    var (low, high) = (0, classes.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= moment { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension Instant {
  func clamped(to limits: ClosedRange<Instant>) -> Instant { min(max(self, limits.lowerBound), limits.upperBound) }
}

/// The clocks of everybody in a book.
struct WorkingClocks {
  private let clocks: [WorkingClock]
  private let ofPerson: [Int]

  /// Lays out every pattern over the dates given.
  init(_ people: [Person], over days: Range<CivilDay>, policy: Policy.TimeZones) {
    var clocks: [WorkingClock] = []
    var places: [WorkPattern: Int] = [:]
    ofPerson = people.map { person in
      let pattern = WorkPattern(person)
      if let place = places[pattern] { return place }
      clocks.append(WorkingClock(pattern, over: days, policy: policy))
      places[pattern] = clocks.count - 1
      return clocks.count - 1
    }
    self.clocks = clocks
  }

  subscript(person: PersonID) -> WorkingClock { clocks[ofPerson[Int(person.index)]] }

  /// The number of the clock of a person; people who share a pattern share it.
  func place(of person: PersonID) -> Int { ofPerson[Int(person.index)] }

  /// The clock of a number.
  subscript(place place: Int) -> WorkingClock { clocks[place] }
}
