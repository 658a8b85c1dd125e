import Meetings
import Policy

extension GroupMeasures {
  /// The groups that a roster column makes, by name, with those too small to be published left without numbers
  /// (`rulings.md`, "Windows, weeks, totals"). People for whom the column is empty are in none.
  static func groups(
    of people: [Person], by group: (Person) -> String, _ measures: [PersonMeasures], _ policy: Policy.Groups,
    peopleWithCalendar: Int
  ) -> [GroupMeasures] {
    let members = Dictionary(grouping: people.filter { !group($0).isEmpty }, by: group)
    let names = members.keys.sorted()
    let measured = names.map { name in
      members[name]!.map { measures[Int($0.id.index)] }.filter { $0.weeksCounted > .zero }
    }
    let hidden =
      peopleWithCalendar < policy.smallestPublishedGroup
      ? [] : Self.hidden(measured.map(\.count), smallest: policy.smallestPublishedGroup)
    return names.indices.map { place in
      GroupMeasures(
        name: names[place], people: members[names[place]]!.count, measured: measured[place].count,
        means: hidden.contains(place) || measured[place].isEmpty ? nil : GroupMeans(of: measured[place]))
    }
  }

  /// The places of the groups to be hidden, from the number of measured members of each: those too small, and, while the
  /// members of all hidden groups together could be worked out by subtraction and are too few, the next smallest.
  static func hidden(_ sizes: [Int], smallest: Int) -> Set<Int> {
    var hidden = Set(sizes.indices.filter { sizes[$0] < smallest })
    var together = hidden.reduce(0) { $0 + sizes[$1] }
    let rest = sizes.indices.filter { !hidden.contains($0) }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    for place in rest where together > 0 && together < smallest {
      hidden.insert(place)
      together += sizes[place]
    }
    return hidden
  }
}

extension GroupMeans {
  /// The mean over members, each alike, of their weekly averages: the values of their counted weeks ÷ `weeksCounted`; of a
  /// share, that of their counted weeks. Members of whom nothing can be said are left out of that column.
  init(of members: [PersonMeasures]) {
    var values: [String: Fraction?] = [:]
    for column in PersonColumn.allCases {
      var sum = Fraction.zero
      var count = 0
      for member in members {
        guard let value = column.value(in: member.counted) else { continue }
        sum += column.isShare ? value : value / member.weeksCounted
        count += 1
      }
      values.updateValue(count == 0 ? nil : sum / Fraction(count), forKey: column.rawValue)
    }
    self.init(values: values)
  }
}
