/// Reads ATTENDEE and ORGANIZER lines (RFC 5545 §3.8.4.1, §3.8.4.3) as producers write them.
enum AttendeeReader {
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
