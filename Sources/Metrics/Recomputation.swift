public import ICalendar
public import Meetings
public import Policy

/// What comes back when a series is changed: everybody's days are measured again, with the change and without it.
///
/// Focus time is not additive, so that no share or sum of `SeriesMeasures.focusCost` could say it.
public struct Recomputation: Sendable {
  /// What comes back per window.
  public struct Returned: Sendable, Equatable {
    /// Attendee seconds.
    public let attendee: Int64
    /// Focus seconds; negative when the change breaks more than it mends, as a move may.
    public let focus: Int64
    /// Focus blocks; negative when two become one.
    public let focusBlocks: Int
  }

  private let book: MeetingBook
  private let block: Int64
  private let clocks: WorkingClocks
  private let seriesOfOccurrence: [Int32]

  /// Prepares the days of a book.
  public init(_ book: MeetingBook, policy: Policy) {
    self.book = book
    block = policy.focus.block
    clocks = WorkingClocks(book.people, over: AuditMeasurement.datesNeeded(book), policy: policy.timeZones)
    seriesOfOccurrence = AuditMeasurement.seriesOfOccurrence(book)
  }

  /// What a change of a series returns. `kept` gives what is left of an occurrence for somebody for whom it is a meeting: its
  /// span unchanged, a shorter or another one, or nil when it is gone for them.
  public func returned(
    by series: SeriesID, keeping kept: (Occurrence, Attendance) -> Span?
  ) -> Returned {
    var people: Set<PersonID> = []
    for occurrence in book[series].occurrences {
      for attendance in book.attendances(of: book[occurrence]) where attendance.bucket == .meeting {
        people.insert(attendance.person)
      }
    }
    var (attendee, focus, blocks) = (Int64(0), Int64(0), 0)
    for person in people.sorted().map({ book[$0] }) {
      let before = PersonTimeline(person, in: book, seriesOfOccurrence: seriesOfOccurrence)
      let after = PersonTimeline(person, in: book, seriesOfOccurrence: seriesOfOccurrence) { occurrence, attendance in
        book[occurrence.details].series == series ? kept(occurrence, attendance) : occurrence.span
      }
      attendee += before.booked - after.booked
      let (free, freeAfter) = (freeTime(person, before), freeTime(person, after))
      focus += freeAfter.focus - free.focus
      blocks += freeAfter.blocks - free.blocks
    }
    return Returned(attendee: attendee, focus: focus, focusBlocks: blocks)
  }

  /// The free time of all of a person's working days.
  private func freeTime(_ person: Person, _ timeline: PersonTimeline) -> (focus: Int64, blocks: Int) {
    FocusDays(person, timeline, clocks[person.id]).days.reduce(into: (0, 0)) { sum, day in
      let free = FreeTime(
        available: day.available, without: day.meetings.lazy.map { timeline.meetings[$0].inside }, block: block)
      sum.0 += free.focus
      sum.1 += free.blocks
    }
  }
}
