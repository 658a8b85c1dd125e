import CalendarSources
import ICalendar
import Meetings
import Policy
import Reports

/// Something about the input that a user should know, with its place.
public struct InputMessage: Sendable, Hashable {
  /// What became of what it is about.
  public enum Consequence: String, Sendable, Comparable {
    /// Read all the same.
    case warning
    /// Some of it was left out because a limit was reached.
    case limited
    /// One event was not used.
    case rejected
    /// One row of a table was not used.
    case rowLeftOut = "row-left-out"
    /// A file was not read whole.
    case damaged
    /// A file was not read.
    case refused

    /// Harmless before harmful.
    public static func < (a: Consequence, b: Consequence) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .warning: 0
      case .limited: 1
      case .rejected: 2
      case .rowLeftOut: 3
      case .damaged: 4
      case .refused: 5
      }
    }
  }

  /// The file, as the user gave it or found below a folder.
  public let path: String
  /// The physical line, or the row of a table; 0 when the whole file is meant.
  public let line: Int
  /// What became of it.
  public let consequence: Consequence
  /// One clause that says what was found.
  public let text: String
  /// A stable word to search for.
  public let code: String

  /// Whether something is missing from the totals because of it: then not everything was read and counted.
  public var isLoss: Bool { consequence > .warning }
}

/// Everything there is to say about the input of a run.
struct InputMessages {
  /// By path, line, code.
  let all: [InputMessage]
  /// The same as counts.
  let summary: InputSummary

  init(_ intake: Intake, _ imported: MeetingImport?, _ roster: PeopleTable?, _ request: AuditRequest) {
    let given = Set(request.paths)
    var messages = intake.refusals.map { InputMessage($0, isGiven: given.contains($0.path)) }
    for stream in intake.streams {
      messages += stream.content.diagnostics.map { InputMessage($0, path: stream.path) }
    }
    for (path, diagnostics) in intake.refusedContents { messages += diagnostics.map { InputMessage($0, path: path) } }
    messages += (imported?.notices ?? []).map { InputMessage($0) }
    messages += (imported?.cutShort ?? []).map { index in
      InputMessage(Diagnostic(line: 0, issue: .ruleCutShort), path: intake.streams[index].path)
    }
    let problems = roster?.problems ?? []
    messages += problems.map { InputMessage($0, path: request.people ?? "") }
    all = messages.sorted { ($0.path, $0.line, $0.code, $0.text) < ($1.path, $1.line, $1.code, $1.text) }

    var summary = InputSummary()
    summary.filesRead = intake.streams.count
    summary.filesRefused = all.count { $0.consequence == .refused }
    summary.rowsLeftOut = all.count { $0.consequence == .rowLeftOut }
    summary.peopleExcluded = roster?.rows.count { $0.isExcluded } ?? 0
    summary.warnings = all.count { !$0.isLoss }
    self.summary = summary
  }
}

extension InputMessage {
  /// A link to nothing inside a folder takes nothing away; one that was asked for does.
  fileprivate init(_ refusal: SourceRefusal, isGiven: Bool) {
    let isHarmless = refusal.reason == .danglingLink && !isGiven
    self.init(
      path: refusal.path, line: 0, consequence: isHarmless ? .warning : .refused, text: refusal.reason.text,
      code: refusal.reason.code)
  }

  fileprivate init(_ diagnostic: Diagnostic, path: String) {
    let consequence: Consequence =
      switch diagnostic.issue.effect {
      case .warning: .warning
      case .limited: .limited
      case .rejected: .rejected
      case .damaged: .damaged
      }
    self.init(
      path: path, line: diagnostic.line, consequence: consequence, text: diagnostic.issue.text,
      code: diagnostic.issue.code)
  }

  fileprivate init(_ notice: ImportNotice) {
    let message = notice.message
    self.init(path: message.path, line: message.line, consequence: .warning, text: message.text, code: notice.code)
  }

  fileprivate init(_ problem: TableProblem, path: String) {
    self.init(
      path: path, line: problem.row, consequence: problem.severity == .rowLeftOut ? .rowLeftOut : .warning,
      text: problem.description, code: problem.severity == .rowLeftOut ? "bad-row" : "table")
  }
}
