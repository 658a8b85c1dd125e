import Metrics

/// The columns that `people.csv`, `people_weeks.csv` and `teams.csv` share, from `working_hours` on, in their order.
enum MeasureColumns {
  /// The names, in order.
  static var names: [String] { PersonColumn.allCases.map(\.rawValue) }

  /// The cells of somebody's measures; empty ones for nobody's.
  static func cells(_ measures: Measures?) -> [Cell] {
    PersonColumn.allCases.map { column in
      guard let measures, let value = column.value(in: measures) else { return .empty }
      return cell(value, in: column, isMean: false)
    }
  }

  /// The cells of a group's means; empty ones for a group that is not published.
  static func cells(_ means: GroupMeans?) -> [Cell] {
    PersonColumn.allCases.map { column in
      guard let means, let value = means.values[column.rawValue], let value else { return .empty }
      return cell(value, in: column, isMean: true)
    }
  }

  private static func cell(_ value: Fraction, in column: PersonColumn, isMean: Bool) -> Cell {
    switch column {
    case .workingHours, .meetingHours, .acceptedMeetingHours, .upperMeetingHours, .bookedHours, .conflictingHours,
      .workingHoursMeetingHours, .afterHoursMeetingHours, .recurringMeetingHours, .focusHours, .fragmentedHours,
      .effectiveFocusHours, .placementLossHours, .reservedFocusHours, .trampledFocusHours, .zoneBurdenHours,
      .afterHoursLoadHours:
      .hours(value)
    case .meetings, .focusBlocks, .daysWithoutFocusBlock:
      // One person's are whole; a mean over people need not be.
      isMean ? .amount(value) : .integer(Int(value.numerator))
    case .zoneBurdenPoints: .amount(value)
    case .workingShare, .fragmentation: .share(value)
    case .cost: .money(value)
    }
  }
}

/// From the units in which things are measured to those in which they are printed.
enum Units {
  /// Burden points, of which one is 3,600 seconds × 100 hundredths of a weight.
  static func points(_ weightedSeconds: Int64) -> Fraction { Fraction(weightedSeconds, 360_000) }

  /// Units of the currency: so many seconds at a cost of so many hundredths per hour.
  static func money(seconds: Int64, hourlyHundredths: Fraction) -> Fraction {
    Fraction(seconds, 360_000) * hourlyHundredths
  }

  /// Hours.
  static func hours(_ seconds: Int64) -> Fraction { Fraction(seconds, 3600) }
}
