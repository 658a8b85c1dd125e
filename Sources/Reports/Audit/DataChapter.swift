import ICalendar
import Meetings
import Metrics

extension AuditDocument {
  /// Where the numbers come from: sources, owners, the ledger, bounds.
  func dataQuality(into writer: inout MarkdownWriter) {
    writer.heading(2, "Data quality")
    writer.heading(3, "Sources")
    sources(into: &writer)
    writer.heading(3, "Where every event went")
    writer.paragraph(ledgerInWords)
    writer.table(
      [.words("Bucket"), .words("What it holds"), .number("Events"), .number("Occurrences"), .number("Hours")],
      Bucket.allCases.map { bucket in
        let entry = book.ledger[bucket]
        return [
          "\(bucket.rawValue)", "\(BucketWording.meaning(bucket, policy))", "\(Phrases.whole(entry.events))",
          "\(Phrases.whole(entry.occurrences))", "\(Phrases.hours(seconds: entry.seconds))",
        ]
      })
    writer.heading(3, "Bounds")
    writer.paragraph(boundsInWords ?? "Nothing could be measured, so there are no bounds.")
  }

  private var ledgerInWords: [MarkdownText] {
    let byCalendar: MarkdownText = "The same by calendar: " + .link(to: "personal/ledger.csv") + "."
    return [
      """
      \(Phrases.sentence(Phrases.counted(book.ledger.read, "event"))) \(Phrases.agreeing(book.ledger.read, "was", "were")) \
      read, and each is in exactly one bucket, the first of these that applies. The dates of a recurring event are \
      counted one by one as occurrences.
      """,
      "Exact numbers: " + .link(to: "ledger.csv") + ".",
    ] + (includesPersonal ? [byCalendar] : [])
  }

  private func sources(into writer: inout MarkdownWriter) {
    struct Kind: Hashable {
      let producer: String
      let says: String
      let leavesOut: String
    }
    let kinds = Dictionary(grouping: book.calendars) {
      Kind(
        producer: $0.producer.rawValue, says: ContentsWording.held(by: $0), leavesOut: ContentsWording.lacking(in: $0))
    }
    writer.table(
      [
        .words("Source"), .number("Calendars"), .words("Says"), .words("Leaves out"), .number("Not read whole"),
        .number("May lack part"),
      ],
      kinds.sorted { ($0.key.producer, $0.key.leavesOut) < ($1.key.producer, $1.key.leavesOut) }.map {
        kind, calendars in
        [
          "\(kind.producer)", "\(calendars.count)", "\(kind.says)", "\(kind.leavesOut)",
          "\(calendars.count { !$0.isComplete })",
          "\(calendars.count { $0.coverage.doubts.contains { $0 != .damaged } })",
        ]
      })
    writer.list(consequences + roster + ownership + zones + [excluded, warnings].compactMap(\.self))
  }

  /// What cannot be said about meetings that stand in such calendars only.
  private var consequences: [MarkdownText] {
    ContentsWording.parts.compactMap { part in
      let count = book.calendars.count { $0.ledger.read > 0 && !part.holds($0.contents) }
      guard count > 0 else { return nil }
      return """
        \(Phrases.sentence(Phrases.counted(count, "calendar"))) \(Phrases.agreeing(count, "leaves", "leave")) out \
        \(part.name): \(part.consequence).
        """
    }
  }

  /// How much of the roster has a calendar.
  private var roster: [MarkdownText] {
    let rows = book.people.count(where: \.isInRoster)
    guard let share = Phrases.percent(book.people.count { $0.isInRoster && $0.hasCalendar }, of: rows) else {
      return []
    }
    return ["Of those in the people table, \(share) have a calendar here."]
  }

  /// How the owners of calendars were found, surest first.
  private var ownership: [MarkdownText] {
    let ways: [(CalendarAccount.Ownership, MarkdownText)] = [
      (.table, "by the people table"), (.calendarName, "by the calendar's own name, an address"),
      (.commonestAddress, "by the address that stands in most of its events (a guess)"),
      (.fileName, "by the file's name (a guess)"),
    ]
    return ways.compactMap { way, words in
      let count = book.calendars.count { $0.ownership == way }
      guard count > 0 else { return nil }
      return "Owner of \(Phrases.counted(count, "calendar")) found " + words + "."
    }
  }

  private var zones: [MarkdownText] {
    let withCalendar = book.people.filter(\.hasCalendar)
    let commonest = withCalendar.count { $0.zoneOrigin == .commonest }
    let assumed = withCalendar.count { $0.zoneOrigin == .assumed }
    var items: [MarkdownText] = []
    if commonest > 0 {
      items.append(
        "The time zone of \(Phrases.counted(commonest, "person", "people")) is the one most of their events name (a guess)."
      )
    }
    if assumed > 0 {
      items.append("Nothing gives the time zone of \(Phrases.counted(assumed, "person", "people")): read as UTC.")
    }
    return items
  }

  private var excluded: MarkdownText? {
    guard input.peopleExcluded > 0 else { return nil }
    let count = input.peopleExcluded
    return """
      \(Phrases.sentence(Phrases.counted(count, "person", "people"))) \(Phrases.agreeing(count, "is", "are")) excluded \
      by the people table and in no number of this report.
      """
  }

  private var warnings: MarkdownText? {
    input.warnings == 0
      ? nil
      : "The run gave \(Phrases.counted(input.warnings, "warning")); `adjourn check` lists \(Phrases.agreeing(input.warnings, "it", "them"))."
  }
}
