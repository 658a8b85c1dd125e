public import Meetings
public import Metrics

/// The rule that gave a verdict, with the values it needs; `docs/verdicts.md` lists them in their order.
public enum Rule: Sendable {
  /// 1. Somebody from outside takes part.
  case external
  /// 2. It is to be left alone, and nothing about its people, slot, length or cadence fired.
  case protected(Protection)
  /// 3. Too little data; costly ones are tried without.
  case tooLittleData(isCostly: Bool)
  /// 4. The younger of two near-duplicates: merge into the other.
  case nearDuplicate(of: SeriesID)
  /// 5. Dead, as far as thin data tell.
  case deadOnThinData
  /// 6. Dead; what has readers left is written.
  case dead(hasReaders: Bool)
  /// 7. A crowd around a core: these people, the organizer among them.
  case crowd(core: [ParticipantID])
  /// 8. Out of somebody's hours, and a better slot exists.
  case badTimes(better: SlotProposal)
  /// 9. Longer than its cadence allows: this many seconds are enough.
  case tooLong(newLength: Int64)
  /// 10. Often skipped: the next rarer cadence, which keeps one of so many dates.
  case oftenSkipped(next: Cadence, keepsOneIn: Int)
  /// 11. Can be read instead.
  case readable
  /// 12. Costly, and doubtful in two ways.
  case costlyAndDoubtful
  /// 13. No rule fired.
  case noneFired

  /// Why a series is left alone.
  public enum Protection: Sendable, Equatable {
    /// Its class is a protected one.
    case purpose(Purpose)
    /// It addresses everybody: judged on length and frequency only.
    case broadcast
  }

  /// Its place in the order, 1 to 13.
  public var number: Int {
    switch self {
    case .external: 1
    case .protected: 2
    case .tooLittleData: 3
    case .nearDuplicate: 4
    case .deadOnThinData: 5
    case .dead: 6
    case .crowd: 7
    case .badTimes: 8
    case .tooLong: 9
    case .oftenSkipped: 10
    case .readable: 11
    case .costlyAndDoubtful: 12
    case .noneFired: 13
    }
  }

  /// What it recommends.
  public var verdict: Verdict {
    switch self {
    case .external, .protected, .noneFired: .keep
    case .tooLittleData(let isCostly): isCostly ? .pauseTest : .keep
    case .nearDuplicate: .merge
    case .deadOnThinData, .costlyAndDoubtful: .pauseTest
    case .dead(let hasReaders): hasReaders ? .makeAsync : .cancel
    case .crowd: .smaller
    case .badTimes: .move
    case .tooLong: .shorten
    case .oftenSkipped: .lessOften
    case .readable: .makeAsync
    }
  }
}
