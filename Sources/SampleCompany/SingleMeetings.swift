extension DivisionPlanner {
  /// Meetings that happen once: a few for each week, most within a team, some with customers.
  mutating func planSingleMeetings() {
    var week = time.days.lowerBound - time.days.lowerBound.weekday.rawValue
    while week < time.days.upperBound {
      for chair in people.indices {
        var chance = SplitMix64(seed: token("single", chair), UInt64(week.number))
        if chance.chance(percent: 36) { addSingle(by: chair, in: week, &chance) }
        let sells = people[chair].seat.role == "sales"
        if sells || people[chair].seat.role == "support" {
          for _ in 0..<(sells ? 2 : 1) { addVisit(by: chair, in: week, &chance) }
        }
      }
      week = week + 7
    }
  }

  /// A meeting with colleagues.
  private mutating func addSingle(by chair: Int, in week: Day, _ chance: inout SplitMix64) {
    let person = people[chair]
    let team = people.indices.filter { $0 != chair && people[$0].team == person.team }
    let site = people.indices.filter { $0 != chair && people[$0].site == person.site }
    let pool = chance.chance(percent: 70) ? team : site
    let guests = chance.sample([1, 1, 2, 2, 3, 4][chance.below(6)], of: pool)
    guard !guests.isEmpty else { return }
    let minutes = chance.pick([15, 30, 30, 30, 30, 45, 45, 60, 60, 90])
    guard let start = freeStart([chair] + guests, in: week, minutes: minutes, &chance) else { return }
    let title = chance.pick(SingleMeetingText.titles(of: person.seat.team))
    var event = single(title, by: chair, start: start, minutes: minutes, &chance)
    event.guests = guests.map { guest in
      let byAlias = chance.chance(percent: 25)
      return Guest(
        participant: Participant(people[guest], byAlias: byAlias),
        answer: chance.pick(SingleMeetingText.answers), isOptional: chance.chance(percent: 6))
    }
    if guests.count >= 2, chance.chance(percent: 35) {
      event.room = chance.pick(person.site.rooms)
    }
    event.isCancelled = chance.chance(percent: 4)
    event.isPrivate = !event.isCancelled && chance.chance(percent: 2)
    append(event)
  }

  /// A meeting with people of another company.
  private mutating func addVisit(by chair: Int, in week: Day, _ chance: inout SplitMix64) {
    let minutes = chance.pick([30, 45, 60])
    guard let start = freeStart([chair], in: week, minutes: minutes, &chance) else { return }
    let customer = chance.pick(SingleMeetingText.customers)
    let title = chance.pick(["Demo for \(customer.name)", "\(customer.name): questions", "Visit: \(customer.name)"])
    var event = single(title, by: chair, start: start, minutes: minutes, &chance)
    event.guests = customer.people.prefix(1 + chance.below(2)).map { name in
      let address = addressPart(of: name) + "@" + customer.domain
      return Guest(participant: Participant(name: name, email: address), answer: chance.pick([.accepted, .none]))
    }
    append(event)
  }

  private func single(
    _ title: String, by chair: Int, start: LocalTime, minutes: Int, _ chance: inout SplitMix64
  ) -> PlannedEvent {
    let person = people[chair]
    let token = token("single \(title)", start.day.number * 10_000 + start.minute + chair * 100_000_000)
    let begins = person.zone.instant(of: start)
    // One in eight is called at short notice.
    let notice =
      chance.chance(percent: 12) ? 30 + chance.below(1200) : 1440 * (2 + chance.below(18)) + chance.below(400)
    let created = begins.adding(minutes: -notice)
    let text: String
    switch chance.below(10) {
    case 0..<4: text = ""
    case 4..<6: text = InvitationText.meet(token)
    case 6: text = InvitationText.teams(token)
    default: text = chance.pick(SingleMeetingText.purposes) + "\n" + InvitationText.document(token)
    }
    return PlannedEvent(
      uid: EventIdentifier.uid(from: token, style: person.style), token: token, title: title, text: text,
      zone: person.zone, time: .timed(start, minutes: minutes), organizer: Participant(person), created: created,
      modified: created.adding(minutes: 10))
  }

  /// A start, on the first person's clock, at which all are at work; four in five times all are free of recurring
  /// meetings as well, else there will be a conflict.
  private func freeStart(
    _ chairs: [Int], in week: Day, minutes: Int, _ chance: inout SplitMix64
  ) -> LocalTime? {
    let person = people[chairs[0]]
    let mayConflict = chance.chance(percent: 20)
    let slots = (person.hours.count - minutes) / 30 + 1
    for _ in 0..<12 {
      let start = LocalTime(day: week + chance.below(5), minute: person.hours.lowerBound + 30 * chance.below(slots))
      guard time.days.contains(start.day) else { continue }
      let instant = person.zone.instant(of: start)
      guard chairs.allSatisfy({ people[$0].works(from: instant, minutes: minutes) }) else { continue }
      let inWeek = start.day.weekday.rawValue * 1440 + start.minute - person.zone.offset(on: start.day)
      if mayConflict || grid.isFree(chairs, start: inWeek, minutes: minutes) { return start }
    }
    return nil
  }
}

/// What single meetings are about.
enum SingleMeetingText {
  struct Customer: Sendable {
    let name: String
    let domain: String
    let people: [String]
  }

  static let customers = [
    Customer(
      name: "Brightwater Labs", domain: "brightwater-labs.example", people: ["Odette Marchbanks", "Samir Halabi"]),
    Customer(
      name: "Quarry Street Hospital", domain: "quarrystreet.example", people: ["Pauline Achterberg", "Ike Dunmore"]),
    Customer(
      name: "Halden Umwelttechnik", domain: "halden.example", people: ["Friederike Lauterbach", "Knut Osterholz"]),
    Customer(name: "Pallava Water Board", domain: "pallavawater.example", people: ["Revathi Sundaram", "K. Eswaran"]),
    Customer(name: "Tres Lagos Dairy", domain: "treslagos.example", people: ["Inés Barraza", "Matías Olmedo"]),
  ]

  static let answers: [Answer] = Array(repeating: .accepted, count: 16) + [.tentative, .declined, .none, .none]

  static let purposes = [
    "Decide which of the two ways we take; the numbers are in the document.",
    "Please read the draft before; we only talk about what is open.",
    "Agree on who does what until the end of the month, and write it down.",
    "Go through the comments in the document, oldest first.",
  ]

  static func titles(of team: String) -> [String] {
    let own: [String] =
      switch team {
      case "Engineering":
        [
          "Probe drift on the bench", "Pairing: bus driver", "Firmware rollback", "Design question: calibration store",
          "Test rig booking", "Choose the message format", "Interrupt latency numbers",
        ]
      case "Product":
        [
          "Sketches for the set-up screen", "Naming the handheld", "Usability session", "Price points for the handheld",
          "Copy for the launch page",
        ]
      case "Sales":
        [
          "Discount for Halden", "Trade fair stand", "Contract wording", "Handing over an account",
          "Angebot durchgehen",
        ]
      case "Customer Support":
        ["Case 4711 with the lab", "Return of a faulty probe", "Macro clean-up", "Shadowing a call"]
      default:
        ["Lease of the second floor", "Budget lines", "Laptop order", "Visa letter", "Audit samples"]
      }
    return own + ["Quick question", "Catch up on the move", "Numbers for the board", "Walk through the plan"]
  }
}
