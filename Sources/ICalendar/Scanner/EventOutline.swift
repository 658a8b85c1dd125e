/// Where a VEVENT stands in the stream, and the few lines that tell whether it can touch the window.
struct EventOutline {
  let line: Int
  let start: Int
  var end = 0
  private(set) var uid: LineWalker.Line?
  private(set) var dtstart: LineWalker.Line?
  private var dtend: LineWalker.Line?
  private var sequence: LineWalker.Line?
  private var lastModified: LineWalker.Line?
  private var stamp: LineWalker.Line?
  /// It recurs, overrides, has a DURATION, or a key property twice: only the decoder can tell.
  private var needsDecoding = false
  /// Why it cannot be used although its lines could be walked.
  var failure: Diagnostic.Issue?

  init(line: Int, start: Int) {
    self.line = line
    self.start = start
  }

  /// Takes note of one line at the level of the VEVENT.
  mutating func note(_ line: LineWalker.Line, in walker: LineWalker) {
    switch walker.base[line.start] & 0xDF {
    case UInt8(ascii: "D"):
      if walker.isNamed(line, "DTSTART") {
        keep(line, at: \.dtstart)
      } else if walker.isNamed(line, "DTEND") {
        keep(line, at: \.dtend)
      } else if walker.isNamed(line, "DTSTAMP") {
        keep(line, at: \.stamp)
      } else if walker.isNamed(line, "DURATION") {
        needsDecoding = true
      }
    case UInt8(ascii: "U"): if walker.isNamed(line, "UID") { keep(line, at: \.uid) }
    case UInt8(ascii: "R"):
      if walker.isNamed(line, "RRULE") || walker.isNamed(line, "RDATE") || walker.isNamed(line, "RECURRENCE-ID") {
        needsDecoding = true
      }
    case UInt8(ascii: "S"): if walker.isNamed(line, "SEQUENCE") { keep(line, at: \.sequence) }
    case UInt8(ascii: "L"): if walker.isNamed(line, "LAST-MODIFIED") { keep(line, at: \.lastModified) }
    default: break
    }
    if line.isTooLong { needsDecoding = true }
  }

  private mutating func keep(_ line: LineWalker.Line, at path: WritableKeyPath<EventOutline, LineWalker.Line?>) {
    if self[keyPath: path] != nil { needsDecoding = true } else { self[keyPath: path] = line }
  }

  /// What is left of the event when it provably cannot touch the days given; nil when it may, or when that is not certain.
  func distant(from window: Range<CivilDay>, in walker: LineWalker) -> DistantEvent? {
    guard !needsDecoding, failure == nil, let uid, let dtstart, let start = walker.date(of: dtstart) else { return nil }
    var last = start.day
    if let dtend {
      guard let end = walker.date(of: dtend), (end.form == .date) == (start.form == .date) else { return nil }
      last = max(last, end.day)
    }
    guard start.day >= window.upperBound || last < window.lowerBound,
      let keys = EventIdentity.keys(ofLine: uid, in: walker)
    else { return nil }
    func moment(_ line: LineWalker.Line?) -> Instant? {
      line.flatMap { walker.date(of: $0) }.map { Instant($0.wall.seconds) }
    }
    let version = sequence.flatMap { walker.content(of: $0) }.flatMap { Ascii.number($0.value) }
    return DistantEvent(
      uid: keys.uid, series: keys.series, recurrenceID: nil, sequence: version ?? 0,
      lastModified: moment(lastModified), stamp: moment(stamp), startDay: start.day, isMaster: false)
  }
}

extension EventIdentity {
  /// The digests of a UID line, of the UID and of its series; nil when it has none.
  fileprivate static func keys(
    ofLine line: LineWalker.Line, in walker: LineWalker
  ) -> (uid: UInt64, series: UInt64)? {
    guard let value = walker.value(of: line) else { return nil }
    var digest = Digest()
    var previous: UInt8 = 32
    var isPlain = true
    for byte in value {
      // Escapes, blanks, other alphabets and Google's suffix are left to the decoder's own reading.
      if byte <= 32 || byte >= 127 || byte == UInt8(ascii: "\\") { isPlain = false }
      if byte == UInt8(ascii: "R"), previous == UInt8(ascii: "_") { isPlain = false }
      digest.add(byte)
      previous = byte
    }
    if isPlain { return previous == 32 ? nil : (digest.value, digest.value) }
    guard let uid = walker.content(of: line)?.text, !uid.isEmpty else { return nil }
    return (hash(uid.utf8), hash(seriesKey(uid).utf8))
  }
}
