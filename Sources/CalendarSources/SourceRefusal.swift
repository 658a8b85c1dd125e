/// Why something given as a calendar was not read.
public struct SourceRefusal: Error, Sendable, Hashable {
  /// The path as given or found.
  public let path: String
  /// What it is instead.
  public let reason: Reason

  /// A refusal.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What it is instead.
  public enum Reason: Sendable, Hashable {
    /// Nothing of that name.
    case missing
    /// The system would not open or read it; its own words.
    case unreadable(String)
    /// A link to nothing.
    case danglingLink
    /// A device, FIFO or socket.
    case notRegular
    /// No bytes.
    case empty
    /// More bytes than are read.
    case tooLarge
    /// Content of another kind.
    case foreign(ContentKind)
    /// One of our own drafts or reports.
    case ownDraft
    /// A folder inside folders beyond reason.
    case nestedTooDeep
    /// A folder without any calendar.
    case emptyFolder
  }
}

extension SourceRefusal.Reason {
  /// A stable word to search for.
  public var code: String {
    switch self {
    case .missing: "no-such-file"
    case .unreadable: "unreadable"
    case .danglingLink: "dangling-link"
    case .notRegular: "not-a-regular-file"
    case .empty: "empty"
    case .tooLarge: "too-large"
    case .foreign: "not-icalendar"
    case .ownDraft: "own-draft"
    case .nestedTooDeep: "nested-too-deep"
    case .emptyFolder: "empty-folder"
    }
  }

  /// One clause that says what it is.
  public var text: String {
    switch self {
    case .missing: "no such file or folder"
    case .unreadable(let words): "cannot be read: \(words)"
    case .danglingLink: "a link that leads nowhere"
    case .notRegular: "not a regular file"
    case .empty: "empty: no calendar in it"
    case .tooLarge: "too large: more than 1 GiB"
    case .foreign(let kind): kind.text
    case .ownDraft: "a draft or report that adjourn wrote, not an exported calendar"
    case .nestedTooDeep: "nested too deep: more than \(CalendarSources.deepestFolder) folders"
    case .emptyFolder: "no calendar in this folder"
    }
  }
}

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
    } else if head.count >= 262, head[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
    } else {
      self = Self.textKind(of: head)
    }
  }

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
    case .gzip: "gzip data; unpack it first"
    case .zip: "a ZIP archive; unpack it first"
    case .tar: "a tar archive; unpack it first"
    case .utf16: "UTF-16 text; save it as UTF-8"
    }
  }
}
