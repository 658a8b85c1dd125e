public import Findings
public import Meetings
public import Metrics
public import Policy

/// Everything an audit found, ready to be written down: the same values give the same bytes.
public struct AuditReport: Sendable {
  let book: MeetingBook
  let measures: AuditMeasures
  let findings: AuditFindings
  let policy: Policy
  let input: InputSummary
  let version: String
  /// Whether the tables that speak of individuals belong to it.
  let includesPersonal: Bool
  /// How its tables are written.
  let csv: CSVWriter.Dialect

  /// A report; `version` is the program's own. Without the personal tables it may be shared as a whole.
  public init(
    book: MeetingBook, measures: AuditMeasures, findings: AuditFindings, policy: Policy, input: InputSummary,
    version: String, includesPersonal: Bool = true, csv: CSVWriter.Dialect = .rfc
  ) {
    self.book = book
    self.measures = measures
    self.findings = findings
    self.policy = policy
    self.input = input
    self.version = version
    self.includesPersonal = includesPersonal
    self.csv = csv
  }

  /// All files of the report but its manifest, by path.
  public var files: [ReportFile] {
    let document = ReportFile(path: "audit.md", text: AuditDocument(self).markdown)
    return ([document] + tables.map { CSVWriter.file($0, csv) }).sorted { $0.path < $1.path }
  }

  /// All tables of the report.
  public var tables: [Table] {
    let groups = GroupTables(book: book, measures: measures)
    let series = SeriesTables(self)
    let personal = PersonalTables(book: book, measures: measures)
    let shareable = [groups.teams, series.all, series.flagged, groups.heatmap, groups.ledger]
    guard includesPersonal else { return shareable }
    return shareable + [personal.people, personal.weeks, personal.meetings, personal.ledger]
  }
}
