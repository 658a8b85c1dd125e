import Testing

@testable import Policy

struct TitlePatternsTests {
  @Test(
    "Titles that say somebody is away are absences, in the languages of the product",
    arguments: [
      "Out of office", "OUT OF OFFICE – back Monday", "Ana: PTO", "OOO", "Vacation 🏖", "Urlaub", "Resturlaub (Mai)",
      "Außer Haus", "AUSSER HAUS", "Congés payés", "CONGE", "Jour férié", "Vacaciones", "Día libre", "Férias",
      "Fora do escritório", "Ferie", "Vakantie", "夏季休暇中", "ＰＴＯ", "Holiday", "Conge\u{301}s",
    ])
  func absences(title: String) {
    #expect(Policy().meetings.absenceTitles.matches(title))
  }

  @Test(
    "Titles that only look like an absence are none",
    arguments: [
      "Outlook training", "Laptop handover", "Holiday party planning", "Out of scope review", "Office hours",
      "Sick leave2go", "Krankenhaus-Projekt", "Offsite", "", "🏖", "Away game tickets",
    ])
  func notAbsences(title: String) {
    #expect(!Policy().meetings.absenceTitles.matches(title))
  }

  @Test(
    "Titles of reserved focus time are found, in the languages of the product",
    arguments: [
      "Focus time", "❇️ Focus Time (via Clockwise)", "Focus", "🎧 focus!", "Deep work: design", "Fokuszeit",
      "Fokus-Zeit", "heads-down", "UNGESTÖRTES ARBEITEN", "Temps de concentration", "Tiempo de concentracion",
      "Horário de foco", "Tempo di concentrazione", "Focustijd", "集中時間です",
    ])
  func focus(title: String) {
    #expect(Policy().meetings.focusTitles.matches(title))
  }

  @Test(
    "Titles that only speak of focus are no focus time",
    arguments: [
      "Focus group interview", "Focus areas Q3", "Q3 focus", "Deep workshop", "Foco do trimestre", "集中講義",
    ])
  func notFocus(title: String) {
    #expect(!Policy().meetings.focusTitles.matches(title))
  }

  @Test(
    "What Exchange writes before a cancelled title is found in each language",
    arguments: [
      "Canceled: Weekly", "Cancelled: Weekly", "CANCELED:Weekly", "Abgesagt: Jour fixe", "Annulé : Point hebdo",
      "Annulé\u{A0}: Point hebdo", "Annule\u{301}: Point", "Cancelado: Reunión", "Cancelada: Reunião",
      "Annullato: Riunione", "Geannuleerd: Overleg", "キャンセル済み: 定例", "キャンセル済み：定例", " Canceled: x",
    ])
  func cancelled(title: String) {
    #expect(Policy().meetings.cancelledTitlePrefixes.matches(title))
  }

  @Test(
    "A title that merely speaks of cancelling is not cancelled",
    arguments: ["Canceled orders review", "Review: Canceled: x", "Cancelled", "Abgesagte Termine:", ""])
  func notCancelled(title: String) {
    #expect(!Policy().meetings.cancelledTitlePrefixes.matches(title))
  }

  @Test("Own patterns are whole words in order; with = the whole title")
  func ownPatterns() {
    let patterns = TitlePatterns(["Kids sick", "=Gym", "!!"])
    #expect(patterns.matches("kids sick today"))
    #expect(!patterns.matches("sick kids"))
    #expect(!patterns.matches("kids sickness"))
    #expect(patterns.matches("GYM."))
    #expect(!patterns.matches("gym class"))
    #expect(!patterns.matches("!!"))
    #expect(!TitlePatterns([]).matches("anything"))
    #expect(!TitlePrefixes([""]).matches("anything"))
  }
}
