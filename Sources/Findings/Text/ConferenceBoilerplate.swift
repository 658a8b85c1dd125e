/// Takes out of a description what a conference program put in: what remains is what the organizer wrote.
///
/// Without this every meeting with a video link would seem to have an agenda (metrics, "description empty after stripping
/// conference boilerplate").
enum ConferenceBoilerplate {
  /// The organizer's own words, blanks and line ends drawn together to one blank each.
  static func stripped(from description: String) -> String {
    let lines = PlainText.lines(of: description)
    let holdsLink = Links.ranges(in: description).contains { Links.isConference(description[$0]) }
    var kept: [String] = []
    for paragraph in paragraphs(of: lines) {
      for line in paragraph {
        let rest = withoutConferenceLinks(line)
        if !isBoilerplate(rest, besideLink: holdsLink) { kept.append(rest) }
      }
    }
    return kept.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The lines between ruled lines, without the ruled lines, without a ruled-off part that holds a conference link
  /// (whatever its language), and without all that follows a line that announces text not to be touched.
  private static func paragraphs(of lines: [Substring]) -> [[Substring]] {
    var parts: [[Substring]] = [[]]
    for line in lines {
      if isRuled(line) { parts.append([]) } else { parts[parts.count - 1].append(line) }
    }
    for index in parts.indices.dropFirst() where parts[index].contains(where: holdsConferenceLink) {
      parts[index] = []
    }
    for index in parts.indices {
      guard let start = parts[index].firstIndex(where: announcesBoilerplate) else { continue }
      parts[index].removeSubrange(start...)
      return Array(parts[...index])
    }
    return parts
  }

  /// Whether a line consists of strokes: twenty underscores or hyphens, or the `-::~:~` with which Google frames its part.
  private static func isRuled(_ line: Substring) -> Bool {
    let strokes = line.filter { !$0.isWhitespace }
    return strokes.count >= 20 && strokes.allSatisfy { "_-=~:*.─━—–".contains($0) }
  }

  private static func holdsConferenceLink(_ line: Substring) -> Bool {
    let text = String(line)
    return Links.ranges(in: text).contains { Links.isConference(text[$0]) }
  }

  private static func announcesBoilerplate(_ line: Substring) -> Bool {
    ConferencePhrases.untilEnd.isPrefix(of: FoldedWords.of(String(line)))
  }

  private static func withoutConferenceLinks(_ line: Substring) -> String {
    var text = String(line)
    for link in Links.ranges(in: text).reversed() where Links.isConference(text[link]) {
      text.removeSubrange(link)
    }
    return text
  }

  private static func isBoilerplate(_ line: String, besideLink: Bool) -> Bool {
    let words = FoldedWords.of(line)
    return words.isEmpty || isDialIn(line) && !line.contains("://")
      || ConferencePhrases.beginnings.isPrefix(of: words)
      || ConferencePhrases.parts.isContained(in: words)
      || ConferencePhrases.labels.isPrefix(of: words, followedByAtMost: 5)
      || besideLink && ConferencePhrases.repeated.isPrefix(of: words)
  }

  /// Whether a line is a number to dial, with its country or city: `+49 69 1234567,,123# Germany, Frankfurt`.
  private static func isDialIn(_ line: String) -> Bool {
    var digits = 0
    var letters = 0
    var longestNumber = 0
    var number = 0
    var isInternational = false
    for character in line {
      if character.isNumber {
        digits += 1
        number += 1
        longestNumber = max(longestNumber, number)
      } else if character.isLetter {
        letters += 1
        number = 0
      } else if character == "+" {
        isInternational = true
        number = 0
      } else if !" -().,/#*".contains(character) {
        number = 0
      }
    }
    return isInternational && longestNumber >= 7 && letters <= 40 || digits >= 6 && letters < digits
  }
}

/// Reads descriptions as text: some calendar programs write them as HTML.
enum PlainText {
  /// The lines of a description, tags taken out; a link in angle brackets, as Outlook writes it, stays.
  static func lines(of description: String) -> [Substring] {
    guard description.contains("<") || description.contains("&") else {
      return description.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
    }
    var text = ""
    var rest = description[...]
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      let tag = rest[rest.index(after: open)..<close]
      text += replacement(of: tag)
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    for (entity, character) in entities where text.contains("&") { text.replace(entity, with: character) }
    return text[...].split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
  }

  private static func replacement(of tag: Substring) -> String {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if tag.contains(":"), ["http", "https", "mailto", "tel", "sip"].contains(name) { return " " + tag + " " }
    if ["br", "p", "div", "li", "ul", "ol", "tr", "hr", "h1", "h2", "h3", "h4"].contains(name) { return "\n" }
    guard let first = tag.first, first.isLetter || first == "/" || first == "!" else { return "<" + tag + ">" }
    return ""
  }

  private static let entities = [
    ("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]
}
