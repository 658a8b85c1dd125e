import Findings
import ICalendar
import Meetings
import Metrics

/// The numbers of the first page: sums and means of what was measured, over everybody.
struct Headline {
  private let members: [PersonMeasures]
  /// The weeks of the window, as days ÷ 7; nil for an empty one.
  let weeks: Fraction?
  /// Attendee seconds of all recurring meetings.
  let recurring: Int64
  /// Those of recurring meetings whose verdict is not `keep`.
  let flagged: Int64
  /// Attendee seconds that come back if every verdict is carried out.
  let returned: Int64
  /// Zone-burden seconds over everybody.
  let zoneBurden: Int64
  /// Attendee seconds of all meetings.
  let booked: Int64
  /// Pairs of an occurrence and an invited person, over the recurring meetings.
  let answers: AnswerCounts

  init(_ book: MeetingBook, _ measures: AuditMeasures, _ findings: AuditFindings) {
    members = measures.people.filter { $0.weeksCounted > .zero }
    let days = book.window.upperBound - book.window.lowerBound
    weeks = days > 0 ? Fraction(days, 7) : nil
    recurring = measures.series.reduce(0) { $0 + $1.attendee }
    flagged = findings.flagged.reduce(0) { $0 + $1.measures.attendee }
    returned = findings.attendeeReturned
    zoneBurden = measures.people.reduce(0) { $0 + ($1.total?.zoneBurden ?? 0) }
    booked = measures.people.reduce(0) { $0 + ($1.total?.booked ?? 0) }
    answers = measures.series.reduce(into: AnswerCounts()) { $0 += $1.answers }
  }

  /// People whom weekly averages are taken over.
  var measured: Int { members.count }

  /// The mean over everybody, each alike, of the weekly average; of a share, of that share. Nil when nobody has one.
  func mean(_ column: PersonColumn) -> Fraction? {
    let values = members.compactMap { member in
      column.value(in: member.counted).map { column.isShare ? $0 : $0 / member.weeksCounted }
    }
    return values.isEmpty ? nil : values.reduce(.zero, +) / Fraction(values.count)
  }

  /// Working days with room for a focus block that hold none, of all such days; nil when there is none.
  var daysWithoutFocusBlock: Fraction? {
    let room = members.reduce(0) { $0 + $1.counted.daysWithRoomForFocus }
    return room == 0 ? nil : Fraction(members.reduce(0) { $0 + $1.counted.daysWithoutFocusBlock }, room)
  }

  /// Seconds over the window as hours per week; nil for an empty window.
  func hoursPerWeek(_ seconds: Int64) -> Fraction? { weeks.map { Fraction(seconds, 3600) / $0 } }
}
