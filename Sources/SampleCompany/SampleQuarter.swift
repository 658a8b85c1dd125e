/// A quarter of a calendar year, such as 2026-Q3.
public struct SampleQuarter: Hashable, Sendable {
  /// The year of the Gregorian calendar.
  public let year: Int
  /// 1 to 4.
  public let number: Int

  /// A quarter; a number outside 1 to 4 is a mistake of the program.
  public init(year: Int, number: Int) {
    precondition((1...4).contains(number), "a year has quarters 1 to 4")
    self.year = year
    self.number = number
  }

  /// The quarter as it is written on the command line.
  public var name: String { "\(year)-Q\(number)" }

  var firstDay: Day { Day(year: year, month: 3 * number - 2, day: 1) }

  /// The quarter that many quarters later (earlier when negative).
  func shifted(by quarters: Int) -> SampleQuarter {
    let index = year * 4 + number - 1 + quarters
    return SampleQuarter(year: index / 4, number: index % 4 + 1)
  }

  /// The days of the quarter, half-open.
  var days: Range<Day> { firstDay..<shifted(by: 1).firstDay }
}
