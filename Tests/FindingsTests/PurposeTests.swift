import Meetings
import Policy
import TestBooks
import Testing

@testable import Findings

@Suite("Purpose")
struct PurposeTests {
  static let reader = PurposeReader(.standard)

  @Test(
    "A title is classed by its words, in every language of the product",
    arguments: [
      ("Weekly status", .status, "status"), ("Projektstatus", .status, "Projektstatus"),
      ("Statusrunde Team Blau", .status, "Statusrunde"),
      ("Point d'avancement", .status, "Point d'avancement"), ("Reunión de seguimiento", .status, "seguimiento"),
      ("Reuniao de acompanhamento", .status, "acompanhamento"), ("Aggiornamento settimanale", .status, "Aggiornamento"),
      ("Voortgangsoverleg", .status, "Voortgangsoverleg"), ("週次進捗会議", .status, "進捗"),
      ("Marketing Update", .status, "Update"),
      ("STAND-UP", .standUp, "STAND-UP"), ("Team Daily", .standUp, "Daily"), ("開発チーム朝会", .standUp, "朝会"),
      ("Mêlée quotidienne", .standUp, "Mêlée quotidienne"), ("Dagstart", .standUp, "Dagstart"),
      ("Sprint-Retrospektive", .retrospective, "Retrospektive"), ("Rétro sprint 12", .retrospective, "Rétro"),
      ("スプリント振り返り", .retrospective, "振り返り"),
      ("Sprintplanung", .planning, "Sprintplanung"), ("Planificación trimestral", .planning, "Planificación"),
      ("Architecture decision board", .decision, "decision"), ("Lenkungskreis", .decision, "Lenkungskreis"),
      ("Comité de pilotage", .decision, "Comité de pilotage"), ("Stuurgroep", .decision, "Stuurgroep"),
      ("Design review", .review, "Design review"), ("Revue de code", .review, "Revue"), ("デザインレビュー", .review, "レビュー"),
      ("Ideation workshop", .workshop, "Ideation"), ("Lluvia de ideas", .workshop, "Lluvia de ideas"),
      ("Störungsbesprechung: Vorfall 12", .incident, "Vorfall"), ("障害対応", .incident, "障害"),
      ("Bewerbungsgespräche", .interview, "Bewerbungsgespräche"), ("採用面談", .interview, "採用面談"),
      ("Brandschutz-Schulung", .training, "Schulung"), ("社内勉強会", .training, "勉強会"),
      ("Town hall Q3", .allHands, "Town hall"), ("全社会議", .allHands, "全社会議"),
      ("Virtual coffee", .social, "coffee"), ("Apéro d'équipe", .social, "Apéro"), ("懇親会", .social, "懇親会"),
      ("Kundentermin Nord", .external, "Kundentermin"), ("Mitarbeitergespräch", .sensitive, "Mitarbeitergespräch"),
      ("Functioneringsgesprek", .sensitive, "Functioneringsgesprek"),
    ] as [(String, Purpose, String)])
  func title(title: String, purpose: Purpose, word: String) {
    #expect(Self.reader.cue(inTitle: title) == PurposeCue(purpose: purpose, word: word))
  }

  @Test(
    "Of two classes in one title the one to be left alone wins, and longer phrases swallow the words in them",
    arguments: [
      ("Status and retro", .retrospective), ("Incident status call", .incident), ("Planning poker", .planning),
      ("Standup comedy social", .social), ("Stand-up comedy night", .social), ("Performance review", .sensitive),
      ("Performance test review", .review), ("Interview panel sync", .interview), ("Status review", .status),
      ("Daily status", .status), ("Lunch & learn", .training), ("Team lunch", .social),
      ("Customer interviews", .external),
      ("Company update", .allHands), ("Decision status", .decision), ("Workshop status", .workshop),
    ] as [(String, Purpose)])
  func precedence(title: String, purpose: Purpose) {
    #expect(Self.reader.cue(inTitle: title)?.purpose == purpose)
  }

  @Test(
    "Words that say little, and words inside others, say nothing",
    arguments: [
      "Project sync", "Weekly", "Jour fixe", "Team check-in", "Product preview", "Statue", "Metro", "Social media",
      "Third party tools", "Retrofit", "Customer success", "Software update", "Research readout", "Decision log",
      "Payroll",
      "Reunión semanal",
      "定例", "", "🎉",
    ])
  func nothing(title: String) {
    #expect(Self.reader.cue(inTitle: title) == nil)
  }

  @Test(
    "A description counts where the title says nothing, by phrases only",
    arguments: [
      ("Platform sync", "Round of status updates, then lunch.", .status),
      ("Platform sync", "We decide what ships. Status updates in writing, please.", .decision),
      ("Platform sync", "What went well, what did not.", .retrospective),
      ("Platform sync", "Please review the plan; check the status of the incident board.", .unclear),
      ("Platform review", "Round of status updates.", .review),
      ("Platform sync", "進捗報告と課題", .status),
    ] as [(String, String, Purpose)])
  func description(title: String, text: String, purpose: Purpose) {
    #expect(Company.finding { $0.series(title: title, description: text) }.purpose == purpose)
  }

  @Test("A short meeting every day is a stand-up, a longer one unclear")
  func shortDaily() {
    #expect(Company.finding { $0.series(every: 1, times: 20, minutes: 20) }.purpose == .standUp)
    #expect(Company.finding { $0.series(every: 1, times: 20, minutes: 21) }.purpose == .unclear)
    #expect(Company.finding { $0.series(minutes: 15) }.purpose == .unclear)
  }

  @Test("What half of the roster is invited to is all-hands, unless words say more")
  func broadcast() {
    let many = people(1...12) + (1...9).map { Guest("q\($0)") }
    #expect(Company.finding { $0.series(title: "Friday round", with: many) }.purpose == .allHands)
    #expect(Company.finding { $0.series(title: "Friday status", with: many) }.purpose == .status)
  }

  @Test("An interview with a candidate from outside is an interview, and kept as external")
  func interview() {
    let finding = Company.finding { $0.series(title: "Interviews", with: ["p1", "p2", "candidate@mail.example"]) }
    #expect((finding.purpose, finding.rule.number) == (.interview, 1))
  }

  @Test("A private series has no words: only its size speaks")
  func privateSeries() {
    let finding = Company.finding { $0.series(title: "Status", description: "", isPrivate: true) }
    #expect((finding.purpose, finding.purposeWord) == (.unclear, nil))
    #expect(finding.owner == nil)
    #expect(finding.codes == [])
    #expect(Company.finding { $0.series(title: "", with: people(1...2), isPrivate: true) }.purpose == .oneOnOne)
  }

  @Test("A meeting prepares another when its title says so and its people meet again within two days")
  func preparation() {
    func finding(
      title: String = "Pre-board", at start: String = "2026-07-06 09:00", with guests: [Guest] = people(1...4)
    )
      -> SeriesFinding
    {
      Company.finding {
        $0.series(title: title, at: start, with: guests)
        $0.series("board", title: "Board", at: "2026-07-08 09:00", with: people(1...6))
      }
    }
    let found = finding()
    #expect((found.purpose, found.purposeWord, found.codes) == (.preparesAnother, "Pre", ["prepares-another"]))
    // 48 hours and half an hour before; half of the people; no word of preparation.
    #expect(finding(at: "2026-07-06 08:00").purpose == .unclear)
    #expect(finding(with: ["p1", "p2", "p7", "p8"]).purpose == .unclear)
    #expect(finding(title: "Board talk").purpose == .unclear)
    #expect(finding(title: "Retro prep").purpose == .retrospective)
  }
}

@Suite("Internal domains")
struct InternalDomainsTests {
  @Test("The policy's domains count, else the roster's, else the calendars' owners'")
  func origin() {
    var company = Company()
    company.books.person("guest@owner.example", isInRoster: false)
    company.series()
    #expect(InternalDomains(of: company.books.book(), policy: company.policy).domains == ["company.example"])
    company.policy.meetings.domains = ["@Other.example"]
    #expect(InternalDomains(of: company.books.book(), policy: company.policy).domains == ["other.example"])

    var books = BookBuilder(from: "2026-07-01", to: "2026-09-30")
    books.person("a@owner.example", isInRoster: false)
    books.person("b@absent.example", hasCalendar: false, isInRoster: false)
    #expect(InternalDomains(of: books.book(), policy: company.policy).domains == ["other.example"])
    company.policy.meetings.domains = []
    #expect(InternalDomains(of: books.book(), policy: company.policy).domains == ["owner.example"])
  }

  @Test(
    "Who lies in no internal domain is outside; subdomains are not the domain, lists and what is no address are nobody",
    arguments: [
      ("a@company.example", false), ("a@sub.company.example", true), ("a@company.example.else.example", true),
      ("calendar of ana", false),
    ])
  func outside(address: String, isOutside: Bool) {
    let book = Company().books.book()
    let domains = InternalDomains(of: book, policy: .init())
    #expect(domains.isOutside(Participant(address: address, person: nil, isList: false), in: book) == isOutside)
    #expect(!domains.isOutside(Participant(address: address, person: nil, isList: true), in: book))
  }

  @Test("A single occurrence with somebody from outside makes a series external")
  func oneOccurrence() {
    let finding = Company.finding {
      $0.series(times: 11)
      $0.books.meeting(
        "Platform sync", at: "2026-09-21 09:00", minutes: 30,
        with: people(1...4) + ["x@else.example".answering(.unknown)],
        series: "it")
    }
    #expect(finding.purpose == .external)
  }
}
