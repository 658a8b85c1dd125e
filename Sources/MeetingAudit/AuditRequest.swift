public import ICalendar
public import Policy
public import Reports

/// What is to be audited.
public struct AuditRequest: Sendable {
  /// Files and folders with calendars; `-` is standard input.
  public var paths: [String]
  /// The dates, `[from, to)`.
  public var window: Range<CivilDay>
  /// Path of `people.csv`; nil: the people are told from the calendars.
  public var people: String?
  /// Every setting.
  public var policy = Policy()
  /// How many calendars are read at once.
  public var jobs = 1
  /// Where the system keeps its compiled zone data.
  public var zoneFolder = "/usr/share/zoneinfo"
  /// Whether the tables that name single people's hours are made.
  public var includesPersonal = true
  /// How tables are written.
  public var csv = CSVWriter.Dialect.rfc

  /// A request with all settings at their defaults.
  public init(paths: [String], window: Range<CivilDay>) {
    self.paths = paths
    self.window = window
  }
}

/// What is said about the program itself.
public enum Product {
  /// Its version, as `adjourn --version` and the manifest of a report give it.
  public static let version = "0.1.0"
}
