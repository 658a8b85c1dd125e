import ICalendar
import MeetingAudit
import Meetings
import Metrics
import Reports

/// What `adjourn check` says, for programs.
enum CheckDocument {
  /// The whole account as one object.
  static func json(_ outcome: CheckOutcome) -> JSON {
    let book = outcome.book
    return .object([
      (
        "window",
        .object([("from", .string(book.window.lowerBound.isoText)), ("to", .string(book.window.upperBound.isoText))])
      ),
      (
        "files",
        .object([
          ("read", .number(outcome.input.filesRead)), ("refused", .number(outcome.input.filesRefused)),
          ("passed_over", .number(outcome.passedOver)),
        ])
      ),
      ("summary", summary(CheckSummary(outcome))),
      (
        "people",
        .object([
          ("known", .number(book.people.count)), ("with_calendar", .number(book.people.count(where: \.hasCalendar))),
          ("excluded", .number(outcome.input.peopleExcluded)),
          ("in_table", .number(book.people.count(where: \.isInRoster))),
          ("in_table_with_calendar", .number(book.people.count { $0.isInRoster && $0.hasCalendar })),
        ])
      ),
      ("recurring_events", .number(book.series.count)),
      ("occurrences", .number(book.occurrences.count)),
      ("calendars", .array(book.calendars.map { calendar($0, in: book) })),
      ("ledger", ledger(book.ledger)),
      ("diagnostics", .array(outcome.messages.map(message))),
    ])
  }

  private static func calendar(_ account: CalendarAccount, in book: MeetingBook) -> JSON {
    let reach = account.coverage.reach.map { reach in
      JSON.object([("first", .string(reach.lowerBound.isoText)), ("last", .string(reach.upperBound.isoText))])
    }
    let person = book[account.person]
    return .object([
      ("calendar", .string(account.name)), ("person", .string(person.address)),
      ("owner_found_by", .string(account.ownership.rawValue)), ("producer", .string(account.producer.rawValue)),
      ("time_zone", .string(person.zone.name)), ("holds_titles", .bool(account.contents.titles)),
      ("holds_attendees", .bool(account.contents.attendees)), ("holds_answers", .bool(account.contents.answers)),
      ("holds_descriptions", .bool(account.contents.descriptions)), ("holds_created", .bool(account.contents.created)),
      ("holds_last_modified", .bool(account.contents.modified)), ("reach", reach ?? .null),
      ("exported", account.coverage.exported.map { .string($0.isoText) } ?? .null),
      ("complete", .bool(account.isComplete)),
      ("doubts", .array(account.coverage.doubts.map { doubt($0, in: person.window) })),
      ("ledger", ledger(account.ledger)),
    ])
  }

  private static func doubt(_ doubt: Coverage.Doubt, in period: Range<CivilDay>) -> JSON {
    .object([
      ("code", .string(doubt.code)), ("date", doubt.date.map { .string($0.isoText) } ?? .null),
      ("text", .string(DoubtWording.advice(doubt, in: period))),
    ])
  }

  private static func summary(_ summary: CheckSummary) -> JSON {
    .object([
      ("fine", .number(summary.fine.count)), ("with_doubts", .number(summary.doubtful.count)),
      ("left_out", .number(summary.leftOut)), ("not_read", .number(summary.notRead)),
    ])
  }

  private static func ledger(_ ledger: Ledger) -> JSON {
    let buckets = Bucket.allCases.map { bucket in
      let entry = ledger[bucket]
      return (
        bucket.rawValue,
        JSON.object([
          ("events", .number(entry.events)), ("occurrences", .number(entry.occurrences)),
          ("hours", .decimal(hours(entry.seconds))),
        ])
      )
    }
    return .object([("read", .number(ledger.read)), ("buckets", .object(buckets))])
  }

  private static func message(_ message: InputMessage) -> JSON {
    .object([
      ("path", .string(message.path)), ("line", message.line > 0 ? .number(message.line) : .null),
      ("consequence", .string(message.consequence.rawValue)), ("code", .string(message.code)),
      ("text", .string(message.text)),
    ])
  }

  /// Seconds as hours with two decimals.
  static func hours(_ seconds: Int64) -> String {
    let hundredths = Fraction(seconds, 3600).rounded(decimals: 2)
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
