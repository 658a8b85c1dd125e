/// The recurring meetings of a healthy division: each has a purpose in writing, an end, and most of its people come.
enum RegularMeetings {
  static let plans: [SeriesPlan] = engineering + product + sales + support + operations + working

  private static let engineering: [SeriesPlan] = [
    SeriesPlan(
      title: "Sensor stand-up", organizer: .seat(1), guests: [2, 3, 4, 8, 9, 10], cadence: .daily, zone: .berlin,
      clock: 1015, minutes: 15, agenda: .written("What blocks us today, and who can help with it.")),
    SeriesPlan(
      title: "Platform stand-up", organizer: .seat(7), guests: [5, 6, 11, 12, 13], cadence: .daily, zone: .kolkata,
      clock: 1400, minutes: 15, agenda: .written("Blockers first; anything longer goes to a thread.")),
    SeriesPlan(
      title: "Iteration planning", organizer: .seat(1), guests: [2, 3, 4, 8, 9, 10], cadence: .biweekly(.monday),
      zone: .berlin, clock: 1100, minutes: 60,
      agenda: .written("Agree on the goal of the iteration and on what we leave out."), moved: [2],
      declinedOnce: (guest: 9, date: 3)),
    SeriesPlan(
      title: "Iteration planning", organizer: .seat(7), guests: [5, 6, 11, 12, 13], cadence: .biweekly(.tuesday),
      zone: .kolkata, clock: 1430, minutes: 60,
      agenda: .written("Agree on the goal of the iteration, capacity, and the order of work.")),
    SeriesPlan(
      title: "Show and tell", organizer: .seat(1), guests: [0, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13],
      cadence: .biweekly(.friday), zone: .berlin, clock: 1045, minutes: 45,
      agenda: .written("Each squad shows what works since last time. Please read the notes before.")),
    SeriesPlan(
      title: "Code walkthrough", organizer: .seat(2), guests: [3, 4, 8, 9, 11, 12], cadence: .weekly(.thursday),
      zone: .berlin, clock: 1100, minutes: 60,
      agenda: .written("One module, read together; decide what to change and who does it."), skipped: [6]),
    SeriesPlan(
      title: "Retrospective", organizer: .seat(7), guests: [5, 6, 11, 12, 13], cadence: .biweekly(.thursday),
      zone: .kolkata, clock: 1530, minutes: 45, agenda: .written("What helped, what hurt, one thing to change.")),
    SeriesPlan(
      title: "Engineering leads", organizer: .seat(0), guests: [1, 7], cadence: .weekly(.monday), zone: .berlin,
      clock: 1330, minutes: 45, agenda: .written("Decide on staffing, hiring and what the squads need from outside.")),
    SeriesPlan(
      title: "Release decision", organizer: .seat(0), guests: [1, 7, 11], cadence: .weekly(.thursday), zone: .berlin,
      clock: 1245, minutes: 30, agenda: .written("Decide whether the candidate ships. Check list in the document.")),
    SeriesPlan(
      title: "Security training", organizer: .seat(5), guests: [1, 2, 3, 4, 6, 8, 9, 10],
      cadence: .monthly(ordinal: 2, .wednesday), zone: .berlin, clock: 1400, minutes: 60,
      agenda: .written("One attack, one defence, one exercise. Material in the document.")),
  ]

  private static let product: [SeriesPlan] = [
    SeriesPlan(
      title: "Product stand-up", organizer: .seat(15), guests: [14, 16, 17, 18, 19, 20], cadence: .daily,
      zone: .losAngeles, clock: 1000, minutes: 15, agenda: .written("Who waits for whom? Leave with a name for each.")),
    SeriesPlan(
      title: "Design critique", organizer: .seat(16), guests: [14, 17, 18, 19, 20], cadence: .weekly(.tuesday),
      zone: .losAngeles, clock: 1030, minutes: 60,
      agenda: .written("Two drafts per sitting; the author says which question to answer."), skipped: [4]),
    SeriesPlan(
      title: "Product planning", organizer: .seat(14), guests: [15, 16, 17, 20], cadence: .weekly(.monday),
      zone: .losAngeles, clock: 1030, minutes: 60,
      agenda: .written("Choose what enters the next release and what leaves it; review open bets.")),
    SeriesPlan(
      title: "Research readout", organizer: .seat(19), guests: [14, 15, 16, 18, 20], cadence: .biweekly(.thursday),
      zone: .losAngeles, clock: 1100, minutes: 60,
      agenda: .written("What five users did with the prototype. Please read the summary before.")),
    SeriesPlan(
      title: "Retrospective", organizer: .seat(15), guests: [14, 16, 17, 18, 19, 20], cadence: .biweekly(.friday),
      zone: .losAngeles, clock: 1100, minutes: 60, agenda: .written("What to keep, what to try, what to stop.")),
  ]

  private static let sales: [SeriesPlan] = [
    SeriesPlan(
      title: "Pipeline call", organizer: .seat(21), guests: [22, 23, 24, 25, 26, 27, 28], cadence: .weekly(.monday),
      zone: .newYork, clock: 930, minutes: 45,
      agenda: .written("Agree which deals need help this week and who gives it."), skipped: [8]),
    SeriesPlan(
      title: "Territory planning", organizer: .seat(21), guests: [22, 23, 24, 25, 26],
      cadence: .monthly(ordinal: 1, .tuesday), zone: .newYork, clock: 1030, minutes: 60,
      agenda: .written("Agree on accounts and visits for the coming month.")),
    SeriesPlan(
      title: "Product training for sales", organizer: .seat(15), guests: [20, 21, 22, 23, 24],
      cadence: .biweekly(.friday), zone: .newYork, clock: 1315, minutes: 45,
      agenda: .written("One instrument, its limits, and the questions customers ask.")),
    SeriesPlan(
      title: "Brightwater Labs: project call", organizer: .seat(23), guests: [22, 31], cadence: .weekly(.tuesday),
      zone: .newYork, clock: 1300, minutes: 45, agenda: .written("Delivery dates, open questions, next order."),
      outsiders: ["Odette Marchbanks", "Samir Halabi"], outsideDomain: "brightwater-labs.example"),
    SeriesPlan(
      title: "Halden Umwelttechnik: Abstimmung", organizer: .seat(26), guests: [27, 28],
      cadence: .biweekly(.wednesday), zone: .berlin, clock: 1100, minutes: 60,
      agenda: .written("Offene Punkte, Lieferungen und Änderungen am Prüfplan."),
      outsiders: ["Friederike Lauterbach", "Knut Osterholz", "Malte Ahrendt"], outsideDomain: "halden.example"),
    SeriesPlan(
      title: "Quarry Street Hospital check-in", organizer: .seat(21), guests: [25], cadence: .biweekly(.thursday),
      zone: .newYork, clock: 1100, minutes: 45, agenda: .none, ends: false,
      outsiders: ["Dr. Pauline Achterberg"], outsideDomain: "quarrystreet.example"),
    SeriesPlan(
      title: "Falkensteg Werft, Einführung", organizer: .seat(27), guests: [26, 29], cadence: .weekly(.thursday),
      zone: .berlin, clock: 1000, minutes: 45, agenda: .none, answers: .told(accepted: [26]),
      outsiders: ["Hinnerk Boysen"], outsideDomain: "falkensteg.example"),
  ]

  private static let support: [SeriesPlan] = [
    SeriesPlan(
      title: "Shift handover", organizer: .seat(30), guests: [31, 32, 33, 34, 35, 36], cadence: .daily,
      zone: .newYork, clock: 815, minutes: 15, agenda: .written("Open cases by age, who takes each, what was promised.")
    ),
    SeriesPlan(
      title: "Ticket triage", organizer: .seat(31), guests: [30, 32, 34, 36],
      cadence: .on([.monday, .wednesday, .friday]), zone: .newYork, clock: 845, minutes: 30,
      agenda: .written("Give every new ticket an owner and a priority.")),
    SeriesPlan(
      title: "Customer escalations", organizer: .seat(30), guests: [31, 33, 34, 36], cadence: .weekly(.tuesday),
      zone: .newYork, clock: 845, minutes: 45,
      agenda: .written("Decide on the cases that a customer has raised twice. Case list in the document.")),
    SeriesPlan(
      title: "Knowledge hour", organizer: .seat(34), guests: [30, 31, 32, 33, 35, 36], cadence: .biweekly(.thursday),
      zone: .kolkata, clock: 1830, minutes: 45,
      agenda: .written("One question from the desk becomes one article. Training for everybody.")),
    SeriesPlan(
      title: "Retrospective", organizer: .seat(36), guests: [30, 31, 32, 33, 34, 35], cadence: .biweekly(.thursday),
      zone: .kolkata, clock: 1800, minutes: 30, agenda: .written("What made last fortnight hard, and one thing to try.")
    ),
  ]

  private static let operations: [SeriesPlan] = [
    SeriesPlan(
      title: "Hiring round", organizer: .seat(40), guests: [0, 38, 39], cadence: .weekly(.thursday), zone: .berlin,
      clock: 930, minutes: 30, agenda: .written("Decide on candidates: invite, offer, or thank.")),
    SeriesPlan(
      title: "Month-end close", organizer: .seat(38), guests: [39, 40, 41, 42, 43],
      cadence: .monthly(ordinal: 1, .monday), zone: .berlin, clock: 1600, minutes: 60,
      agenda: .written("Walk through the accruals and agree on who books what.")),
    SeriesPlan(
      title: "Office and safety round", organizer: .seat(40), guests: [38, 39], cadence: .biweekly(.monday),
      zone: .berlin, clock: 1000, minutes: 45, agenda: .written("Building, suppliers, safety: decide on open points.")),
    SeriesPlan(
      title: "Payroll questions", organizer: .seat(41), guests: [42, 43], cadence: .weekly(.tuesday), zone: .newYork,
      clock: 1030, minutes: 30, agenda: .written("Cases that need two people to decide. List in the document.")),
    SeriesPlan(
      title: "Town hall", organizer: .seat(37), guests: Array(0..<37) + Array(38..<44),
      cadence: .monthly(ordinal: 1, .wednesday), zone: .berlin, clock: 1615, minutes: 60,
      agenda: .written("Numbers of the month, one customer story, questions from everybody."), weeksOld: 150),
  ]
}
