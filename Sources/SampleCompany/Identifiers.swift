/// UIDs as the organizer's program makes them: the same in every copy of a meeting.
enum EventIdentifier {
  static func uid(from token: UInt64, style: ExportStyle) -> String {
    var chance = SplitMix64(seed: token, UInt64(salt: "uid"))
    switch style {
    case .google:
      return digits(of: &chance, count: 26, alphabet: "0123456789abcdefghijklmnopqrstuv") + "@google.com"
    case .microsoftFeed, .outlook:
      // A global object identifier of Exchange: its class, no instance date, the time of creation, sixteen bytes of data.
      let hexadecimal = "0123456789ABCDEF"
      return "040000008200E00074C5B7101A82E00800000000"
        + digits(of: &chance, count: 12, alphabet: hexadecimal) + "DB01" + "000000000000000010000000"
        + digits(of: &chance, count: 32, alphabet: hexadecimal)
    case .apple:
      return [8, 4, 4, 4, 12].map { digits(of: &chance, count: $0, alphabet: "0123456789ABCDEF") }
        .joined(separator: "-")
    }
  }

  /// The UID of what follows after a cut, as Google writes it.
  static func uid(afterCutting uid: String, at start: LocalTime) -> String {
    var writer = ICalendarWriter()
    writer.put(start)
    writer.endLine()
    let stamp = String(decoding: writer.bytes.dropLast(2), as: UTF8.self)
    let parts = uid.split(separator: "@", maxSplits: 1)
    return parts[0] + "_R" + stamp + "@" + parts[1]
  }

  private static func digits(of chance: inout SplitMix64, count: Int, alphabet: String) -> String {
    let letters = Array(alphabet.utf8)
    return String(decoding: (0..<count).map { _ in letters[chance.below(letters.count)] }, as: UTF8.self)
  }
}

extension Site {
  /// The rooms of the site.
  var rooms: [Room] {
    switch self {
    case .berlin: ["Havel", "Spree", "Panke"].map { room($0, floor: 2) }
    case .boston: ["Charles", "Mystic"].map { room($0, floor: 9) }
    case .sanFrancisco: ["Presidio", "Twin Peaks"].map { room($0, floor: 4) }
    case .bengaluru: ["Cubbon", "Ulsoor", "Lalbagh"].map { room($0, floor: 6) }
    }
  }

  private func room(_ name: String, floor: Int) -> Room {
    let code = InvitationText.letters(UInt64(salt: rawValue + name), count: 24)
    return Room(name: "\(rawValue)-\(floor)-\(name) (8)", email: "c_\(code)@resource.calendar.google.com")
  }
}
