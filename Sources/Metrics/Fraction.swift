/// An exact quotient of whole numbers in lowest terms, so that values are rounded once, when they are printed.
///
/// Sums of quotients with many different denominators could outgrow 128 bits; such a sum is rounded to billionths instead
/// of failing.
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
    let divisor = greatestCommonDivisor(a.denominator.magnitude, b.denominator.magnitude)
    let (left, overflowLeft) = a.numerator.multipliedReportingOverflow(by: b.denominator / divisor)
    let (right, overflowRight) = b.numerator.multipliedReportingOverflow(by: a.denominator / divisor)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    let (below, overflowBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator / divisor)
    if overflowLeft || overflowRight || overflowSum || overflowBelow { return a.inBillionths + b.inBillionths }
    return Fraction(sum, below)
  }

  /// The difference.
  public static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-b.numerator, b.denominator) }

  /// The product.
  public static func * (a: Fraction, b: Fraction) -> Fraction {
    let (x, y) = (Fraction(a.numerator, b.denominator), Fraction(b.numerator, a.denominator))
    return Fraction(x.numerator * y.numerator, x.denominator * y.denominator)
  }

  /// The quotient; the divisor must not be zero.
  public static func / (a: Fraction, b: Fraction) -> Fraction { a * Fraction(b.denominator, b.numerator) }

  /// Adds to a sum.
  public static func += (a: inout Fraction, b: Fraction) { a = a + b }

  /// Whether one is smaller.
  public static func < (a: Fraction, b: Fraction) -> Bool { (a - b).numerator < 0 }

  /// This many units of 10⁻ᵈ, rounded half away from zero (`rulings.md`: "rounded once, half away from zero").
  public func rounded(decimals: Int) -> Int128 {
    let scale = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
    let (above, below) = (numerator.magnitude * scale.magnitude, denominator.magnitude)
    let units = Int128((above * 2 + below) / (below * 2))
    return numerator < 0 ? -units : units
  }

  private var inBillionths: Fraction { Fraction(rounded(decimals: 9), Int128(1_000_000_000)) }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : Int128(a)
  }
}
