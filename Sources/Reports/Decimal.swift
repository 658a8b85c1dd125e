import Metrics

/// An exact value with so many decimals and a decimal point, rounded once, half away from zero.
func decimal(_ value: Fraction, decimals: Int, thousands: String = "") -> String {
  let units = value.rounded(decimals: decimals)
  let scale = (0..<decimals).reduce(UInt128(1)) { power, _ in power * 10 }
  let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: scale)
  let sign = units < 0 ? "-" : ""
  let digits = grouped(String(whole), by: thousands)
  guard decimals > 0 else { return sign + digits }
  let tail = String(rest)
  return sign + digits + "." + String(repeating: "0", count: decimals - tail.utf8.count) + tail
}

/// Digits in groups of three, counted from the right.
private func grouped(_ digits: String, by separator: String) -> String {
  guard !separator.isEmpty else { return digits }
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.utf8.count - index) % 3 == 0 { result += separator }
    result.append(digit)
  }
  return result
}
