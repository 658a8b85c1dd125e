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

  /// Who and what was measured, and whose calendar tells of a time that does not count.
  private var coverage: [MarkdownText] {
    let days: MarkdownText = "\(Phrases.dates(book.window)), each day on the person's own clock."
    let counted = Set(measures.people.filter { $0.weeksCounted > .zero }.map(\.person))
    let calendars = Phrases.counted(book.calendars.count { counted.contains($0.person) }, "calendar")
    let people = Phrases.counted(counted.count, "person", "people")
    let measured: MarkdownText =
      counted.isEmpty
      ? "Nobody here has a week that counts." : "Measured: \(people) with \(calendars) and \(meetingsInWords)."
    let others = book.people.filter { $0.hasCalendar && !counted.contains($0.id) }
    let elsewhere = others.count(where: \.window.isEmpty)
    let away = others.count - elsewhere
    var sentences = [days, measured]
    if elsewhere > 0 {
      sentences.append(
        "\(Phrases.counted(elsewhere, "more person has", "more people have")) a calendar here, but had left or not yet joined."
      )
    }
    if away > 0 {
      sentences.append(
        "\(Phrases.counted(away, "more person has", "more people have")) a calendar here, but no week that counts (away for most of each)."
      )
    }
    return sentences
  }

  private var meetingsInWords: String {
    let (meetings, series) = (measures.meetings.count, measures.series.count)
    let all = Phrases.counted(meetings, "meeting")
    if meetings == 0 { return all }
    if series == 0 { return "\(all), \(Phrases.agreeing(meetings, "not a recurring one", "none of them recurring"))" }
    if meetings == 1 { return "\(all), a date of a recurring one" }
    return "\(all), among them the dates of \(Phrases.counted(series, "recurring meeting"))"
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
    let toDecide = toDecide
    guard !toDecide.isEmpty else {
      return writer.paragraph(
        [
          measures.series.isEmpty
            ? "There is no recurring meeting in these calendars, so there is nothing to cancel or change."
            : flagged.isEmpty
              ? "No recurring meeting is flagged: nothing here asks to be cancelled or changed."
              : "No recurring meeting that goes on is flagged: nothing here asks to be cancelled or changed."
        ] + over)
    }
    let shown = toDecide.prefix(Self.longestTable)
    writer.paragraph(returnInWords(toDecide))
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
    let rest = toDecide.count - shown.count
    let more: MarkdownText =
      rest > 0
      ? "\(Phrases.sentence(Phrases.counted(rest, "more meeting"))) \(Phrases.agreeing(rest, "is", "are")) flagged: "
      : "The same with exact numbers: "
    writer.paragraph(
      [
        more + .link(to: "flagged.csv") + ".",
        "\(Phrases.agreeing(toDecide.count, "It", "Each one")) is explained under [Recurring meetings](#recurring-meetings).",
        "\"Sure?\" says how much data the verdict rests on.",
      ] + over)
  }

  /// Flagged meetings that are over: nothing is left to decide about them.
  private var over: [MarkdownText] {
    let count = flagged.count - toDecide.count
    guard count > 0 else { return [] }
    let subject = Phrases.sentence(Phrases.counted(count, "flagged meeting"))
    return [
      "\(subject) ended within the period and \(Phrases.agreeing(count, "is", "are")) not in this list: "
        + .link(to: "flagged.csv") + "."
    ]
  }

  private func returnInWords(_ toDecide: [SeriesFinding]) -> [MarkdownText] {
    let all = Phrases.counted(measures.series.count, "recurring meeting")
    let order = toDecide.count > 1 ? ", most attendee hours returned first" : ""
    var sentences: [MarkdownText] = [
      """
      **\(Phrases.whole(toDecide.count)) of \(all)** \(Phrases.agreeing(toDecide.count, "is", "are")) to be cancelled or \
      changed\(order).
      """
    ]
    let returned = toDecide.reduce(0) { $0 + $1.attendeeReturned }
    if returned > 0 {
      sentences.append(
        """
        If \(Phrases.agreeing(toDecide.count, "that", "all")) is done, about **\(perWeek(returned))** of attendee time \
        comes back, \(money(returned)) over a period as long as this one.
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
