/// A date or date-time as written (RFC 5545 §3.3.4, §3.3.5), its zone not yet looked up.
struct DateValue: Equatable {
  /// What kind of value it is.
  enum Form: Equatable {
    case date
    case local
    case utc
  }
  let form: Form
  /// The reading; for a date its midnight.
  let wall: WallTime

  var day: CivilDay { wall.day }

  /// Reads `20260701`, `20260701T090000`, `20260701T090000Z`; also without seconds, and with hyphens and colons as some
  /// programs write them. 24:00 is the next midnight, a leap second the 59th (§3.3.12).
  init?(_ bytes: some Sequence<UInt8>, years: ClosedRange<Int> = 1900...2200) {
    var digits: (UInt64, Int) = (0, 0)
    var isUTC = false
    var timeAt: Int?
    for byte in bytes {
      switch byte {
      case 48...57:
        guard !isUTC, digits.1 < 14 else { return nil }
        digits = (digits.0 * 10 + UInt64(byte - 48), digits.1 + 1)
      case UInt8(ascii: "T"), UInt8(ascii: "t"):
        guard timeAt == nil, digits.1 == 8 else { return nil }
        timeAt = digits.1
      case UInt8(ascii: "Z"), UInt8(ascii: "z"):
        guard timeAt != nil, !isUTC else { return nil }
        isUTC = true
      case UInt8(ascii: "-") where timeAt == nil, UInt8(ascii: ":") where timeAt != nil: continue
      default: return nil
      }
    }
    let timeDigits = digits.1 - 8
    var number = digits.0
    if timeAt == nil {
      guard timeDigits == 0 else { return nil }
    } else if timeDigits == 4 {
      number *= 100
    } else {
      guard timeDigits == 6 else { return nil }
    }
    let date = Int(timeAt == nil ? number : number / 1_000_000)
    let time = timeAt == nil ? 0 : Int(number % 1_000_000)
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
    let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
    guard years.contains(year), (1...12).contains(month),
      (1...CivilDay.length(ofMonth: month, year: year)).contains(day),
      minute < 60, second <= 60, hour < 24 || (hour == 24 && minute == 0 && second == 0)
    else { return nil }
    form = timeAt == nil ? .date : isUTC ? .utc : .local
    wall = WallTime(
      CivilDay(year: year, month: month, day: day), secondOfDay: Int64(hour * 3600 + minute * 60 + min(second, 59)))
  }

  init(form: Form, wall: WallTime) {
    self.form = form
    self.wall = wall
  }
}

/// A length of time as written (RFC 5545 §3.3.6): weeks and days are nominal, hours, minutes and seconds exact.
struct DurationValue: Equatable {
  let days: Int
  let seconds: Int64

  /// Reads `P1D`, `PT1H30M`, `-PT15M`, `P2W`.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var sign: Int64 = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    guard let p = rest.first, Ascii.fold(p) == UInt8(ascii: "p") else { return nil }
    rest = rest.dropFirst()
    var inTime = false
    var number: Int64?
    var (days, seconds): (Int64, Int64) = (0, 0)
    var parts = 0
    for byte in rest {
      switch Ascii.fold(byte) {
      case 48...57:
        let value = (number ?? 0) * 10 + Int64(byte - 48)
        guard value < 1 << 31 else { return nil }
        number = value
      case UInt8(ascii: "t"):
        guard !inTime, number == nil else { return nil }
        inTime = true
      case let unit:
        guard let value = number else { return nil }
        switch unit {
        case UInt8(ascii: "w") where !inTime: days += value * 7
        case UInt8(ascii: "d") where !inTime: days += value
        case UInt8(ascii: "h") where inTime: seconds += value * 3600
        case UInt8(ascii: "m") where inTime: seconds += value * 60
        case UInt8(ascii: "s") where inTime: seconds += value
        default: return nil
        }
        number = nil
        parts += 1
      }
    }
    guard number == nil, parts > 0, days < 110_000, seconds < 110_000 * 86_400 else { return nil }
    self.days = Int(sign * days)
    self.seconds = sign * seconds
  }
}
