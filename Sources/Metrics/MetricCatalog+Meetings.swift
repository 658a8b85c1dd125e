extension MetricDefinition {
  /// What only `teams.csv` has.
  static let teams: [MetricDefinition] = [
    .init(
      "people", in: [.teams], .count, "Members of the team in the roster.",
      formula: "rows of the people table with this team", source: "The people table.",
      caveats: [
        "The other columns are means over the members with a calendar and a counted week, each alike, of their weekly averages; they stay empty when fewer than five could be told apart."
      ]),
    .init(
      "incomplete_people", in: [.teams], .count, "Members of whose time something is not known.",
      formula: "members without a calendar in the audit, or with one that was not read whole",
      source: "Our definition.", caveats: ["The averages may be too low where it is not 0."]),
  ]

  /// Series, in the order of the columns.
  static let series: [MetricDefinition] = [
    .init(
      "minutes", in: [.series], .minutes, "How long the meeting usually is.",
      formula: "median length of its occurrences in the window", source: "Our definition."),
    .init(
      "invited", in: [.series, .meetings], .count, "People invited, organizer included.",
      formula: "distinct addresses invited to any occurrence in the window; rooms left out",
      source: "RFC 5545 §3.8.4.1.", caveats: ["A group list (CUTYPE=GROUP) is not counted: who is on it is unknown."]),
    .init(
      "people_with_calendar", in: [.series], .count, "How many of those who attend have a calendar in the audit.",
      formula: "people with at least one occurrence that is a meeting for them", source: "Our definition."),
    .init(
      "occurrences", in: [.series], .count, "How often it took place.",
      formula: "instances in the window that were not cancelled or excluded, whoever declined",
      source: "RFC 5545 §3.8.5."),
    .init(
      "skipped", in: [.series], .count, "How often it was dropped.",
      formula: "instances of the rule that an exclusion or a cancelled override takes out for everyone",
      source: "RFC 5545 §3.8.5.1.", caveats: ["A moved occurrence is not skipped."]),
    .init(
      "attendee_hours", in: [.series, .meetings], .hours, "Working time that it takes from the people measured.",
      formula: "Σ over attendances with a calendar in the audit of the minutes inside the person's window",
      source: "Viva Insights' attendee meeting hours.",
      caveats: ["People without a calendar are counted apart."]),
    .init(
      "unseen_attendee_hours", in: [.series], .hours, "Time of participants without a calendar in the audit.",
      formula:
        "Σ over counted occurrences with at least two people of full length × participants without a calendar who have not declined",
      source: "Our definition.", caveats: ["Rooms and lists left out."]),
    .init(
      "cost", in: [.series], .money, "What its attendee hours cost.",
      formula: "attendee_hours × mean hourly cost of the people with a calendar",
      source: "The people table, else the policy.",
      caveats: ["The mean hides what single people cost; the cost of time, not money that would be saved."]),
    .init(
      "accepted_share", in: [.series], .share, "How many of the invited accept.",
      formula: "accepted ÷ pairs of an occurrence and an invited person whose answer is known, organizer left out",
      source: "RFC 5545 §3.2.12.", caveats: ["Empty where no answer is known; tentative is not accepted."]),
    .init(
      "declined_share", in: [.series], .share, "How many of the invited decline.",
      formula: "declined ÷ the same pairs", source: "RFC 5545 §3.2.12.",
      caveats: ["Empty where no answer is known; delegated counts as declined."]),
    .init(
      "no_answer_share", in: [.series], .share, "How many of the invited do not answer.",
      formula: "no answer ÷ the same pairs", source: "RFC 5545 §3.2.12.",
      caveats: ["Only sources that show answers can show their absence."]),
    .init(
      "answers_known", in: [.series], .count, "How many answers the three shares rest on.",
      formula: "pairs of an occurrence and an invited person whose answer is known, organizer left out",
      source: "RFC 5545 §3.2.12."),
    .init(
      "answers_unknown", in: [.series], .count, "How many answers no calendar tells.",
      formula: "the same pairs whose answer is unknown", source: "RFC 5545 §3.2.12.",
      caveats: ["They are in no share, and no verdict rests on them."]),
    .init(
      "conflict_share", in: [.series], .share, "How much of its time its attendees are double-booked.",
      formula: "Σ over attendances of time in which the person has another meeting ÷ attendee_hours",
      source: "Our definition."),
    .init(
      "focus_cost_hours", in: [.series], .hours, "Focus time that everybody would have without it.",
      formula: "everybody's focus hours recomputed with all its occurrences in the window removed − focus hours",
      source: "Our definition.",
      caveats: ["Not its duration, and not additive: two series may each cost nothing and together hours."]),
    .init(
      "bad_time_share", in: [.series], .share, "How often it is out of the worst-off person's hours.",
      formula: "attendances of the worst-off person with a minute out of their hours ÷ that person's attendances",
      source: "After the rule of Node.js's technical committee: at most half bad times for anyone.",
      caveats: ["0 when nobody has zone-burden points."]),
    .init(
      "attendee_hours_returned", in: [.series], .hours, "Attendee hours that come back if the verdict is carried out.",
      formula: "attendee hours of the window − those the verdict leaves, and what replaces the meeting",
      source: "Our definition.", caveats: ["For a quarter like this one."]),
    .init(
      "focus_hours_returned", in: [.series], .hours, "Focus hours that come back if the verdict is carried out.",
      formula: "everybody's focus hours recomputed with the verdict carried out − focus hours",
      source: "Our definition.", caveats: ["For one verdict at a time; the returns of several do not add up."]),
  ]

  /// What only `meetings.csv` has.
  static let meetings: [MetricDefinition] = [
    .init(
      "attended", in: [.meetings], .count, "People with a calendar in the audit for whom it is a meeting.",
      formula: "attendances that are in the bucket `meeting`", source: "Our definition.",
      caveats: ["Not declined; calendars do not know who came."])
  ]

  /// The heat map.
  static let heatmap: [MetricDefinition] = [
    .init(
      "attendee_hours", in: [.heatmap], .hours, "When meetings are, on each person's own clock.",
      formula: "booked hours by the local weekday and hour in which each minute falls",
      source: "Our definition.", caveats: ["Sums to the booked hours of all people."])
  ]
}
