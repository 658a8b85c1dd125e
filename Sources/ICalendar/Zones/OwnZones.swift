/// The VTIMEZONEs of one VCALENDAR by TZID: names mean something within their VCALENDAR only (RFC 5545 §3.8.3.1).
struct OwnZones {
  private var zones: [String: (zone: Zone, block: [UInt8])] = [:]

  /// Takes one in. Where two bear the same name the longer one counts, whichever stands first.
  mutating func add(_ parsed: VTimezone.Parsed, block: [UInt8]) {
    guard let zone = parsed.zone, !parsed.tzid.isEmpty else { return }
    let key = Self.key(parsed.tzid)
    if let known = zones[key]?.block,
      known.count > block.count || (known.count == block.count && !known.lexicographicallyPrecedes(block))
    {
      return
    }
    zones[key] = (zone, block)
  }

  /// The zone that a TZID parameter means; in another case only where no other name fits.
  func zone(named name: String) -> Zone? {
    if zones.isEmpty { return nil }
    let key = Self.key(name)
    if let own = zones[key] { return own.zone }
    let folded = ZoneDatabase.lowercased(key)
    return zones.filter { ZoneDatabase.lowercased($0.key) == folded }.min { $0.key < $1.key }?.value.zone
  }

  /// The first by name.
  var first: Zone? { zones.min { $0.key < $1.key }?.value.zone }

  /// Escapes and quotes stand in the one place and not in the other.
  private static func key(_ name: String) -> String {
    TextValue.unescape(Array(name.utf8)[...]).filter { $0 != "\"" }
  }
}
