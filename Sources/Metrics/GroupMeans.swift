/// Means over the members of a group of their weekly averages; each in the unit of its column.
public struct GroupMeans: Sendable {
  /// Value by column name of `people.csv`, from `working_hours` on: hours, counts, points, money per week, or a share; nil where nothing can be said.
  public let values: [String: Fraction?]
}
