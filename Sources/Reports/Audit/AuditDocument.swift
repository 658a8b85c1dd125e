import Findings
import Meetings
import Metrics
import Policy

/// `audit.md`: a first page that is complete in itself, then a chapter for each question behind it.
struct AuditDocument {
  let report: AuditReport
  let names: Names
  let seriesWords: SeriesWording

  init(_ report: AuditReport) {
    self.report = report
    names = Names(report.book)
    seriesWords = SeriesWording(book: report.book, policy: report.policy, findings: report.findings.series)
  }

  var book: MeetingBook { report.book }
  var measures: AuditMeasures { report.measures }
  /// A finding per row of `measures.series`, by key.
  var findings: AuditFindings { report.findings }
  var policy: Policy { report.policy }
  var input: InputSummary { report.input }
  var version: String { report.version }
  var includesPersonal: Bool { report.includesPersonal }

  /// The document.
  var markdown: String {
    var writer = MarkdownWriter()
    firstPage(into: &writer)
    load(into: &writer)
    focus(into: &writer)
    timeZones(into: &writer)
    verdicts(into: &writer)
    staying(into: &writer)
    dataQuality(into: &writer)
    method(into: &writer)
    return writer.text
  }

  /// Everybody together.
  var company: CompanyMeasures { measures.company }

  /// Recurring meetings whose verdict is not `keep`, most returned first.
  var flagged: [SeriesFinding] { findings.flagged }

  /// Those of them that go on: what is over gives no hours back.
  var toDecide: [SeriesFinding] { flagged.filter { seriesWords.lastDate($0) == nil } }

  /// Whether so few people have a calendar here that groups are not hidden.
  var isSmallCircle: Bool { measures.peopleWithCalendar < policy.groups.smallestPublishedGroup }

  /// A series' title for readers.
  func title(_ finding: SeriesFinding, length: Int = 60) -> String {
    names.readable(book[book[finding.measures.series].details], length: length)
  }
}
