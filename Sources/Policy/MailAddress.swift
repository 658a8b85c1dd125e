/// How e-mail addresses are compared: without case and without `mailto:` (ruling "Who takes part").
public enum MailAddress {
  /// The form in which two spellings of one address are equal; blanks around it are dropped.
  public static func comparable(_ address: String) -> String {
    let lower = trimmed(address[...]).lowercased()
    return lower.hasPrefix("mailto:") ? trimmed(lower.dropFirst("mailto:".count)) : lower
  }

  /// Whether the text has the shape of one address: something on both sides of a single `@`, and no blank.
  static func isPlausible(_ address: String) -> Bool {
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && sides.allSatisfy { !$0.isEmpty }
      && !address.contains { $0.isWhitespace || $0 == "," || $0 == ";" }
  }
}

/// The text without white space at its ends.
func trimmed(_ text: Substring) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
