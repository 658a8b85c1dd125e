import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks

/// Random books: two weeks around the end of summer time, meetings on whole minutes, of every kind and overlapping.
enum RandomBooks {
  static func book(_ seed: Int, reversed: Bool = false) -> MeetingBook {
    var random = Seeded(UInt64(seed))
    var declarations: [(inout BookBuilder) -> Void] = []
    let names = (0..<Int.random(in: 2...7, using: &random)).map { "p\($0)" }
    for name in names {
      let zone = TestZone.all.randomElement(using: &random)!
      let start = Int.random(in: 0...11, using: &random)
      let end = min(24, start + Int.random(in: 3...13, using: &random))
      let days = WorkDays(rawValue: UInt8.random(in: 1...127, using: &random))
      let hasCalendar = Int.random(in: 0..<5, using: &random) > 0
      let cost = Int64.random(in: 0...9000, using: &random)
      declarations.append {
        $0.person(
          name, zone: zone, hours: "\(start):30-\(end == 24 ? "24:00" : "\(end):45")", days: days, team: "t",
          cost: cost,
          hasCalendar: hasCalendar)
      }
    }
    for number in 0..<Int.random(in: 5...60, using: &random) {
      let bucket: Bucket? =
        [nil, nil, nil, nil, .absence, .focusBlock, .unknownParticipants, .tooLong].randomElement(using: &random)!
      let guests = (names + ["x@else.example"]).shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
        .map { name in
          var guest = Guest(name)
          guest.answer = [.accepted, .accepted, .tentative, .declined, .unknown].randomElement(using: &random)!
          guest.bucket = guest.answer == .declined ? nil : bucket
          return guest
        }
      let minute = Int.random(in: 0..<(16 * 1440), using: &random)
      let day = BookTimes.day("2026-10-18") + minute / 1440
      let time = day.isoText + " \(minute % 1440 / 60):\(minute % 60)"
      let length = Int64(Int.random(in: 0..<10, using: &random) == 0 ? 0 : Int.random(in: 1...400, using: &random))
      let series = Bool.random(using: &random) ? "s\(number % 4)" : nil
      let allDay = bucket == .absence && Bool.random(using: &random)
      declarations.append {
        if allDay {
          $0.absence(names[0], from: day.isoText, through: (day + Int(length % 3)).isoText)
        } else {
          $0.meeting("m\(number)", at: time, minutes: length, with: guests, series: series)
        }
      }
    }
    var builder = BookBuilder(from: "2026-10-19", to: "2026-11-02")
    for declare in reversed ? declarations.reversed() : declarations { declare(&builder) }
    return builder.book()
  }
}

/// One person's window minute by minute, by the words of the definitions: slow, and nothing shared with the code it checks.
struct MinuteByMinute {
  private(set) var expected = Measures()

  init(_ person: Person, _ book: MeetingBook, _ policy: Policy) {
    let window = person.windowSpan
    let mine = book.attendances.filter { $0.person == person.id }.map { (book[$0.occurrence], $0) }
    let meetings = mine.filter { $0.1.bucket == .meeting && $0.0.span.touches(window) }
    let ends = Set(meetings.filter { !$0.0.span.isEmpty }.map(\.0.span.end))
    expected.meetings = meetings.count
    var day = Day()
    for minute in stride(from: window.start.seconds, to: window.end.seconds, by: 60) {
      let now = Instant(minute)
      let wall = person.zone.wallTime(at: now)
      if wall.day != day.date {
        close(day, person, policy, ends)
        day = Day(date: wall.day)
      }
      let covering = meetings.filter { $0.0.span.contains(now) }
      let works = person.works(on: wall.day) && (person.workStart..<person.workEnd).contains(wall.secondOfDay)
      let isAway = mine.contains { $0.1.bucket == .absence && Self.covers($0.0, now, wall.day) }
      count(covering, works: works, isAway: isAway, person)
      let unknown = mine.contains { $0.1.bucket == .unknownParticipants && $0.0.span.contains(now) }
      let reserved = mine.contains { $0.1.bucket == .focusBlock && $0.0.span.contains(now) }
      expected.upperMeeting += unknown || !covering.isEmpty ? 60 : 0
      expected.reservedFocus += reserved ? 60 : 0
      expected.trampledFocus += reserved && !covering.isEmpty ? 60 : 0
      if works && !isAway { day.available.append((now, covering.isEmpty)) }
      guard !works else { continue }
      for (occurrence, _) in covering {
        if Self.isZoneBurden(occurrence, for: person, book) {
          expected.zoneBurden += 60
          expected.zoneBurdenPoints += 60 * Self.weight(wall, person)
        } else {
          expected.afterHoursLoad += 60
        }
      }
    }
    close(day, person, policy, ends)
  }

  private struct Day {
    var date: CivilDay?
    /// Minutes of available time, and whether each is free.
    var available: [(Instant, Bool)] = []
  }

  private mutating func count(
    _ covering: [(Occurrence, Attendance)], works: Bool, isAway: Bool, _ person: Person
  ) {
    guard !covering.isEmpty else { return }
    expected.meeting += 60
    expected.booked += Int64(covering.count) * 60
    expected.cost += Int64(covering.count) * 60 * person.hourlyCost
    expected.conflicting += covering.count > 1 ? 60 : 0
    expected.acceptedMeeting += covering.contains { $0.1.answer == .accepted } ? 60 : 0
    expected.recurringMeeting += covering.contains { $0.0.originalStart != nil } ? 60 : 0
    expected.workingHoursMeeting += works ? 60 : 0
    expected.afterHoursMeeting += works ? 0 : 60
    expected.meetingInAvailable += works && !isAway ? 60 : 0
  }

  private mutating func close(_ day: Day, _ person: Person, _ policy: Policy, _ ends: Set<Instant>) {
    let pieces = Self.pieces(day.available)
    let available = Int64(day.available.count) * 60
    let blocks = pieces.filter { $0.duration >= policy.focus.block }
    let focus = blocks.reduce(0) { $0 + $1.duration }
    let free = pieces.reduce(0) { $0 + $1.duration }
    let after = blocks.count { ends.contains($0.start) }
    expected.working += available
    expected.focus += focus
    expected.focusBlocks += blocks.count
    expected.fragmented += free - focus
    expected.focusBlocksAfterMeetings += after
    expected.effectiveFocus += focus - Int64(after) * policy.focus.reentry
    expected.daysWithRoomForFocus += available >= policy.focus.block ? 1 : 0
    expected.daysWithoutFocusBlock += available >= policy.focus.block && blocks.isEmpty ? 1 : 0
    if free > 0 {
      expected.fragmentation.free += free
      expected.fragmentation.expectedPiece += Fraction(pieces.reduce(0) { $0 + $1.duration * $1.duration }, free)
    }
    let taken = day.available.count { !$0.1 }
    let run = day.available.enumerated().map { ($0.element.0, $0.offset >= taken) }
    let runAtEnd = day.available.enumerated().map { ($0.element.0, $0.offset < day.available.count - taken) }
    let best = [run, runAtEnd].map { minutes in
      Self.pieces(minutes).map(\.duration).filter { $0 >= policy.focus.block }.reduce(0, +)
    }
    expected.placementLoss += max(0, best.max()! - focus)
  }

  private static func pieces(_ minutes: [(Instant, Bool)]) -> [Span] {
    var pieces: [Span] = []
    for (start, isFree) in minutes where isFree {
      if let last = pieces.last, last.end == start {
        pieces[pieces.count - 1].end = start + 60
      } else {
        pieces.append(Span(start: start, end: start + 60))
      }
    }
    return pieces
  }

  private static func covers(_ absence: Occurrence, _ now: Instant, _ day: CivilDay) -> Bool {
    absence.isAllDay ? absence.span.contains(Zone.utc.midnight(of: day)) : absence.span.contains(now)
  }

  private static func isZoneBurden(_ occurrence: Occurrence, for person: Person, _ book: MeetingBook) -> Bool {
    let people = book.knownAttendees(of: occurrence).map { book[$0] }
    let offsets = people.map { $0.zone.offset(at: occurrence.span.start) }
    guard let least = offsets.min(), let most = offsets.max(), most - least >= 3600 else { return false }
    return people.contains { other in
      other.id != person.id
        && stride(from: occurrence.span.start.seconds, to: occurrence.span.end.seconds, by: 60).allSatisfy {
          let wall = other.zone.wallTime(at: Instant($0))
          return other.works(on: wall.day) && (other.workStart..<other.workEnd).contains(wall.secondOfDay)
        }
    }
  }

  private static func weight(_ wall: WallTime, _ person: Person) -> Int64 {
    if !(hours(7)..<hours(22)).contains(wall.secondOfDay) { return 400 }
    if !person.works(on: wall.day) { return 300 }
    return (person.workStart - 3600..<person.workEnd + 3600).contains(wall.secondOfDay) ? 100 : 200
  }
}
