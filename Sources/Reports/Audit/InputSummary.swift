/// What the run says about its input beyond the ledger: counts of diagnostics, for the chapter on data quality.
public struct InputSummary: Sendable, Equatable {
  /// Files that were read as calendars.
  public var filesRead = 0
  /// Files that were refused: unreadable, or no calendar.
  public var filesRefused = 0
  /// Rows of input tables that were left out because a cell could not be read.
  public var rowsLeftOut = 0
  /// People whom `people.csv` excludes; they are in no total.
  public var peopleExcluded = 0
  /// Warnings about the input, of any kind.
  public var warnings = 0

  /// Nothing to say.
  public init() {}
}
