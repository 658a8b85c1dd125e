/// In how many VEVENTs of a stream each address stands: that tells whose calendar it is where nothing else does.
struct AddressUses {
  static let mostAddresses = 100_000

  private struct Use {
    /// A line that holds the address.
    let line: LineWalker.Line
    var count = 0
    /// The last VEVENT in which it was counted.
    var event = 0
  }

  private var uses: [Use] = []
  /// Digest of an address → its place in `uses`.
  private var places: [UInt64: Int] = [:]
  /// VEVENTs that name anybody.
  private var events = 0
  private var isNaming = false

  /// Takes note of an ATTENDEE or ORGANIZER line; rooms, resources and lists own no calendar.
  mutating func note(_ line: LineWalker.Line, in walker: LineWalker) {
    guard !line.isTooLong, !Self.isPlaceOrList(line, in: walker), let key = Self.digest(of: line, in: walker) else {
      return
    }
    if !isNaming {
      isNaming = true
      events += 1
    }
    if let place = places[key] {
      if uses[place].event == events { return }
      uses[place].count += 1
      uses[place].event = events
    } else if uses.count < Self.mostAddresses {
      places[key] = uses.count
      uses.append(Use(line: line, count: 1, event: events))
    }
  }

  /// Closes a VEVENT.
  mutating func endEvent() { isNaming = false }

  /// The addresses in more than half of the VEVENTs that name anybody, the most used first.
  func commonest(in walker: LineWalker) -> [(address: String, events: Int)] {
    uses.filter { $0.count * 2 > events }
      .compactMap { use in walker.content(of: use.line).flatMap(AttendeeReader.address).map { ($0, use.count) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }

  private static func isPlaceOrList(_ line: LineWalker.Line, in walker: LineWalker) -> Bool {
    guard var type = walker.parameter("CUTYPE", of: line), let first = type.next() else { return false }
    return first & 0xDF == UInt8(ascii: "R") || first & 0xDF == UInt8(ascii: "G")
  }

  /// A digest of the address in lower case; lines without `mailto:` are taken apart to find it.
  private static func digest(of line: LineWalker.Line, in walker: LineWalker) -> UInt64? {
    if var value = walker.value(of: line), isMailTo(&value) {
      var digest = EventIdentity.Digest()
      for byte in value where !Ascii.isBlank(byte) { digest.add(Ascii.fold(byte)) }
      return digest.value
    }
    return walker.content(of: line).flatMap(AttendeeReader.address).map { EventIdentity.hash($0.utf8) }
  }

  /// Whether a value begins with `mailto:`, which is then passed over.
  private static func isMailTo(_ value: inout UnfoldedBytes) -> Bool {
    for expected in "mailto:".utf8 {
      guard let byte = value.next(), Ascii.fold(byte) == expected else { return false }
    }
    return true
  }
}
