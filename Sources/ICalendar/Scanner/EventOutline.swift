/// Where a VEVENT stands in the stream, and the few lines that tell whether it can touch the window.
struct EventOutline {
  let line: Int
  let start: Int
  var end = 0
  var uid: LineWalker.Line?
  var dtstart: LineWalker.Line?
  var dtend: LineWalker.Line?
  var sequence: LineWalker.Line?
  var lastModified: LineWalker.Line?
  var stamp: LineWalker.Line?
  /// It recurs, overrides, has a DURATION, or a key property twice: only the decoder can tell.
  var needsDecoding = false
  /// Why it cannot be used although its lines could be walked.
  var failure: Diagnostic?

  /// Takes note of one line at the level of the VEVENT.
  mutating func note(_ line: LineWalker.Line, in walker: LineWalker) {
    switch walker.base[line.start] & 0xDF {
    case UInt8(ascii: "D"):
      if walker.isNamed(line, "DTSTART") {
        keep(line, at: \.dtstart)
      } else if walker.isNamed(line, "DTEND") {
        keep(line, at: \.dtend)
      } else if walker.isNamed(line, "DTSTAMP") {
        stamp = stamp ?? line
      } else if walker.isNamed(line, "DURATION") {
        needsDecoding = true
      }
    case UInt8(ascii: "U"): if walker.isNamed(line, "UID") { keep(line, at: \.uid) }
    case UInt8(ascii: "R"):
      if walker.isNamed(line, "RRULE") || walker.isNamed(line, "RDATE") || walker.isNamed(line, "RECURRENCE-ID") {
        needsDecoding = true
      }
    case UInt8(ascii: "S"): if walker.isNamed(line, "SEQUENCE") { sequence = sequence ?? line }
    case UInt8(ascii: "L"): if walker.isNamed(line, "LAST-MODIFIED") { lastModified = lastModified ?? line }
    default: break
    }
    if line.end - line.start > LineWalker.longestLine { needsDecoding = true }
  }

  private mutating func keep(_ line: LineWalker.Line, at path: WritableKeyPath<EventOutline, LineWalker.Line?>) {
    if self[keyPath: path] != nil { needsDecoding = true } else { self[keyPath: path] = line }
  }

  /// What is left of the event when it provably cannot touch the days given; nil when it may, or when that is not certain.
  func distant(from window: Range<CivilDay>, in walker: LineWalker) -> DistantEvent? {
    guard !needsDecoding, failure == nil, let uid, let dtstart,
      let start = value(of: dtstart, in: walker).flatMap({ DateValue($0.value) })
    else { return nil }
    var last = start.day
    if let dtend {
      guard let end = value(of: dtend, in: walker).flatMap({ DateValue($0.value) }),
        (end.form == .date) == (start.form == .date)
      else { return nil }
      last = max(last, end.day)
    }
    guard start.day >= window.upperBound || last < window.lowerBound else { return nil }
    let name = value(of: uid, in: walker)?.text ?? ""
    guard !name.isEmpty else { return nil }
    func moment(_ line: LineWalker.Line?) -> Instant? {
      line.flatMap { value(of: $0, in: walker) }.flatMap { DateValue($0.value) }.map { Instant($0.wall.seconds) }
    }
    return DistantEvent(
      uid: EventIdentity.hash(name.utf8), series: EventIdentity.hash(EventIdentity.seriesKey(name).utf8),
      recurrenceID: nil,
      sequence: sequence.flatMap { value(of: $0, in: walker) }.flatMap { Ascii.number($0.value) } ?? 0,
      lastModified: moment(lastModified), stamp: moment(stamp), startDay: start.day, isMaster: false)
  }

  private func value(of line: LineWalker.Line, in walker: LineWalker) -> ContentLine? {
    ContentLine(walker.unfolded(line), number: line.number)
  }
}
