import Findings
import ICalendar
import Meetings
import Metrics
import Policy

/// Everything that is said about one recurring meeting, as plain text: the tables take it as it is, the document escapes it.
///
/// Sentences about signals stand in `SignalWording.swift`, those about rules in `RuleWording.swift`.
struct SeriesWording {
  let book: MeetingBook
  let policy: Policy
  let names: Names
  /// What is recommended for each series: a meeting that goes into another one hears what becomes of that.
  private let verdicts: [SeriesID: Verdict]

  init(book: MeetingBook, policy: Policy, findings: [SeriesFinding]) {
    self.book = book
    self.policy = policy
    names = Names(book)
    verdicts = Dictionary(uniqueKeysWithValues: findings.map { ($0.measures.series, $0.verdict) })
  }

  /// The last date of a meeting that is over when the period ends; nil for one that goes on, or may.
  func lastDate(_ finding: SeriesFinding) -> CivilDay? {
    book[finding.measures.series].ends.flatMap { $0 < book.window.upperBound ? $0 : nil }
  }

  /// What another series is itself up for, as a noun; nil when it stays as it is.
  func fate(_ series: SeriesID) -> String? {
    switch verdicts[series] ?? .keep {
    case .keep: nil
    case .shorten: "shortening"
    case .lessOften: "fewer dates"
    case .smaller: "a smaller round"
    case .move: "moving"
    case .merge: "merging"
    case .makeAsync: "being replaced in writing"
    case .pauseTest: "a pause"
    case .cancel: "cancelling"
    }
  }

  /// The title of another series, in quotation marks.
  func quoted(_ series: SeriesID) -> String { "“" + names.readable(book[book[series].details]) + "”" }

  /// How sure a verdict is, and why.
  func confidence(_ finding: SeriesFinding) -> String {
    let occurrences = Phrases.counted(book[finding.measures.series].occurrences.count, "date")
    let answers = finding.measures.answers
    let known =
      Phrases.percent(answers.known, of: answers.known + answers.unknown).map { "\($0) of the answers known" }
      ?? "nobody's answer known"
    let calendars = people(finding.measures.peopleWithCalendar) + " with a calendar"
    return "\(finding.confidence.rawValue) (\(occurrences), \(known), \(calendars))"
  }

  /// A weekly slot, `Tue 15:00 Europe/Berlin`.
  static func slot(_ slot: SlotProposal) -> String {
    Phrases.short(slot.weekday) + " " + Phrases.clock(slot.second) + " " + slot.zone.name
  }

  /// The written or layered form that takes the place of a meeting that goes; nil for one that stays in some form.
  func replacement(_ finding: SeriesFinding) -> String? {
    switch finding.verdict {
    case .makeAsync: Phrases.sentence(PurposeWording.writtenForm(finding.purpose))
    case .pauseTest:
      "For \(Phrases.counted(policy.verdicts.pauseTestWeeks, "week")): " + PurposeWording.writtenForm(finding.purpose)
    case .cancel: "Nothing by default; where something is missed: " + PurposeWording.writtenForm(finding.purpose)
    case .keep, .shorten, .lessOften, .smaller, .move, .merge: nil
    }
  }
}
