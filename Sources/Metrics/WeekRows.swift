import ICalendar
import Meetings

/// The measures of one person week by week while they are being added up.
struct WeekRows {
  /// Every ISO week that touches the person's window, ascending.
  let weeks: [ISOWeek]
  var rows: [Measures]
  private let edges: [Instant]

  /// Rows of nothing for the weeks of a window on a person's clock.
  init(_ person: Person) {
    let window = person.window
    var weeks: [ISOWeek] = []
    var edges: [Instant] = [person.zone.midnight(of: window.lowerBound)]
    var day = window.lowerBound
    while day < window.upperBound {
      weeks.append(ISOWeek(holding: day))
      day = min(weeks[weeks.count - 1].monday + 7, window.upperBound)
      edges.append(person.zone.midnight(of: day))
    }
    self.weeks = weeks
    self.edges = edges
    rows = Array(repeating: Measures(), count: weeks.count)
  }

  /// The week that holds a moment of the window.
  func place(of moment: Instant) -> Int {
    var index = rows.count - 1
    while index > 0, edges[index] > moment { index -= 1 }
    return index
  }

  /// Calls `body` with the part of a span that lies in each week; a span without length is in the week of its start.
  @inline(__always)
  mutating func add(_ span: Span, _ body: (inout Measures, Span) -> Void) {
    guard !rows.isEmpty else { return }
    var index = place(of: span.start)
    repeat {
      body(&rows[index], span.clipped(to: Span(start: edges[index], end: edges[index + 1])))
      index += 1
    } while index < rows.count && edges[index] < span.end
  }

  /// Calls `body` with the seconds of a set in each week.
  @inline(__always)
  mutating func add(_ spans: Spans, _ body: (inout Measures, Int64) -> Void) {
    for piece in spans.pieces { add(piece) { body(&$0, $1.duration) } }
  }
}
