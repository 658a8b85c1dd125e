import Glibc

/// The properties of a VEVENT that are read; all others are passed over without being taken apart.
enum Property: String {
  case uid = "UID"
  case start = "DTSTART"
  case end = "DTEND"
  case duration = "DURATION"
  case stamp = "DTSTAMP"
  case lastModified = "LAST-MODIFIED"
  case created = "CREATED"
  case recurrenceID = "RECURRENCE-ID"
  case rule = "RRULE"
  case exclusionRule = "EXRULE"
  case addedDates = "RDATE"
  case excludedDates = "EXDATE"
  case sequence = "SEQUENCE"
  case status = "STATUS"
  case summary = "SUMMARY"
  case description = "DESCRIPTION"
  case organizer = "ORGANIZER"
  case attendee = "ATTENDEE"
  case transparency = "TRANSP"
  case classification = "CLASS"
  case attachment = "ATTACH"
  case busyStatus = "X-MICROSOFT-CDO-BUSYSTATUS"
  case begin = "BEGIN"
  case finish = "END"

  /// Those that say who, when and how often: without them the event would be another one.
  var isDecisive: Bool {
    switch self {
    case .uid, .start, .end, .duration, .rule, .addedDates, .excludedDates, .exclusionRule, .recurrenceID, .status: true
    default: false
    }
  }

  /// Those whose loss is said.
  var isDescribing: Bool {
    switch self {
    case .attendee, .organizer, .sequence, .lastModified: true
    default: false
    }
  }
}

extension LineWalker {
  /// The property of a line, told from its first letters; nil for one that is not read.
  func property(of line: Line) -> Property? {
    guard line.end > line.start else { return nil }
    if line.isFolded, memchr(base + line.start, 10, min(32, line.end - line.start)) != nil {
      // A fold inside the name, or right behind it.
      return Property(rawValue: name(of: line))
    }
    switch base[line.start] & 0xDF {
    case UInt8(ascii: "A"): return isNamed(line, "ATTENDEE") ? .attendee : isNamed(line, "ATTACH") ? .attachment : nil
    case UInt8(ascii: "B"): return isNamed(line, "BEGIN") ? .begin : nil
    case UInt8(ascii: "C"): return isNamed(line, "CLASS") ? .classification : isNamed(line, "CREATED") ? .created : nil
    case UInt8(ascii: "D"): return propertyInD(line)
    case UInt8(ascii: "E"): return propertyInE(line)
    case UInt8(ascii: "L"): return isNamed(line, "LAST-MODIFIED") ? .lastModified : nil
    case UInt8(ascii: "O"): return isNamed(line, "ORGANIZER") ? .organizer : nil
    case UInt8(ascii: "R"): return propertyInR(line)
    case UInt8(ascii: "S"): return propertyInS(line)
    case UInt8(ascii: "T"): return isNamed(line, "TRANSP") ? .transparency : nil
    case UInt8(ascii: "U"): return isNamed(line, "UID") ? .uid : nil
    case UInt8(ascii: "X"): return isNamed(line, "X-MICROSOFT-CDO-BUSYSTATUS") ? .busyStatus : nil
    default: return nil
    }
  }

  private func propertyInD(_ line: Line) -> Property? {
    if isNamed(line, "DESCRIPTION") { return .description }
    if isNamed(line, "DTSTART") { return .start }
    if isNamed(line, "DTEND") { return .end }
    if isNamed(line, "DTSTAMP") { return .stamp }
    return isNamed(line, "DURATION") ? .duration : nil
  }

  private func propertyInE(_ line: Line) -> Property? {
    if isNamed(line, "EXDATE") { return .excludedDates }
    if isNamed(line, "EXRULE") { return .exclusionRule }
    return isNamed(line, "END") ? .finish : nil
  }

  private func propertyInR(_ line: Line) -> Property? {
    if isNamed(line, "RRULE") { return .rule }
    if isNamed(line, "RECURRENCE-ID") { return .recurrenceID }
    return isNamed(line, "RDATE") ? .addedDates : nil
  }

  private func propertyInS(_ line: Line) -> Property? {
    if isNamed(line, "SUMMARY") { return .summary }
    if isNamed(line, "STATUS") { return .status }
    return isNamed(line, "SEQUENCE") ? .sequence : nil
  }

  /// The name of a line in upper case, without reading the rest; of a line that has none, what is said of it.
  func name(of line: Line) -> String {
    let bytes = Array(bytes(of: line).prefix(64))
    let name = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    let isName = name.count < bytes.count && name.allSatisfy { Ascii.isNameByte($0) }
    return isName ? String(decoding: name, as: UTF8.self).uppercased() : "a line without a name"
  }

  /// Whether a line begins with this name and has no colon or semicolon behind it.
  func isBare(_ line: Line, _ name: StaticString) -> Bool {
    var bytes = bytes(of: line)
    for index in 0..<name.utf8CodeUnitCount {
      guard let byte = bytes.next(), byte & 0xDF == name.utf8Start[index] & 0xDF else { return false }
    }
    return bytes.next().map { !Ascii.isNameByte($0) } ?? true
  }

  /// Whether a line's value is this word in any case, blanks around it left out; nil when it has no value at all.
  func value(of line: Line, is word: StaticString) -> Bool? {
    guard let value = value(of: line) else { return content(of: line).map { Ascii.equal($0.value, "\(word)") } }
    let count = word.utf8CodeUnitCount
    var position = 0
    var isBehind = false
    for byte in value {
      if Ascii.isBlank(byte) {
        isBehind = position > 0
        continue
      }
      guard !isBehind, position < count, Ascii.fold(byte) == Ascii.fold(word.utf8Start[position]) else { return false }
      position += 1
    }
    return position == count
  }
}
