import CommandLineKit
import ICalendar
import MeetingAudit
import Meetings
import Metrics
import Reports

/// What `adjourn check` says, for reading on a terminal.
struct CheckText {
  private let outcome: CheckOutcome
  private let inColor: Bool

  init(_ outcome: CheckOutcome, inColor: Bool) {
    self.outcome = outcome
    self.inColor = inColor
  }

  /// The whole account: calendars, totals, messages.
  var text: String {
    let parts = outcome.book.calendars.map(calendar) + [totals, ledger] + [messages].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  // MARK: Calendars

  private func calendar(_ account: CalendarAccount) -> [String] {
    let person = outcome.book[account.person]
    let name = person.name.isEmpty || person.name == person.address ? "" : "\(person.name), "
    var entries = [
      ("owner", "\(name)\(person.address) (found by: \(account.ownership.rawValue))"),
      ("producer", account.producer.rawValue),
      ("zone", "\(person.zone.name) (\(Self.words(person.zoneOrigin)))"),
      ("holds", contents(account)),
      ("events", events(account.ledger)),
      ("reach", reach(account)),
    ]
    if !account.isComplete {
      entries.append(("damage", "not read whole: events may be missing; see the messages below"))
    }
    return [heading(account.name)] + entries.flatMap(entry)
  }

  private func contents(_ account: CalendarAccount) -> String {
    let parts = [
      (account.holdsAttendees, "attendees"), (account.holdsAnswers, "answers"),
      (account.holdsCreated, "creation times"),
    ]
    let held = parts.filter(\.0).map(\.1)
    let lacking = parts.filter { !$0.0 }.map(\.1)
    return (held.isEmpty ? "events only" : held.joined(separator: ", "))
      + (lacking.isEmpty ? "" : "; lacks " + lacking.joined(separator: ", "))
  }

  private func events(_ ledger: Ledger) -> String {
    let filled = Bucket.allCases.reversed().filter { ledger[$0].events > 0 }.map {
      "\(ledger[$0].events) \($0.rawValue)"
    }
    return "\(ledger.read) read" + (filled.isEmpty ? "" : ": " + filled.joined(separator: ", "))
  }

  private func reach(_ account: CalendarAccount) -> String {
    guard let reach = account.reach else { return "no event of a date of its own" }
    let dates = "\(reach.lowerBound.isoText) to \(reach.upperBound.isoText)"
    let window = outcome.book.window
    if reach.upperBound < window.upperBound {
      return "\(dates); nothing after the window: was it exported before \(window.upperBound.isoText)?"
    }
    return dates
  }

  private static func words(_ origin: Person.ZoneOrigin) -> String {
    switch origin {
    case .roster: "from the people table"
    case .calendar: "the calendar names it"
    case .commonest: "the commonest in the calendar"
    case .assumed: "assumed: nothing names one"
    }
  }

  // MARK: Totals

  private var totals: [String] {
    let book = outcome.book
    let input = outcome.input
    let withCalendar = book.people.count(where: \.hasCalendar)
    let window = "\(book.window.lowerBound.isoText) to \((book.window.upperBound + -1).isoText)"
    return [heading("All together")]
      + [
        ("window", window),
        ("files", "\(input.filesRead) read, \(input.filesRefused) refused, \(outcome.passedOver) passed over"),
        ("people", "\(withCalendar) of \(book.people.count) with a calendar; \(input.peopleExcluded) excluded"),
        ("recurring", "\(book.series.count) recurring meetings"),
        ("meetings", "\(book.occurrences.count) occurrences, each counted once"),
      ].flatMap(entry)
  }

  private var ledger: [String] {
    let ledger = outcome.book.ledger
    let rows = Bucket.allCases.map { bucket in
      let entry = ledger[bucket]
      return Self.row(bucket.rawValue, "\(entry.events)", "\(entry.occurrences)", CheckDocument.hours(entry.seconds))
    }
    return [heading("Ledger"), Self.row("bucket", "events", "occurrences", "hours")] + rows
      + [Self.row("read", "\(ledger.read)", "", "")]
  }

  private static func row(_ cells: String...) -> String {
    let columns = zip(cells.dropFirst(), [10, 13, 14]).map { cell, width in
      String(repeating: " ", count: max(1, width - cell.count)) + cell
    }
    let line = "  " + cells[0] + String(repeating: " ", count: max(0, 22 - cells[0].count)) + columns.joined()
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  // MARK: Messages

  private var messages: [String] {
    guard !outcome.messages.isEmpty else { return [] }
    let lines = MessageLines(inColor: inColor)
    return [heading("Messages")] + outcome.messages.map(lines.line)
  }

  // MARK: Layout

  private func heading(_ text: String) -> String {
    TerminalText.styled(VisibleText.shown(text, breaks: .shown), .bold, inColor: inColor)
  }

  private func entry(_ name: String, _ value: String) -> [String] {
    let column = 13
    let shown = VisibleText.shown(value, breaks: .shown)
    return TerminalText.wrapped(shown, width: TerminalText.columns - column).enumerated().map { position, line in
      let label = position == 0 ? "  " + name : ""
      return label + String(repeating: " ", count: column - label.count) + line
    }
  }
}
