/// What a stream holds at all, told from every VEVENT, also from those outside the window.
struct StreamContents {
  /// As many answering people settle the question whether a stream shows answers of others.
  static let mostAnswering = 4
  static let mostZoneNames = 1000

  private(set) var holdsAttendees = false
  private(set) var holdsAnswers = false
  private(set) var holdsCreated = false
  private(set) var holdsModified = false
  private(set) var descriptions = ParsedCalendar.Descriptions.none
  private(set) var holdsBusyStatus = false
  private(set) var answering: Set<String> = []
  /// Digest of a TZID as written → its text, and how many DTSTARTs name it.
  private(set) var zoneUses: [UInt64: (name: String, count: Int)] = [:]

  /// Whether addresses are counted: where the calendar's name is one, nobody asks.
  var countsAddresses = true
  private(set) var addressUses = AddressUses()

  /// Who answered in the VEVENT at hand, and its ORGANIZER, who does not count.
  private var answers: [String] = []
  private var organizer: LineWalker.Line?

  private var isSettled: Bool { holdsAttendees && holdsAnswers && answering.count >= Self.mostAnswering }

  /// Takes note of one line at the level of a VEVENT.
  mutating func note(_ line: LineWalker.Line, in walker: LineWalker) {
    switch walker.base[line.start] & 0xDF {
    case UInt8(ascii: "A"):
      guard countsAddresses || !isSettled, walker.isNamed(line, "ATTENDEE") else { return }
      if countsAddresses { addressUses.note(line, in: walker) }
      if !isSettled { noteAttendee(line, in: walker) }
    case UInt8(ascii: "C"): if !holdsCreated { holdsCreated = walker.isNamed(line, "CREATED") }
    case UInt8(ascii: "D"):
      if walker.isNamed(line, "DTSTART") {
        noteZone(line, in: walker)
      } else if descriptions != .filled, walker.isNamed(line, "DESCRIPTION") {
        descriptions = walker.value(of: line)?.first { _ in true } == nil ? .empty : .filled
      }
    case UInt8(ascii: "L"): if !holdsModified { holdsModified = walker.isNamed(line, "LAST-MODIFIED") }
    case UInt8(ascii: "O"):
      guard countsAddresses || !isSettled, walker.isNamed(line, "ORGANIZER") else { return }
      if countsAddresses { addressUses.note(line, in: walker) }
      organizer = line
    case UInt8(ascii: "X"):
      if !holdsBusyStatus { holdsBusyStatus = walker.isNamed(line, "X-MICROSOFT-CDO-BUSYSTATUS") }
    default: break
    }
  }

  /// Closes a VEVENT.
  mutating func endEvent(in walker: LineWalker) {
    defer { organizer = nil }
    addressUses.endEvent()
    guard !answers.isEmpty else { return }
    let owner = organizer.flatMap { walker.content(of: $0) }.flatMap(AttendeeReader.address)
    for address in answers where address != owner && answering.count < Self.mostAnswering {
      answering.insert(address)
    }
    answers = []
  }

  /// The zone that most DTSTARTs name; of equals, the first by name.
  func commonestZone(lookedUpBy zone: (String) -> Zone?) -> Zone? {
    let uses = zoneUses.values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    for use in uses { if let zone = zone(use.name) { return zone } }
    return nil
  }

  private mutating func noteAttendee(_ line: LineWalker.Line, in walker: LineWalker) {
    guard !line.isTooLong else { return }
    let status = walker.parameter("PARTSTAT", of: line)
    // Most lines say nothing new, and are not taken apart.
    guard !holdsAttendees || (status != nil && !holdsAnswers) || status.map(Self.isRealAnswer) == true,
      let content = walker.content(of: line), AttendeeReader.kind(of: content) != .place
    else { return }
    holdsAttendees = true
    guard let status else { return }
    holdsAnswers = true
    if Self.isRealAnswer(status), let address = AttendeeReader.address(of: content) { answers.append(address) }
  }

  /// ACCEPTED, DECLINED or TENTATIVE.
  private static func isRealAnswer(_ status: UnfoldedBytes) -> Bool {
    var letters: UInt32 = 0
    for byte in status.prefix(3) { letters = letters << 8 | UInt32(byte & 0xDF) }
    return letters == 0x41_43_43 || letters == 0x44_45_43 || letters == 0x54_45_4E
  }

  private mutating func noteZone(_ line: LineWalker.Line, in walker: LineWalker) {
    guard let key = walker.zoneKey(of: line) else { return }
    if zoneUses[key] != nil {
      zoneUses[key]?.count += 1
      return
    }
    guard zoneUses.count < Self.mostZoneNames, !line.isTooLong, let name = walker.content(of: line)?.parameter("TZID")
    else { return }
    zoneUses[key] = (name, 1)
  }
}
