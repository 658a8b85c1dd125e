import Metrics
import Testing

@testable import Findings

@Suite("Title similarity")
struct TitleSimilarityTests {
  @Test(
    "Trigrams shared ÷ trigrams in all, counted by hand",
    arguments: [
      // "  a", " ab" are shared; "abc", "bc ", "abd", "bd " are not: 2 of 6.
      ("abc", "abd", Fraction(1, 3)),
      // `sync` has 5 trigrams; `ux` has 3 ("  u", " ux", "ux "), `qa` 3: 5 of 11.
      ("UX sync", "QA sync", Fraction(5, 11)),
      // `team` has 5, `sync` 5, all shared, and `weekly` 7 more: 10 of 17.
      ("Team sync", "Weekly team sync", Fraction(10, 17)),
      // Order of words, case, accents and punctuation do not matter.
      ("Réunion d'équipe", "EQUIPE d reunion!", Fraction(1)),
      // Digits and weekdays are left out, in any language of the product.
      ("Team sync 2", "Team sync 17", Fraction(1)),
      ("Monday team sync", "Team sync (Thu)", Fraction(1)),
      ("Point équipe lundi", "Point équipe jeudi", Fraction(1)),
      ("月曜日の営業定例", "木曜の営業定例", Fraction(1)),
      // Nothing but digits and weekdays: nothing to compare.
      ("Monday 1", "Monday 1", Fraction(0)),
      ("Budget", "Hiring", Fraction(0)),
    ])
  func similarity(a: String, b: String, expected: Fraction) {
    #expect(TitleTrigrams(of: a).similarity(to: TitleTrigrams(of: b)) == expected)
    #expect(TitleTrigrams(of: b).similarity(to: TitleTrigrams(of: a)) == expected)
  }
}
