import Glibc

/// Walks the logical lines of a stream in place: one `memchr` a physical line, nothing copied.
///
/// Lines end in CR LF or LF; a line that begins with a blank or a tab continues the one before (RFC 5545 §3.1).
struct LineWalker {
  /// A logical line in the stream, its folds still inside.
  struct Line {
    let start: Int
    /// Behind the last byte, line end left out.
    let end: Int
    /// Number of its first physical line.
    let number: Int
    let isFolded: Bool
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
    while offset < end, base[offset] == 32 || base[offset] == 9 {
      isFolded = true
      contentEnd = endOfPhysicalLine()
    }
    return Line(start: start, end: contentEnd, number: first, isFolded: isFolded)
  }

  private mutating func endOfPhysicalLine() -> Int {
    number += 1
    guard let newline = memchr(base + offset, 10, end - offset) else {
      offset = end
      return offset
    }
    let position = UnsafeRawPointer(newline) - UnsafeRawPointer(base)
    offset = position + 1
    return position > 0 && base[position - 1] == 13 ? position - 1 : position
  }

  /// The bytes of a line, unfolded.
  func unfolded(_ line: Line) -> [UInt8] {
    let raw = UnsafeBufferPointer(start: base + line.start, count: max(0, line.end - line.start))
    guard line.isFolded else { return Array(raw) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var position = 0
    while position < raw.count {
      let byte = raw[position]
      if byte == 10 {
        position += 2
      } else if byte == 13, position + 1 < raw.count, raw[position + 1] == 10 {
        position += 3
      } else {
        bytes.append(byte)
        position += 1
      }
    }
    return bytes
  }

  /// Whether a line's name is this one, in any case.
  func isNamed(_ line: Line, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    guard line.end - line.start > count else { return false }
    let behind = base[line.start + count]
    guard behind == UInt8(ascii: ":") || behind == UInt8(ascii: ";") else { return false }
    let text = name.utf8Start
    for index in 0..<count where base[line.start + index] & 0xDF != text[index] & 0xDF { return false }
    return true
  }

  /// The component that a BEGIN or END line names, in upper case; nil for any other line.
  func component(_ line: Line, _ keyword: StaticString) -> String? {
    guard isNamed(line, keyword), let content = ContentLine(unfolded(line), number: line.number) else { return nil }
    return content.plainValue.uppercased()
  }
}
