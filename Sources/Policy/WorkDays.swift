/// The days of the week on which somebody works. Days are numbered as in ISO 8601, from 0: Monday is 0, Sunday is 6.
public struct WorkDays: OptionSet, Sendable, Hashable {
  /// Bit n stands for day n.
  public let rawValue: UInt8

  /// Makes a set from its bits; bit n stands for day n.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The set of one day, 0 (Monday) to 6 (Sunday).
  public init(day: Int) {
    self.init(rawValue: 1 << UInt8(day))
  }

  /// Monday to Friday, the default.
  public static let mondayToFriday = WorkDays(rawValue: 0b001_1111)

  /// How many days of a week are worked.
  public var count: Int { rawValue.nonzeroBitCount }

  /// Whether the day, 0 (Monday) to 6 (Sunday), is worked.
  public func contains(day: Int) -> Bool {
    rawValue & (1 << UInt8(day)) != 0
  }

  /// Reads `Mon-Fri`, `Sat-Wed` (ranges may wrap), `Mon;Wed`, `Friday`; English names, short or full, in any case.
  ///
  /// Nil when a word is no day or no day is named.
  init?(parsing text: String) {
    var days: WorkDays = []
    for item in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let ends = item.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
      guard ends.count <= 2, let first = Self.day(named: ends[0]), let last = Self.day(named: ends[ends.count - 1])
      else { return nil }
      for step in 0...((last - first + 7) % 7) {
        days.insert(WorkDays(day: (first + step) % 7))
      }
    }
    guard !days.isEmpty else { return nil }
    self = days
  }

  private static func day(named name: Substring) -> Int? {
    switch trimmed(name).lowercased() {
    case "mon", "monday": 0
    case "tue", "tues", "tuesday": 1
    case "wed", "weds", "wednesday": 2
    case "thu", "thur", "thurs", "thursday": 3
    case "fri", "friday": 4
    case "sat", "saturday": 5
    case "sun", "sunday": 6
    default: nil
    }
  }
}
