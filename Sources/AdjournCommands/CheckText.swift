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

  /// The whole account: what is fine and what is not, each calendar, the ledger, every message.
  var text: String {
    let summary = CheckSummary(outcome)
    let parts =
      [totals(summary)] + section("Calendars with doubts", summary.doubtful)
      + section("Calendars that are fine", summary.fine)
      + [ledger, messages].filter { !$0.isEmpty }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  // MARK: Calendars

  private func section(_ title: String, _ accounts: [CalendarAccount]) -> [[String]] {
    accounts.isEmpty ? [] : [[heading("\(title): \(accounts.count)")]] + accounts.map(calendar)
  }

  private func calendar(_ account: CalendarAccount) -> [String] {
    let person = outcome.book[account.person]
    let name = person.name.isEmpty || person.name == person.address ? "" : "\(person.name), "
    let doubts = account.coverage.doubts.map { ("doubt", DoubtWording.advice($0, in: person.window)) }
    let entries = [
      ("owner", "\(name)\(person.address) (\(Self.words(account.ownership, of: person)))"),
      ("producer", account.producer.rawValue),
      ("zone", "\(person.zone.name) (\(Self.words(person.zoneOrigin)))"),
      ("says", ContentsWording.held(by: account)),
      ("leaves out", ContentsWording.lacking(in: account)),
      ("events", events(account.ledger)),
      ("reach", reach(account.coverage)),
    ]
    return [heading(account.name)] + (doubts + entries).flatMap(entry)
  }

  private func events(_ ledger: Ledger) -> String {
    let filled = Bucket.allCases.reversed().filter { ledger[$0].events > 0 }.map {
      "\(ledger[$0].events) \($0.rawValue)"
    }
    return "\(ledger.read) read" + (filled.isEmpty ? "" : ": " + filled.joined(separator: ", "))
  }

  private func reach(_ coverage: Coverage) -> String {
    let dates = coverage.reach.map { "\($0.lowerBound.isoText) to \($0.upperBound.isoText)" }
    let exported = coverage.exported.map { "; exported on \($0.isoText)" } ?? ""
    return (dates ?? "no event of a date of its own") + exported
  }

  /// How the owner was found; a guess is said to be one, so that somebody looks.
  private static func words(_ ownership: CalendarAccount.Ownership, of person: Person) -> String {
    let isGuess = ownership == .commonestAddress || (ownership == .fileName && !person.isInRoster)
    let way = ownership == .table ? "people table" : ownership.rawValue
    return "found by: \(way)" + (isGuess ? ", a guess" : "")
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

  private func totals(_ summary: CheckSummary) -> [String] {
    let book = outcome.book
    let input = outcome.input
    let withCalendar = book.people.count(where: \.hasCalendar)
    let window = "\(book.window.lowerBound.isoText) to \((book.window.upperBound + -1).isoText)"
    let roster = book.people.count(where: \.isInRoster)
    let covered = book.people.count { $0.isInRoster && $0.hasCalendar }
    return [heading("All together")]
      + [
        ("window", window),
        ("calendars", summary.inWords),
        ("files", "\(input.filesRead) read, \(input.filesRefused) refused, \(outcome.passedOver) passed over"),
        ("people", "\(withCalendar) of \(book.people.count) with a calendar; \(input.peopleExcluded) excluded"),
      ].flatMap(entry)
      + (roster == 0
        ? [] : entry("table", "\(Phrases.counted(roster, "person", "people")) in it, \(covered) with a calendar"))
      + [
        ("recurring", Phrases.counted(book.series.count, "recurring event") + ", whatever bucket they are in"),
        ("all dates", Phrases.counted(book.occurrences.count, "occurrence") + " of any event, each counted once"),
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
