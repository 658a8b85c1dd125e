import ICalendar
import Meetings
import Policy

/// The free time of a day, piece by piece (`docs/metrics.md`, "Focus and fragmentation").
struct FreeTime {
  /// Σgᵢ, seconds.
  private(set) var total: Int64 = 0
  /// Σgᵢ².
  private(set) var squares: Int64 = 0
  /// Seconds in pieces at least one block long.
  private(set) var focus: Int64 = 0
  /// The number of those pieces.
  private(set) var blocks = 0

  /// Counts a piece; whether it is a focus block.
  @discardableResult
  mutating func add(_ piece: Int64, block: Int64) -> Bool {
    total += piece
    squares += piece * piece
    guard piece >= block else { return false }
    focus += piece
    blocks += 1
    return true
  }

  /// What meetings, in order of their starts and none without length, leave of a day's available time.
  @inline(__always)
  init(
    available: [Span], without meetings: some Sequence<Span>, block: Int64, eachBlock: (Span) -> Void = { _ in }
  ) {
    for stretch in available {
      forEachGap(in: stretch, between: meetings) { piece in
        if add(piece.duration, block: block) { eachBlock(piece) }
      }
    }
  }

  /// What is left when the day's meetings stand in one run at the beginning of the available time, or at its end.
  init(available: some Sequence<Span>, lessFirst run: Int64, block: Int64) {
    var run = run
    for stretch in available {
      let taken = min(run, stretch.duration)
      run -= taken
      if taken < stretch.duration { add(stretch.duration - taken, block: block) }
    }
  }
}

/// A working day of one person: when they are available and which meetings stand in the way.
struct FocusDay {
  /// Working hours less absences, in pieces.
  let available: [Span]
  /// Places in `PersonTimeline.meetings`, in order of their starts, of those that touch the working hours.
  let meetings: [Int]

  var availableSeconds: Int64 { available.reduce(0) { $0 + $1.duration } }

  /// The best focus time with the meetings in one run (`placement_loss` in `rulings.md`).
  func bestFocus(meetingSeconds: Int64, block: Int64) -> Int64 {
    max(
      FreeTime(available: available, lessFirst: meetingSeconds, block: block).focus,
      FreeTime(available: available.reversed(), lessFirst: meetingSeconds, block: block).focus)
  }
}

/// The working days of one person with their meetings.
struct FocusDays {
  let days: [FocusDay]

  init(_ person: Person, _ timeline: PersonTimeline, _ clock: WorkingClock) {
    let first = person.window.lowerBound - clock.days.lowerBound
    let count = person.window.upperBound - person.window.lowerBound
    var meetings = Array(repeating: [Int](), count: count)
    for (place, meeting) in timeline.meetings.enumerated() where !meeting.inside.isEmpty {
      for day in clock.day(of: meeting.inside.start)...clock.day(of: meeting.inside.end - 1)
      where clock.workingHours(day).overlaps(meeting.inside) {
        meetings[day - first].append(place)
      }
    }
    days = (0..<count).compactMap { day in
      let hours = clock.workingHours(first + day)
      return hours.isEmpty
        ? nil : FocusDay(available: timeline.absences.gaps(in: hours), meetings: meetings[day])
    }
  }
}

/// The focus family: free time of each working day, in pieces.
enum Focus {
  /// Adds what the working days of a person hold to its weeks.
  static func measure(
    _ days: FocusDays, _ timeline: PersonTimeline, _ policy: Policy.Focus, into weeks: inout WeekRows
  ) {
    // A block that begins where a meeting ends costs the way back, also at the edge of the day or of an absence.
    let ends = Set(timeline.meetings.lazy.filter { !$0.inside.isEmpty }.map(\.inside.end))
    for day in days.days {
      guard let start = day.available.first?.start else { continue }
      let week = weeks.place(of: start)
      var reentry: Int64 = 0
      var afterMeeting = 0
      let free = FreeTime(
        available: day.available, without: day.meetings.lazy.map { timeline.meetings[$0].inside }, block: policy.block
      ) { block in
        guard ends.contains(block.start) else { return }
        reentry += min(policy.reentry, block.duration)
        afterMeeting += 1
      }
      let available = day.availableSeconds
      weeks.rows[week].add(free, available: available, block: policy.block)
      weeks.rows[week].effectiveFocus += free.focus - reentry
      weeks.rows[week].focusBlocksAfterMeetings += afterMeeting
      let best = day.bestFocus(meetingSeconds: available - free.total, block: policy.block)
      weeks.rows[week].placementLoss += max(0, best - free.focus)
    }
    let trampled = timeline.reserved.intersection(timeline.all)
    weeks.add(timeline.reserved) { $0.reservedFocus += $1 }
    weeks.add(trampled) { $0.trampledFocus += $1 }
  }

  /// What a person's focus time gains when all meetings of a series are taken out at once, by series: seconds, and blocks
  /// (fewer where two become one).
  static func gains(
    _ days: FocusDays, _ timeline: PersonTimeline, block: Int64,
    _ body: (_ series: Int, _ seconds: Int64, _ blocks: Int) -> Void
  ) {
    for day in days.days {
      let meetings = day.meetings.map { timeline.meetings[$0] }
      for (place, meeting) in meetings.enumerated() {
        // Each series once a day.
        guard let series = meeting.series, !meetings[..<place].contains(where: { $0.series == series }) else {
          continue
        }
        let with = FreeTime(available: day.available, without: meetings.lazy.map(\.inside), block: block)
        let without = FreeTime(
          available: day.available, without: meetings.lazy.filter { $0.series != series }.map(\.inside), block: block)
        body(series, without.focus - with.focus, without.blocks - with.blocks)
      }
    }
  }
}

extension Measures {
  /// Adds a working day's free time.
  mutating func add(_ free: FreeTime, available: Int64, block: Int64) {
    working += available
    meetingInAvailable += available - free.total
    focus += free.focus
    focusBlocks += free.blocks
    fragmented += free.total - free.focus
    if available >= block {
      daysWithRoomForFocus += 1
      if free.blocks == 0 { daysWithoutFocusBlock += 1 }
    }
    if free.total > 0 {
      fragmentation.free += free.total
      fragmentation.expectedPiece += Fraction(free.squares, free.total)
    }
  }
}
