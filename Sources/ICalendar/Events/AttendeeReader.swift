/// Reads ATTENDEE and ORGANIZER lines (RFC 5545 §3.8.4.1, §3.8.4.3) as producers write them.
enum AttendeeReader {
  /// An attendee read in place, byte by byte, when its value is a `mailto:` address in ASCII; nil when it is anything else, for
  /// the readers below.
  static func read(_ line: UnfoldedBytes, into addresses: inout AddressTable) -> Attendee? {
    var bytes = line
    var (status, kind, isOptional) = (Attendee.Status.missing, Attendee.Kind.individual, false)
    var word = Word()
    var name = Word()
    var (isQuoted, isInValue, isInName) = (false, false, false)
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        continue
      }
      if !isQuoted, byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") {
        if isInValue {
          switch name {
          case "PARTSTAT": status = Self.status(word)
          case "CUTYPE": kind = word == "ROOM" || word == "RESOURCE" ? .place : word == "GROUP" ? .group : .individual
          case "ROLE": isOptional = word == "OPT-PARTICIPANT" || word == "NON-PARTICIPANT"
          default: break
          }
        }
        if byte == UInt8(ascii: ":") { break }
        (isInName, isInValue) = (true, false)
        name = Word()
      } else if isInName, !isInValue, byte == UInt8(ascii: "=") {
        isInValue = true
        word = Word()
      } else if isInValue {
        word.add(byte)
      } else if isInName {
        name.add(byte)
      }
    }
    for letter in "mailto:".utf8 { guard let byte = bytes.next(), Ascii.fold(byte) == letter else { return nil } }
    guard let address = addresses.index(of: bytes) else { return nil }
    return Attendee(
      address: address, status: status, kind: addresses.isRoom[Int(address)] ? .place : kind, isOptional: isOptional)
  }

  private static func status(_ word: Word) -> Attendee.Status {
    switch word {
    case "NEEDS-ACTION": .needsAction
    case "ACCEPTED": .accepted
    case "TENTATIVE": .tentative
    case "DECLINED": .declined
    case "DELEGATED": .delegated
    default: .other
    }
  }

  /// A short word of a line, folded to capitals, compared without making text of it: its last sixteen bytes and its length.
  private struct Word: ExpressibleByStringLiteral, Equatable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private var count = 0

    init() {}

    init(stringLiteral text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount { add(text.utf8Start[index]) }
    }

    static func ~= (a: Word, b: Word) -> Bool { a == b }

    mutating func add(_ byte: UInt8) {
      let capital = byte >= 97 && byte <= 122 ? byte - 32 : byte
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(capital)
      count += 1
    }
  }

  /// The address in lower case: of a `mailto:` value, else of the EMAIL parameter that Apple puts beside a principal path
  /// (RFC 7986 §6.2), else the value itself, else the common name; nil when there is nothing.
  static func address(of line: ContentLine) -> String? {
    let value = line.value
    if value.count > 7, Ascii.equal(value.prefix(7), "mailto:") {
      let address = Ascii.trimmed(value.dropFirst(7))
      if !address.isEmpty { return ZoneDatabase.lowercased(TextValue.decode(address)) }
    }
    if let email = line.parameter("EMAIL"), !email.isEmpty {
      let bare = email.lowercased().hasPrefix("mailto:") ? String(email.dropFirst(7)) : email
      return ZoneDatabase.lowercased(bare)
    }
    if !value.isEmpty, !Ascii.equal(value, "mailto:"), !Ascii.equal(value, "invalid:nomail") {
      return ZoneDatabase.lowercased(TextValue.decode(value))
    }
    return line.parameter("CN").map(ZoneDatabase.lowercased)
  }

  /// What kind of participant an attendee is; Google's rooms are told by their address.
  static func kind(of line: ContentLine) -> Attendee.Kind {
    switch line.parameter("CUTYPE")?.uppercased() {
    case "ROOM", "RESOURCE": .place
    case "GROUP": .group
    default: address(of: line)?.hasSuffix("@resource.calendar.google.com") == true ? .place : .individual
    }
  }

  /// PARTSTAT (RFC 5545 §3.2.12).
  static func status(of line: ContentLine) -> Attendee.Status {
    switch line.parameter("PARTSTAT")?.uppercased() {
    case nil: .missing
    case "NEEDS-ACTION": .needsAction
    case "ACCEPTED": .accepted
    case "TENTATIVE": .tentative
    case "DECLINED": .declined
    case "DELEGATED": .delegated
    default: .other
    }
  }

  /// ROLE=OPT-PARTICIPANT or NON-PARTICIPANT (RFC 5545 §3.2.16).
  static func isOptional(_ line: ContentLine) -> Bool {
    let role = line.parameter("ROLE")?.uppercased()
    return role == "OPT-PARTICIPANT" || role == "NON-PARTICIPANT"
  }
}
