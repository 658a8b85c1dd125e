public import ICalendar
public import Meetings

/// Everything measured about a `MeetingBook`.
public struct AuditMeasures: Sendable {
  /// A row per person of the book, in its order.
  public let people: [PersonMeasures]
  /// Everybody together.
  public let company: CompanyMeasures
  /// A row per team, by name; people without a team are in none.
  public let teams: [GroupMeasures]
  /// A row per series with an occurrence that is a meeting for somebody, by key.
  public let series: [SeriesMeasures]
  /// A row per occurrence that is a meeting for somebody, in the order of the book.
  public let meetings: [MeetingMeasures]
  /// Booked seconds by local weekday and hour of each person.
  public let heatmap: Heatmap
  /// Mean hourly cost of the people with a calendar, as a sum of hundredths and the number of people.
  public let meanHourlyCost: Fraction
  /// How many people have a calendar in the audit; below `smallestPublishedGroup` the audit is a small circle.
  public let peopleWithCalendar: Int
}

/// The measures of one person.
public struct PersonMeasures: Sendable {
  /// Who.
  public let person: PersonID
  /// The whole window; nil for a person without a calendar.
  public let total: Measures?
  /// A row for every ISO week that touches the window, ascending; empty without a calendar.
  public let weeks: [WeekMeasures]
  /// Sum of the weights of the weeks not left out: working days inside the window ÷ working days per week.
  public let weeksCounted: Fraction
  /// Sums over the weeks not left out, for averages.
  public let counted: Measures
}

/// The measures of one person in one ISO week, as far as it lies in the window.
public struct WeekMeasures: Sendable {
  /// Which week.
  public let week: ISOWeek
  /// The measures.
  public let measures: Measures
  /// What it weighs in averages: working days inside the window ÷ working days per week; 0 for somebody without any.
  public let weight: Fraction
  /// Whether absences take more than half of the working time: then averages leave it out.
  public let isLeftOut: Bool
}

/// The mean over the members of a group of each member's weekly average.
public struct GroupMeasures: Sendable {
  /// The group's name.
  public let name: String
  /// Members in the roster.
  public let people: Int
  /// Members that the means are taken over: with a calendar and a counted week.
  public let measured: Int
  /// The means, by column name of `people.csv` in exact units of the column (hours, counts, shares, currency);
  /// nil when the group is too small to be published, by itself or by subtraction.
  public let means: GroupMeans?
}

/// The measures of one series.
public struct SeriesMeasures: Sendable {
  /// Which.
  public let series: SeriesID
  /// People with a calendar who attend any of its occurrences.
  public let peopleWithCalendar: Int
  /// Median length of its occurrences in the window, seconds.
  public let medianLength: Int64
  /// Booked seconds over its attendances with a calendar, inside the window.
  public let attendee: Int64
  /// Seconds of participants who have no calendar in the audit.
  public let unseenAttendee: Int64
  /// Answers over all pairs of an occurrence and an invited person.
  public let answers: AnswerCounts
  /// Seconds of attendances in which the same person has another meeting.
  public let conflicting: Int64
  /// Everybody's focus seconds without it, less with it.
  public let focusCost: Int64
  /// Focus blocks that would come back.
  public let focusBlocksReturned: Int
  /// What its occurrences do to each person outside their hours, most points first; only people with any.
  public let burdens: [PersonBurden]
  /// Zone-burden points of all its attendances (units as `Measures.zoneBurdenPoints`).
  public let zoneBurdenPoints: Int64
  /// A fixed slot for next quarter that lowers the worst-off person's points; nil when there is none or no burden.
  public let betterSlot: SlotProposal?
}

/// What one series costs one person outside their working hours.
public struct PersonBurden: Sendable, Equatable {
  /// Who.
  public let person: PersonID
  /// This person's attendances of the series.
  public let occurrences: Int
  /// Those with a second outside the person's hours, of either kind.
  public let badTimes: Int
  /// Zone-burden points (units as `Measures.zoneBurdenPoints`).
  public let points: Int64
}

/// A weekly slot, and what it would cost on the next quarter's dates.
///
/// Points (units as `Measures.zoneBurdenPoints`) weigh all that the slot takes out of somebody's hours, so that a slot at which
/// nobody is at work never looks free of burden; of two slots they can be compared, with this quarter's points they cannot.
public struct SlotProposal: Sendable {
  /// Day of the week in `zone`; a series on several days a week keeps them, and this is the first.
  public let weekday: Weekday
  /// Seconds after midnight in `zone`.
  public let second: Int64
  /// The zone it is written in: the series' own.
  public let zone: Zone
  /// Points of the worst-off person at the present slot over the next quarter.
  public let worstBefore: Int64
  /// Points of the worst-off person at this slot over the next quarter.
  public let worstAfter: Int64
}

/// The measures of one occurrence.
public struct MeetingMeasures: Sendable {
  /// Which.
  public let occurrence: OccurrenceID
  /// People with a calendar for whom it is a meeting.
  public let attended: Int
  /// Booked seconds over them, inside the window.
  public let attendee: Int64
}

/// Booked seconds by the weekday and hour of the local clock in which each falls.
public struct Heatmap: Sendable, Equatable {
  private var seconds = [Int64](repeating: 0, count: 7 * 24)

  /// Nothing booked.
  public init() {}

  /// The seconds booked in an hour, 0–23, of a weekday.
  public subscript(weekday: Weekday, hour: Int) -> Int64 {
    get { seconds[weekday.rawValue * 24 + hour] }
    set { seconds[weekday.rawValue * 24 + hour] = newValue }
  }
}
