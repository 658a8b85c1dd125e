import ICalendar
import Meetings
import Metrics
import Policy

/// The attendee and focus time that comes back per window when a verdict is carried out.
struct Returned: Equatable {
  /// Attendee seconds.
  let attendee: Int64
  /// Focus seconds. Only what was recomputed from the affected days counts: a series that goes returns its focus cost. What
  /// a changed series returns depends on which minutes stay, and is zero here.
  let focus: Int64

  private static let nothing = Returned(attendee: 0, focus: 0)

  private init(attendee: Int64, focus: Int64) {
    self.attendee = attendee
    self.focus = focus
  }

  /// What a rule returns for a series.
  init(by rule: Rule, of measures: SeriesMeasures, in book: MeetingBook, policy: Policy.Verdicts) {
    let attendances = SeriesTime(of: book[measures.series], in: book)
    switch rule {
    case .external, .protected, .tooLittleData(isCostly: false), .badTimes, .noneFired:
      self = .nothing
    case .nearDuplicate, .dead(hasReaders: false):
      self.init(attendee: measures.attendee, focus: measures.focusCost)
    case .dead(hasReaders: true), .readable:
      // Replacement is charged to attendee hours only (ruling "Register, what-if").
      let cost = attendances.replacementCost(author: policy.authorTime, reader: policy.readerTime)
      self.init(attendee: max(0, measures.attendee - cost), focus: measures.focusCost)
    case .tooLittleData(isCostly: true), .deadOnThinData, .costlyAndDoubtful:
      // A pause of two weeks returns two weeks' share of the window; which two is not decided yet, so no focus time.
      let days = Int64(book.window.upperBound - book.window.lowerBound)
      let paused = min(days, Int64(policy.pauseTestWeeks) * 7)
      let share = days == 0 ? .zero : Fraction(measures.attendee * paused, days)
      self.init(attendee: Int64(share.rounded(decimals: 0)), focus: 0)
    case .tooLong(let newLength):
      self.init(attendee: attendances.beyond(length: newLength), focus: 0)
    case .oftenSkipped(_, let kept):
      self.init(attendee: attendances.onDatesBetween(everyKept: kept), focus: 0)
    case .crowd(let core):
      self.init(attendee: attendances.ofOthers(than: core), focus: 0)
    }
  }
}

/// The attendances that the attendee time of a series is made of, taken apart for changes of its length, dates or people.
private struct SeriesTime {
  private let series: Series
  private let book: MeetingBook

  init(of series: Series, in book: MeetingBook) {
    self.series = series
    self.book = book
  }

  /// Calls with each occurrence, its place among those held, and each person for whom it is a meeting.
  private func sum(_ seconds: (_ occurrence: Occurrence, _ place: Int, _ person: Person) -> Int64) -> Int64 {
    var total: Int64 = 0
    for (place, id) in series.occurrences.enumerated() {
      for attendance in book.attendances(of: book[id]) where attendance.bucket == .meeting {
        total += seconds(book[id], place, book[attendance.person])
      }
    }
    return total
  }

  /// What of an occurrence lies in a person's window.
  private func booked(_ occurrence: Occurrence, _ person: Person) -> Int64 {
    occurrence.span.clipped(to: person.windowSpan).duration
  }

  /// Time after so many seconds of each occurrence.
  func beyond(length: Int64) -> Int64 {
    sum { occurrence, _, person in
      let start = occurrence.span.start
      let rest = Span(start: min(start + length, occurrence.span.end), end: occurrence.span.end)
      return rest.clipped(to: person.windowSpan).duration
    }
  }

  /// Time of the occurrences that go when one of so many dates is kept, counted from the first date of the series for weekly
  /// and biweekly ones, from the first occurrence in the window for others.
  func onDatesBetween(everyKept kept: Int) -> Int64 {
    let zone = series.homeZone ?? .utc
    let period: Int? =
      switch series.cadence {
      case .weekly: 7
      case .biweekly: 14
      default: nil
      }
    return sum { occurrence, place, person in
      var date = place
      if let period, let original = occurrence.originalStart {
        date = max(0, zone.wallTime(at: original).day - series.firstSeen) / period
      }
      return date % kept == 0 ? 0 : booked(occurrence, person)
    }
  }

  /// Time of everybody but these.
  func ofOthers(than core: [ParticipantID]) -> Int64 {
    let staying = Set(core.compactMap { book[$0].person })
    return sum { occurrence, _, person in staying.contains(person.id) ? 0 : booked(occurrence, person) }
  }

  /// What a written update costs instead of each occurrence: its author, who is the organizer, and each other attendee as
  /// a reader.
  func replacementCost(author: Int64, reader: Int64) -> Int64 {
    series.occurrences.reduce(0) { cost, id in
      let attending = book.attendances(of: book[id]).filter { $0.bucket == .meeting }
      return attending.isEmpty ? cost : cost + author + Int64(attending.count { !$0.isOrganizer }) * reader
    }
  }
}
