/// One file of the made-up company's folder.
public struct SampleFile: Sendable {
  /// Path below the folder, with `/` between its parts.
  public let path: String
  /// The whole content.
  public let bytes: [UInt8]
}

/// A made-up company, its people, and their exported calendars: for the demo, the tests and the benchmark.
///
/// The same parameters give the same bytes, on every machine and in every run: nothing is drawn from the system, the
/// clock or the order of a hash table.
public struct SampleCompany: Sendable {
  /// How many people have a calendar.
  public let people: Int
  /// What all draws depend on.
  public let seed: UInt64
  /// The quarter that is meant to be audited.
  public let lastQuarter: SampleQuarter
  /// How many quarters are filled with meetings, the last one included.
  public let quarters: Int
  /// The size to which each calendar is padded with old meetings, in thousands of bytes; nothing for no padding.
  public let kilobytesPerPerson: Int?

  private let time: CompanyTime
  private let roster: Roster

  /// A company; fewer than one person or quarter is a mistake of the program.
  public init(
    people: Int = 44, seed: UInt64 = 1, lastQuarter: SampleQuarter = SampleQuarter(year: 2026, number: 3),
    quarters: Int = 2,
    kilobytesPerPerson: Int? = nil
  ) {
    precondition(people >= 1 && quarters >= 1, "a company has people and a past")
    self.people = people
    self.seed = seed
    self.lastQuarter = lastQuarter
    self.quarters = quarters
    self.kilobytesPerPerson = kilobytesPerPerson
    time = CompanyTime(audited: lastQuarter, quarters: quarters)
    roster = Roster(people: people)
  }

  /// Hands over the files one by one, so that a large company is never in memory as a whole.
  ///
  /// - Throws: what the closure throws; nothing is made after that.
  public func forEachFile<Failure: Error>(_ body: (SampleFile) throws(Failure) -> Void) throws(Failure) {
    try body(SampleFile(path: "README.md", bytes: Array(readme.utf8)))
    try body(SampleFile(path: "people.csv", bytes: roster.table))
    for number in 0..<roster.divisions {
      let division = plan(of: number)
      for person in division.people {
        let export = CalendarExport(owner: person, roster: roster, exportedAt: exported(person))
        let history = kilobytesPerPerson.map { kilobytes in
          History(
            bytesPerPerson: kilobytes * 1000, time: time, seed: seed,
            team: division.people.filter { $0.team == person.team }, division: division.people)
        }
        let bytes = export.bytes(of: division.events, history: history)
        try body(SampleFile(path: "calendars/" + person.calendarFile, bytes: bytes))
      }
    }
  }

  /// All files at once, for companies that fit in memory.
  public func files() -> [SampleFile] {
    var files: [SampleFile] = []
    forEachFile { files.append($0) }
    return files
  }

  /// The series that an audit of the last quarter must judge in a known way: a full set for each division of 44 people.
  public var planted: [PlantedProblem] {
    (0..<roster.divisions).flatMap { plan(of: $0).planted }
  }

  func plan(of division: Int) -> DivisionPlanner {
    DivisionPlanner(time: time, seed: seed, division: division, people: Array(roster.division(division)))
  }

  /// People export one after the other, a minute apart.
  private func exported(_ person: Employee) -> Instant {
    time.exported.adding(minutes: person.index)
  }

  private var readme: String {
    var options = "--people \(people) --seed \(seed) --quarters \(quarters)"
    if let kilobytesPerPerson { options += " --kilobytes \(kilobytesPerPerson)" }
    return """
      # \(Roster.companyName): a company that does not exist

      All people, companies, meetings and addresses in this folder are made up; any likeness is chance. It was written
      by `adjourn sample DIR \(options)`, which gives the same bytes each time.

      - `people.csv`: who works here, where, and when.
      - `calendars/`: one export per person, in the styles of Google Calendar, Microsoft 365, Outlook and Apple Calendar,
        as people would export them a few days after \(lastQuarter.name).

      Try `adjourn audit calendars --people people.csv --quarter \(lastQuarter.name)` in this folder.

      """
  }
}
