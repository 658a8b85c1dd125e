import Findings
import Meetings
import Metrics

/// The tables of recurring meetings: all that have a meeting in the window, and those not kept.
struct SeriesTables {
  private let book: MeetingBook
  private let measures: AuditMeasures
  private let findings: AuditFindings
  private let names: Names
  private let wording: SeriesWording

  init(_ report: AuditReport) {
    book = report.book
    measures = report.measures
    findings = report.findings
    names = Names(report.book)
    wording = SeriesWording(book: report.book, policy: report.policy, findings: report.findings.series)
  }

  private static let columns = [
    "series", "title", "organizer", "purpose", "cadence", "minutes", "invited", "people_with_calendar", "occurrences",
    "skipped", "first_seen", "ends", "attendee_hours", "unseen_attendee_hours", "cost", "accepted_share",
    "declined_share", "no_answer_share", "conflict_share", "focus_cost_hours", "zone_burden_points", "worst_off",
    "bad_time_share", "signals", "verdict", "confidence", "attendee_hours_returned", "focus_hours_returned", "reason",
  ]

  /// How many answers the shares rest on, and how many nobody's calendar tells.
  private static let answerColumns = ["answers_known", "answers_unknown"]

  /// A row per recurring meeting, by key.
  var all: Table {
    Table(
      path: "series.csv", columns: Self.columns + Self.answerColumns,
      rows: findings.series.map { row($0) + answerCounts($0) })
  }

  /// A row per recurring meeting that is not kept, most returned first.
  var flagged: Table {
    Table(
      path: "flagged.csv", columns: Self.columns + ["owner", "replacement"] + Self.answerColumns,
      rows: findings.flagged.map { finding in
        row(finding) + [.optional(owner(finding)), .optional(wording.replacement(finding))] + answerCounts(finding)
      })
  }

  private func row(_ finding: SeriesFinding) -> [Cell] {
    let series = book[finding.measures.series]
    let details = book[series.details]
    let row = finding.measures
    return [
      .text(series.key), .optional(names.title(details)), .optional(names.organizer(details)),
      .text(finding.purpose.rawValue), .text(series.cadence.rawValue), .minutes(Fraction(row.medianLength, 60)),
      .integer(series.invited.count { !book[$0].isList }), .integer(row.peopleWithCalendar),
      .integer(series.occurrences.count), .integer(series.skipped), .date(series.firstSeen),
      series.ends.map { .date($0) } ?? .empty, .hours(seconds: row.attendee), .hours(seconds: row.unseenAttendee),
      .money(Units.money(seconds: row.attendee, hourlyHundredths: measures.meanHourlyCost)),
    ] + answers(row.answers) + [
      .share(row.conflicting, of: row.attendee), .hours(seconds: row.focusCost),
      .amount(Units.points(row.zoneBurdenPoints)),
    ] + worstOff(row, details) + [
      .optional(finding.signals.map(\.code).joined(separator: ";")), .text(finding.verdict.rawValue),
      .text(finding.confidence.rawValue), .hours(seconds: finding.attendeeReturned),
      .hours(seconds: finding.focusReturned), .text(wording.reason(finding)),
    ]
  }

  private func answers(_ counts: AnswerCounts) -> [Cell] {
    [counts.accepted, counts.declined, counts.noAnswer].map { .share(Int64($0), of: Int64(counts.known)) }
  }

  private func answerCounts(_ finding: SeriesFinding) -> [Cell] {
    let answers = finding.measures.answers
    return [.integer(Int(answers.known)), .integer(Int(answers.unknown))]
  }

  /// Who has most zone-burden points, and that person's share of bad times; nobody without points.
  private func worstOff(_ row: SeriesMeasures, _ details: MeetingDetails) -> [Cell] {
    guard let worst = row.burdens.first, worst.points > 0 else { return [.empty, .share(.zero)] }
    return [
      details.isPrivate ? .empty : .text(book[worst.person].address),
      .share(Int64(worst.badTimes), of: Int64(worst.occurrences)),
    ]
  }

  private func owner(_ finding: SeriesFinding) -> String? {
    let isPrivate = book[book[finding.measures.series].details].isPrivate
    return isPrivate ? nil : finding.owner.map { book[$0].address }
  }
}
