import Metrics
import Policy

extension AuditDocument {
  /// How things are defined, and where the lines are drawn.
  func method(into writer: inout MarkdownWriter) {
    writer.heading(2, "Method")
    writer.paragraph(
      """
      Values are exact to the second and rounded once, when they are written. A week is an ISO week on the person's own \
      clock; averages leave out weeks in which absences take more than half of the working time, and count each person \
      alike. Attendee hours count one hour of one person as one.
      """)
    if includesPersonal { writer.paragraph(recomputing) }
    writer.heading(3, "Definitions")
    writer.table(
      [.words("Column"), .words("In"), .words("Counted in"), .words("What it tells")],
      MetricDefinition.catalog.compactMap { definition in
        let tables = definition.tables.filter { includesPersonal || !$0.isPersonal }.map(\.rawValue)
        if tables.isEmpty { return nil }
        return [
          .code(definition.name), "\(tables.joined(separator: ", "))", "\(unit(definition.unit))",
          "\(definition.meaning)",
        ]
      })
    writer.heading(3, "Settings in force")
    writer.paragraph("Defaults that are attributed to somebody are starting points, not established facts.")
    writer.table([.words("Setting"), .number("Value"), .words("Where it comes from")], settings)
    writer.paragraph("Written by adjourn \(version). Money is in \(policy.hours.currency).")
  }

  /// How whoever has the tables gets from them to the numbers of the first page.
  private var recomputing: [MarkdownText] {
    [
      "The averages of the first page can be worked out from " + .link(to: "personal/people_weeks.csv") + ":",
      """
      of the rows whose `counted` is yes, each person's hours ÷ their `week_weight`, then the mean over people; the days \
      without a focus block are `days_without_focus_block` ÷ `days_with_room_for_focus` over the same rows. Sums over all \
      people are those of
      """,
      .link(to: "personal/people.csv") + " ÷ days of the period × 7.",
    ]
  }

  private var settings: [[MarkdownText]] {
    let (focus, zones, verdicts) = (policy.focus, policy.timeZones, policy.verdicts)
    let weights = [zones.edgeWeight, zones.eveningWeight, zones.nightWeight, zones.dayOffWeight]
      .map { decimal(Fraction($0, 100), decimals: $0 % 100 == 0 ? 0 : 2) }
    return [
      ["Shortest focus block", length(focus.block), "attributed to Newport"],
      ["Time to find back after a meeting", length(focus.reentry), "attributed to Mark, for interruptions"],
      ["Too long for a meeting", length(policy.meetings.tooLong), "convention"],
      [
        "Points for an hour at the edge of the day, evening or early, at night, on a day off",
        "\(weights.joined(separator: ", "))", "our convention",
      ],
      ["Night", "\(Phrases.clock(zones.nightStart))–\(Phrases.clock(zones.nightEnd))", "convention"],
      [
        "Cost of an hour where nothing else is said",
        "\(Phrases.money(Fraction(policy.hours.hourlyCost, 100), policy.hours.currency))", "Viva's default",
      ],
      ["Weak response: accepted below", percent(verdicts.weakResponse), "our convention"],
      ["Very weak response: accepted below", percent(verdicts.strongResponse), "our convention"],
      ["Often declined: above", percent(verdicts.declined), "our convention"],
      ["Too many people: from", "\(verdicts.tooMany)", "Viva's large meeting"],
      ["Often skipped: above", percent(verdicts.skipped), "our convention"],
      ["Bad times of one person: above", percent(verdicts.badTimes), "Node.js technical committee"],
      ["Double-booked attendee time: above", percent(verdicts.conflicts), "our convention"],
      ["Long for a daily, weekly, rarer meeting", "\(lengths(verdicts.longest))", "our convention"],
      ["Shortened to, for the same", "\(lengths(verdicts.shortened))", "our convention"],
      [
        "Costly enough for a pause test: attendee time from", "\(Phrases.hours(seconds: verdicts.pauseTestTime))",
        "our convention",
      ],
      ["Smallest group that is published", "\(policy.groups.smallestPublishedGroup)", "Viva's minimum"],
    ]
  }

  private func unit(_ unit: MetricDefinition.Unit) -> String {
    switch unit {
    case .money: policy.hours.currency
    case .share: "0 to 1"
    case .hours, .minutes, .weeks, .count, .points: unit.rawValue
    }
  }

  private func length(_ seconds: Int64) -> MarkdownText { "\(Phrases.length(seconds: seconds))" }

  private func percent(_ share: Share) -> MarkdownText { "\(Phrases.percent(Fraction(share.perMille, 1000)))" }

  private func lengths(_ lengths: Policy.LengthByCadence) -> String {
    [lengths.daily, lengths.weekly, lengths.rarer].map { Phrases.length(seconds: $0) }.joined(separator: ", ")
  }
}
