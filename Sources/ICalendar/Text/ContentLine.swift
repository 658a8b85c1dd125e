/// One content line, unfolded: `NAME;PARAM=value;PARAM="quoted":value` (RFC 5545 §3.1).
///
/// Holds bytes, not text: names are compared without case, values are decoded only where somebody asks.
struct ContentLine {
  /// Number of the physical line it begins on, from 1.
  let number: Int
  private let bytes: [UInt8]
  private let nameEnd: Int
  private let parameters: [(name: Range<Int>, value: Range<Int>)]
  private let valueStart: Int

  /// A line cut into name, parameters and value; nil when no colon ends the name (as broken folding leaves behind).
  ///
  /// A quote that is never closed is taken for a letter. So is the colon of an Exchange display name without quotes,
  /// `TZID=(UTC-08:00) Pacific Time (US & Canada)`.
  init?(_ bytes: [UInt8], number: Int) {
    guard
      let nameEnd = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }), nameEnd > 0,
      let cut = Self.parameters(in: bytes, from: nameEnd, quotesCount: true)
        ?? Self.parameters(in: bytes, from: nameEnd, quotesCount: false)
    else { return nil }
    self.bytes = bytes
    self.nameEnd = nameEnd
    self.parameters = cut.parameters
    self.number = number
    valueStart = cut.colon + 1
  }

  private static func parameters(
    in bytes: [UInt8], from nameEnd: Int, quotesCount: Bool
  ) -> (parameters: [(name: Range<Int>, value: Range<Int>)], colon: Int)? {
    var parameters: [(name: Range<Int>, value: Range<Int>)] = []
    var position = nameEnd
    while position < bytes.count, bytes[position] == UInt8(ascii: ";") {
      let start = position + 1
      var isQuoted = false
      var isDisplayOffset = false
      var equals: Int?
      position = start
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\""), quotesCount { isQuoted.toggle() }
        if !isQuoted, byte == UInt8(ascii: ";") || (byte == UInt8(ascii: ":") && !isDisplayOffset) { break }
        if byte == UInt8(ascii: ")") { isDisplayOffset = false }
        if equals == nil, byte == UInt8(ascii: "=") {
          equals = position
          isDisplayOffset =
            position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "(")
            && Ascii.equal(bytes[start..<position], "TZID")
        }
        position += 1
      }
      if let equals { parameters.append((start..<equals, equals + 1..<position)) }
    }
    return position < bytes.count ? (parameters, position) : nil
  }

  /// The property's name in upper case.
  var name: String { String(decoding: bytes[..<nameEnd].map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }, as: UTF8.self) }

  /// The value as it stands, blanks at both ends left out.
  var value: ArraySlice<UInt8> { Ascii.trimmed(bytes[valueStart...]) }

  /// The value as plain text without unescaping, for values that are no TEXT.
  var plainValue: String { TextValue.decode(value) }

  /// The value of type TEXT (RFC 5545 §3.3.11), unescaped.
  var text: String { TextValue.unescape(value) }

  /// The value of a parameter, without quotes; nil when it is not given.
  func parameter(_ name: String) -> String? {
    guard let found = parameters.first(where: { Ascii.equal(bytes[$0.name], name) }) else { return nil }
    return TextValue.decode(bytes[found.value].filter { $0 != UInt8(ascii: "\"") }[...])
  }

  /// Whether a parameter has a value, compared without case.
  func parameter(_ name: String, is value: String) -> Bool {
    guard let found = parameters.first(where: { Ascii.equal(bytes[$0.name], name) }) else { return false }
    return Ascii.equal(bytes[found.value].filter { $0 != UInt8(ascii: "\"") }, value)
  }
}

/// Comparisons of bytes that fold the case of ASCII letters only, as RFC 5545 §1.3 (case-insensitive names) asks.
enum Ascii {
  static func equal(_ bytes: some Collection<UInt8>, _ text: String) -> Bool {
    let other = text.utf8
    guard bytes.count == other.count else { return false }
    return zip(bytes, other).allSatisfy { fold($0) == fold($1) }
  }

  @inline(__always) static func fold(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }

  /// Without blanks, tabs and carriage returns at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let first = slice.first, isBlank(first) { slice = slice.dropFirst() }
    while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
    return slice
  }

  /// A letter, a digit or a hyphen, of which names are made (RFC 5545 §3.1).
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (fold(byte) >= 97 && fold(byte) <= 122) || byte == UInt8(ascii: "-")
  }

  @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  /// An unsigned decimal number of digits only, at most `limit`.
  static func number(_ bytes: some Collection<UInt8>, atMost limit: Int = .max) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value <= limit ? value : nil
  }

  /// A number with an optional sign.
  static func signedNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
    switch bytes.first {
    case UInt8(ascii: "-"): number(bytes.dropFirst()).map { -$0 }
    case UInt8(ascii: "+"): number(bytes.dropFirst())
    default: number(bytes)
    }
  }
}

/// Text of a property: bytes that should be UTF-8 and sometimes are Windows-1252 or Latin-1.
enum TextValue {
  /// The text; bytes that are no UTF-8 are read as Windows-1252, which holds Latin-1.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map(windowsLatin)))
  }

  /// The text with `\n`, `\,`, `\;`, `\\` resolved (RFC 5545 §3.3.11).
  static func unescape(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return decode(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var escaped = false
    for byte in bytes {
      if escaped {
        result.append(byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N") ? 10 : byte)
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else {
        result.append(byte)
      }
    }
    return decode(result[...])
  }

  private static let windowsTable: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  private static func windowsLatin(_ byte: UInt8) -> Unicode.Scalar {
    guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windowsTable[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }
}
