import Findings
import Meetings
import Metrics

extension AuditDocument {
  /// Each recurring meeting that is to change, with the evidence for and against.
  func verdicts(into writer: inout MarkdownWriter) {
    writer.heading(2, "Recurring meetings")
    guard !measures.series.isEmpty else {
      return writer.paragraph("There is no recurring meeting in these calendars.")
    }
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      let count = findings.series.count { $0.verdict == verdict }
      if count == 0 { return nil }
      return findings.series.count == 1 ? verdict.rawValue : "\(Phrases.whole(count)) \(verdict.rawValue)"
    }
    writer.paragraph([
      "\(Phrases.sentence(Phrases.counted(findings.series.count, "recurring meeting"))): \(Phrases.enumeration(verdicts)).",
      "\(Phrases.agreeing(findings.series.count, "Its numbers", "All of them, with their numbers")): "
        + .link(to: "series.csv") + ".",
    ])
    for finding in flagged.prefix(Self.mostParagraphs) { evidence(finding, into: &writer) }
    let rest = flagged.count - Self.mostParagraphs
    if rest > 0 {
      writer.paragraph(
        "\(Phrases.sentence(Phrases.counted(rest, "more flagged meeting"))), each returning less than these, with reasons: "
          + .link(to: "flagged.csv") + ".")
    }
  }

  /// Flagged meetings that are explained in the document; the tables explain all.
  private static var mostParagraphs: Int { 30 }

  private func evidence(_ finding: SeriesFinding, into writer: inout MarkdownWriter) {
    writer.heading(3, "\(title(finding)) – \(seriesWords.action(finding))")
    writer.paragraph([facts(finding), "\(seriesWords.reason(finding))"])
    let decisive = seriesWords.decisive(finding).map(\.kind)
    let against = signals(of: finding) { $0.direction == .against && !decisive.contains($0.kind) }
    let inFavour = signals(of: finding) { $0.direction == .for }
    var items: [MarkdownText] = []
    if !against.isEmpty {
      let label = decisive.isEmpty ? "Speaks against it" : "Also speaks against it"
      items.append("\(label): \(against.joined(separator: "; ")).")
    }
    if !inFavour.isEmpty { items.append("Speaks for it: \(inFavour.joined(separator: "; ")).") }
    items.append(comesBack(finding))
    if let replacement = seriesWords.replacement(finding) { items.append("Instead: \(replacement)") }
    items.append("Ask: \(owner(finding)). Confidence: \(seriesWords.confidence(finding)).")
    writer.list(items)
  }

  private func signals(of finding: SeriesFinding, where belongs: (Signal) -> Bool) -> [String] {
    finding.signals.filter(belongs).map { seriesWords.signal($0, of: finding.measures.series) }
  }

  /// What the meeting is, in numbers.
  private func facts(_ finding: SeriesFinding) -> MarkdownText {
    let series = book[finding.measures.series]
    let invited = series.invited.count { !book[$0].isList }
    let held = Phrases.times(series.occurrences.count)
    let skipped = series.skipped == 0 ? "" : ", skipped \(Phrases.times(series.skipped))"
    let unseen =
      finding.measures.unseenAttendee == 0
      ? "" : ", and \(Phrases.hours(seconds: finding.measures.unseenAttendee)) of people without a calendar here"
    return """
      \(Phrases.sentence(series.cadence.rawValue)), \(Phrases.length(seconds: finding.measures.medianLength)), \
      \(Phrases.counted(invited, "person", "people")) invited; held \(held)\(skipped); \
      \(Phrases.hours(seconds: finding.measures.attendee)) of attendee time\(unseen), \
      \(money(finding.measures.attendee)).
      """
  }

  private func comesBack(_ finding: SeriesFinding) -> MarkdownText {
    guard finding.attendeeReturned > 0 || finding.focusReturned > 0 else {
      return finding.verdict == .move
        ? "Comes back: no hours; the time lies better for whoever pays most now." : "Comes back: no hours here."
    }
    var parts = ["\(perWeek(finding.attendeeReturned)) of attendee time"]
    if finding.focusReturned > 0 { parts.append("\(perWeek(finding.focusReturned)) in focus blocks") }
    return seriesWords.lastDate(finding) == nil
      ? "Comes back: \(Phrases.enumeration(parts))."
      : "Would come back if it were held again: \(Phrases.enumeration(parts))."
  }
}
