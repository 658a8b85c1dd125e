/// Foreign text as it may stand in a document: what has no picture of its own, or changes the order in which its
/// neighbours are read, is shown instead of passed on (promise 8).
///
/// Control characters become their control pictures (`␀` … `␟`, `␡`); the C1 controls, the line and paragraph separators
/// and the bidirectional controls become their code point, `⟨U+202E⟩`. Zero-width joiners stay: scripts and emoji need them.
public enum VisibleText {
  /// Which line structure the place has that the text is written to.
  public enum Breaks {
    /// Tabs and line breaks stay: a quoted CSV cell holds them.
    case kept
    /// Tabs and line breaks are shown as well: the text stands in one line.
    case shown
  }

  /// The text with everything invisible shown.
  public static func shown(_ text: String, breaks: Breaks) -> String {
    guard text.unicodeScalars.contains(where: needsPicture) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      if breaks == .kept && isBreak(scalar) {
        result.append(scalar)
      } else if scalar == "\n" && previous == "\r" {
        // One picture for the pair that ends a line.
      } else if needsPicture(scalar) {
        result.append(contentsOf: picture(of: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private static func needsPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: scalar.properties.isBidiControl
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: String(Unicode.Scalar(0x2400 + scalar.value)!)
    case 0x7F: "␡"
    default: "⟨U+" + hexadecimal(scalar.value) + "⟩"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
