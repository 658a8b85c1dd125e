import Findings
import Meetings
import Metrics
import Policy

extension AuditDocument {
  private var kept: [SeriesFinding] { findings.series.filter { $0.verdict == .keep } }

  /// What the first page says about meetings that stay.
  var stayingInShort: [MarkdownText] {
    guard !measures.series.isEmpty else { return ["There is no recurring meeting here."] }
    guard !kept.isEmpty else {
      return ["Every recurring meeting here is up for a change. None goes before its owner was asked."]
    }
    let lone = kept.count == 1
    var sentences: [MarkdownText] = [
      "\(Phrases.sentence(Phrases.counted(kept.count, "recurring meeting"))) \(lone ? "stays as it is" : "stay as they are")."
    ]
    let protected = protectedPurposes.filter { $0.kept > 0 }
    if !protected.isEmpty {
      let named = protected.map { row in
        let noun = PurposeWording.noun(row.purpose)
        return Phrases.counted(row.kept, noun.one, noun.many)
      }
      let count = protected.reduce(0) { $0 + $1.kept }
      let subject = lone ? "It" : count == kept.count ? "All of them" : "\(Phrases.whole(count)) of them"
      sentences.append(
        "\(subject) \(Phrases.agreeing(count, "is", "are")) protected by what \(Phrases.agreeing(count, "it is", "they are")) for: \(Phrases.enumeration(named))."
      )
    }
    sentences.append("See [What works and stays](#what-works-and-stays).")
    return sentences
  }

  /// Protected purposes with the number of their meetings and of those kept, in the order of purposes.
  private var protectedPurposes: [(purpose: Purpose, all: Int, kept: Int, seconds: Int64)] {
    Purpose.allCases.filter(\.isProtected).compactMap { purpose in
      let rows = findings.series.filter { $0.purpose == purpose }
      if rows.isEmpty { return nil }
      return (
        purpose, rows.count, rows.count { $0.verdict == .keep }, rows.reduce(0) { $0 + $1.measures.attendee }
      )
    }
  }

  /// What is not to be cut, and why.
  func staying(into writer: inout MarkdownWriter) {
    writer.heading(2, "What works and stays")
    let resting = resting
    if measures.series.isEmpty && resting.isEmpty {
      return writer.paragraph("There is no recurring meeting in these calendars.")
    }
    writer.paragraph(
      """
      Meetings that live from talking are never cancelled, merged, paused or turned into writing by rule. They may be \
      made shorter, smaller or rarer, or moved. Meetings with people from outside are measured, never flagged.
      """)
    writer.table(
      [
        .words("Protected"), .words("Why it is worth its time"), .number("Meetings"), .number("Kept as is"),
        .number("Attendee time"),
      ],
      protectedPurposes.map { row in
        [
          "\(row.purpose.rawValue)", "\(PurposeWording.worth(row.purpose))", "\(Phrases.whole(row.all))",
          "\(Phrases.whole(row.kept))", "\(perWeek(row.seconds))",
        ]
      })
    writer.list(otherReasons)
    if !kept.isEmpty { writer.paragraph("The reason for each: " + .link(to: "series.csv") + ".") }
    if !resting.isEmpty { writer.paragraph(inWords(resting)) }
  }

  /// Why meetings that no purpose protects are kept, in the order of the rules.
  private var otherReasons: [MarkdownText] {
    let audience =
      "at least half of the people in the roster, or \(Phrases.whole(policy.hours.broadcast)) people or more,"
    let reasons: [(number: Int, one: String, many: String)] = [
      (
        Rule.protected(.broadcast).number, "addresses \(audience) and is judged on length and frequency only",
        "address \(audience) and are judged on length and frequency only"
      ),
      (
        Rule.tooLittleData(isCostly: false).number, "was held too rarely here to be judged",
        "were held too rarely here to be judged"
      ),
      (Rule.noneFired.number, "has nothing against it that is enough", "have nothing against them that is enough"),
    ]
    return reasons.compactMap { reason in
      let count = kept.count { $0.rule.number == reason.number && !$0.purpose.isProtected }
      if count == 0 { return nil }
      let subject = Phrases.sentence(Phrases.counted(count, "other meeting"))
      return "\(subject) \(Phrases.agreeing(count, reason.one, reason.many))."
    }
  }

  /// Recurring meetings that are in a calendar but were a meeting for nobody: somebody else is invited, and those measured
  /// declined or show the time as free. What people keep for themselves is none, and nobody else's business.
  private var resting: [Series] {
    let measured = Set(measures.series.map(\.series))
    return book.series.filter { series in
      guard !measured.contains(series.id) else { return false }
      let meetings = series.occurrences.map { book[$0] }.filter { book[$0.details].invitations.count >= 2 }
      let buckets = Set(meetings.flatMap { book.attendances(of: $0).map(\.bucket) })
      return !buckets.isDisjoint(with: [.declined, .free])
        && buckets.isDisjoint(with: [.absence, .allDay, .focusBlock, .unknownParticipants])
    }
  }

  private func inWords(_ resting: [Series]) -> MarkdownText {
    let open = resting.filter { series in !series.occurrences.contains { book[book[$0].details].isPrivate } }
    let shown = open.prefix(Self.longestTable).map { names.readable(book[$0.details]) }
    let more = open.count - shown.count
    let hidden = resting.count - open.count
    let rest =
      (more > 0 ? ["\(Phrases.whole(more)) more"] : []) + (hidden > 0 ? ["\(Phrases.whole(hidden)) private"] : [])
    let subject = Phrases.sentence(Phrases.counted(resting.count, "recurring meeting"))
    return """
      \(subject) \(Phrases.agreeing(resting.count, "rests", "rest")): in the calendars, but a meeting for nobody \
      measured here (declined, or shown as free): \(Phrases.enumeration(shown + rest)).
      """
  }
}
