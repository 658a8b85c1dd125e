import ICalendar
import Meetings
import Policy

/// Tells zone burden from plain after-hours load, once for each occurrence (`rulings.md`, "Time zones").
///
/// The ruling asks for each person whether the whole occurrence lies inside the working hours of another participant. Who has
/// any of it out of hours is not that participant, so one answer holds for everybody it matters to.
struct ZoneBurdenTest {
  private let book: MeetingBook
  private let clocks: WorkingClocks
  private let minimumDifference: Int64
  private var known: [Bool?]

  init(_ book: MeetingBook, _ clocks: WorkingClocks, _ policy: Policy.TimeZones) {
    self.book = book
    self.clocks = clocks
    minimumDifference = policy.minimumOffsetDifference
    known = Array(repeating: nil, count: book.occurrences.count)
  }

  /// Whether what the occurrence takes out of somebody's hours is there because of the zones.
  mutating func zonesAreTheCause(of occurrence: Int) -> Bool {
    if let answer = known[occurrence] { return answer }
    let answer = decide(book.occurrences[occurrence])
    known[occurrence] = answer
    return answer
  }

  private func decide(_ occurrence: Occurrence) -> Bool {
    let attendees = book.knownAttendees(of: occurrence)
    let offsets = attendees.lazy.map { clocks[$0].pattern.zone.offset(at: occurrence.span.start) }
    guard let smallest = offsets.min(), let largest = offsets.max(), largest - smallest >= minimumDifference else {
      return false
    }
    return attendees.contains { clocks[$0].outOfHours(in: occurrence.span) == 0 }
  }
}

/// The time-zone family.
enum TimeZoneBurden {
  /// Adds what a person's meetings take out of their hours to its weeks; gives each meeting's part to `each`.
  static func measure(
    _ timeline: PersonTimeline, _ clock: WorkingClock, _ test: inout ZoneBurdenTest, into weeks: inout WeekRows,
    each: (_ meeting: AttendedMeeting, _ outOfHours: Int64, _ points: Int64) -> Void
  ) {
    for meeting in timeline.meetings {
      let outOfHours = clock.outOfHours(in: meeting.inside)
      guard outOfHours > 0 else {
        each(meeting, 0, 0)
        continue
      }
      let zones = test.zonesAreTheCause(of: meeting.occurrence)
      weeks.add(meeting.inside) { row, part in
        if zones {
          row.zoneBurden += clock.outOfHours(in: part)
          row.zoneBurdenPoints += clock.points(in: part)
        } else {
          row.afterHoursLoad += clock.outOfHours(in: part)
        }
      }
      each(meeting, outOfHours, zones ? clock.points(in: meeting.inside) : 0)
    }
  }
}
