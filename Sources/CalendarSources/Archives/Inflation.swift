/// One calendar, or an archive, that gzip packed: unpacked once from end to end before anything is believed.
struct Inflation {
  /// Bytes kept at the first pass: what pretends to be small does not cost more.
  private static let kept = 64 << 20

  enum Outcome: Equatable {
    case whole, truncated, damaged, tooLarge
    /// Somebody wants to stop.
    case stopped
  }

  /// What the unpacked bytes begin like.
  let kind: ContentKind
  let outcome: Outcome
  /// The unpacked bytes, where they may hold a calendar: all of them, or those before the missing end. Empty otherwise.
  let bytes: [UInt8]

  /// Unpacks.
  ///
  /// - Parameters:
  ///   - packed: What gzip wrote.
  ///   - budget: How many bytes may come out; less what did.
  ///   - goesOn: Answers false when somebody wants to stop.
  init(_ packed: PackedBytes, budget: inout Int, goesOn: () -> Bool) {
    var start = Self.unpack(packed, keeping: Self.kept, budget: &budget, goesOn)
    kind = start.bytes.withUnsafeBytes { ContentKind(of: $0) }
    outcome = start.outcome
    guard kind.mayHoldCalendar, outcome == .whole || outcome == .truncated else {
      bytes = []
      return
    }
    if start.count > start.bytes.count {
      // Binary data of this size is no calendar that somebody damaged.
      guard kind != .binary else {
        bytes = []
        return
      }
      var again = start.count
      start = Self.unpack(packed, keeping: start.count, budget: &again, goesOn)
    }
    bytes = start.bytes
  }

  private static func unpack(
    _ packed: PackedBytes, keeping most: Int, budget: inout Int, _ goesOn: () -> Bool
  ) -> (bytes: [UInt8], count: Int, outcome: Outcome) {
    var stream = GzipStream(packed)
    var bytes: [UInt8] = []
    var count = 0
    var most = most
    while true {
      guard goesOn() else { return (bytes, count, .stopped) }
      let piece = stream.next()
      if piece.isEmpty { break }
      guard piece.count <= budget else { return (bytes, count, .tooLarge) }
      budget -= piece.count
      count += piece.count
      guard bytes.count < most else { continue }
      let isHead = bytes.isEmpty
      bytes.append(contentsOf: piece.prefix(most - bytes.count))
      if isHead, !bytes.withUnsafeBytes({ ContentKind(of: $0) }).mayHoldCalendar { most = bytes.count }
    }
    switch stream.end {
    case .whole: return (bytes, count, .whole)
    case .truncated: return (bytes, count, .truncated)
    case .damaged, nil: return (bytes, count, .damaged)
    }
  }
}

extension Inflation {
  /// The bytes before a missing end, as far as the last whole line that does not close a VCALENDAR: so whoever reads them sees
  /// that the end is missing, even where the cut fell behind an END:VCALENDAR.
  static func withoutEnd(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    while true {
      let start = rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.startIndex
      let line = rest[start...].filter { $0 > 0x20 }.map { $0 & 0xDF }
      let isLast = rest.endIndex == bytes.endIndex
      guard isLast || line.isEmpty || line.elementsEqual("END:VCALENDAR".utf8.map { $0 & 0xDF }) else { return rest }
      guard start > rest.startIndex else { return [] }
      rest = rest[..<(start - 1)]
    }
  }
}
