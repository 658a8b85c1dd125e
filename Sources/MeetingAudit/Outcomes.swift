public import Meetings
public import Reports

/// What an audit made: documents, not yet written anywhere.
public struct AuditOutcome: Sendable {
  /// The files of the report.
  public let files: [ReportFile]
  /// What it found, in a few lines.
  public let summary: [String]
  /// What is to be said about the input, by path and line.
  public let messages: [InputMessage]
}

/// What the sources hold.
public struct CheckOutcome: Sendable {
  /// People, calendars, ledgers.
  public let book: MeetingBook
  /// Counts of files and of what was said about them.
  public let input: InputSummary
  /// Files of walked folders that do not look like calendars.
  public let passedOver: Int
  /// What is to be said about the input, by path and line.
  public let messages: [InputMessage]
}

/// The expanded occurrences.
public struct OccurrencesOutcome: Sendable {
  /// By start, end, UID, calendar.
  public let listing: [ListedOccurrence]
  /// What is to be said about the input, by path and line.
  public let messages: [InputMessage]
}
