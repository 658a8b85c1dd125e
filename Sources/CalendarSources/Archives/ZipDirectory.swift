/// What the end of a ZIP archive says about it (APPNOTE 6.3.10 §4.3.14–16). libarchive takes an archive whose directory is cut for
/// a shorter one; the count tells.
enum ZipDirectory {
  private static let endSize = 22
  private static let longestComment = 0xFFFF

  /// How many members the archive says it has; nil when it has no end.
  static func memberCount(of bytes: PackedBytes) -> Int? {
    let start = max(0, bytes.count - endSize - longestComment)
    let tail = bytes.copy(start..<bytes.count)
    guard tail.count >= endSize else { return nil }
    for at in stride(from: tail.count - endSize, through: 0, by: -1) where begins(tail[at...], [0x50, 0x4B, 5, 6]) {
      guard at + endSize + Int(number(tail, at + 20, 2)) <= tail.count else { continue }
      let count = number(tail, at + 10, 2)
      return count == 0xFFFF ? longCount(in: bytes, endingAt: start + at) ?? Int(count) : Int(count)
    }
    return nil
  }

  /// The count of an archive with more than 65,534 members, from the ZIP64 record that the locator before the end points to.
  private static func longCount(in bytes: PackedBytes, endingAt end: Int) -> Int? {
    guard end >= 20 else { return nil }
    let locator = bytes.copy((end - 20)..<end)
    guard locator.count == 20, begins(locator[...], [0x50, 0x4B, 6, 7]),
      let place = Int(exactly: number(locator, 8, 8)), place <= end - 56
    else { return nil }
    let record = bytes.copy(place..<(place + 56))
    guard record.count == 56, begins(record[...], [0x50, 0x4B, 6, 6]) else { return nil }
    return Int(exactly: number(record, 32, 8))
  }

  private static func begins(_ bytes: ArraySlice<UInt8>, _ signature: [UInt8]) -> Bool { bytes.starts(with: signature) }

  private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> UInt64 {
    bytes[at..<(at + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
