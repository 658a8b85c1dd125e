import ICalendar

/// Disjoint stretches of time in ascending order, none of them empty: a set of seconds.
struct Spans: Equatable {
  private(set) var pieces: [Span] = []

  init() {}

  /// The union of stretches in order of their starts; empty ones add nothing, touching ones become one.
  init(unionOf sorted: some Sequence<Span>) {
    for span in sorted where !span.isEmpty {
      if let last = pieces.indices.last, span.start <= pieces[last].end {
        pieces[last].end = max(pieces[last].end, span.end)
      } else {
        pieces.append(span)
      }
    }
  }

  /// What at least two of the stretches hold in common; they come in order of their starts.
  init(coveredTwiceBy sorted: some Sequence<Span>) {
    var reach: Instant?
    var twice: [Span] = []
    for span in sorted where !span.isEmpty {
      // Whatever began earlier covers everything up to `reach` once: only the overlap with it is covered twice.
      if let reach, span.start < reach { twice.append(Span(start: span.start, end: min(span.end, reach))) }
      reach = max(reach ?? span.end, span.end)
    }
    self.init(unionOf: twice)
  }

  /// The stretches that both sets hold.
  func intersection(_ other: Spans) -> Spans {
    var result = Spans()
    var (i, j) = (0, 0)
    while i < pieces.count, j < other.pieces.count {
      let common = pieces[i].clipped(to: other.pieces[j])
      if !common.isEmpty { result.pieces.append(common) }
      if pieces[i].end < other.pieces[j].end { i += 1 } else { j += 1 }
    }
    return result
  }

  /// The seconds of a stretch that are in the set.
  func seconds(in span: Span) -> Int64 {
    var sum: Int64 = 0
    var index = firstPiece(endingAfter: span.start)
    while index < pieces.count, pieces[index].start < span.end {
      sum += pieces[index].clipped(to: span).duration
      index += 1
    }
    return sum
  }

  /// The parts of a stretch that are not in the set.
  func gaps(in span: Span) -> [Span] {
    var result: [Span] = []
    forEachGap(in: span, between: pieces[firstPiece(endingAfter: span.start)...]) { result.append($0) }
    return result
  }

  private func firstPiece(endingAfter moment: Instant) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Calls `body` with each part of a stretch that none of the others covers; they come in order of their starts and are not
/// empty.
@inline(__always)
func forEachGap(in span: Span, between covering: some Sequence<Span>, _ body: (Span) -> Void) {
  var cursor = span.start
  for cover in covering {
    if cover.start >= span.end { break }
    if cover.start > cursor { body(Span(start: cursor, end: cover.start)) }
    cursor = max(cursor, cover.end)
  }
  if cursor < span.end { body(Span(start: cursor, end: span.end)) }
}
