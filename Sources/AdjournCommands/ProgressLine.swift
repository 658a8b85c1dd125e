import MeetingAudit
import Synchronization

/// One line on a terminal that says how far a run is, from half a second on, at most ten times a second.
struct ProgressLine: ~Copyable, Sendable {
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  private let isShown: Bool
  private let surroundings: Surroundings
  /// When the line was written last; nil while there is none.
  private let last = Mutex<Duration?>(nil)

  init(isShown: Bool, _ surroundings: Surroundings) {
    self.isShown = isShown
    self.surroundings = surroundings
  }

  /// Says where the run is; may be called from any thread.
  func show(_ stage: RunControl.Stage) {
    guard isShown else { return }
    let now = surroundings.elapsed()
    guard now >= Self.patience else { return }
    last.withLock { last in
      if case .reading = stage, let last, now - last < Self.pause { return }
      last = now
      surroundings.tell("\r\u{1B}[K" + Self.text(stage))
    }
  }

  /// Takes the line away.
  func clear() {
    last.withLock { last in
      if last != nil { surroundings.tell("\r\u{1B}[K") }
      last = nil
    }
  }

  private static func text(_ stage: RunControl.Stage) -> String {
    switch stage {
    case .reading(let done, let all): "reading calendars: \(done) of \(all)"
    case .merging: "merging copies of meetings"
    case .measuring: "measuring"
    case .writing: "writing the report"
    }
  }
}
