import ICalendar
import Metrics
import Policy

extension AuditDocument {
  /// How much time meetings take, by team and by hour of the week.
  func load(into writer: inout MarkdownWriter) {
    writer.heading(2, "Load")
    guard let meeting = company.mean(.meetingHours) else {
      return writer.paragraph("Nobody here has a week that could be measured, so there is no load to report.")
    }
    writer.paragraph(loadInWords(meeting))
    teamTable(
      columns: [
        ("Meetings", .meetingHours), ("Recurring", .recurringMeetingHours), ("Double-booked", .conflictingHours),
        ("Out of hours", .afterHoursMeetingHours), ("Of working time", .workingShare),
      ], into: &writer)
    if let fullest { writer.paragraph(fullest) }
  }

  private func loadInWords(_ meeting: Fraction) -> [MarkdownText] {
    var sentences: [MarkdownText] = [
      "On average a person spends **\(Phrases.hours(meeting))** a week in meetings, overlaps counted once."
    ]
    if let share = company.mean(.workingShare) {
      sentences.append("Inside working hours that is \(Phrases.percent(share)) of the time available.")
    }
    if let recurring = company.mean(.recurringMeetingHours) {
      sentences.append("\(Phrases.hours(recurring)) of it recurs.")
    }
    if let conflicting = company.mean(.conflictingHours), conflicting > .zero {
      sentences.append("For \(Phrases.hours(conflicting)) a week a person is booked at least twice at once.")
    }
    if let late = company.mean(.afterHoursMeetingHours), late > .zero {
      sentences.append("\(Phrases.hours(late)) a week lies outside the person's own working hours.")
    }
    return sentences
  }

  /// The three fullest hours of the week.
  private var fullest: [MarkdownText]? {
    let slots = Weekday.allCases.flatMap { weekday in
      (0..<24).map { (weekday, $0, measures.heatmap[weekday, $0]) }
    }
    let top = slots.filter { $0.2 > 0 }.sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }.prefix(3)
    guard !top.isEmpty else { return nil }
    let named = top.map {
      "\(Phrases.short($0.0)) \(Phrases.clock(Int64($0.1) * 3600)) (\(Phrases.hours(seconds: $0.2)))"
    }
    let noun = top.count == 1 ? "The fullest hour" : "The fullest hours"
    let verb = top.count == 1 ? "is" : "are"
    return [
      "\(noun) of the week on people's own clocks, with the attendee hours of the whole period, \(verb)",
      "\(Phrases.enumeration(named)). Every hour of the week: " + .link(to: "heatmap.csv") + ".",
    ]
  }

  /// A table of teams with weekly averages per person, and a sentence about what it leaves out.
  func teamTable(columns: [(title: MarkdownText, column: PersonColumn)], into writer: inout MarkdownWriter) {
    let published = measures.teams.filter { $0.means != nil }
    let shown = published.sorted { ($1.people, $0.name) < ($0.people, $1.name) }.prefix(Self.longestTable)
      .sorted { $0.name < $1.name }
    writer.table(
      [.words("Team (per person and week)"), .number("People")] + columns.map { .number($0.title) },
      shown.map { team in
        ["\(team.name)", "\(team.people)"]
          + columns.map { column in
            guard let value = team.means?.values[column.column.rawValue], let value else { return "–" }
            return "\(words(for: value, in: column.column))"
          }
      })
    writer.paragraph(teamsInWords(published: published.count, shown: shown.count))
  }

  private func words(for value: Fraction, in column: PersonColumn) -> String {
    switch column {
    case .workingShare, .fragmentation: Phrases.percent(value)
    case .meetings, .focusBlocks, .daysWithoutFocusBlock, .zoneBurdenPoints: Phrases.number(value)
    case .cost: Phrases.money(value, policy.hours.currency)
    default: Phrases.hours(value)
    }
  }

  private func teamsInWords(published: Int, shown: Int) -> [MarkdownText] {
    guard !measures.teams.isEmpty else { return ["No teams are known: the people table (`--people`) would name them."] }
    var sentences: [MarkdownText] = []
    if shown < published { sentences.append("These are the largest of \(Phrases.whole(published)) teams.") }
    let hidden = measures.teams.count - published
    if hidden > 0 {
      let subject = Phrases.sentence(Phrases.counted(hidden, "team"))
      let few = policy.groups.smallestPublishedGroup
      sentences.append(
        isSmallCircle
          ? "\(subject) \(Phrases.agreeing(hidden, "has", "have")) nobody whose calendar could be measured."
          : """
          \(subject) \(Phrases.agreeing(hidden, "is", "are")) not shown: nobody is to be singled out from a group of \
          fewer than \(few), also by subtraction.
          """)
    }
    return sentences + ["All columns: " + .link(to: "teams.csv") + "."]
  }
}
