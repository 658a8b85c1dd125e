import ICalendar
public import Meetings
public import Policy

extension AuditMeasures {
  /// Measures everything that a book tells: pure, exact, and the same for the same book and policy.
  public static func measure(_ book: MeetingBook, policy: Policy) -> AuditMeasures {
    var measurement = AuditMeasurement(book, policy)
    let people = book.people.map { person in
      person.hasCalendar ? measurement.measure(person) : PersonMeasures(unmeasured: person.id)
    }
    let costs = book.people.lazy.filter(\.hasCalendar).map(\.hourlyCost)
    let withCalendar = costs.count
    let series = measurement.series()
    return AuditMeasures(
      people: people,
      company: CompanyMeasures(
        people, series, days: book.window.upperBound - book.window.lowerBound,
        reentries: policy.focus.reentryAlternatives),
      teams: GroupMeasures.groups(of: book.people, by: \.team, people, policy.groups, peopleWithCalendar: withCalendar),
      series: series, meetings: measurement.meetings(), heatmap: measurement.heatmap,
      meanHourlyCost: withCalendar == 0 ? .zero : Fraction(costs.reduce(0, +), withCalendar),
      peopleWithCalendar: withCalendar)
  }
}

/// The sums over people that series, meetings and the heat map are made of, while people are measured one by one.
struct AuditMeasurement {
  private let book: MeetingBook
  private let policy: Policy
  private let clocks: WorkingClocks
  private let seriesOfOccurrence: [Int32]
  private var test: ZoneBurdenTest
  private var sums: [SeriesSums]
  private var attended: [Int]
  private var attendee: [Int64]
  private(set) var heatmap = Heatmap()

  init(_ book: MeetingBook, _ policy: Policy) {
    self.book = book
    self.policy = policy
    clocks = WorkingClocks(book.people, over: Self.datesNeeded(book), policy: policy.timeZones)
    seriesOfOccurrence = Self.seriesOfOccurrence(book)
    test = ZoneBurdenTest(book, clocks, policy.timeZones)
    sums = Array(repeating: SeriesSums(), count: book.series.count)
    attended = Array(repeating: 0, count: book.occurrences.count)
    attendee = Array(repeating: 0, count: book.occurrences.count)
  }

  /// The place of each occurrence's series; −1: a single meeting. Details are big, and read once each.
  static func seriesOfOccurrence(_ book: MeetingBook) -> [Int32] {
    let seriesOfDetails = book.details.map { $0.series?.index ?? -1 }
    return book.occurrences.map { seriesOfDetails[Int($0.details.index)] }
  }

  /// The dates of the window and of every meeting that reaches beyond it, in any zone.
  static func datesNeeded(_ book: MeetingBook) -> Range<CivilDay> {
    var (first, last) = (book.window.lowerBound, book.window.upperBound)
    for person in book.people {
      first = min(first, person.window.lowerBound)
      last = max(last, person.window.upperBound)
    }
    for attendance in book.attendances where attendance.bucket == .meeting {
      let span = book[attendance.occurrence].span
      first = min(first, WallTime(span.start.seconds).day)
      last = max(last, WallTime(span.end.seconds).day)
    }
    // No clock is a whole day away from UTC.
    return (first + -2)..<(last + 3)
  }

  /// Measures a person with a calendar and adds their part to series, meetings and heat map.
  mutating func measure(_ person: Person) -> PersonMeasures {
    let timeline = PersonTimeline(person, in: book, seriesOfOccurrence: seriesOfOccurrence)
    let clock = clocks[person.id]
    let days = FocusDays(person, timeline, clock)
    var weeks = WeekRows(person)
    var parts: [Int: OnePersonInSeries] = [:]
    Hours.measure(person, timeline, clock, into: &weeks)
    Focus.measure(days, timeline, policy.focus, into: &weeks)
    TimeZoneBurden.measure(timeline, clock, &test, into: &weeks) { meeting, outOfHours, points in
      attended[meeting.occurrence] += 1
      attendee[meeting.occurrence] += meeting.inside.duration
      heatmap.add(meeting.inside, in: person.zone)
      guard let series = meeting.series else { return }
      sums[series].attendee += meeting.inside.duration
      sums[series].conflicting += timeline.conflicting.seconds(in: meeting.inside)
      parts[series, default: OnePersonInSeries()].attendances += 1
      parts[series]!.badTimes += outOfHours > 0 ? 1 : 0
      parts[series]!.points += points
    }
    Focus.gains(days, timeline, block: policy.focus.block) { series, seconds, blocks in
      sums[series].focusCost += seconds
      sums[series].focusBlocks += blocks
    }
    for (series, part) in parts { sums[series].add(person.id, part) }
    return PersonMeasures(person, timeline, clock, weeks, policy)
  }

  /// A row per occurrence that somebody measured attends.
  func meetings() -> [MeetingMeasures] {
    book.occurrences.indices.lazy.filter { attended[$0] > 0 }.map {
      MeetingMeasures(occurrence: OccurrenceID($0), attended: attended[$0], attendee: attendee[$0])
    }
  }

  /// A row per series that somebody measured attends.
  func series() -> [SeriesMeasures] {
    let counted = attended.map { $0 > 0 }
    let planner = SlotPlanner(book, policy.timeZones)
    return book.series.lazy.filter { sums[Int($0.id.index)].people > 0 }.map { series in
      let sums = sums[Int(series.id.index)]
      let slot = sums.points > 0 ? planner.betterSlot(for: series, counted: counted) : nil
      return SeriesMeasures(series, sums, in: book, counted: counted, betterSlot: slot)
    }
  }
}
