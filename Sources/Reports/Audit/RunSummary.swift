import Findings
import Metrics

extension AuditReport {
  /// What was found, for whoever ran the audit: two lines.
  public var summary: [String] {
    let people = Phrases.counted(measures.peopleWithCalendar, "person", "people")
    let hours = measures.company.mean(.meetingHours).map { Phrases.hours($0) + " of meetings per person and week" }
    let flagged = findings.flagged.count
    let series = Phrases.counted(findings.series.count, "recurring meeting")
    let returned =
      flagged > 0 ? "; \(Phrases.hours(seconds: findings.attendeeReturned)) of attendees' time would come back" : ""
    return [
      "\(people) measured; \(hours ?? "no week could be counted").",
      "\(Phrases.whole(flagged)) of \(series) flagged\(returned).",
    ]
  }
}
