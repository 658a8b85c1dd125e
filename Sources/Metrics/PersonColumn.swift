/// The numeric columns of `people.csv` from `working_hours` on, each read from `Measures` in the unit of the column.
///
/// What they mean stands in `MetricDefinition.catalog` under the same names.
public enum PersonColumn: String, CaseIterable, Sendable {
  case workingHours = "working_hours"
  case meetings
  case meetingHours = "meeting_hours"
  case acceptedMeetingHours = "accepted_meeting_hours"
  case upperMeetingHours = "upper_meeting_hours"
  case bookedHours = "booked_hours"
  case conflictingHours = "conflicting_hours"
  case workingHoursMeetingHours = "working_hours_meeting_hours"
  case afterHoursMeetingHours = "after_hours_meeting_hours"
  case recurringMeetingHours = "recurring_meeting_hours"
  case workingShare = "working_share"
  case focusHours = "focus_hours"
  case focusBlocks = "focus_blocks"
  case fragmentedHours = "fragmented_hours"
  case effectiveFocusHours = "effective_focus_hours"
  case daysWithoutFocusBlock = "days_without_focus_block"
  case fragmentation
  case placementLossHours = "placement_loss_hours"
  case reservedFocusHours = "reserved_focus_hours"
  case trampledFocusHours = "trampled_focus_hours"
  case zoneBurdenHours = "zone_burden_hours"
  case zoneBurdenPoints = "zone_burden_points"
  case afterHoursLoadHours = "after_hours_load_hours"
  case cost

  /// Whether it is a share of 0 to 1, which is not divided by weeks to make an average.
  public var isShare: Bool { self == .workingShare || self == .fragmentation }

  /// The exact value, in hours, counts, points, units of the currency, or as a share; nil where nothing can be said.
  public func value(in measures: Measures) -> Fraction? {
    switch self {
    case .workingHours: hours(measures.working)
    case .meetings: Fraction(measures.meetings)
    case .meetingHours: hours(measures.meeting)
    case .acceptedMeetingHours: hours(measures.acceptedMeeting)
    case .upperMeetingHours: hours(measures.upperMeeting)
    case .bookedHours: hours(measures.booked)
    case .conflictingHours: hours(measures.conflicting)
    case .workingHoursMeetingHours: hours(measures.workingHoursMeeting)
    case .afterHoursMeetingHours: hours(measures.afterHoursMeeting)
    case .recurringMeetingHours: hours(measures.recurringMeeting)
    case .workingShare: measures.working == 0 ? nil : Fraction(measures.meetingInAvailable, measures.working)
    case .focusHours: hours(measures.focus)
    case .focusBlocks: Fraction(measures.focusBlocks)
    case .fragmentedHours: hours(measures.fragmented)
    case .effectiveFocusHours: hours(measures.effectiveFocus)
    case .daysWithoutFocusBlock: Fraction(measures.daysWithoutFocusBlock)
    case .fragmentation: measures.fragmentation.index
    case .placementLossHours: hours(measures.placementLoss)
    case .reservedFocusHours: hours(measures.reservedFocus)
    case .trampledFocusHours: hours(measures.trampledFocus)
    case .zoneBurdenHours: hours(measures.zoneBurden)
    case .zoneBurdenPoints: Fraction(measures.zoneBurdenPoints, 360_000)
    case .afterHoursLoadHours: hours(measures.afterHoursLoad)
    case .cost: Fraction(measures.cost, 360_000)
    }
  }

  private func hours(_ seconds: Int64) -> Fraction { Fraction(seconds, 3600) }
}
