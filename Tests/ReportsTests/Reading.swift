import Findings
import Meetings
import Metrics
import Policy
import TestBooks

@testable import Reports

/// The report of a book, measured and judged as the pipeline does it.
func report(_ builder: BookBuilder, policy: Policy = Policy(), input: InputSummary = InputSummary()) -> AuditReport {
  let book = builder.book()
  let measures = AuditMeasures.measure(book, policy: policy)
  let findings = AuditFindings.judge(book, measures: measures, policy: policy)
  return AuditReport(
    book: book, measures: measures, findings: findings, policy: policy, input: input, version: "1.0")
}

/// The text of a file of a report.
func text(_ path: String, of report: AuditReport) -> String {
  report.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "no file \(path)"
}

/// The records of a table of a report, as an independent reader sees them; each by its columns' names.
func rows(_ path: String, of report: AuditReport) -> [[String: String]] {
  let records = readCSV(report.files.first { $0.path == path }?.bytes ?? [])
  guard let head = records.first else { return [] }
  return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
}
