import ICalendar

/// Everybody who stands in an invitation, as one small number each across all streams.
struct ParticipantTable {
  /// Key addresses, in the order of first sight.
  private(set) var addresses: [String] = []
  private(set) var isList: [Bool] = []
  private var index: [String: Int32] = [:]
  /// For each stream, its addresses as participants; nil for technical ones.
  private(set) var ofStream: [[Int32?]] = []
  /// Participant → place in the people of the audit.
  private(set) var person: [Int?] = []
  /// Whether the roster excludes the person: counted as a number, in no total, named nowhere.
  private(set) var isExcluded: [Bool] = []
  /// Whether the roster sets the address aside: an excluded person, or a row with a bad cell.
  private(set) var isSetAside: [Bool] = []
  /// Person → participant.
  private(set) var ofPerson: [Int32] = []

  init(streams: [CalendarStream], finder: OwnerFinder, people: PeopleBuilder) {
    ofPerson = people.people.map { person in intern(person.address, finder, people.index) }
    for (stream, owner) in zip(streams, people.ownerOfStream) {
      guard owner != nil else {
        ofStream.append([])
        continue
      }
      ofStream.append(
        stream.content.addresses.map { address in
          TechnicalAddress.isTechnical(address)
            ? nil : intern(finder.canonical(address), finder, people.index)
        })
      for event in stream.content.events {
        for attendee in event.attendees where attendee.kind == .group {
          if let list = ofStream[ofStream.count - 1][Int(attendee.address)] { isList[Int(list)] = true }
        }
      }
    }
  }

  private mutating func intern(_ address: String, _ finder: OwnerFinder, _ people: [String: Int]) -> Int32 {
    if let known = index[address] { return known }
    let number = Int32(addresses.count)
    index[address] = number
    addresses.append(address)
    isList.append(false)
    person.append(people[address])
    isExcluded.append(finder.isExcluded(address))
    isSetAside.append(people[address] == nil && finder.setsAside(address))
    return number
  }

  /// The participant of a key address.
  func participant(address: String) -> Int32? { index[address] }
}
