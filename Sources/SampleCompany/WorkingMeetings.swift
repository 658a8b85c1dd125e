extension RegularMeetings {
  /// The working sessions of the teams, beside their rituals: where most of the hours go.
  static let working: [SeriesPlan] = [
    // Engineering
    SeriesPlan(
      title: "Bench hour", organizer: .seat(4), guests: [1, 2, 3, 8, 10], cadence: .weekly(.monday), zone: .berlin,
      clock: 1215, minutes: 60,
      agenda: .written("Measure together; agree on what the numbers mean. Log in the document.")),
    SeriesPlan(
      title: "Firmware table", organizer: .seat(3), guests: [2, 4, 9, 10], cadence: .weekly(.tuesday), zone: .berlin,
      clock: 1145, minutes: 60, agenda: .written("Open points of the driver layer: decide or hand on.")),
    SeriesPlan(
      title: "Service contracts", organizer: .seat(11), guests: [5, 6, 12, 13], cadence: .weekly(.monday),
      zone: .kolkata, clock: 1530, minutes: 60, agenda: .written("Agree on the interfaces between services.")),
    SeriesPlan(
      title: "Reliability hour", organizer: .seat(13), guests: [5, 7, 12], cadence: .weekly(.friday), zone: .kolkata,
      clock: 1600, minutes: 60, agenda: .written("What paged us, what it cost, what we change. Notes in the document.")),
    SeriesPlan(
      title: "Test plan walk", organizer: .seat(9), guests: [8, 10, 12, 13], cadence: .weekly(.tuesday),
      zone: .kolkata, clock: 1130, minutes: 60, agenda: .written("Decide what is tested by hand and what no longer is.")
    ),
    SeriesPlan(
      title: "Field data hour", organizer: .seat(6), guests: [5, 7, 11], cadence: .weekly(.tuesday), zone: .berlin,
      clock: 930, minutes: 60,
      agenda: .written("One question about the fleet, answered from data; decide what follows.")),
    // Product
    SeriesPlan(
      title: "Prototype table", organizer: .seat(17), guests: [15, 16, 18, 19], cadence: .weekly(.wednesday),
      zone: .losAngeles, clock: 1300, minutes: 60, agenda: .written("Hands on the prototype; agree on the next change.")
    ),
    SeriesPlan(
      title: "Words and pictures", organizer: .seat(18), guests: [16, 19, 20], cadence: .weekly(.thursday),
      zone: .losAngeles, clock: 1215, minutes: 60,
      agenda: .written("Texts and images of the week: decide on the open ones.")),
    SeriesPlan(
      title: "User visits: questions", organizer: .seat(19), guests: [15, 17, 18],
      cadence: .weekly(.monday), zone: .losAngeles, clock: 1330, minutes: 45,
      agenda: .written("Choose the questions for this week's visits.")),
    SeriesPlan(
      title: "Accessibility clinic", organizer: .seat(16), guests: [17, 18, 20], cadence: .weekly(.tuesday),
      zone: .losAngeles, clock: 1200, minutes: 45, agenda: .written("Bring one screen; leave with a list of changes.")),
    // Sales
    SeriesPlan(
      title: "Quotes and contracts", organizer: .seat(23), guests: [22, 24, 25], cadence: .weekly(.wednesday),
      zone: .newYork, clock: 1330, minutes: 60, agenda: .written("Decide on terms that leave the price list.")),
    SeriesPlan(
      title: "Lead allocation", organizer: .seat(21), guests: [22, 23, 24, 25], cadence: .weekly(.wednesday),
      zone: .newYork, clock: 1430, minutes: 45,
      agenda: .written("Agree on who follows up which lead. List in the document.")),
    SeriesPlan(
      title: "Angebotsrunde", organizer: .seat(27), guests: [26, 28, 29], cadence: .weekly(.tuesday), zone: .berlin,
      clock: 1400, minutes: 60, agenda: .written("Angebote der Woche: entscheiden, wer was bis wann schreibt.")),
    SeriesPlan(
      title: "Messe und Besuche", organizer: .seat(26), guests: [27, 28, 29], cadence: .weekly(.friday), zone: .berlin,
      clock: 1100, minutes: 45, agenda: .written("Termine abstimmen und beschließen, wer fährt.")),
    SeriesPlan(
      title: "Call coaching", organizer: .seat(21), guests: [22, 24, 25], cadence: .weekly(.monday), zone: .newYork,
      clock: 1500, minutes: 60, agenda: .written("Listen to one call; agree on one thing to practise.")),
    // Customer Support
    SeriesPlan(
      title: "Case clinic", organizer: .seat(36), guests: [33, 34, 35], cadence: .weekly(.tuesday), zone: .kolkata,
      clock: 1430, minutes: 60, agenda: .written("The three oldest cases, step by step; decide on the next step.")),
    SeriesPlan(
      title: "Answer workshop", organizer: .seat(34), guests: [33, 35, 36], cadence: .weekly(.friday), zone: .kolkata,
      clock: 1500, minutes: 60, agenda: .written("Rewrite the answers that caused a second question.")),
    SeriesPlan(
      title: "Parts and returns", organizer: .seat(31), guests: [30, 32, 42], cadence: .weekly(.monday),
      zone: .newYork, clock: 1230, minutes: 45, agenda: .written("Decide on returns above the limit.")),
    SeriesPlan(
      title: "Quality listening", organizer: .seat(30), guests: [31, 32], cadence: .weekly(.wednesday), zone: .newYork,
      clock: 1200, minutes: 60, agenda: .written("Two calls each; agree on what good sounds like.")),
    SeriesPlan(
      title: "Rota and cover", organizer: .seat(33), guests: [34, 35, 36], cadence: .weekly(.thursday), zone: .kolkata,
      clock: 1330, minutes: 45, agenda: .written("Decide who covers which hours next week.")),
    // Operations
    SeriesPlan(
      title: "Operations week", organizer: .seat(38), guests: [39, 40, 41, 42, 43], cadence: .weekly(.monday),
      zone: .newYork, clock: 930, minutes: 45, agenda: .written("Agree on what must be done this week and by whom.")),
    SeriesPlan(
      title: "Budget table", organizer: .seat(40), guests: [37, 38, 39], cadence: .weekly(.wednesday), zone: .berlin,
      clock: 1100, minutes: 60, agenda: .written("Decide on requests above the limit. List in the document.")),
    SeriesPlan(
      title: "Purchasing and leases", organizer: .seat(42), guests: [41, 43], cadence: .weekly(.monday),
      zone: .newYork, clock: 1330, minutes: 60, agenda: .written("Compare offers; decide which one to take.")),
    SeriesPlan(
      title: "People matters", organizer: .seat(39), guests: [38, 40], cadence: .weekly(.thursday), zone: .berlin,
      clock: 1100, minutes: 45, agenda: .written("Cases that need two views; agree on the next step.")),
    SeriesPlan(
      title: "Systems and access", organizer: .seat(41), guests: [42, 43], cadence: .weekly(.friday), zone: .newYork,
      clock: 1330, minutes: 60, agenda: .written("Decide on tools to buy, keep, and switch off.")),
  ]
}
