import Meetings
import Metrics
import Policy

/// The rules of ruling "Verdicts" in their order. The first that fires is the verdict; what else fired is evidence.
enum Rules {
  /// The rule that decides about a series.
  static func first(for it: Evidence) -> Rule {
    let inOrder: [(Evidence) -> Rule?] = [
      external, protected, tooLittleData, nearDuplicate, deadOnThinData, dead,
      crowd, badTimes, tooLong, oftenSkipped, readable, costlyAndDoubtful,
    ]
    for rule in inOrder {
      if let fired = rule(it) { return fired }
    }
    return .noneFired
  }

  /// 1. With people from outside: measured, never flagged.
  private static func external(_ it: Evidence) -> Rule? { it.isExternal ? .external : nil }

  /// 2. Protected classes may be made smaller, moved, shortened, held less often; broadcasts only the last two.
  private static func protected(_ it: Evidence) -> Rule? {
    if it.isBroadcast { return tooLong(it) ?? oftenSkipped(it) ?? .protected(.broadcast) }
    guard it.purpose.isProtected else { return nil }
    return crowd(it) ?? badTimes(it) ?? tooLong(it) ?? oftenSkipped(it) ?? .protected(.purpose(it.purpose))
  }

  /// 3. Fewer than four occurrences tell nothing, unless they cost so much that a test is worth it.
  private static func tooLittleData(_ it: Evidence) -> Rule? {
    it.occurrences < it.policy.minimumOccurrences ? .tooLittleData(isCostly: costlyAndDoubtful(it) != nil) : nil
  }

  /// 4. The younger of two near-duplicates goes into the older.
  private static func nearDuplicate(_ it: Evidence) -> Rule? {
    it.duplicate.flatMap { $0.partnerIsOlder ? .nearDuplicate(of: $0.partner) : nil }
  }

  /// 5. Dead, but on data of low confidence: pause and look.
  private static func deadOnThinData(_ it: Evidence) -> Rule? {
    it.isDead && it.confidence == .low ? .deadOnThinData : nil
  }

  /// 6. Dead: written where it tells where things stand and a fifth still accepts, else away.
  private static func dead(_ it: Evidence) -> Rule? {
    guard it.isDead else { return nil }
    let hasReaders = it.policy.asyncResponse.isReached(by: Int64(it.answers.accepted), of: Int64(it.answers.known))
    return .dead(hasReaders: (it.purpose == .status || it.purpose == .standUp) && hasReaders)
  }

  /// 7. At least nine invited, more than half optional, declined or silent, and a core of three who accept.
  private static func crowd(_ it: Evidence) -> Rule? {
    guard it.attendeesKnown, it.invited >= it.policy.tooMany else { return nil }
    let turnout = it.turnout()
    return it.policy.smallerUnneeded.isExceeded(by: Int64(turnout.unneeded), of: Int64(turnout.invited))
      && turnout.core.count >= it.policy.smallerCore ? .crowd(core: turnout.core) : nil
  }

  /// 8. The worst-off person attends out of hours most of the time, and a fixed slot lowers that person's points.
  private static func badTimes(_ it: Evidence) -> Rule? {
    it.has(.outOfHours) ? it.betterSlot.map { .badTimes(better: $0) } : nil
  }

  /// 9. Longer than its cadence allows.
  private static func tooLong(_ it: Evidence) -> Rule? {
    it.has(.longForCadence) ? .tooLong(newLength: it.policy.shortened[it.cadence]) : nil
  }

  /// 10. Often skipped, on enough dates: the next rarer cadence.
  private static func oftenSkipped(_ it: Evidence) -> Rule? {
    guard it.has(.oftenSkipped, .strong), let next = it.cadence.nextRarer else { return nil }
    return .oftenSkipped(next: next, keepsOneIn: it.keepsOneIn)
  }

  /// 11. A status meeting of three or more can be read; a stand-up whose people stay away can be, too.
  private static func readable(_ it: Evidence) -> Rule? {
    switch it.purpose {
    case .status where it.invited >= it.policy.asyncPeople: .readable
    case .standUp where it.against.contains { $0.family == .people }: .readable
    default: nil
    }
  }

  /// 12. Eighty attendee hours and the top tenth of the audit, signals of two families, nothing that speaks for it.
  private static func costlyAndDoubtful(_ it: Evidence) -> Rule? {
    it.attendee >= it.policy.pauseTestTime && it.isAmongCostliest && it.nothingSpeaksFor
      && Set(it.against.map(\.family)).count >= 2 ? .costlyAndDoubtful : nil
  }
}
