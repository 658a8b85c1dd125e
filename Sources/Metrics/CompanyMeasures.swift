public import Meetings

/// Everybody together: sums over all people, and means in which each person counts alike.
public struct CompanyMeasures: Sendable {
  /// People whom the means are taken over: with a calendar and a counted week.
  public let measured: Int
  /// The means of their weekly averages.
  public let means: GroupMeans
  /// Working days with room for a focus block that hold none, of all such days; nil when there is none.
  public let daysWithoutFocusBlock: Fraction?
  /// What the mean of effective focus hours would be with other re-entry costs, in seconds.
  public let otherReentries: [(reentry: Int64, effectiveFocusHours: Fraction)]
  /// Attendee seconds of all recurring meetings.
  public let recurring: Int64
  /// Attendee seconds of all meetings.
  public let booked: Int64
  /// Zone-burden seconds.
  public let zoneBurden: Int64
  /// Seconds of after-hours load.
  public let afterHoursLoad: Int64
  /// Pairs of an occurrence and an invited person, over the recurring meetings.
  public let answers: AnswerCounts
  /// The weeks of the window, as days ÷ 7.
  public let weeks: Fraction

  init(_ people: [PersonMeasures], _ series: [SeriesMeasures], days: Int, reentries: [Int64] = []) {
    let members = people.filter { $0.weeksCounted > .zero }
    measured = members.count
    means = GroupMeans(of: members)
    let room = members.reduce(0) { $0 + $1.counted.daysWithRoomForFocus }
    daysWithoutFocusBlock =
      room == 0 ? nil : Fraction(members.reduce(0) { $0 + $1.counted.daysWithoutFocusBlock }, room)
    otherReentries =
      members.isEmpty
      ? []
      : reentries.map { reentry in
        let sum = members.reduce(Fraction.zero) { sum, member in
          let focus = member.counted.focus - reentry * Int64(member.counted.focusBlocksAfterMeetings)
          return sum + Fraction(focus, 3600) / member.weeksCounted
        }
        return (reentry, sum / Fraction(members.count))
      }
    recurring = series.reduce(0) { $0 + $1.attendee }
    booked = people.reduce(0) { $0 + ($1.total?.booked ?? 0) }
    zoneBurden = people.reduce(0) { $0 + ($1.total?.zoneBurden ?? 0) }
    afterHoursLoad = people.reduce(0) { $0 + ($1.total?.afterHoursLoad ?? 0) }
    answers = series.reduce(into: AnswerCounts()) { $0 += $1.answers }
    weeks = Fraction(days, 7)
  }

  /// The mean of a column of `people.csv`; nil when nobody has a value.
  public func mean(_ column: PersonColumn) -> Fraction? { means.values[column.rawValue] ?? nil }

  /// Seconds over the window as hours per week; nil for an empty window.
  public func hoursPerWeek(_ seconds: Int64) -> Fraction? {
    weeks == .zero ? nil : Fraction(seconds, 3600) / weeks
  }
}
