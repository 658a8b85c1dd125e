import Findings
import Meetings
import Metrics
import Policy

extension AuditDocument {
  /// What a leadership team asks: the numbers, what to decide, what stays, how far the data reaches.
  func firstPage(into writer: inout MarkdownWriter) {
    writer.heading(1, "Meeting audit \(Phrases.period(book.window))")
    writer.paragraph(coverage)
    if isSmallCircle {
      let few = policy.groups.smallestPublishedGroup
      writer.paragraph(
        """
        Fewer than \(few) people have a calendar here: this is a small circle, and nothing is held back about its \
        teams. Share it only with those it is about.
        """)
    }
    writer.heading(2, "At a glance")
    writer.table([.words("What"), .number("How much"), .words("What it means")], numbers)
    writer.paragraph("Changes are not shown: there is no earlier audit to compare with.")
    writer.heading(2, "Decide")
    decisions(into: &writer)
    writer.heading(2, "What stays")
    writer.paragraph(stayingInShort)
    writer.heading(2, "How far the data reaches")
    writer.list(reach)
  }

  private var coverage: MarkdownText {
    let calendars = Phrases.counted(book.calendars.count, "calendar")
    let people = Phrases.counted(measures.peopleWithCalendar, "person", "people")
    return """
      \(Phrases.dates(book.window)), each day on the person's own clock. Measured: \(people) with \(calendars) and \
      \(Phrases.counted(measures.meetings.count, "meeting")), among them the dates of \
      \(Phrases.counted(measures.series.count, "recurring meeting")).
      """
  }

  private var numbers: [[MarkdownText]] {
    let each = " per person and week"
    let block = Phrases.length(seconds: policy.focus.block)
    return [
      [
        "Meeting hours", "\(hours(company.mean(.meetingHours), each))",
        "time in at least one meeting, overlaps counted once",
      ],
      [
        "Focus hours", "\(hours(company.mean(.focusHours), each))",
        "free working time in pieces of at least \(block)",
      ],
      [
        "Days without a focus block", "\(company.daysWithoutFocusBlock.map(Phrases.percent) ?? "unknown")",
        "working days with room for one that hold none",
      ],
      [
        "Time-zone burden", "\(company.measured == 0 ? "unknown" : perWeek(company.zoneBurden))",
        "all people together: meetings outside their working hours because others' clocks differ",
      ],
      ["Recurring meetings", "\(recurringInNumbers)", flaggedInWords],
    ]
  }

  private func hours(_ value: Fraction?, _ unit: String) -> String {
    value.map { Phrases.hours($0) + unit } ?? "unknown"
  }

  private var recurringInNumbers: String {
    if company.recurring == 0 { return "none" }
    return Phrases.hours(seconds: company.recurring) + ", " + money(company.recurring)
  }

  private var flaggedInWords: MarkdownText {
    guard company.recurring > 0 else { return "no attendee hours in recurring meetings" }
    let meaning: MarkdownText = "attendee hours in the period (one hour of one person each), and their cost"
    guard let share = Phrases.percent(findings.attendeeFlagged, of: company.recurring), findings.attendeeFlagged > 0
    else {
      return meaning + "; none of it is flagged"
    }
    return meaning + "; \(Phrases.hours(seconds: findings.attendeeFlagged)) of it (\(share)) is flagged below"
  }

  /// Attendee seconds at the mean hourly cost, `USD 12,345`.
  func money(_ seconds: Int64) -> String {
    Phrases.money(
      Units.money(seconds: seconds, hourlyHundredths: measures.meanHourlyCost), policy.hours.currency)
  }

  private func decisions(into writer: inout MarkdownWriter) {
    guard !flagged.isEmpty else {
      return writer.paragraph(
        measures.series.isEmpty
          ? "There is no recurring meeting in these calendars, so there is nothing to cancel or change."
          : "No recurring meeting is flagged: nothing here asks to be cancelled or changed.")
    }
    let shown = flagged.prefix(Self.longestTable)
    writer.paragraph(returnInWords(flagged))
    writer.table(
      [
        .words("Meeting"), .words("What to do"), .words("Ask"), .words("Why"), .number("Back a week"),
        .words("Sure?"),
      ],
      shown.map { finding in
        [
          "\(title(finding, length: 48))", "\(seriesWords.action(finding))", "\(owner(finding))",
          "\(seriesWords.shortReason(finding))", "\(perWeekShort(finding.attendeeReturned))",
          "\(finding.confidence.rawValue)",
        ]
      })
    let rest = flagged.count - shown.count
    let more: MarkdownText =
      rest > 0
      ? "\(Phrases.sentence(Phrases.counted(rest, "more meeting"))) \(Phrases.agreeing(rest, "is", "are")) flagged: "
      : "The same with exact numbers: "
    writer.paragraph([
      more + .link(to: "flagged.csv") + ".",
      "Each one is explained under [Recurring meetings](#recurring-meetings).",
      "\"Sure?\" says how much data the verdict rests on.",
    ])
  }

  private func returnInWords(_ flagged: [SeriesFinding]) -> [MarkdownText] {
    let all = Phrases.counted(measures.series.count, "recurring meeting")
    var sentences: [MarkdownText] = [
      """
      **\(Phrases.whole(flagged.count)) of \(all)** \(Phrases.agreeing(flagged.count, "is", "are")) to be cancelled or \
      changed, most attendee hours returned first.
      """
    ]
    if findings.attendeeReturned > 0 {
      sentences.append(
        """
        If all is done, about **\(perWeek(findings.attendeeReturned))** of attendee time comes back, \
        \(money(findings.attendeeReturned)) over a period as long as this one.
        """)
    }
    return sentences
  }

  /// Who is asked about a series.
  func owner(_ finding: SeriesFinding) -> String {
    if book[book[finding.measures.series].details].isPrivate { return "(private)" }
    return finding.owner.map(names.readable) ?? "unknown"
  }

  private func perWeekShort(_ seconds: Int64) -> String {
    seconds == 0 ? "–" : company.hoursPerWeek(seconds).map { Phrases.hours($0) } ?? "–"
  }
}
