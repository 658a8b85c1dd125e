public import Findings
public import Meetings
public import Metrics
public import Policy

/// Everything an audit found, ready to be written down: the same values give the same bytes.
public struct AuditReport: Sendable {
  let book: MeetingBook
  let measures: AuditMeasures
  /// One per row of `measures.series`, by key.
  let findings: [SeriesFinding]
  let policy: Policy
  let input: InputSummary
  let version: String

  /// A report; `version` is the program's own.
  public init(
    book: MeetingBook, measures: AuditMeasures, findings: [SeriesFinding], policy: Policy, input: InputSummary,
    version: String
  ) {
    self.book = book
    self.measures = measures
    self.findings = findings.sorted { $0.measures.series < $1.measures.series }
    self.policy = policy
    self.input = input
    self.version = version
  }

  /// All files of the report but its manifest, by path.
  public var files: [ReportFile] {
    let document = ReportFile(path: "audit.md", text: AuditDocument(self).markdown)
    return ([document] + tables.map(CSVWriter.file)).sorted { $0.path < $1.path }
  }

  /// All tables of the report.
  public var tables: [Table] {
    let groups = GroupTables(book: book, measures: measures)
    let series = SeriesTables(self)
    let personal = PersonalTables(book: book, measures: measures)
    return [
      groups.teams, series.all, series.flagged, groups.heatmap, groups.ledger, personal.people, personal.weeks,
      personal.meetings, personal.ledger,
    ]
  }
}
