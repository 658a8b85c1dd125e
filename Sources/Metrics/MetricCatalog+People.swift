extension MetricDefinition {
  private static let personal: [Table] = [.people, .teams]

  /// Hours and cost of people.
  static let people: [MetricDefinition] = [
    .init(
      "weeks_counted", in: [.people], .weeks, "How many weeks stand behind the person's weekly averages.",
      formula: "Σ over ISO weeks not left out of (working days inside the window ÷ working days per week)",
      source: "Our ruling; leaving out mostly absent weeks follows Viva Insights.",
      caveats: [
        "A week is left out when absences take more than half of its working time; totals still contain it."
      ]),
    .init(
      "week_weight", in: [.weeks], .weeks, "How much of a week the row is.",
      formula: "working days inside the person's window ÷ working days per week",
      source: "Our ruling.",
      caveats: [
        "A weekly average is Σ of a column ÷ Σ week_weight, both over the rows whose `counted` is yes: not those in which absences take more than half of the working time.",
        "A team's or the company's average is the mean over people with any such weight, each alike.",
      ]),
    .init(
      "working_hours", in: personal, .hours, "The time the person was available.",
      formula: "working hours in the window − absences",
      source: "Working day and working days of the people table, else of the policy.",
      caveats: ["Public holidays count as working days unless the calendar holds them as absences."]),
    .init(
      "meetings", in: personal, .count, "Meetings the person did not decline.",
      formula: "occurrences with any minute, or a start without length, inside the window",
      source: "RFC 5545 occurrences; a meeting has at least two people who have not declined.",
      caveats: ["A meeting across a week's edge is one of both weeks, and one of the window."]),
    .init(
      "meeting_hours", in: personal, .hours, "Time spent in meetings, overlaps counted once: the headline.",
      formula: "length of the union of the person's meetings",
      source: "Viva Insights' adjusted meeting hours: 14:00–15:00 and 14:30–15:30 is 1.5 h.",
      caveats: ["An invitation not declined counts as attended; calendars do not know who came."]),
    .init(
      "accepted_meeting_hours", in: personal, .hours, "The lower bound of meeting hours.",
      formula: "length of the union of meetings accepted or organized by the person",
      source: "Our bounds: accepted ≤ not declined ≤ upper.",
      caveats: ["0 where the source holds no answers."]),
    .init(
      "upper_meeting_hours", in: personal, .hours, "The upper bound of meeting hours.",
      formula: "length of the union of meetings and of timed busy events whose participants are unknown",
      source: "Our bounds: accepted ≤ not declined ≤ upper.",
      caveats: ["Feeds without attendees may hide solo appointments in it."]),
    .init(
      "booked_hours", in: personal, .hours, "Meeting time with overlaps counted as often as they are booked.",
      formula: "Σ of the lengths of the person's meetings inside the window",
      source: "Viva Insights' meeting hours before adjustment: 2 h in the example above.",
      caveats: ["Over all people it equals the attendee hours of all meetings to the second."]),
    .init(
      "conflicting_hours", in: personal, .hours, "Time for which the person is double-booked.",
      formula: "length of what at least two of the person's meetings cover",
      source: "Viva Insights' conflicting meeting hours: 0.5 h in the example above."),
    .init(
      "working_hours_meeting_hours", in: personal, .hours, "Meeting hours inside the working day.",
      formula: "meeting hours ∩ working hours, split at the second at which the working day begins or ends",
      source: "Our definition; no meeting is classified whole.",
      caveats: ["Absences are ignored here, so that both parts add up to meeting_hours."]),
    .init(
      "after_hours_meeting_hours", in: personal, .hours, "Meeting hours outside the working day.",
      formula: "meeting_hours − working_hours_meeting_hours",
      source: "Viva Insights' after-hours meeting hours, on each person's own clock."),
    .init(
      "recurring_meeting_hours", in: personal, .hours, "Time spent in recurring meetings.",
      formula: "length of the union of meetings with a recurrence rule, recurrence dates or a recurrence id",
      source: "RFC 5545 §3.8.5."),
    .init(
      "working_share", in: personal, .share, "How much of the available time meetings take.",
      formula: "meeting hours inside available time ÷ working_hours",
      source: "Our definition; never above 1.",
      caveats: ["Empty without available time. A team's value is the mean of its members' shares."]),
    .init(
      "cost", in: personal, .money, "What the person's meeting time costs.",
      formula: "booked_hours × the person's hourly cost",
      source: "The people table, else the policy (75 per hour by default, as Viva Insights has it).",
      caveats: ["The cost of time, not money that would be saved."]),
  ]

  /// Focus of people, in the order of the columns.
  static let focus: [MetricDefinition] = [
    .init(
      "focus_hours", in: personal, .hours, "Free working time in pieces long enough for deep work.",
      formula: "Σ of pieces of (working hours − absences − meetings) of at least one block",
      source: "90 minutes by default, attributed to Newport; Viva Insights and Clockwise have used 120.",
      caveats: ["Pieces never join across days. Free in the calendar does not mean undisturbed."]),
    .init(
      "focus_blocks", in: personal, .count, "How many such pieces there are.",
      formula: "number of pieces of at least one block",
      source: "As focus_hours.",
      caveats: ["Two blocks may become one when a meeting goes."]),
    .init(
      "fragmented_hours", in: personal, .hours, "Free working time in pieces too short for deep work.",
      formula: "free time − focus_hours", source: "Clockwise's fragmented time."),
    .init(
      "effective_focus_hours", in: personal, .hours, "Focus time less the way back into the work.",
      formula: "focus_hours − re-entry cost for each block whose first second is a meeting's end",
      source: "23 minutes by default, attributed to Mark, whose figure is for interruptions.",
      caveats: ["The articles say 30 minutes after a meeting, a Microsoft study 15."]),
    .init(
      "days_without_focus_block", in: personal, .count, "Working days on which meetings leave no block.",
      formula: "working days whose available time is at least one block long and that hold none",
      source: "Our definition."),
    .init(
      "days_with_room_for_focus", in: [.people, .weeks], .count, "Working days that are long enough for a block.",
      formula: "working days whose available time is at least one block long",
      source: "Our definition.",
      caveats: ["The share of days without a block is Σ days_without_focus_block ÷ Σ days_with_room_for_focus."]),
    .init(
      "fragmentation", in: personal, .share,
      "How scattered the free time is: 0 in one piece, (n − 1) ÷ n in n equal pieces.",
      formula: "1 − Σgᵢ² ÷ (Σgᵢ)² for the pieces gᵢ of a day; over days the mean weighted by free time",
      source: "Simpson's diversity index, applied to pieces of free time.",
      caveats: ["Empty without free time. A team's value is the mean of its members'."]),
    .init(
      "placement_loss_hours", in: personal, .hours,
      "Focus time lost to where meetings stand, not to how many there are.",
      formula:
        "Σ over days of max(0, focus hours with the day's meetings in one run at the beginning or the end of the available time − focus hours)",
      source: "Our definition.",
      caveats: ["A bound: not every meeting can be moved."]),
    .init(
      "reserved_focus_hours", in: personal, .hours, "Time the person reserved for focus, in or out of hours.",
      formula: "length of the union of the person's focus-block events",
      source: "Title patterns of the policy.",
      caveats: ["Blocks marked free are not visible to others and not in it."]),
    .init(
      "trampled_focus_hours", in: personal, .hours, "Reserved focus time that meetings cover.",
      formula: "reserved focus ∩ meetings", source: "Our definition."),
  ]

  /// Time zones, in the order of the columns.
  static let timeZones: [MetricDefinition] = [
    .init(
      "zone_burden_hours", in: personal, .hours, "Meeting time outside the person's hours because of the zones.",
      formula: """
        Σ over attendances of the minutes outside working hours, where participants' UTC offsets differ by at least 1 h and \
        the whole meeting lies inside the working hours of another participant
        """,
      source: "Our definition; Viva Insights' meeting metrics use the organizer's zone and do not show it.",
      caveats: ["Participants are people the audit knows; outsiders' zones are unknown."]),
    .init(
      "zone_burden_points", in: personal + [.series], .points, "The same, weighted by how much it hurts.",
      formula: "Σ zone-burden hours × weight: edge 1, evening or early morning 2, day off 3, night 4",
      source: "Our convention; the weights are policy.",
      caveats: ["Points compare slots; they are not hours. A night on a day off is night."]),
    .init(
      "after_hours_load_hours", in: personal, .hours,
      "Meeting time outside the person's hours that the zones do not explain.",
      formula: "Σ over attendances of the minutes outside working hours that are not zone burden",
      source: "Our definition.",
      caveats: ["Overlapping meetings count each; after_hours_meeting_hours counts overlaps once."]),
  ]
}
