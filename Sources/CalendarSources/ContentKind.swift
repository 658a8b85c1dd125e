/// What bytes look like, whatever the file is called.
public enum ContentKind: Sendable, Hashable {
  /// Starts a VCALENDAR.
  case calendar
  /// Text without a VCALENDAR at its beginning; a calendar may still follow.
  case text
  /// No text.
  case binary
  /// HTML, as servers answer when a link has expired.
  case html
  /// JSON.
  case json
  /// Contacts.
  case vCard
  /// PDF.
  case pdf
  /// Packed by gzip.
  case gzip
  /// A ZIP archive; also what spreadsheets are.
  case zip
  /// A tar archive.
  case tar
  /// Text of two bytes a character.
  case utf16

  /// Tells the kind from the first bytes.
  public init(of bytes: UnsafeRawBufferPointer) {
    let head = Array(bytes.prefix(1024))
    func begins(_ prefix: [UInt8]) -> Bool { head.starts(with: prefix) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) || begins([0x42, 0x00, 0x45]) || begins([0x00, 0x42, 0x00]) {
      self = .utf16
    } else if TarHeader.isValid(head) {
      self = .tar
    } else {
      self = Self.textKind(of: head)
    }
  }

  /// Whether other content is packed in it.
  var isPacked: Bool { self == .gzip || self == .zip || self == .tar }

  /// Whether it is worth looking for a VCALENDAR in it.
  var mayHoldCalendar: Bool { self == .calendar || self == .text || self == .binary }

  private static func textKind(of head: [UInt8]) -> ContentKind {
    let text = head.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF || $0 <= 32 && $0 != 0 }
    let upper = text.prefix(64).map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }
    func begins(_ prefix: String) -> Bool { upper.starts(with: prefix.utf8) }
    if begins("BEGIN:VCALENDAR") { return .calendar }
    if begins("BEGIN:VCARD") { return .vCard }
    if begins("%PDF") { return .pdf }
    if begins("<!DOCTYPE") || begins("<HTML") || begins("<?XML") || begins("<HEAD") || begins("<BODY") { return .html }
    if begins("{") || begins("[") { return .json }
    return head.contains(0) ? .binary : .text
  }

  /// What to say about a file of this kind that was given as a calendar.
  var text: String {
    switch self {
    case .calendar, .text: "not iCalendar: no VCALENDAR in it"
    case .binary: "not iCalendar: binary data"
    case .html: "not iCalendar: an HTML page (has the link expired, or asked for a sign-in?)"
    case .json: "not iCalendar: JSON"
    case .vCard: "not iCalendar: vCard contacts"
    case .pdf: "not iCalendar: PDF"
    case .gzip, .zip, .tar: "not iCalendar: \(noun)"
    case .utf16: "UTF-16 text; save it as UTF-8"
    }
  }

  /// What to call something that is packed.
  var noun: String {
    switch self {
    case .gzip: "gzip data"
    case .zip: "a ZIP archive"
    case .tar: "a tar archive"
    case .calendar, .text, .binary, .html, .json, .vCard, .pdf, .utf16: "data"
    }
  }
}

/// The block of 512 bytes that stands before every member of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format").
private enum TarHeader {
  /// Whether the bytes begin with such a block: by its magic word, or, in dialects without one, by its checksum.
  static func isValid(_ head: [UInt8]) -> Bool {
    if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) { return true }
    guard head.count >= 512, head[0] != 0 else { return false }
    let field = head[148..<156]
    let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    guard !digits.isEmpty, field.allSatisfy({ $0 == 0 || $0 == 0x20 || (0x30...0x37).contains($0) }) else {
      return false
    }
    let written = digits.reduce(0) { $0 * 8 + Int($1 & 7) }
    // The checksum's own field counts as blanks.
    let sum = head[..<512].reduce(0) { $0 + Int($1) } - field.reduce(0) { $0 + Int($1) } + 8 * 0x20
    return sum == written
  }
}
