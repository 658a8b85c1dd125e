/// Writes iCalendar content lines as bytes (RFC 5545 §3.1), folded at 75 octets and never inside a UTF-8 character.
///
/// A line is put together in one reused buffer and copied out folded, so that no String is made per line: the
/// benchmark's calendars are hundreds of megabytes.
struct ICalendarWriter: Sendable {
  /// The white space that begins a continuation line: a space, or the tab that Outlook writes.
  enum FoldMark: UInt8, Sendable {
    case space = 0x20
    case tab = 0x09
  }

  private(set) var bytes: [UInt8] = []
  private var line: [UInt8] = []
  private let foldMark: FoldMark

  init(foldMark: FoldMark = .space, capacity: Int = 0) {
    self.foldMark = foldMark
    bytes.reserveCapacity(capacity)
    line.reserveCapacity(1024)
  }

  /// Adds to the line as it stands.
  mutating func put(_ part: String) {
    line.append(contentsOf: part.utf8)
  }

  /// Adds a TEXT value: backslash, semicolon, comma and line break are escaped (RFC 5545 §3.3.11).
  mutating func put(escaped text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        line.append(0x5C)
        line.append(0x6E)
      case 0x2C, 0x3B, 0x5C:
        line.append(0x5C)
        line.append(byte)
      default:
        line.append(byte)
      }
    }
  }

  /// Adds a parameter value in quotes; a double quote cannot stand in one and becomes a single quote (RFC 5545 §3.2).
  mutating func put(quoted value: String) {
    line.append(0x22)
    for byte in value.utf8 { line.append(byte == 0x22 ? 0x27 : byte) }
    line.append(0x22)
  }

  /// Adds a number with at least so many digits.
  mutating func put(_ number: Int, digits: Int) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      line.append(UInt8(0x30 + number / scale % 10))
      scale /= 10
    }
  }

  /// Adds a DATE, `20260701`.
  mutating func put(_ day: Day) {
    let (year, month, date) = day.civil
    put(year, digits: 4)
    put(month, digits: 2)
    put(date, digits: 2)
  }

  /// Adds a local DATE-TIME, `20260701T093000`.
  mutating func put(_ time: LocalTime, second: Int = 0) {
    put(time.day)
    line.append(0x54)
    put(time.minute / 60, digits: 2)
    put(time.minute % 60, digits: 2)
    put(second, digits: 2)
  }

  /// Adds a DATE-TIME in UTC, `20260701T093000Z`.
  mutating func put(_ instant: Instant) {
    let day = instant.seconds >= 0 ? instant.seconds / 86_400 : (instant.seconds - 86_399) / 86_400
    let inDay = instant.seconds - day * 86_400
    put(LocalTime(day: Day(number: day), minute: inDay / 60), second: inDay % 60)
    line.append(0x5A)
  }

  /// Ends the content line and folds it.
  mutating func endLine() {
    var start = 0
    var room = 75
    while line.count - start > room {
      var end = start + room
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes.append(contentsOf: line[start..<end])
      bytes.append(0x0D)
      bytes.append(0x0A)
      bytes.append(foldMark.rawValue)
      start = end
      room = 74  // the white space is one of the 75
    }
    bytes.append(contentsOf: line[start...])
    bytes.append(0x0D)
    bytes.append(0x0A)
    line.removeAll(keepingCapacity: true)
  }

  /// Writes a whole line as it stands.
  mutating func line(_ content: String) {
    put(content)
    endLine()
  }

  /// Writes a property whose value needs no escaping.
  mutating func property(_ name: String, _ value: String) {
    put(name)
    line.append(0x3A)
    put(value)
    endLine()
  }

  /// Writes a property of type TEXT.
  mutating func text(_ name: String, _ value: String) {
    put(name)
    line.append(0x3A)
    put(escaped: value)
    endLine()
  }

  /// Writes a property with a DATE-TIME in UTC.
  mutating func instant(_ name: String, _ value: Instant) {
    put(name)
    line.append(0x3A)
    put(value)
    endLine()
  }

  /// Writes a property with a number.
  mutating func number(_ name: String, _ value: Int) {
    put(name)
    line.append(0x3A)
    put(value, digits: 1)
    endLine()
  }
}
