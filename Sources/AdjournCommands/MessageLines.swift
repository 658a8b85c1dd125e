import CommandLineKit
import MeetingAudit
import Reports

/// What is said about the input, as lines: `path:line: warning: text [code]`.
struct MessageLines {
  /// So many of one kind are enough where the rest of the output counts more.
  static let enough = 20

  /// Whether the words are marked.
  let inColor: Bool

  /// One line, without its end.
  func line(_ message: InputMessage) -> String {
    let place = VisibleText.shown(message.path, breaks: .shown) + (message.line > 0 ? ":\(message.line)" : "")
    let (word, style): (String, TerminalText.Style) =
      message.consequence > .limited ? ("error:", .red) : ("warning:", .yellow)
    let text = VisibleText.shown(message.text, breaks: .shown)
    return "\(place): \(TerminalText.styled(word, style, inColor: inColor)) \(text) [\(message.code)]"
  }

  /// All of them, harmless before harmful, by kind; of each kind not more than enough.
  func excerpt(_ messages: [InputMessage]) -> [String] {
    let kinds = Dictionary(grouping: messages) { Kind(consequence: $0.consequence, code: $0.code) }
    return kinds.sorted { $0.key < $1.key }.flatMap { kind, messages in
      let more = messages.count - Self.enough
      // One line more than enough is not worth a line that says so.
      guard more > 1 else { return messages.map(line) }
      return messages.prefix(Self.enough).map(line) + [
        "… and \(more) more like it [\(kind.code)]; adjourn check lists all"
      ]
    }
  }

  private struct Kind: Hashable, Comparable {
    let consequence: InputMessage.Consequence
    let code: String

    static func < (a: Kind, b: Kind) -> Bool { (a.consequence, a.code) < (b.consequence, b.code) }
  }
}

extension ExitCode {
  /// Success, when everything was read and counted.
  static func of(_ messages: [InputMessage]) -> ExitCode { messages.contains(where: \.isLoss) ? .incomplete : .success }
}
