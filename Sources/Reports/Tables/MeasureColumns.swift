import Metrics

/// The columns that `people.csv`, `people_weeks.csv` and `teams.csv` share, from `working_hours` on, in their order.
enum MeasureColumns {
  /// One column: its name, and the cell that one person's measures give.
  struct Column {
    let name: String
    let cell: (Measures) -> Cell
    /// What kind of cell a mean over people gives.
    let mean: (Fraction) -> Cell
  }

  /// The names, in order.
  static var names: [String] { all.map(\.name) }

  /// The cells of somebody's measures; empty ones for nobody's.
  static func cells(_ measures: Measures?) -> [Cell] {
    all.map { column in measures.map(column.cell) ?? .empty }
  }

  /// The cells of a group's means; empty ones for a group that is not published.
  static func cells(_ means: GroupMeans?) -> [Cell] {
    all.map { column in
      guard let means, let value = means.values[column.name], let value else { return .empty }
      return column.mean(value)
    }
  }

  private static var all: [Column] {
    [
      hours("working_hours", \.working),
      count("meetings", \.meetings),
      hours("meeting_hours", \.meeting),
      hours("accepted_meeting_hours", \.acceptedMeeting),
      hours("upper_meeting_hours", \.upperMeeting),
      hours("booked_hours", \.booked),
      hours("conflicting_hours", \.conflicting),
      hours("working_hours_meeting_hours", \.workingHoursMeeting),
      hours("after_hours_meeting_hours", \.afterHoursMeeting),
      hours("recurring_meeting_hours", \.recurringMeeting),
      Column(
        name: "working_share", cell: { .share($0.meetingInAvailable, of: $0.working) }, mean: { .share($0) }),
      hours("focus_hours", \.focus),
      count("focus_blocks", \.focusBlocks),
      hours("fragmented_hours", \.fragmented),
      hours("effective_focus_hours", \.effectiveFocus),
      count("days_without_focus_block", \.daysWithoutFocusBlock),
      Column(
        name: "fragmentation", cell: { $0.fragmentation.index.map { .share($0) } ?? .empty }, mean: { .share($0) }),
      hours("placement_loss_hours", \.placementLoss),
      hours("reserved_focus_hours", \.reservedFocus),
      hours("trampled_focus_hours", \.trampledFocus),
      hours("zone_burden_hours", \.zoneBurden),
      Column(
        name: "zone_burden_points", cell: { .amount(Units.points($0.zoneBurdenPoints)) }, mean: { .amount($0) }),
      hours("after_hours_load_hours", \.afterHoursLoad),
      Column(name: "cost", cell: { .money(Units.money($0.cost)) }, mean: { .money($0) }),
    ]
  }

  private static func hours(_ name: String, _ value: @escaping (Measures) -> Int64) -> Column {
    Column(name: name, cell: { .hours(seconds: value($0)) }, mean: { .hours($0) })
  }

  private static func count(_ name: String, _ value: @escaping (Measures) -> Int) -> Column {
    Column(name: name, cell: { .integer(value($0)) }, mean: { .amount($0) })
  }
}

/// From the units in which things are measured to those in which they are printed.
enum Units {
  /// Burden points, of which one is 3,600 seconds × 100 hundredths of a weight.
  static func points(_ weightedSeconds: Int64) -> Fraction { Fraction(weightedSeconds, 360_000) }

  /// Units of the currency, from booked seconds × hundredths per hour.
  static func money(_ secondsTimesHundredths: Int64) -> Fraction { Fraction(secondsTimesHundredths, 360_000) }

  /// Units of the currency: so many seconds at a cost of so many hundredths per hour.
  static func money(seconds: Int64, hourlyHundredths: Fraction) -> Fraction {
    Fraction(seconds, 360_000) * hourlyHundredths
  }

  /// Hours.
  static func hours(_ seconds: Int64) -> Fraction { Fraction(seconds, 3600) }
}
