import ICalendar
import Policy

/// The people of an audit, and whose each stream is.
struct PeopleBuilder {
  /// By address.
  private(set) var people: [Person] = []
  /// Key address → place in `people`.
  private(set) var index: [String: Int] = [:]
  /// For each stream the place of its owner; nil for an excluded person's.
  private(set) var ownerOfStream: [Int?] = []
  private(set) var ownership: [CalendarAccount.Ownership] = []
  private(set) var notices: [ImportNotice] = []

  init(
    streams: [CalendarStream], roster: PeopleTable?, finder: OwnerFinder, window: Range<CivilDay>, policy: Policy,
    zones: ZoneDatabase
  ) {
    let owners = Self.apart(Self.addressed(streams.map(finder.owner), streams: streams), streams: streams)
    ownership = owners.map(\.ownership)
    let rows = Dictionary(
      (roster?.rows ?? []).map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
    let excluded = Set(rows.values.filter(\.isExcluded).map(\.email))
    let addresses = Set(rows.keys).union(owners.map(\.address)).subtracting(excluded).sorted()
    var calendars: [String: [CalendarStream]] = [:]
    for (stream, owner) in zip(streams, owners) { calendars[owner.address, default: []].append(stream) }
    for address in addresses {
      index[address] = people.count
      people.append(
        person(
          address, row: rows[address], calendars: calendars[address] ?? [], finder: roster == nil ? nil : finder,
          window: window, policy: policy, zones: zones))
    }
    for (stream, owner) in zip(streams, owners) {
      if excluded.contains(owner.address) { notices.append(.excluded(path: stream.path)) }
      if owner.isUndecided { notices.append(.ownerUndecided(path: stream.path, address: owner.address)) }
    }
    let files = Set(streams.map { OwnerFinder.fileName($0.path) })
    for (file, address) in finder.namedFiles where !files.contains(OwnerFinder.fileName(file)) {
      notices.append(.noSuchCalendar(file: file, address: address))
    }
    ownerOfStream = owners.map { index[$0.address] }
  }

  /// A calendar known by nothing but its file name, `ana.ics`, is the calendar of the only address among all calendars whose part
  /// before the @ is that name: a feed without attendees and the invitations of others then speak of one person.
  private static func addressed(
    _ owners: [OwnerFinder.Owner], streams: [CalendarStream]
  ) -> [OwnerFinder.Owner] {
    let stems = Set(owners.lazy.filter(\.isNameless).map(\.address))
    guard !stems.isEmpty else { return owners }
    var found: [String: Set<String>] = [:]
    for address in streams.flatMap(\.content.addresses) where !TechnicalAddress.isTechnical(address) {
      let local = String(OwnerFinder.localPart(address))
      if local != address, stems.contains(local) { found[local, default: []].insert(address) }
    }
    return owners.map { owner in
      guard owner.isNameless, let addresses = found[owner.address], addresses.count == 1, let address = addresses.first
      else { return owner }
      var owner = owner
      (owner.address, owner.isNameless) = (address, false)
      return owner
    }
  }

  /// Calendars known by nothing but their file name are told apart by their folders, where the name says nothing:
  /// `ana/calendar.ics` and `bo/calendar.ics` are two people's.
  private static func apart(
    _ owners: [OwnerFinder.Owner], streams: [CalendarStream]
  ) -> [OwnerFinder.Owner] {
    var places: [String: [Int]] = [:]
    for (index, owner) in owners.enumerated() where owner.isNameless {
      places[owner.address, default: []].append(index)
    }
    var result = owners
    for (stem, indices) in places where indices.count > 1 {
      let folders = indices.map { streams[$0].path.split(separator: "/").dropLast().map(String.init) }
      let depth = folders.map(\.count).max() ?? 0
      let distinct = (1...max(1, depth)).first { depth in
        Set(folders.map { Array($0.suffix(depth)) }).count == indices.count
      }
      for (index, folder) in zip(indices, folders) {
        let name = (folder.suffix(distinct ?? depth) + [stem]).joined(separator: "/")
        result[index].address = name
      }
    }
    return result
  }

  private mutating func person(
    _ address: String, row: PeopleRow?, calendars: [CalendarStream], finder: OwnerFinder?, window: Range<CivilDay>,
    policy: Policy, zones: ZoneDatabase
  ) -> Person {
    let (zone, origin) = zone(of: row, calendars: calendars, zones: zones)
    if origin == .assumed, let first = calendars.first {
      notices.append(.zoneAssumed(path: first.path, address: address))
    }
    if let finder, row == nil {
      for calendar in calendars {
        notices.append(
          finder.isLeftOut(address)
            ? .rowLeftOut(path: calendar.path, address: address)
            : .ownerNotInRoster(path: calendar.path, address: address))
      }
    }
    let day = row?.workingDay ?? policy.workingDay
    return Person(
      id: PersonID(people.count), address: address, aliases: row?.aliases ?? [], name: row?.name ?? "",
      team: row?.team ?? "", role: row?.role ?? "", site: row?.site ?? "", zone: zone, zoneOrigin: origin,
      workStart: day.start, workEnd: day.end, workDays: day.days,
      hourlyCost: row?.hourlyCost ?? policy.hours.hourlyCost,
      window: Self.employment(row, within: window), isInRoster: row != nil || finder?.isLeftOut(address) == true,
      hasCalendar: !calendars.isEmpty,
      isComplete: !calendars.isEmpty && calendars.allSatisfy { $0.content.isComplete })
  }

  private func zone(
    of row: PeopleRow?, calendars: [CalendarStream], zones: ZoneDatabase
  ) -> (Zone, Person.ZoneOrigin) {
    if let name = row?.timeZone, let zone = zones.zone(iana: name) { return (zone, .roster) }
    if let zone = calendars.lazy.compactMap(\.content.declaredZone).first { return (zone, .calendar) }
    if let zone = calendars.lazy.compactMap(\.content.commonestZone).first { return (zone, .commonest) }
    return (.utc, .assumed)
  }

  /// The window from joining to leaving; `until` is the last day with the company.
  private static func employment(_ row: PeopleRow?, within window: Range<CivilDay>) -> Range<CivilDay> {
    let from = max(window.lowerBound, row?.from.map { CivilDay(days: $0) } ?? window.lowerBound)
    let to = min(window.upperBound, row?.until.map { CivilDay(days: $0 + 1) } ?? window.upperBound)
    return min(from, to)..<to
  }
}
