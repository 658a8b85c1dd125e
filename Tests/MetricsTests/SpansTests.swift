import ICalendar
import Testing

@testable import Metrics

@Suite("Spans")
struct SpansTests {
  private func span(_ start: Int64, _ end: Int64) -> Span { Span(start: Instant(start), end: Instant(end)) }

  @Test("a union joins what overlaps or touches and drops what has no length")
  func union() {
    let spans = Spans(unionOf: [span(0, 10), span(2, 4), span(5, 5), span(10, 12), span(20, 20), span(30, 31)])
    #expect(spans.pieces == [span(0, 12), span(30, 31)])
  }

  @Test("what is covered twice is found also under a long span and three deep")
  func twice() {
    // 0–100 holds 10–20 and 15–30; 90–110 overlaps its end.
    let spans = Spans(coveredTwiceBy: [span(0, 100), span(10, 20), span(15, 30), span(90, 110)])
    #expect(spans.pieces == [span(10, 30), span(90, 100)])
  }

  @Test("intersection, seconds and gaps agree with counting second by second")
  func naive() {
    let a = Spans(unionOf: [span(0, 5), span(8, 13), span(20, 21)])
    let b = Spans(unionOf: [span(3, 9), span(12, 20), span(20, 30)])
    let (inA, inB) = (seconds(a), seconds(b))
    #expect(seconds(a.intersection(b)) == inA.intersection(inB))
    for start in Int64(0)..<25 {
      for end in start..<26 {
        let window = Set(start..<end)
        #expect(a.seconds(in: span(start, end)) == Int64(inA.intersection(window).count))
        let gaps = a.gaps(in: span(start, end))
        #expect(Set(gaps.flatMap { $0.start.seconds..<$0.end.seconds }) == window.subtracting(inA))
        #expect(gaps.allSatisfy { !$0.isEmpty })
      }
    }
  }

  private func seconds(_ spans: Spans) -> Set<Int64> { Set(spans.pieces.flatMap { $0.start.seconds..<$0.end.seconds }) }
}
