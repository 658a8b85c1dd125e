import MeetingAudit
import Meetings
import Reports

/// Which calendars are fine, and which are not.
struct CheckSummary {
  /// Nothing speaks against these holding all of their owners' events in the period.
  let fine: [CalendarAccount]
  /// These may lack some.
  let doubtful: [CalendarAccount]
  /// Calendars of people whom the table excludes.
  let leftOut: Int
  /// Files that were given or found and could not be used as calendars.
  let notRead: Int

  init(_ outcome: CheckOutcome) {
    fine = outcome.book.calendars.filter(\.coverage.doubts.isEmpty)
    doubtful = outcome.book.calendars.filter { !$0.coverage.doubts.isEmpty }
    leftOut = outcome.input.filesRead - outcome.book.calendars.count
    notRead = outcome.input.filesRefused
  }

  /// `41 fine, 2 with doubts, 1 not read`.
  var inWords: String {
    "\(fine.count) fine, \(doubtful.count) with doubts, "
      + (leftOut > 0 ? "\(leftOut) left out because their owners are excluded, " : "") + "\(notRead) not read"
  }
}
