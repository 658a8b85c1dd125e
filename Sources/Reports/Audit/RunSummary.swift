import Findings
import Metrics

extension AuditReport {
  /// What was found, for whoever ran the audit: two lines.
  public var summary: [String] {
    let people = Phrases.counted(measures.company.measured, "person", "people")
    let hours = measures.company.mean(.meetingHours).map { Phrases.hours($0) + " of meetings per person and week" }
    return ["\(Phrases.sentence(people)) measured; \(hours ?? "no week could be counted").", flaggedInWords]
  }

  private var flaggedInWords: String {
    let series = Phrases.counted(findings.series.count, "recurring meeting")
    if findings.series.isEmpty { return Phrases.sentence(series) + "." }
    if findings.flagged.isEmpty {
      return findings.series.count == 1 ? "\(series), not flagged." : "None of \(series) flagged."
    }
    let words = SeriesWording(book: book, policy: policy, findings: findings.series)
    let returned = findings.flagged.filter { words.lastDate($0) == nil }.reduce(0) { $0 + $1.attendeeReturned }
    let back = returned > 0 ? "; \(Phrases.hours(seconds: returned)) of attendees' time would come back" : ""
    return "\(Phrases.whole(findings.flagged.count)) of \(series) flagged\(back)."
  }
}
