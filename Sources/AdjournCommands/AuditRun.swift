import CommandLineKit
import MeetingAudit
import Policy
import Synchronization

/// A run of the audit for somebody at a terminal: with a line of progress, with signals, with errors in one line.
struct AuditRun {
  private let audit: Audit
  private let surroundings: Surroundings
  private let isQuiet: Bool

  /// Reads the tables of a request.
  ///
  /// - Throws: `CommandFailure` when one of them cannot be used at all.
  init(_ request: AuditRequest, isQuiet: Bool, in surroundings: Surroundings) throws(CommandFailure) {
    self.surroundings = surroundings
    self.isQuiet = isQuiet
    do throws(AuditError) {
      audit = try Audit(request)
    } catch {
      throw CommandFailure(error, in: surroundings, isQuiet: isQuiet)
    }
  }

  /// Does one of the things that an audit can do.
  func perform<Outcome>(
    _ work: (Audit, RunControl) throws(AuditError) -> Outcome
  ) throws(CommandFailure) -> Outcome {
    let line = ProgressLine(isShown: surroundings.errorsAreTerminal && !isQuiet, surroundings)
    let surroundings = surroundings
    let control = RunControl(
      progress: { line.show($0) }, shouldStop: { surroundings.stopSignal() != nil })
    do throws(AuditError) {
      let outcome = try work(audit, control)
      line.clear()
      return outcome
    } catch {
      line.clear()
      throw CommandFailure(error, in: surroundings, isQuiet: isQuiet)
    }
  }

  /// Says what is to be said about the input, in an excerpt, on standard error.
  func tell(_ messages: [InputMessage]) {
    guard !isQuiet else { return }
    for line in MessageLines(inColor: surroundings.errorsTakeColor).excerpt(messages) { surroundings.tell(line + "\n") }
  }
}

extension CommandFailure {
  /// The code and the words for an error of the audit.
  init(_ error: AuditError, in surroundings: Surroundings, isQuiet: Bool) {
    switch error {
    case .noZoneData(let folder):
      self.init(code: .noCalendar, message: "no time-zone data in \(folder); install tzdata")
    case .unknownZone(let name, let known):
      let nearest = Spelling.nearest(to: name, among: known)
      self.init(
        code: .validationFailure,
        message: "--zone: expected a time zone such as Europe/Berlin, not '\(name)'"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "") + " (see: adjourn help occurrences)")
    case .unreadableTable(let path, let words):
      self.init(code: .unusableTable, message: "\(path): cannot be read: \(words)")
    case .unusablePeople(let error): self.init(code: .unusableTable, message: error.description)
    case .noUsableCalendar(let messages):
      // These say why the run stops: they are told to whoever wants quiet as well.
      for line in MessageLines(inColor: surroundings.errorsTakeColor).excerpt(messages) {
        surroundings.tell(line + "\n")
      }
      self.init(code: .noCalendar, message: "no usable calendar; nothing written")
    case .doesNotBalance(let imbalance):
      self.init(
        code: .bug,
        message: "a bug of adjourn: the totals do not balance (\(imbalance.text)); nothing written, please report it")
    case .interrupted:
      self.init(interruptedBy: surroundings.stopSignal())
    }
  }

  /// Stopped by a signal before anything was replaced.
  init(interruptedBy signal: Int32?) {
    self.init(code: .interrupted(by: signal ?? 2), message: "interrupted; an earlier report is untouched")
  }
}
