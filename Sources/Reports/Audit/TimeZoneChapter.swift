import Findings
import Meetings
import Metrics
import Policy

extension AuditDocument {
  /// Who pays for the distance between sites.
  func timeZones(into writer: inout MarkdownWriter) {
    writer.heading(2, "Time zones")
    guard company.measured > 0 else {
      return writer.paragraph("Nobody here has a week that could be measured, so nothing is said about time zones.")
    }
    writer.paragraph(
      """
      Zone burden is time in meetings outside a person's own working hours while the meeting lies inside somebody \
      else's, because their clocks differ. A meeting that is late for everybody is plain after-hours load instead. \
      Points weigh the hours by how much they hurt (see Method).
      """)
    let load = company.afterHoursLoad
    guard company.zoneBurden > 0 else {
      return writer.paragraph(
        ["There was no zone burden."]
          + (load > 0 ? ["After-hours load was \(perWeek(load)), all people together."] : []))
    }
    writer.paragraph(
      "All people together bear **\(perWeek(company.zoneBurden))** of zone burden, and \(perWeek(load)) of plain after-hours load."
    )
    teamTable(
      columns: [
        ("Zone burden", .zoneBurdenHours), ("Points", .zoneBurdenPoints), ("After-hours load", .afterHoursLoadHours),
      ], into: &writer)
    burdensomeSeries(into: &writer)
  }

  private func burdensomeSeries(into writer: inout MarkdownWriter) {
    let worst = measures.series.filter { $0.zoneBurdenPoints > 0 }
      .sorted { ($1.zoneBurdenPoints, $0.series) < ($0.zoneBurdenPoints, $1.series) }
    guard !worst.isEmpty else { return }
    let shown = worst.prefix(Self.longestTable)
    writer.paragraph(
      shown.count == 1
        ? "The recurring meeting that costs points, who of its participants pays most, and what another slot would do:"
        : "The recurring meetings that cost most points, who of their participants pays most, and what another slot would do:"
    )
    writer.table(
      [
        .words("Meeting"), .number("Points"), .words("Pays most"), .number("Bad times"), .words("Better fixed slot"),
      ],
      shown.map { row in
        let details = book[book[row.series].details]
        let first = row.burdens.first { $0.points > 0 }
        return [
          "\(names.readable(details))", "\(Phrases.number(Units.points(row.zoneBurdenPoints)))",
          "\(details.isPrivate ? "(private)" : first.map { names.readable($0.person) } ?? "–")",
          "\(first.flatMap { Phrases.percent($0.badTimes, of: $0.occurrences) } ?? "–")",
          "\(row.betterSlot.map(SeriesWording.slot) ?? "none found")",
        ]
      })
    let rest = worst.count - shown.count
    var sentences: [MarkdownText] = [
      "\"Bad times\" is that person's share of dates with a minute outside working hours.",
      "A better slot lowers the points of whoever pays most, on the dates of the next period; whether it is free is not known.",
    ]
    if rest > 0 {
      sentences.append(
        "\(Phrases.sentence(Phrases.counted(rest, "more meeting"))) with points: " + .link(to: "series.csv") + ".")
    }
    writer.paragraph(sentences)
  }

  /// Rows that a table of the document holds at most; the CSV files hold all.
  static var longestTable: Int { 12 }

  /// Seconds over the window as `12.4 h a week`.
  func perWeek(_ seconds: Int64) -> String {
    company.hoursPerWeek(seconds).map { Phrases.hours($0) + " a week" } ?? Phrases.hours(seconds: seconds)
  }
}
