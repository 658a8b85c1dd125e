import ICalendar
import Meetings
import Metrics
import Policy

/// The attendee and focus time that comes back per window when a verdict is carried out.
struct Returned: Equatable {
  /// Attendee seconds.
  let attendee: Int64
  /// Focus seconds, by recomputing the affected days; zero where it is not yet decided which minutes come back.
  let focus: Int64

  private static let nothing = Returned(attendee: 0, focus: 0)

  private init(attendee: Int64, focus: Int64) {
    self.attendee = attendee
    self.focus = focus
  }

  private init(_ recomputed: Recomputation.Returned) {
    self.init(attendee: recomputed.attendee, focus: recomputed.focus)
  }

  /// What a rule returns for a series.
  init(
    by rule: Rule, of measures: SeriesMeasures, in book: MeetingBook, recomputation: Recomputation,
    policy: Policy.Verdicts
  ) {
    let series = book[measures.series]
    switch rule {
    case .external, .protected, .tooLittleData(isCostly: false), .badTimes, .noneFired:
      self = .nothing
    case .nearDuplicate, .dead(hasReaders: false):
      self.init(attendee: measures.attendee, focus: measures.focusCost)
    case .dead(hasReaders: true), .readable:
      // Replacement is charged to attendee hours only (ruling "Register, what-if").
      let cost = Self.replacementCost(of: series, in: book, policy: policy)
      self.init(attendee: max(0, measures.attendee - cost), focus: measures.focusCost)
    case .tooLittleData(isCostly: true), .deadOnThinData, .costlyAndDoubtful:
      // A pause of two weeks returns two weeks' share of the window; which two is not decided, so no focus time.
      let days = Int64(book.window.upperBound - book.window.lowerBound)
      let paused = min(days, Int64(policy.pauseTestWeeks) * 7)
      let share = days == 0 ? .zero : Fraction(measures.attendee * paused, days)
      self.init(attendee: Int64(share.rounded(decimals: 0)), focus: 0)
    case .tooLong(let newLength):
      self.init(
        recomputation.returned(by: series.id) { occurrence, _ in
          let span = occurrence.span
          return Span(start: span.start, end: min(span.end, span.start + newLength))
        })
    case .oftenSkipped(_, let kept):
      let going = Self.occurrences(of: series, in: book, betweenEveryKept: kept)
      self.init(
        recomputation.returned(by: series.id) { occurrence, _ in
          going.contains(occurrence.id) ? nil : occurrence.span
        })
    case .crowd(let core):
      let staying = Set(core.compactMap { book[$0].person })
      self.init(
        recomputation.returned(by: series.id) { occurrence, attendance in
          staying.contains(attendance.person) ? occurrence.span : nil
        })
    }
  }

  /// What written updates cost instead of the occurrences, in seconds: each its author, who is the organizer, and every other
  /// attendee as a reader.
  private static func replacementCost(of series: Series, in book: MeetingBook, policy: Policy.Verdicts) -> Int64 {
    series.occurrences.reduce(0) { cost, id in
      let attending = book.attendances(of: book[id]).filter { $0.bucket == .meeting }
      let readers = Int64(attending.count { !$0.isOrganizer })
      return attending.isEmpty ? cost : cost + policy.authorTime + readers * policy.readerTime
    }
  }

  /// The occurrences that go when one of so many dates is kept, counted from the first date of the series for weekly and
  /// biweekly ones, from the first occurrence in the window for others.
  private static func occurrences(
    of series: Series, in book: MeetingBook, betweenEveryKept kept: Int
  ) -> Set<OccurrenceID> {
    let zone = series.homeZone ?? .utc
    let period: Int? =
      switch series.cadence {
      case .weekly: 7
      case .biweekly: 14
      default: nil
      }
    let going = series.occurrences.enumerated().filter { place, id in
      guard let period, let original = book[id].originalStart else { return place % kept != 0 }
      return max(0, zone.wallTime(at: original).day - series.firstSeen) / period % kept != 0
    }
    return Set(going.map(\.element))
  }
}
