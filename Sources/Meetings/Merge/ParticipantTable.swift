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

  init(streams: [CalendarStream], finder: OwnerFinder, people: [String: Int]) {
    for stream in streams {
      ofStream.append(
        stream.content.addresses.map { address in
          TechnicalAddress.isTechnical(address) ? nil : intern(finder.canonical(address), people: people)
        })
    }
    for (address, _) in people.sorted(by: { $0.value < $1.value }) { _ = intern(address, people: people) }
  }

  private mutating func intern(_ address: String, people: [String: Int]) -> Int32 {
    if let known = index[address] { return known }
    let number = Int32(addresses.count)
    index[address] = number
    addresses.append(address)
    isList.append(false)
    person.append(people[address])
    return number
  }

  mutating func markList(_ participant: Int32) { isList[Int(participant)] = true }

  /// The participant who is a person of the audit.
  func participant(address: String) -> Int32? { index[address] }
}
