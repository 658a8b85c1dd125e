/// An exact quotient of whole numbers in lowest terms, so that values are rounded once, when they are printed.
///
/// Quotients with many different denominators could outgrow 128 bits; then, instead of failing, a sum is rounded to
/// billionths and a product to its first 127 bits. Comparing and printing are exact whatever the size.
public struct Fraction: Sendable, Hashable, Comparable {
  /// Above the line.
  public let numerator: Int128
  /// Below the line; positive.
  public let denominator: Int128

  /// Zero.
  public static let zero = Fraction(0)

  /// A whole number.
  public init(_ whole: some BinaryInteger) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// A quotient; the denominator must not be zero.
  public init(_ numerator: some BinaryInteger, _ denominator: some BinaryInteger) {
    precondition(denominator != 0, "a fraction needs a denominator")
    let sign: Int128 = denominator < 0 ? -1 : 1
    let (above, below) = (Int128(numerator) * sign, Int128(denominator) * sign)
    let divisor = Self.greatestCommonDivisor(above.magnitude, below.magnitude)
    self.numerator = above / divisor
    self.denominator = below / divisor
  }

  /// The sum.
  public static func + (a: Fraction, b: Fraction) -> Fraction {
    if a.denominator == b.denominator, a.denominator == 1 {
      let (sum, overflow) = a.numerator.addingReportingOverflow(b.numerator)
      if !overflow { return Fraction(sum) }
    }
    let divisor = greatestCommonDivisor(a.denominator.magnitude, b.denominator.magnitude)
    let (left, overflowLeft) = a.numerator.multipliedReportingOverflow(by: b.denominator / divisor)
    let (right, overflowRight) = b.numerator.multipliedReportingOverflow(by: a.denominator / divisor)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    let (below, overflowBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator / divisor)
    if overflowLeft || overflowRight || overflowSum || overflowBelow {
      return Fraction(a.billionths + b.billionths, Int128(1_000_000_000))
    }
    return Fraction(sum, below)
  }

  /// The difference.
  public static func - (a: Fraction, b: Fraction) -> Fraction { a + -b }

  /// The number with the other sign.
  public static prefix func - (a: Fraction) -> Fraction { Fraction(-a.numerator, a.denominator) }

  /// The product.
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    let (x, y) = (Fraction(a.numerator, b.denominator), Fraction(b.numerator, a.denominator))
    let (above, overflowAbove) = x.numerator.multipliedReportingOverflow(by: y.numerator)
    let (below, overflowBelow) = x.denominator.multipliedReportingOverflow(by: y.denominator)
    if overflowAbove || overflowBelow {
      return rounded(
        x.numerator.magnitude.multipliedFullWidth(by: y.numerator.magnitude),
        x.denominator.magnitude.multipliedFullWidth(by: y.denominator.magnitude),
        isNegative: (x.numerator < 0) != (y.numerator < 0))
    }
    return Fraction(above, below)
  }

  /// The quotient; the divisor must not be zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction { a * Fraction(b.denominator, b.numerator) }

  /// Adds to a sum.
  public static func += (a: inout Fraction, b: Fraction) { a = a + b }

  /// Whether one is smaller.
  public static func < (a: Fraction, b: Fraction) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }

  /// This many units of 10⁻ᵈ, rounded half away from zero (`rulings.md`: "rounded once, half away from zero").
  public func rounded(decimals: Int) -> Int128 {
    let scale = (0..<decimals).reduce(UInt128(1)) { power, _ in power * 10 }
    let scaled = numerator.magnitude.multipliedFullWidth(by: scale)
    let units = Int128(clamping: Self.divideRounding(scaled, by: denominator.magnitude))
    return numerator < 0 ? -units : units
  }

  private var billionths: Int128 { rounded(decimals: 9) }

  /// A quotient rounded half up; the largest number where it does not fit.
  private static func divideRounding(_ dividend: (high: UInt128, low: UInt128), by divisor: UInt128) -> UInt128 {
    guard dividend.high < divisor else { return .max }
    if dividend.high == 0 {
      let (quotient, remainder) = dividend.low.quotientAndRemainder(dividingBy: divisor)
      return remainder >= divisor - remainder ? quotient + 1 : quotient
    }
    let (quotient, remainder) = divisor.dividingFullWidth(dividend)
    return remainder >= divisor - remainder && quotient < .max ? quotient + 1 : quotient
  }

  /// A quotient of 256-bit numbers, both cut to their first bits: 127 for the larger.
  private static func rounded(
    _ above: (high: UInt128, low: UInt128), _ below: (high: UInt128, low: UInt128), isNegative: Bool
  ) -> Fraction {
    let excess = 129 - min(above.high.leadingZeroBitCount, below.high.leadingZeroBitCount)
    func cut(_ number: (high: UInt128, low: UInt128)) -> Int128 {
      Int128(
        excess < 128 ? number.high << (128 - excess) | number.low >> excess : number.high >> (excess - 128))
    }
    return Fraction(isNegative ? -cut(above) : cut(above), max(1, cut(below)))
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> Int128 {
    var (a, b) = (a, b)
    // Steps on machine words are many times faster; all but sums over many days fit into one.
    while b > UInt64.max { (a, b) = (b, a % b) }
    guard b != 0 else { return a == 0 ? 1 : Int128(a) }
    var (small, rest) = (UInt64(b), UInt64(truncatingIfNeeded: a % b))
    while rest != 0 { (small, rest) = (rest, small % rest) }
    return Int128(small)
  }
}
