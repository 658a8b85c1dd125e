/// Reads compiled zone data: TZif, version 2 or later (RFC 9636).
enum ZoneFile {
  /// The zone in a file's bytes, or nil when they are not a TZif file of version 2 or later.
  static func zone(named name: String, from bytes: [UInt8]) -> Zone? {
    guard let first = Header(bytes, at: 0), first.version >= 2 else { return nil }
    // The first block repeats the data in 32 bits for old readers; the second holds it in 64.
    guard let header = Header(bytes, at: Header.size + first.dataSize(timeSize: 4)) else { return nil }
    let start = header.offset + Header.size
    let typeStart = start + header.timeCount * 8
    let recordStart = typeStart + header.timeCount
    guard header.typeCount > 0, bytes.count >= start + header.dataSize(timeSize: 8) else { return nil }

    func offset(ofType type: Int) -> Int32 { Int32(truncatingIfNeeded: integer(bytes, recordStart + type * 6, 4)) }
    var transitions: [Int64] = []
    var offsets = [offset(ofType: 0)]
    for index in 0..<header.timeCount {
      let type = Int(bytes[typeStart + index])
      guard type < header.typeCount else { return nil }
      transitions.append(integer(bytes, start + index * 8, 8))
      offsets.append(offset(ofType: type))
    }
    let footer = bytes[(start + header.dataSize(timeSize: 8))...].dropFirst().prefix { $0 != 10 }
    return Zone(
      name: name, transitions: transitions, offsets: offsets, footer: PosixZone.rule(from: Array(footer)))
  }

  private struct Header {
    static let size = 44
    let offset: Int
    let version: Int
    let isUTCount: Int, isStandardCount: Int, leapCount: Int, timeCount: Int, typeCount: Int, textCount: Int

    init?(_ bytes: [UInt8], at offset: Int) {
      guard bytes.count >= offset + Header.size, Array(bytes[offset..<offset + 4]) == Array("TZif".utf8) else {
        return nil
      }
      self.offset = offset
      version = bytes[offset + 4] == 0 ? 1 : Int(bytes[offset + 4]) - 48
      let counts = (0..<6).map { Int(integer(bytes, offset + 20 + $0 * 4, 4)) }
      guard counts.allSatisfy({ $0 >= 0 && $0 < 1 << 20 }) else { return nil }
      isUTCount = counts[0]
      isStandardCount = counts[1]
      leapCount = counts[2]
      timeCount = counts[3]
      typeCount = counts[4]
      textCount = counts[5]
    }

    func dataSize(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + textCount + leapCount * (timeSize + 4) + isStandardCount
        + isUTCount
    }
  }

  /// A signed big-endian integer of 4 or 8 bytes.
  private static func integer(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> Int64 {
    let value = bytes[offset..<offset + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}

/// Reads POSIX TZ strings such as `CET-1CEST,M3.5.0,M10.5.0/3`, the footer of TZif files (RFC 9636 §3.3.1).
enum PosixZone {
  /// The rule, or nil for an empty or unreadable one.
  static func rule(from text: [UInt8]) -> YearlyRule? {
    var cursor = Cursor(text: text)
    guard cursor.skipName(), let west = cursor.time() else { return nil }
    let standard = Int32(-west)
    guard !cursor.isAtEnd else { return YearlyRule(standard: standard, daylight: standard, changes: nil) }
    guard cursor.skipName() else { return nil }
    var daylight = standard + 3600
    if !cursor.isAtEnd, cursor.peek != UInt8(ascii: ",") {
      guard let west = cursor.time() else { return nil }
      daylight = Int32(-west)
    }
    guard cursor.take(","), let start = cursor.change(), cursor.take(","), let end = cursor.change() else {
      return nil
    }
    return YearlyRule(standard: standard, daylight: daylight, changes: (start, end))
  }

  private struct Cursor {
    let text: [UInt8]
    var position = 0

    var isAtEnd: Bool { position >= text.count }
    var peek: UInt8? { position < text.count ? text[position] : nil }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard peek == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    /// `CET` or `<+0330>`.
    mutating func skipName() -> Bool {
      let start = position
      if take("<") {
        while let byte = peek, byte != UInt8(ascii: ">") {
          _ = byte
          position += 1
        }
        return take(">")
      }
      while let byte = peek, (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") { position += 1 }
      return position > start
    }

    mutating func number() -> Int? {
      let start = position
      var value = 0
      while let byte = peek, byte >= 48, byte <= 57, position - start < 4 {
        value = value * 10 + Int(byte - 48)
        position += 1
      }
      return position > start ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time() -> Int64? {
      let sign: Int64 = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = number() else { return nil }
      var seconds = Int64(hours) * 3600
      if take(":") { seconds += Int64(number() ?? 0) * 60 }
      if take(":") { seconds += Int64(number() ?? 0) }
      return sign * seconds
    }

    /// `Mm.w.d`, `Jn` or `n`, and `/time` where the change is not at 02:00.
    mutating func change() -> YearlyRule.Change? {
      let date: YearlyRule.Change.Date
      if take("M") {
        guard let month = number(), take("."), let week = number(), take("."), let day = number(),
          (1...12).contains(month), (1...5).contains(week), day < 7
        else { return nil }
        date = .weekday(month: month, week: week, day: day)
      } else if take("J") {
        guard let day = number() else { return nil }
        date = .julian(day)
      } else {
        guard let day = number() else { return nil }
        date = .dayOfYear(day)
      }
      return YearlyRule.Change(date: date, second: take("/") ? time() ?? 7200 : 7200)
    }
  }
}
