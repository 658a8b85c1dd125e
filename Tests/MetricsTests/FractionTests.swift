import Metrics
import Testing

@Suite("Fraction")
struct FractionTests {
  @Test("sums, products and quotients are exact and in lowest terms")
  func arithmetic() {
    #expect(Fraction(1, 6) + Fraction(1, 10) == Fraction(4, 15))
    #expect(Fraction(1, 6) - Fraction(1, 10) == Fraction(1, 15))
    #expect(Fraction(-2, 3) * Fraction(9, 4) == Fraction(-3, 2))
    #expect(Fraction(2, 3) / Fraction(-4, 9) == Fraction(-3, 2))
    #expect(Fraction(6, -4).numerator == -3 && Fraction(6, -4).denominator == 2)
  }

  @Test(
    "rounding goes half away from zero",
    arguments: [
      (Fraction(1, 8), 2, 13), (Fraction(-1, 8), 2, -13), (Fraction(1, 3), 4, 3333), (Fraction(2, 3), 0, 1),
      (Fraction(5, 2), 0, 3), (Fraction(-5, 2), 0, -3), (Fraction(0, 7), 3, 0), (Fraction(49, 100), 0, 0),
    ])
  func rounding(value: Fraction, decimals: Int, units: Int) {
    #expect(value.rounded(decimals: decimals) == Int128(units))
  }

  @Test("a comparison near the limits of 128 bits is still exact")
  func comparison() {
    let large = Int128.max
    // (n − 1) ÷ n grows with n.
    #expect(Fraction(large - 2, large - 1) < Fraction(large - 1, large))
    #expect(!(Fraction(large - 1, large) < Fraction(large - 2, large - 1)))
    #expect(Fraction(-1, large) < .zero)
  }

  @Test("printing a value with huge terms does not overflow")
  func hugeTerms() {
    let large = Int128.max
    #expect(Fraction(large - 1, large).rounded(decimals: 9) == 1_000_000_000)
    #expect(Fraction(large / 3, large).rounded(decimals: 4) == 3333)
  }

  @Test("sums and products that outgrow 128 bits are right to a billionth")
  func overflow() {
    // 2^89 − 1 and 2^107 − 1 are primes: neither sum nor product has terms below 2^127.
    let (p, q) = ((Int128(1) << 89) - 1, (Int128(1) << 107) - 1)
    let (x, y) = (Fraction(p / 3, p), Fraction(q / 7 * 2, q))
    #expect((x + y).rounded(decimals: 8) == 61_904_762)  // 1/3 + 2/7 = 13/21 = 0.619047619…
    #expect((x * y).rounded(decimals: 8) == 9_523_810)  // 2/21 = 0.095238095…
    #expect((Fraction(0) - x * y).rounded(decimals: 8) == -9_523_810)
    #expect((x / y).rounded(decimals: 7) == 11_666_667)  // 7/6 = 1.1666666…
  }
}
