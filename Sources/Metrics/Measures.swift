/// One person's measures over a stretch of days (a week, the window): exact seconds, additive where a sum makes sense.
///
/// Definitions, formulas and sources stand in `MetricDefinition.catalog`, under the column names of `people.csv`.
public struct Measures: Sendable, Equatable {
  /// Working hours less absences: the available time.
  public var working: Int64 = 0
  /// Meetings of which any minute lies in the stretch.
  public var meetings: Int = 0
  /// Length of the union of meetings.
  public var meeting: Int64 = 0
  /// Length of the union of accepted meetings: the lower bound.
  public var acceptedMeeting: Int64 = 0
  /// Length of the union of meetings and events with unknown participants: the upper bound.
  public var upperMeeting: Int64 = 0
  /// The plain sum.
  public var booked: Int64 = 0
  /// Time covered at least twice.
  public var conflicting: Int64 = 0
  /// The part of `meeting` inside working hours (absences ignored).
  public var workingHoursMeeting: Int64 = 0
  /// The part of `meeting` outside working hours.
  public var afterHoursMeeting: Int64 = 0
  /// Length of the union of recurring meetings.
  public var recurringMeeting: Int64 = 0
  /// The part of `meeting` inside available time: the numerator of `working_share`, whose denominator is `working`.
  public var meetingInAvailable: Int64 = 0
  /// Sum of the free pieces at least one block long.
  public var focus: Int64 = 0
  /// Their number.
  public var focusBlocks: Int = 0
  /// The rest of the free time.
  public var fragmented: Int64 = 0
  /// `focus` less the re-entry cost.
  public var effectiveFocus: Int64 = 0
  /// Those of `focusBlocks` that begin where a meeting ends: each loses the re-entry cost, so that another cost (at most one
  /// block long) would leave `focus` less this many times that cost.
  public var focusBlocksAfterMeetings: Int = 0
  /// Working days with room for a block that hold none.
  public var daysWithoutFocusBlock: Int = 0
  /// Working days whose available time is at least one block long.
  public var daysWithRoomForFocus: Int = 0
  /// How the free time lies in pieces.
  public var fragmentation = Fragmentation()
  /// Focus time lost to where meetings stand.
  public var placementLoss: Int64 = 0
  /// Union of the person's own focus blocks.
  public var reservedFocus: Int64 = 0
  /// The part of `reservedFocus` covered by meetings.
  public var trampledFocus: Int64 = 0
  /// Out-of-hours time that the zones cause, summed over attendances.
  public var zoneBurden: Int64 = 0
  /// The same weighted: seconds × hundredths of a weight; 360,000 are one point.
  public var zoneBurdenPoints: Int64 = 0
  /// Out-of-hours time that the zones do not cause, summed over attendances.
  public var afterHoursLoad: Int64 = 0
  /// Booked seconds × hundredths of the currency per hour; 3,600 are one hundredth.
  public var cost: Int64 = 0

  /// Nothing measured yet.
  public init() {}
}

extension Measures {
  /// Adds the measures of another stretch of days that has none in common.
  public static func += (a: inout Measures, b: Measures) {
    a.working += b.working
    a.meetings += b.meetings
    a.meeting += b.meeting
    a.acceptedMeeting += b.acceptedMeeting
    a.upperMeeting += b.upperMeeting
    a.booked += b.booked
    a.conflicting += b.conflicting
    a.workingHoursMeeting += b.workingHoursMeeting
    a.afterHoursMeeting += b.afterHoursMeeting
    a.recurringMeeting += b.recurringMeeting
    a.meetingInAvailable += b.meetingInAvailable
    a.focus += b.focus
    a.focusBlocks += b.focusBlocks
    a.fragmented += b.fragmented
    a.effectiveFocus += b.effectiveFocus
    a.focusBlocksAfterMeetings += b.focusBlocksAfterMeetings
    a.daysWithoutFocusBlock += b.daysWithoutFocusBlock
    a.daysWithRoomForFocus += b.daysWithRoomForFocus
    a.fragmentation.free += b.fragmentation.free
    a.fragmentation.expectedPiece += b.fragmentation.expectedPiece
    a.placementLoss += b.placementLoss
    a.reservedFocus += b.reservedFocus
    a.trampledFocus += b.trampledFocus
    a.zoneBurden += b.zoneBurden
    a.zoneBurdenPoints += b.zoneBurdenPoints
    a.afterHoursLoad += b.afterHoursLoad
    a.cost += b.cost
  }
}

/// Σ of free time over days and, day by day, Σgᵢ² ÷ Σgᵢ: what the fragmentation index is made of.
///
/// The index of many days is their mean weighted by free time: 1 − Σ(Sᵈ ÷ Fᵈ) ÷ ΣFᵈ with Fᵈ = Σgᵢ and Sᵈ = Σgᵢ².
public struct Fragmentation: Sendable, Equatable {
  /// Free time, seconds.
  public var free: Int64 = 0
  /// Σ over days of Sᵈ ÷ Fᵈ: the length of the piece in which a random free second lies, weighted by free time.
  public var expectedPiece = Fraction.zero

  /// No free time yet.
  public init() {}

  /// The index, 0 when all free time of each day is in one piece; nil without free time.
  public var index: Fraction? {
    free == 0 ? nil : Fraction(1) - expectedPiece / Fraction(free)
  }
}
