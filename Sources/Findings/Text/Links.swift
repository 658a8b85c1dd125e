/// The web links of a text, told apart by what they lead to.
enum Links {
  /// Where each link stands: from `http` to the first blank, bracket or quotation mark.
  static func ranges(in text: String) -> [Range<String.Index>] {
    let bytes = text.utf8
    var found: [Range<String.Index>] = []
    var index = bytes.startIndex
    while let start = bytes[index...].firstIndex(where: { $0 == UInt8(ascii: "h") || $0 == UInt8(ascii: "H") }) {
      let rest = text[start...]
      let scheme = ["https://", "http://"].first { rest.prefix($0.count).lowercased() == $0 }
      guard let scheme else {
        index = bytes.index(after: start)
        continue
      }
      let end = rest.firstIndex(where: endsLink) ?? text.endIndex
      if text.distance(from: start, to: end) > scheme.count { found.append(start..<end) }
      index = end
    }
    return found
  }

  /// Whether a link leads into a conference, to its options or to help on how to join, and so to no document.
  static func isConference(_ link: Substring) -> Bool {
    let lower = link.lowercased()
    guard let scheme = lower.firstRange(of: "://") else { return false }
    let rest = lower[scheme.upperBound...]
    let host = rest.prefix { !"/:?#".contains($0) }
    let path = rest[host.endIndex...]
    let page = rest.hasPrefix("www.") ? rest.dropFirst(4) : rest
    if ConferencePhrases.helpPages.contains(where: { page.hasPrefix($0) }) { return true }
    // Teams serves the files of its channels from the host of its meetings.
    return !path.hasPrefix("/l/file") && ConferencePhrases.hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private static func endsLink(_ character: Character) -> Bool {
    character.isWhitespace || "<>\"')]}「」、。".contains(character)
  }
}
