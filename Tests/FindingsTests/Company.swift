import ICalendar
import Meetings
import Metrics
import Policy
import TestBooks

@testable import Findings

/// A company of twelve people with calendars (`p1` … `p12`) and thirty in the roster without (`q1` … `q30`), audited over
/// the thirteen weeks from 1 July to 29 September 2026; nothing is held there unless a test says so.
struct Company {
  static let agenda = "Agenda: open questions of the week, then next steps. Notes: https://wiki.company.example/notes"

  var books = BookBuilder(from: "2026-07-01", to: "2026-09-30")
  var policy = Policy()

  init() {
    for number in 1...12 { books.person("p\(number)") }
    for number in 1...30 { books.person("q\(number)", hasCalendar: false) }
  }

  /// A series that nothing speaks against: weekly, twelve times, half an hour at the beginning of the day, four people who
  /// all accept, an agenda, a document, an end.
  mutating func series(
    _ key: String = "it", title: String = "Platform sync", every days: Int = 7, times: Int = 12,
    at start: String = "2026-07-06 09:00", minutes: Int64 = 30, with guests: [Guest] = ["p1", "p2", "p3", "p4"],
    cadence: Cadence? = nil, skipped: Int = 0, firstSeen: String? = nil, ends: String? = "2026-12-31",
    lastChanged: String? = nil, attendeesKnown: Bool = true, descriptionsKnown: Bool = true,
    titlesKnown: Bool = true, ruleKnown: Bool = true, description: String = Company.agenda, attachments: Int = 0,
    isPrivate: Bool = false
  ) {
    books.series(
      key, title: title, every: days, times: times, at: start, minutes: minutes, with: guests, cadence: cadence,
      skipped: skipped, firstSeen: firstSeen, ends: ends,
      lastChanged: lastChanged.map { BookTimes.instant($0, in: .utc) }, attendeesKnown: attendeesKnown,
      descriptionsKnown: descriptionsKnown, titlesKnown: titlesKnown, ruleKnown: ruleKnown, description: description,
      attachments: attachments, isPrivate: isPrivate)
  }

  func findings() -> AuditFindings {
    let book = books.book()
    return .judge(book, measures: .measure(book, policy: policy), policy: policy)
  }

  func finding(_ key: String = "it") -> SeriesFinding {
    let book = books.book()
    let id = book.series(key)
    return AuditFindings.judge(book, measures: .measure(book, policy: policy), policy: policy)
      .series.first { $0.measures.series == id }!
  }
}

extension Company {
  /// The finding about one series of an otherwise idle company.
  static func finding(_ arrange: (inout Company) -> Void) -> SeriesFinding {
    var company = Company()
    arrange(&company)
    return company.finding()
  }
}

/// `p1` … `pN`, all accepting.
func people(_ numbers: ClosedRange<Int>) -> [Guest] { numbers.map { Guest("p\($0)") } }

extension [Guest] {
  /// The same people, all with this answer.
  func answering(_ answer: Answer) -> [Guest] { map { $0.answering(answer) } }
  /// The same people, free to come.
  var optional: [Guest] { map(\.optional) }
}

extension SeriesFinding {
  var codes: [String] { signals.map(\.code) }
}
