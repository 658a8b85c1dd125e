import Glibc

/// Walks the logical lines of a stream in place: one `memchr` a physical line, nothing copied.
///
/// Lines end in CR LF or LF; a line that begins with a blank or a tab continues the one before (RFC 5545 §3.1), also where
/// empty lines stand between them, as in text whose line ends were doubled on the way.
struct LineWalker {
  /// A logical line in the stream, its folds still inside.
  struct Line {
    let start: Int
    /// Behind the last byte, line end left out.
    let end: Int
    /// Number of its first physical line.
    let number: Int
    let isFolded: Bool

    var isTooLong: Bool { end - start > LineWalker.longestLine }
  }

  static let longestLine = 1 << 20

  let base: UnsafePointer<UInt8>
  let end: Int
  private(set) var offset: Int
  private(set) var number: Int

  init(_ base: UnsafePointer<UInt8>, from offset: Int, to end: Int, firstLine: Int = 1) {
    self.base = base
    self.offset = offset
    self.end = end
    number = firstLine
  }

  mutating func next() -> Line? {
    guard offset < end else { return nil }
    let start = offset
    let first = number
    var isFolded = false
    var contentEnd = endOfPhysicalLine()
    while offset < end, base[offset] == 32 || base[offset] == 9 || (contentEnd > start && isFoldBehindEmptyLines()) {
      isFolded = true
      contentEnd = endOfPhysicalLine()
    }
    return Line(start: start, end: contentEnd, number: first, isFolded: isFolded)
  }

  /// Whether empty lines stand here with a fold behind them; then they are passed over.
  private mutating func isFoldBehindEmptyLines() -> Bool {
    guard base[offset] == 10 || base[offset] == 13 else { return false }
    var (position, lines) = (offset, 0)
    while position < end, base[position] == 10 || base[position] == 13 {
      if base[position] == 10 { lines += 1 }
      position += 1
    }
    guard position < end, base[position] == 32 || base[position] == 9 else { return false }
    offset = position
    number += lines
    return true
  }

  private mutating func endOfPhysicalLine() -> Int {
    number += 1
    guard let newline = memchr(base + offset, 10, end - offset) else {
      offset = end
      return offset
    }
    let position = UnsafeRawPointer(newline) - UnsafeRawPointer(base)
    let start = offset
    offset = position + 1
    return position > start && base[position - 1] == 13 ? position - 1 : position
  }

  /// The physical line on which a zero byte stands, if any does.
  func lineOfFirstZeroByte() -> Int? {
    guard let zero = memchr(base, 0, end) else { return nil }
    let position = UnsafeRawPointer(zero) - UnsafeRawPointer(base)
    return UnsafeBufferPointer(start: base, count: position).reduce(into: 1) { if $1 == 10 { $0 += 1 } }
  }

  // MARK: Lines in place

  /// A line without what may stand before a VCALENDAR: a byte order mark, also where files were joined, and blanks.
  func withoutMark(_ line: Line) -> Line {
    var start = line.start
    while start < line.end, base[start] == 32 || base[start] == 9 || base[start] == 0xEF {
      if base[start] == 0xEF {
        guard start + 2 < line.end, base[start + 1] == 0xBB, base[start + 2] == 0xBF else { break }
        start += 3
      } else {
        start += 1
      }
    }
    return Line(start: start, end: line.end, number: line.number, isFolded: line.isFolded)
  }

  /// The bytes of a line, unfolded, nothing copied.
  func bytes(of line: Line) -> UnfoldedBytes { UnfoldedBytes(base, from: line.start, to: line.end) }

  /// The bytes of a line, unfolded.
  func unfolded(_ line: Line) -> [UInt8] {
    guard line.isFolded else {
      return Array(UnsafeBufferPointer(start: base + line.start, count: line.end - line.start))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.end - line.start)
    for byte in self.bytes(of: line) { bytes.append(byte) }
    return bytes
  }

  /// A line cut into name, parameters and value; nil when no colon ends them.
  func content(of line: Line) -> ContentLine? { ContentLine(unfolded(line), number: line.number) }

  /// Whether a line's name is this one, in any case.
  func isNamed(_ line: Line, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard line.end - line.start > count else { return false }
    let text = name.utf8Start
    for index in 0..<count where base[line.start + index] & 0xDF != text[index] & 0xDF {
      // A fold may stand inside a name.
      let isFold = base[line.start + index] == 13 || base[line.start + index] == 10
      return isFold && isNamedAcrossFolds(line, name)
    }
    let behind = base[line.start + count]
    if behind == UInt8(ascii: ":") || behind == UInt8(ascii: ";") { return true }
    return (behind == 13 || behind == 10) && isNamedAcrossFolds(line, name)
  }

  private func isNamedAcrossFolds(_ line: Line, _ name: StaticString) -> Bool {
    var bytes = bytes(of: line)
    for index in 0..<name.utf8CodeUnitCount {
      guard let byte = bytes.next(), byte & 0xDF == name.utf8Start[index] & 0xDF else { return false }
    }
    let behind = bytes.next()
    return behind == UInt8(ascii: ":") || behind == UInt8(ascii: ";")
  }

  /// Whether a line is exactly this one, as nearly all programs write BEGIN and END lines: in capitals, nothing more.
  func isExactly(_ line: Line, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return line.end - line.start == count && memcmp(base + line.start, text.utf8Start, count) == 0
  }

  /// The component that a BEGIN or END line names, in upper case; nil for any other line.
  func component(_ line: Line, _ keyword: StaticString) -> String? {
    guard isNamed(line, keyword), line.end - line.start <= 256 else { return nil }
    return content(of: line)?.plainValue.uppercased()
  }

  /// The bytes of a line's value; nil when no colon ends the name and its parameters.
  func value(of line: Line) -> UnfoldedBytes? {
    guard let colon = colon(of: line) else { return nil }
    return UnfoldedBytes(base, from: colon + 1, to: line.end)
  }

  /// Where the colon stands that ends the name and its parameters; folds hold none, so the bytes are walked as they are.
  private func colon(of line: Line) -> Int? {
    guard let first = position(of: UInt8(ascii: ":"), from: line.start, to: line.end) else { return nil }
    guard var quote = position(of: UInt8(ascii: "\""), from: line.start, to: first) else { return first }
    // Quoted colons are none.
    while let closing = position(of: UInt8(ascii: "\""), from: quote + 1, to: line.end),
      let colon = position(of: UInt8(ascii: ":"), from: closing + 1, to: line.end)
    {
      guard let next = position(of: UInt8(ascii: "\""), from: closing + 1, to: colon) else { return colon }
      quote = next
    }
    return nil
  }

  private func position(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The bytes of a line from the value of a parameter on, an opening quote left out; nil when it has no such parameter.
  func parameter(_ name: StaticString, of line: Line) -> UnfoldedBytes? { parameterText(name, of: line)?.bytes }

  /// The same, and whether there was a quote.
  private func parameterText(_ name: StaticString, of line: Line) -> (bytes: UnfoldedBytes, isQuoted: Bool)? {
    guard let end = colon(of: line) else { return nil }
    var position = line.start
    var isQuoted = false
    while position < end {
      let byte = base[position]
      position += 1
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ";"), !isQuoted,
        let value = Self.value(behind: name, in: UnfoldedBytes(base, from: position, to: line.end))
      {
        return value
      }
    }
    return nil
  }

  /// The date or date-time of a line's value; nil when it cannot be read.
  func date(of line: Line) -> DateValue? {
    value(of: line).flatMap { DateValue($0) } ?? content(of: line).flatMap { DateValue($0.value) }
  }

  /// A digest of the TZID as written; nil when the line has none.
  func zoneKey(of line: Line) -> UInt64? {
    guard let (written, isQuoted) = parameterText("TZID", of: line) else { return nil }
    var digest = EventIdentity.Digest()
    // The colon of an Exchange display name without quotes, `(UTC-08:00) Pacific Time`, does not end it.
    var isDisplayOffset = !isQuoted && written.first { _ in true } == UInt8(ascii: "(")
    for byte in written {
      if byte == UInt8(ascii: ")") { isDisplayOffset = false }
      let isEnd = byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
      if byte == UInt8(ascii: "\"") || (isEnd && !isQuoted && !isDisplayOffset) { break }
      digest.add(byte)
    }
    return digest.value
  }

  /// The value of type TEXT where it stands in one piece, without escapes and in UTF-8, as most do; nil otherwise.
  func plainText(of line: Line) -> String? {
    guard !line.isFolded, let rest = value(of: line)?.inPlace else { return nil }
    let bytes = UnsafeBufferPointer(rebasing: rest[...])
    if let base = bytes.baseAddress, memchr(base, Int32(UInt8(ascii: "\\")), bytes.count) != nil { return nil }
    guard let first = bytes.first, let last = bytes.last else { return "" }
    if Ascii.isBlank(first) || Ascii.isBlank(last) { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(behind name: StaticString, in bytes: UnfoldedBytes) -> (
    bytes: UnfoldedBytes, isQuoted: Bool
  )? {
    var rest = bytes
    for index in 0..<name.utf8CodeUnitCount {
      guard let byte = rest.next(), byte & 0xDF == name.utf8Start[index] & 0xDF else { return nil }
    }
    guard rest.next() == UInt8(ascii: "=") else { return nil }
    var unquoted = rest
    return unquoted.next() == UInt8(ascii: "\"") ? (unquoted, true) : (rest, false)
  }
}

/// The bytes of a logical line one by one, its folds left out.
struct UnfoldedBytes: Sequence, IteratorProtocol {
  private let base: UnsafePointer<UInt8>
  private var position: Int
  private let end: Int

  init(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    self.base = base
    position = start
    self.end = end
  }

  /// What is left, its folds still inside.
  var inPlace: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + position, count: end - position) }

  @inline(__always)
  mutating func next() -> UInt8? {
    while position < end {
      let byte = base[position]
      position += 1
      if byte == 10 {
        // Empty lines and the blank or tab behind them belong to the fold.
        while position < end, base[position] == 10 || base[position] == 13 { position += 1 }
        position += 1
      } else if byte == 13, position < end, base[position] == 10 || base[position] == 13 {
        continue
      } else {
        return byte
      }
    }
    return nil
  }
}
