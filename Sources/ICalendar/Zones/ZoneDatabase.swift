import CICU
import Glibc
import Synchronization

/// The zones of the system's compiled zone data (`/usr/share/zoneinfo`), found by the names that calendars use.
///
/// A class because every file of a run shares it: tables are read once, behind a lock. A name from a calendar is never used as
/// a path: it is looked up in the list of what the folder holds.
public final class ZoneDatabase: Sendable {
  static let longestName = 256
  static let longestSharedBlock = 1 << 16

  private let folder: String
  /// Lower-case name → name.
  private let names: [String: String]
  private let cache = Mutex<[String: Zone]>([:])
  private let ownZones = Mutex<[[UInt8]: VTimezone.Parsed]>([:])

  /// The zones in a folder of TZif files; without a readable folder only UTC is known.
  public init(folder: String = "/usr/share/zoneinfo") {
    self.folder = folder
    var names: [String: String] = [:]
    for name in Self.list(folder, prefix: "", depth: 0) { names[Self.lowercased(name)] = name }
    self.names = names
  }

  /// Whether the folder held any zone.
  public var isEmpty: Bool { names.isEmpty }

  /// The names of the zones that the folder held, sorted.
  public var ianaNames: [String] { names.values.sorted() }

  /// The zone of an IANA name in any case.
  public func zone(iana name: String) -> Zone? {
    let folded = Self.lowercased(name)
    if folded == "utc" || folded == "z" || folded == "gmt" || folded == "etc/utc" { return .utc }
    guard let known = names[folded] else { return nil }
    return cache.withLock { cache in
      if let zone = cache[known] { return zone }
      guard let bytes = Self.read(folder + "/" + known), let zone = ZoneFile.zone(named: known, from: bytes) else {
        return nil
      }
      cache[known] = zone
      return zone
    }
  }

  /// The zone that a TZID without a usable VTIMEZONE means: an IANA name (any case, leading slash), a Windows name
  /// (CLDR's map, territory 001), the IANA tail of a path, an Exchange display name, an offset such as `UTC+01`.
  public func zone(tzid: String) -> Zone? {
    guard tzid.utf8.count <= Self.longestName else { return nil }
    let text = TextValue.unescape(Ascii.trimmed(Array(tzid.utf8.filter { $0 != UInt8(ascii: "\"") })[...]))
    let name = text.first == "/" ? String(text.dropFirst()) : text
    if let zone = zone(iana: name) ?? zone(windows: name) ?? zone(iana: name.replacing(" ", with: "_")) { return zone }
    if name.first == "(" { return zone(displayName: name) }
    let parts = name.split(separator: "/")
    for count in [3, 2, 1] where parts.count > count {
      if let zone = zone(iana: parts.suffix(count).joined(separator: "/")) { return zone }
    }
    return ExchangeNames.windowsName[Self.lowercased(name)].flatMap { zone(windows: $0) } ?? Self.fixedOffset(name)
  }

  /// The table of a VTIMEZONE, shared between all files that carry the same bytes.
  func zone(vtimezone block: [UInt8], parse: () -> VTimezone.Parsed) -> VTimezone.Parsed {
    if let known = ownZones.withLock({ $0[block] }) { return known }
    let parsed = parse()
    guard block.count <= Self.longestSharedBlock else { return parsed }
    ownZones.withLock { $0[block] = parsed }
    return parsed
  }

  private func zone(windows name: String) -> Zone? {
    let name = ExchangeNames.written[Self.lowercased(name)] ?? name
    guard name.utf8.count < 128, name.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) else { return nil }
    let source = name.utf8.map { UChar($0) }
    var result = [UChar](repeating: 0, count: 128)
    let length = adjourn_zone_for_windows_name(source, Int32(source.count), &result, Int32(result.count))
    guard length > 0, Int(length) <= result.count else { return nil }
    return zone(iana: String(decoding: result[..<Int(length)], as: UTF16.self))
  }

  /// `(UTC-08:00) Pacific Time (US & Canada)`; older ones, `(GMT+01.00) Paris/Madrid`, name some of the places only.
  private func zone(displayName: String) -> Zone? {
    guard displayName.first == "(", let end = displayName.firstIndex(of: ")") else { return nil }
    let place = Self.lowercased(String(displayName[displayName.index(after: end)...].drop { $0 == " " }))
    if place.isEmpty {
      let inside = String(displayName[displayName.index(after: displayName.startIndex)..<end])
      return zone(iana: inside) ?? Self.fixedOffset(inside)
    }
    return ExchangeNames.windowsName(ofPlace: place).flatMap { zone(windows: $0) }
  }

  /// `UTC+01`, `GMT-0530`, `UTC+05:45`.
  private static func fixedOffset(_ name: String) -> Zone? {
    var rest = lowercased(name)[...]
    guard rest.hasPrefix("utc") || rest.hasPrefix("gmt") else { return nil }
    rest = rest.dropFirst(3)
    guard let sign = rest.first, sign == "+" || sign == "-" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard digits.count <= 4, !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int32(digits)
    else { return nil }
    let seconds = digits.count <= 2 ? number * 3600 : number / 100 * 3600 + number % 100 * 60
    guard seconds <= 18 * 3600 else { return nil }
    return .fixed(secondsEast: sign == "-" ? -seconds : seconds, name: name)
  }

  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Names of the zones below a folder; its other files (tables, `posix/`, `right/`) begin with a small letter.
  private static func list(_ folder: String, prefix: String, depth: Int) -> [String] {
    guard depth < 4, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let first = name.utf8.first, first >= 65, first <= 90 else { continue }
      // Some file systems do not tell folders from files here; whatever can be listed is a folder.
      let inside =
        entry.pointee.d_type == UInt8(DT_REG)
        ? [] : list(folder + "/" + name, prefix: prefix + name + "/", depth: depth + 1)
      names += inside.isEmpty ? [prefix + name] : inside
    }
    return names
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while bytes.count < 1 << 20 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
