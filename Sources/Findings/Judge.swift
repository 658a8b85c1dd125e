public import Meetings
public import Metrics
public import Policy

/// What was found about the recurring meetings of an audit.
public struct AuditFindings: Sendable {
  /// A finding per row of `AuditMeasures.series`, by key.
  public let series: [SeriesFinding]
  /// Those with another verdict than keep; most attendee time returned first, ties by key.
  public let flagged: [SeriesFinding]
  /// Attendee seconds that come back per window if all verdicts are carried out. Attendee time is additive, focus time is not:
  /// what a set of changes returns of that takes a scenario.
  public let attendeeReturned: Int64
  /// Attendee seconds of the series whose verdict is not `keep`.
  public let attendeeFlagged: Int64

  init(series: [SeriesFinding]) {
    self.series = series
    flagged = series.filter { $0.verdict != .keep }.sorted {
      ($1.attendeeReturned, $0.measures.series) < ($0.attendeeReturned, $1.measures.series)
    }
    attendeeReturned = flagged.reduce(0) { $0 + $1.attendeeReturned }
    attendeeFlagged = flagged.reduce(0) { $0 + $1.measures.attendee }
  }
}

extension AuditFindings {
  /// Judges every recurring meeting of an audit (`docs/verdicts.md`).
  public static func judge(_ book: MeetingBook, measures: AuditMeasures, policy: Policy) -> AuditFindings {
    let thresholds = policy.verdicts
    let domains = InternalDomains(of: book, policy: policy)
    let reader = PurposeReader(.standard)
    let portraits = measures.series.map {
      SeriesPortrait(of: $0, in: book, domains: domains, reader: reader, policy: policy)
    }
    let preparations = Preparations(among: portraits, in: book, policy: thresholds)
    let purposes = portraits.map { $0.purpose(preparing: preparations[$0.series.id], policy: policy) }
    let mergeable = zip(portraits, purposes).filter { !$0.isExternal && !$1.purpose.isProtected }.map(\.0)
    let duplicates = NearDuplicates(among: mergeable, in: book, policy: thresholds)
    let recomputation = Recomputation(book, policy: policy)
    // How many series cost more, by cost.
    let dearer = Dictionary(
      measures.series.map(\.attendee).sorted(by: >).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })

    return AuditFindings(
      series: zip(portraits, purposes).map { portrait, purpose in
        let (seriesMeasures, id) = (portrait.measures, portrait.series.id)
        let signals = SignalReading(
          portrait: portrait, purpose: purpose.purpose, purposeWord: purpose.word, duplicate: duplicates[id],
          prepared: preparations[id], book: book, policy: thresholds
        ).signals()
        let confidence = Confidence(
          in: portrait.series, answers: seriesMeasures.answers, book: book, policy: thresholds)
        let rule = Rules.first(
          for: Evidence(
            portrait: portrait, purpose: purpose.purpose, signals: signals, duplicate: duplicates[id],
            confidence: confidence,
            isAmongCostliest: thresholds.pauseTestTop.isMissed(
              by: Int64(dearer[seriesMeasures.attendee] ?? 0), of: Int64(measures.series.count)),
            book: book, policy: thresholds))
        let returned = Returned(
          by: rule, of: seriesMeasures, in: book, recomputation: recomputation, policy: thresholds)
        return SeriesFinding(
          measures: seriesMeasures, purpose: purpose.purpose, purposeWord: purpose.word, signals: signals,
          verdict: rule.verdict, rule: rule, confidence: confidence,
          owner: portrait.isPrivate ? nil : portrait.details.organizer,
          attendeeReturned: returned.attendee, focusReturned: returned.focus)
      })
  }
}
