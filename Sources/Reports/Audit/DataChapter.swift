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
    let producers = Dictionary(grouping: book.calendars, by: \.producer)
    writer.table(
      [
        .words("Source"), .number("Calendars"), .number("Say who takes part"), .number("Say what was answered"),
        .number("Say when created"), .number("Not read whole"),
      ],
      producers.keys.sorted { $0.rawValue < $1.rawValue }.map { producer in
        let calendars = producers[producer] ?? []
        return [
          "\(producer.rawValue)", "\(calendars.count)", "\(calendars.count(where: \.holdsAttendees))",
          "\(calendars.count(where: \.holdsAnswers))", "\(calendars.count(where: \.holdsCreated))",
          "\(calendars.count { !$0.isComplete })",
        ]
      })
    writer.list(ownership + zones + [excluded, warnings].compactMap(\.self))
  }

  /// How the owners of calendars were found, surest first.
  private var ownership: [MarkdownText] {
    let ways: [(CalendarAccount.Ownership, MarkdownText)] = [
      (.table, "by `people.csv`"), (.calendarName, "by the calendar's own name, an address"),
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
      by `people.csv` and in no number of this report.
      """
  }

  private var warnings: MarkdownText? {
    input.warnings == 0
      ? nil : "The run gave \(Phrases.counted(input.warnings, "warning")); `adjourn check` lists them."
  }
}
