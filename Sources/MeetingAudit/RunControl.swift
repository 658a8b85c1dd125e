/// How a run speaks with whoever started it: how far it is, and whether it shall stop.
public struct RunControl: Sendable {
  /// What a run is at.
  public enum Stage: Sendable, Equatable {
    /// So many of so many files are read.
    case reading(done: Int, of: Int)
    /// Copies become meetings.
    case merging
    /// Meetings are measured and judged.
    case measuring
    /// Findings become documents.
    case writing
  }

  private let progress: @Sendable (Stage) -> Void
  private let isStopWanted: @Sendable () -> Bool

  /// Nobody watches.
  public static let unattended = RunControl(progress: { _ in }, shouldStop: { false })

  /// Both closures may be called from several threads at once; `shouldStop` is asked between files and between stages.
  public init(progress: @escaping @Sendable (Stage) -> Void, shouldStop: @escaping @Sendable () -> Bool) {
    self.progress = progress
    isStopWanted = shouldStop
  }

  /// Whether somebody asks to stop.
  var shouldStop: Bool { isStopWanted() }

  /// Tells what has been reached.
  func tell(_ stage: Stage) { progress(stage) }

  /// Enters a stage, unless somebody asks to stop.
  func begin(_ stage: Stage) throws(AuditError) {
    if shouldStop { throw .interrupted }
    progress(stage)
  }
}
