/// The meetings with which the division has a problem, and those that only look so. Times are such that nothing but
/// the planted problem speaks against them, where the rules would otherwise give another verdict.
enum PlantedMeetings {
  struct Plant: Sendable {
    let plan: SeriesPlan
    let what: String
    let verdict: ExpectedVerdict
  }

  static let plants: [Plant] = cancelled + written + changed + protected + healthy

  private static let cancelled: [Plant] = [
    Plant(
      plan: SeriesPlan(
        title: "Tooling guild", organizer: .seat(5), guests: [1, 2, 3, 4, 8, 9, 11, 12, 13],
        cadence: .weekly(.thursday), zone: .berlin, clock: 1400, minutes: 45, agenda: .boilerplate,
        answers: .told(accepted: [2, 12], declined: [1, 8, 11], tentative: [3]), weeksOld: 130, weeksUnchanged: 70,
        ends: false, skipped: [2, 4, 6, 8, 10]),
      what: "dead: 2 of 9 accepted, 5 of 13 dates skipped", verdict: .cancel),
    Plant(
      plan: SeriesPlan(
        title: "Pricing working group", organizer: .left(name: "Petra Lindqvist"), guests: [21, 23, 26, 27, 40, 42],
        cadence: .weekly(.thursday), zone: .berlin, clock: 1530, minutes: 30, agenda: .none,
        answers: .told(accepted: [23, 27], declined: [21], tentative: [40]), weeksOld: 110, weeksUnchanged: 80,
        ends: false, skipped: [1, 4, 5, 9, 11]),
      what: "the organizer has left, 2 of 6 accepted, 5 of 13 dates skipped", verdict: .cancel),
  ]

  private static let written: [Plant] = [
    Plant(
      plan: SeriesPlan(
        title: "Weekly Status Update", organizer: .seat(37),
        guests: [0, 21, 23, 26, 27, 30, 31, 38, 39, 40, 41, 42, 43], cadence: .weekly(.wednesday), zone: .berlin,
        clock: 1515, minutes: 60, agenda: .none,
        answers: .told(
          accepted: [0, 21, 26, 27, 30, 31, 38, 39, 40, 42], declined: [23], tentative: [41]), weeksOld: 190,
        weeksUnchanged: 60, ends: false),
      what: "a status round of 14 people without an agenda", verdict: .makeAsync),
    Plant(
      plan: SeriesPlan(
        title: "Statusrunde Vertrieb", organizer: .seat(26), guests: [27, 28, 29], cadence: .weekly(.monday),
        zone: .berlin, clock: 1100, minutes: 30, agenda: .none, answers: .told(accepted: [27, 28, 29]), weeksOld: 90,
        weeksUnchanged: 45, ends: false),
      what: "a status round of 4 people, titled in German", verdict: .makeAsync),
  ]

  private static let changed: [Plant] = [
    Plant(
      plan: SeriesPlan(
        title: "Instrument roadmap across sites", organizer: .seat(15), guests: [0, 1, 2, 7, 8, 14, 16],
        cadence: .weekly(.wednesday), zone: .losAngeles, clock: 1030, minutes: 60,
        agenda: .written("Agree on the order of the next three instruments and on who carries each."),
        answers: .told(accepted: [0, 1, 2, 7, 8, 14, 16])),
      what: "23:00 in Bengaluru every week; two hours earlier would spare the night", verdict: .move),
    Plant(
      plan: SeriesPlan(
        title: "Architecture review", organizer: .seat(0), guests: [1, 2, 7, 8, 11], cadence: .weekly(.tuesday),
        zone: .berlin, clock: 1300, minutes: 90,
        agenda: .written("Decide on the proposals handed in by Monday. Please read them before."),
        answers: .told(accepted: [1, 2, 7, 8, 11])),
      what: "90 minutes every week", verdict: .shorten),
    Plant(
      plan: SeriesPlan(
        title: "Launch readiness", organizer: .seat(15), guests: [14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 30, 31],
        cadence: .weekly(.thursday), zone: .newYork, clock: 1230, minutes: 30,
        agenda: .written("Check list of the launch: decide on what is red."), optional: [17, 18, 19, 22, 24],
        answers: .told(accepted: [14, 16, 20, 21, 23], declined: [25, 30, 31])),
      what: "14 invited, 8 of them optional and silent or declined, a core of 6", verdict: .smaller),
    Plant(
      plan: SeriesPlan(
        title: "Supplier desk", organizer: .seat(40), guests: [38, 39, 41, 42], cadence: .weekly(.thursday),
        zone: .berlin, clock: 1615, minutes: 30,
        agenda: .written("Decide on orders above the limit. List in the document."),
        answers: .told(accepted: [38, 39, 41, 42]), skipped: [1, 3, 5, 7, 10]),
      what: "5 of 13 dates skipped, else well attended", verdict: .lessOften),
    Plant(
      plan: SeriesPlan(
        title: "Regional deal review call", organizer: .seat(23), guests: [21, 22, 24, 26, 27, 28],
        cadence: .weekly(.thursday), zone: .newYork, clock: 1000, minutes: 30,
        agenda: .written("Agree on discounts for the deals of the region."),
        answers: .told(accepted: [21, 22, 26, 27, 28]), weeksOld: 20),
      what: "the same people and nearly the same title as the older Regional deal review", verdict: .merge),
    Plant(
      plan: SeriesPlan(
        title: "Commercial and delivery forum", organizer: .seat(21),
        guests: [0, 22, 23, 24, 26, 27, 30, 31, 38, 39, 42],
        cadence: .weekly(.friday), zone: .newYork, clock: 930, minutes: 60, agenda: .boilerplate,
        answers: .told(accepted: [0, 22, 23, 26, 27, 30, 31, 38], tentative: [39]), weeksOld: 120,
        weeksUnchanged: 75, ends: false),
      what: "12 people for an hour each week, purpose unclear, never changed", verdict: .pauseTest),
  ]
}
