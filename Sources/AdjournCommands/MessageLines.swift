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

  /// In their order, by path and line; of each kind not more than enough, with what is left out of it counted at the end.
  func excerpt(_ messages: [InputMessage]) -> [String] {
    var left = Dictionary(grouping: messages, by: Kind.init).mapValues(\.count)
    // One line more than enough is not worth a line that says so.
    left = left.mapValues { $0 > Self.enough + 1 ? $0 - Self.enough : 0 }
    var told: [Kind: Int] = [:]
    let lines = messages.filter { message in
      let kind = Kind(message)
      told[kind, default: 0] += 1
      return left[kind] == 0 || told[kind, default: 0] <= Self.enough
    }.map(line)
    return lines
      + left.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { kind, count in
        "… and \(count) more like it [\(kind.code)]; adjourn check lists all"
      }
  }

  private struct Kind: Hashable, Comparable {
    let consequence: InputMessage.Consequence
    let code: String

    init(_ message: InputMessage) {
      consequence = message.consequence
      code = message.code
    }

    static func < (a: Kind, b: Kind) -> Bool { (a.consequence, a.code) < (b.consequence, b.code) }
  }
}

extension ExitCode {
  /// Success, when everything was read and counted.
  static func of(_ messages: [InputMessage]) -> ExitCode { messages.contains(where: \.isLoss) ? .incomplete : .success }
}
