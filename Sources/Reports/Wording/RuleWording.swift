import Findings
import ICalendar
import Meetings
import Metrics
import Policy

extension SeriesWording {
  /// What is to be done, in a few words: `shorten to 50 min`. No capital at the beginning.
  func action(_ finding: SeriesFinding) -> String {
    switch finding.rule {
    case .external, .protected, .tooLittleData(isCostly: false), .noneFired: "keep"
    case .tooLittleData(isCostly: true), .deadOnThinData, .costlyAndDoubtful:
      "pause for \(Phrases.counted(policy.verdicts.pauseTestWeeks, "week")) as a test"
    case .nearDuplicate(let other):
      "merge into \(quoted(other))" + (fate(other).map { ", itself up for \($0)" } ?? "")
    case .dead(hasReaders: true), .readable: "make async"
    case .dead(hasReaders: false): "cancel"
    case .crowd(let core): "hold with \(people(core.count)) only"
    case .badTimes(let slot): "move to \(Self.slot(slot))"
    case .tooLong(let length): "shorten to \(Phrases.length(seconds: length))"
    case .oftenSkipped(let next, let kept): "hold \(rarer(next, kept)) only"
    }
  }

  /// The strongest argument, short enough for a table. No full stop.
  func shortReason(_ finding: SeriesFinding) -> String {
    switch finding.rule {
    case .crowd(let core): "a core of \(people(core.count)) accepts, most others stay away or need not come"
    case .costlyAndDoubtful, .tooLittleData, .external, .protected, .noneFired:
      "\(Phrases.hours(seconds: finding.measures.attendee)) of attendee time, and \(Phrases.counted(against(finding).count, "doubt"))"
    case .nearDuplicate, .deadOnThinData, .dead, .badTimes, .tooLong, .oftenSkipped, .readable:
      Phrases.enumeration(decisive(finding).map { signal($0, of: finding.measures.series) })
    }
  }

  /// The signals that the rule rests on, as far as it rests on signals.
  func decisive(_ finding: SeriesFinding) -> [Signal] {
    switch finding.rule {
    case .external, .protected, .tooLittleData, .crowd, .costlyAndDoubtful, .noneFired: []
    case .nearDuplicate: against(finding).filter { $0.kind == .nearDuplicate }
    case .deadOnThinData, .dead: against(finding).filter { $0.strength == .strong }
    case .badTimes: against(finding).filter { $0.kind == .outOfHours }
    case .tooLong: against(finding).filter { $0.kind == .longForCadence }
    case .oftenSkipped: against(finding).filter { $0.kind == .oftenSkipped }
    case .readable:
      finding.purpose == .standUp
        ? Array(against(finding).filter { $0.family == .people }.prefix(1))
        : against(finding).filter { $0.kind == .statusUpdate }
    }
  }

  private func against(_ finding: SeriesFinding) -> [Signal] {
    finding.signals.filter { $0.direction == .against }
  }

  /// Why a series has its verdict, in a few sentences.
  func reason(_ finding: SeriesFinding) -> String {
    guard finding.verdict != .keep, let last = lastDate(finding) else { return argument(finding) }
    return argument(finding) + " It ended on \(last.isoText); this matters only if it comes back."
  }

  private func argument(_ finding: SeriesFinding) -> String {
    switch finding.rule {
    case .external: "People from outside take part: such meetings are measured, never flagged."
    case .protected(.purpose(let purpose)): "Protected (\(purpose.rawValue)): \(PurposeWording.worth(purpose))."
    case .protected(.broadcast):
      "It addresses \(audience(finding)) and is judged on length and frequency only; neither is off."
    case .tooLittleData(let isCostly): tooLittleData(finding, isCostly)
    case .nearDuplicate(let other): "\(evidence(finding)) \(merging(finding, into: other))"
    case .deadOnThinData:
      "\(evidence(finding)) That speaks for ending it, but on little data: pause it, and see who misses it."
    case .dead(hasReaders: true):
      "\(evidence(finding)) Some still want to know what is told there: write it down instead."
    case .dead(hasReaders: false): "\(evidence(finding)) Two strong reasons of different kinds: it is not used."
    case .crowd(let core):
      """
      More than \(Phrases.percent(Fraction(policy.verdicts.smallerUnneeded.perMille, 1000))) of \
      \(people(book[finding.measures.series].invited.count)) invited are optional, declined or did not answer; \
      \(people(core.count)) \(Phrases.agreeing(core.count, "accepts", "accept")): hold it with them.
      """
    case .badTimes(let slot): badTimes(finding, slot)
    case .tooLong(let length):
      "\(evidence(finding)) Try \(Phrases.length(seconds: length))."
    case .oftenSkipped(let next, let kept):
      "\(evidence(finding)) Hold it \(rarer(next, kept)) and keep the dates."
    case .readable: readable(finding)
    case .costlyAndDoubtful:
      """
      It takes \(Phrases.hours(seconds: finding.measures.attendee)) of attendee time, is among the costliest tenth here, \
      and reasons of two kinds speak against it while none speaks for it: pause it, and see who misses it.
      """
    case .noneFired: "No rule speaks against it with enough evidence."
    }
  }

  /// Whom a meeting addresses that is for nearly all.
  private func audience(_ finding: SeriesFinding) -> String {
    let isLarge = book[finding.measures.series].invited.count >= policy.hours.broadcast
    return isLarge
      ? "\(Phrases.whole(policy.hours.broadcast)) people or more" : "at least half of the people in the roster"
  }

  /// Which of two near-duplicates stays, unless that one is up for a change as well.
  private func merging(_ finding: SeriesFinding, into other: SeriesID) -> String {
    let isOlder = book[other].firstSeen < book[finding.measures.series].firstSeen
    if let fate = fate(other) {
      return
        "\(quoted(other)) is \(isOlder ? "the older of the two, but " : "")itself up for \(fate): decide both together."
    }
    return isOlder ? "The older of the two stays: \(quoted(other))." : "\(quoted(other)) stays."
  }

  private func tooLittleData(_ finding: SeriesFinding, _ isCostly: Bool) -> String {
    let held = book[finding.measures.series].occurrences.count
    let start = "It was held \(Phrases.times(held)): too little to judge it by."
    return isCostly ? start + " It costs so much that a pause is worth a try." : start
  }

  private func badTimes(_ finding: SeriesFinding, _ slot: SlotProposal) -> String {
    let points = { (value: Int64) in Phrases.number(Units.points(value)) }
    return """
      \(evidence(finding)) \(Self.slot(slot)) would lower the burden of whoever pays most from \
      \(points(slot.worstBefore)) to \(points(slot.worstAfter)) points in the next period.
      """
  }

  private func readable(_ finding: SeriesFinding) -> String {
    switch finding.purpose {
    case .standUp: "\(evidence(finding)) A written round does what a stand-up does."
    default: "\(evidence(finding)) What people report to each other can be read."
    }
  }

  /// What the rule rests on as a sentence; nothing where it rests on none.
  private func evidence(_ finding: SeriesFinding) -> String {
    decisive(finding).isEmpty ? "It can be told from its title." : Phrases.sentence(shortReason(finding)) + "."
  }

  /// `monthly`, or, where the next rarer cadence does not say which dates stay, `every second date`.
  private func rarer(_ next: Cadence, _ kept: Int) -> String {
    switch next {
    case .daily, .severalAWeek, .weekly, .biweekly, .monthly: next.rawValue
    case .rarer: kept == 2 ? "every second date" : "one date of \(Phrases.whole(kept))"
    }
  }
}
