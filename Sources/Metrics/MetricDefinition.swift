/// What a numeric column of the tables says, in words for people who decide from it.
///
/// The method chapter of the report, `explain` and `docs/metrics.md` are made from these values, so that they cannot differ.
public struct MetricDefinition: Sendable, Hashable {
  /// The column's name, with which `explain` finds it.
  public let name: String
  /// The tables that have it.
  public let tables: [Table]
  /// What it is counted in.
  public let unit: Unit
  /// What it tells.
  public let meaning: String
  /// How it is computed.
  public let formula: String
  /// Where the definition comes from.
  public let source: String
  /// What it does not tell.
  public let caveats: [String]

  /// A table of the report.
  public enum Table: String, Sendable, CaseIterable {
    /// `personal/people.csv`; `personal/people_weeks.csv` has its columns from `working_hours` on, for one week.
    case people = "personal/people.csv"
    /// What `personal/people_weeks.csv` has besides those.
    case weeks = "personal/people_weeks.csv"
    /// `teams.csv`: the columns of `personal/people.csv` as weekly averages per person.
    case teams = "teams.csv"
    /// `series.csv` and `flagged.csv`.
    case series = "series.csv"
    /// `personal/meetings.csv`.
    case meetings = "personal/meetings.csv"
    /// `heatmap.csv`.
    case heatmap = "heatmap.csv"

    /// Whether it has rows of single people, and is left out with `--no-personal`.
    public var isPersonal: Bool { rawValue.hasPrefix("personal/") }
  }

  /// What a metric is counted in.
  public enum Unit: String, Sendable {
    /// Hours, two decimals.
    case hours
    /// Minutes.
    case minutes
    /// Weeks, two decimals; of a single week four.
    case weeks
    /// A number of things.
    case count
    /// A part of a whole, 0 to 1, four decimals.
    case share
    /// Burden points, two decimals.
    case points
    /// Money, in the policy's currency.
    case money
  }

  /// All definitions: of people by family, of teams, series, meetings and the heat map.
  public static let catalog: [MetricDefinition] = people + focus + timeZones + teams + series + meetings + heatmap

  /// The definition of a column; nil for one that is not a measure.
  public static func definition(of column: String, in table: Table) -> MetricDefinition? {
    catalog.first { $0.name == column && $0.tables.contains(table) }
  }

  init(
    _ name: String, in tables: [Table], _ unit: Unit, _ meaning: String, formula: String, source: String,
    caveats: [String] = []
  ) {
    self.name = name
    self.tables = tables
    self.unit = unit
    self.meaning = meaning
    self.formula = formula
    self.source = source
    self.caveats = caveats
  }
}
