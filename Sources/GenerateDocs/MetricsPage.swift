import Metrics

/// `docs/metrics.md`: every column that is a measure, from its definition.
enum MetricsPage {
  static var text: String {
    var lines = [
      "# Metrics",
      "",
      "Every number in the tables, what it means and how it is computed. This page is generated from the definitions in the",
      "code (`make docs`); the report's method chapter comes from the same place. Thresholds named here are the defaults.",
    ]
    for table in MetricDefinition.Table.allCases {
      // The columns of teams.csv are those of people.csv, defined there.
      let own = MetricDefinition.catalog.filter { $0.tables.first == table }
      guard !own.isEmpty else { continue }
      lines += ["", "## `\(table.rawValue)`"]
      for definition in own { lines += entry(definition) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ definition: MetricDefinition) -> [String] {
    var lines = [
      "", "### `\(definition.name)`", "", definition.meaning, "", "- Unit: \(definition.unit.rawValue)",
      "- Formula: \(definition.formula)", "- Source: \(definition.source)",
    ]
    lines += definition.caveats.map { "- Mind: \($0)" }
    if definition.tables.count > 1 {
      lines.append("- Also in: " + definition.tables.dropFirst().map { "`\($0.rawValue)`" }.joined(separator: ", "))
    }
    return lines
  }
}
