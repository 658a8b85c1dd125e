extension PlantedMeetings {
  /// Meetings that must stay although something speaks against them.
  static let protected: [Plant] = [
    Plant(
      plan: SeriesPlan(
        title: "Retrospective", organizer: .seat(1), guests: [2, 3, 4, 8, 9, 10], cadence: .biweekly(.friday),
        zone: .berlin, clock: 1145, minutes: 60, agenda: .none,
        answers: .told(accepted: [2, 4], declined: [3], tentative: [9]), weeksOld: 100, weeksUnchanged: 52, ends: false),
      what: "protected: a retrospective, although 2 of 6 accepted", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Incident review", organizer: .seat(7), guests: [0, 1, 5, 34, 36], cadence: .weekly(.wednesday),
        zone: .berlin, clock: 1300, minutes: 45, agenda: .none, answers: .told(accepted: [0, 1, 5, 36]),
        weeksOld: 140, weeksUnchanged: 50, ends: false, skipped: [6]),
      what: "protected: incidents", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Brainstorm: next sensors", organizer: .seat(0), guests: [1, 2, 3, 26], cadence: .biweekly(.tuesday),
        zone: .berlin, clock: 1030, minutes: 60, agenda: .none, answers: .told(accepted: [1, 2]), ends: false),
      what: "protected: a brainstorm", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Interview panel: firmware engineer", organizer: .seat(40), guests: [1, 3, 39],
        cadence: .weekly(.wednesday), zone: .berlin, clock: 1215, minutes: 45, agenda: .none,
        answers: .told(accepted: [1]), ends: false),
      what: "protected: interviews", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Coffee break", organizer: .seat(2), guests: [3, 5, 6, 26, 29, 39, 40], cadence: .weekly(.wednesday),
        zone: .berlin, clock: 1445, minutes: 30, agenda: .none,
        answers: .told(accepted: [3, 6], declined: [26]), weeksOld: 180, weeksUnchanged: 120, ends: false),
      what: "protected: social time, although 2 of 7 accepted", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Brightwater status update", organizer: .seat(23), guests: [21, 31], cadence: .weekly(.friday),
        zone: .newYork, clock: 1100, minutes: 30, agenda: .none, answers: .told(accepted: [31]), ends: false,
        outsiders: ["Odette Marchbanks"], outsideDomain: "brightwater-labs.example"),
      what: "external: a customer, although it reads as a status round", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Status 1:1", organizer: .seat(7), guests: [13], cadence: .weekly(.tuesday), zone: .kolkata,
        clock: 1030, minutes: 30, agenda: .none, answers: .told(accepted: [13]), ends: false),
      what: "protected: two people, whatever the title says", verdict: .keep),
  ]

  /// Meetings that are well as they are, each with something that a hasty reader might count against it.
  static let healthy: [Plant] = [
    Plant(
      plan: SeriesPlan(
        title: "Regional deal review", organizer: .seat(21), guests: [22, 23, 26, 27, 28], cadence: .weekly(.tuesday),
        zone: .newYork, clock: 1000, minutes: 30, agenda: .written("Agree on discounts for the deals of the region."),
        answers: .told(accepted: [22, 23, 26, 27, 28]), weeksOld: 170),
      what: "the older one of a pair of near-duplicates", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Badge and key round", organizer: .left(name: "Tomas Reyes"), guests: [31, 41, 42, 43],
        cadence: .weekly(.wednesday), zone: .newYork, clock: 1100, minutes: 30,
        agenda: .written("Decide on access for new people and for leavers."),
        answers: .told(accepted: [31, 41, 42, 43]), weeksOld: 75),
      what: "the organizer has left, but everybody comes", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Leadership circle", organizer: .seat(37), guests: [0, 14, 15, 21, 30], cadence: .weekly(.monday),
        zone: .berlin, clock: 1700, minutes: 60,
        agenda: .written("Decide on what crosses teams. Papers by Friday; please read them before."),
        answers: .told(accepted: [0, 14, 15, 21, 30])),
      what: "an hour outside working hours in Berlin and in San Francisco, and no fixed slot is better", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Release watch", organizer: .seat(2), guests: [1, 4], cadence: .weekly(.tuesday), zone: .berlin,
        clock: 1715, minutes: 45, agenda: .written("Watch the rollout of the week; decide to go on or to go back."),
        answers: .told(accepted: [1, 4])),
      what: "after hours for everybody at one site: load, not a burden of time zones", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Backlog refinement", organizer: .seat(1), guests: [2, 3, 4, 8, 9, 10], cadence: .weekly(.wednesday),
        zone: .berlin, clock: 1115, minutes: 45,
        agenda: .written("Cut the next stories small enough to start; decide what is not worth doing."),
        answers: .told(accepted: [2, 3, 4, 8, 9, 10]), weeksOld: 70, cutAtDate: 6),
      what: "one series, cut by Google at \"this and following\"", verdict: .keep),
    Plant(
      plan: SeriesPlan(
        title: "Backlog refinement", organizer: .seat(7), guests: [5, 6, 11, 12, 13], cadence: .weekly(.wednesday),
        zone: .kolkata, clock: 1430, minutes: 45,
        agenda: .written("Cut the next stories small enough to start; decide what is not worth doing."),
        answers: .told(accepted: [5, 6, 11, 12, 13])),
      what: "the same title as the other squad's, other people", verdict: .keep),
  ]
}
