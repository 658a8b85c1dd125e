import ICalendar
import Policy

/// Tells whose time a calendar describes (`metrics.md`, "person"; the order is that of `CalendarAccount.Ownership`).
struct OwnerFinder {
  private let roster: PeopleTable?
  /// Address or alias → e-mail of the row.
  private let addresses: [String: String]
  /// File name, lower case → e-mail of the row.
  private let fileNames: [String: String]
  /// Part before the @ of an e-mail → e-mail; nil where several people share it.
  private let localParts: [String: String?]
  private let excluded: Set<String>

  init(roster: PeopleTable?) {
    self.roster = roster
    var (addresses, fileNames, localParts): ([String: String], [String: String], [String: String?]) = ([:], [:], [:])
    for row in roster?.rows ?? [] {
      for address in [row.email] + row.aliases { addresses[address] = row.email }
      if let file = row.calendar { fileNames[Self.fileName(file)] = row.email }
      let local = String(row.email.prefix { $0 != "@" })
      localParts[local] = localParts[local] == nil ? .some(row.email) : .some(nil)
    }
    self.addresses = addresses
    self.fileNames = fileNames
    self.localParts = localParts
    excluded = Set((roster?.rows ?? []).lazy.filter(\.isExcluded).map(\.email))
  }

  /// The files that the roster names.
  var namedFiles: [(file: String, address: String)] {
    (roster?.rows ?? []).compactMap { row in row.calendar.map { ($0, row.email) } }
  }

  /// The e-mail of the roster's row that holds an address, or the address itself.
  func canonical(_ address: String) -> String { addresses[address] ?? address }

  /// Whether the roster sets an address aside: of an excluded person, or of a row left out because of a bad cell.
  func setsAside(_ address: String) -> Bool { excluded.contains(address) || isLeftOut(address) }

  /// Whether an address is that of an excluded person.
  func isExcluded(_ address: String) -> Bool { excluded.contains(address) }

  /// Whether the row of an address is left out because of a bad cell.
  func isLeftOut(_ address: String) -> Bool { roster?.leftOut.contains(address) ?? false }

  /// Whether a row holds the address.
  func isKnown(_ address: String) -> Bool { addresses[address] != nil }

  /// Whose a calendar is.
  struct Owner {
    /// The key address of a person.
    var address: String
    let ownership: CalendarAccount.Ownership
    /// Whether the address is no more than the name of a file.
    var isNameless = false
    /// Whether several people stand in as many events, so that only the file's name could tell.
    var isUndecided = false
  }

  /// The owner of a calendar, and how it was found.
  func owner(of stream: CalendarStream) -> Owner {
    func found(_ address: String, by ownership: CalendarAccount.Ownership) -> Owner {
      Owner(address: address, ownership: ownership)
    }
    let file = Self.fileName(stream.path)
    if let email = fileNames[file] { return found(email, by: .table) }
    let name = MailAddress.comparable(stream.content.name)
    if let email = addresses[name] { return found(email, by: .calendarName) }
    let stem = Self.stem(file)
    if let email = addresses[stem] ?? localParts[stem].flatMap({ $0 }) { return found(email, by: .fileName) }
    if Self.isAddress(name) { return found(name, by: .calendarName) }
    let common = commonestAddresses(in: stream.content).map(canonical)
    // Of people who stand in as many events, the one the file is named after.
    let own = common.count == 1 ? common.first : common.first { $0 == stem || Self.localPart($0) == stem }
    if let own { return found(own, by: .commonestAddress) }
    return Owner(
      address: stem, ownership: .fileName, isNameless: !Self.isAddress(stem), isUndecided: common.count > 1)
  }

  /// The addresses that stand in most of the events that name anybody, and in more than half; those of the roster before any
  /// other. More than one when several stand in as many.
  private func commonestAddresses(in calendar: ParsedCalendar) -> [String] {
    let people = calendar.commonAddresses.filter { !TechnicalAddress.isTechnical($0.address) }
    let known = people.filter { isKnown($0.address) }
    let candidates = known.isEmpty ? people : known
    return candidates.prefix { $0.events == candidates[0].events }.map(\.address)
  }

  static func localPart(_ address: String) -> Substring { address.prefix { $0 != "@" } }

  static func fileName(_ path: String) -> String {
    ASCIICase.lower(String(path.split(separator: "/").last ?? "-"))
  }

  private static func stem(_ file: String) -> String {
    for suffix in [".ics.gz", ".icalendar", ".ical", ".ics"] where file.hasSuffix(suffix) && file.count > suffix.count {
      return String(file.dropLast(suffix.count))
    }
    return file
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
      && !TechnicalAddress.isTechnical(text)
  }
}

/// Addresses that belong to calendars and rooms, not to people.
enum TechnicalAddress {
  /// Whether an address (lower case) is a calendar's or a room's own.
  static func isTechnical(_ address: String) -> Bool {
    address.hasSuffix("@resource.calendar.google.com") || address.hasSuffix("@group.calendar.google.com")
      || address.hasSuffix("@import.calendar.google.com") || address.hasSuffix("@group.v.calendar.google.com")
  }
}

/// Lower case of ASCII letters, the only case that addresses and file names are compared without.
enum ASCIICase {
  /// The text in lower case.
  static func lower(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
