import Metrics
import Testing

@Suite("Metric definitions")
struct MetricDefinitionTests {
  private static let people =
    "weeks_counted working_hours meetings meeting_hours accepted_meeting_hours upper_meeting_hours booked_hours "
    + "conflicting_hours working_hours_meeting_hours after_hours_meeting_hours recurring_meeting_hours working_share "
    + "focus_hours focus_blocks fragmented_hours effective_focus_hours days_without_focus_block fragmentation "
    + "placement_loss_hours reserved_focus_hours trampled_focus_hours zone_burden_hours zone_burden_points "
    + "after_hours_load_hours cost"
  private static let weeks = "week_weight days_with_room_for_focus"
  private static let series =
    "minutes invited people_with_calendar occurrences skipped attendee_hours unseen_attendee_hours cost accepted_share "
    + "declined_share no_answer_share conflict_share focus_cost_hours zone_burden_points bad_time_share "
    + "attendee_hours_returned focus_hours_returned answers_known answers_unknown"

  @Test(
    "every numeric column of the tables has exactly one definition",
    arguments: [
      (MetricDefinition.Table.people, people + " days_with_room_for_focus"), (.weeks, weeks), (.series, series),
      (.meetings, "invited attended attendee_hours"),
      (.heatmap, "attendee_hours"), (.teams, "people incomplete_people " + people.dropFirst("weeks_counted ".count)),
    ])
  func columns(table: MetricDefinition.Table, columns: String) {
    let expected = columns.split(separator: " ").map(String.init)
    #expect(
      MetricDefinition.catalog.filter { $0.tables.contains(table) }.map(\.name).sorted() == expected.sorted())
    for column in expected {
      let definition = MetricDefinition.definition(of: column, in: table)
      #expect(definition?.meaning.hasSuffix(".") == true)
      #expect(definition?.formula.isEmpty == false)
      #expect(definition?.source.isEmpty == false)
    }
  }

  @Test("the columns that measures are read into are those of people.csv from working_hours on, in its order")
  func personColumns() {
    #expect(PersonColumn.allCases.map(\.rawValue) == Self.people.split(separator: " ").dropFirst().map(String.init))
  }

  @Test("units follow the names")
  func units() {
    for definition in MetricDefinition.catalog {
      #expect(definition.name.contains("_hours") == (definition.unit == .hours))
      #expect(definition.name.hasSuffix("_points") == (definition.unit == .points))
      #expect(
        definition.name.hasSuffix("_share") || definition.name == "fragmentation" ? definition.unit == .share : true)
    }
  }

  @Test("values are exact in the unit of the column")
  func values() {
    var measures = Measures()
    measures.working = 3600 * 4
    measures.meetingInAvailable = 3600
    measures.meeting = 90 * 60
    measures.zoneBurdenPoints = 360_000
    measures.cost = 3600 * 7500
    measures.focusBlocks = 3
    #expect(PersonColumn.meetingHours.value(in: measures) == Fraction(3, 2))
    #expect(PersonColumn.workingShare.value(in: measures) == Fraction(1, 4))
    #expect(PersonColumn.zoneBurdenPoints.value(in: measures) == Fraction(1))
    #expect(PersonColumn.cost.value(in: measures) == Fraction(75))
    #expect(PersonColumn.focusBlocks.value(in: measures) == Fraction(3))
    #expect(PersonColumn.workingShare.value(in: Measures()) == nil)
    #expect(PersonColumn.fragmentation.value(in: Measures()) == nil)
  }
}
