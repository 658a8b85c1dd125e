import Metrics

/// The trigrams of a title: what two titles are compared by (ruling "Verdicts": trigrams without digits and weekday words).
///
/// Each word counts with two blanks before and one after it, as PostgreSQL's `pg_trgm` documents it, so that beginnings
/// weigh more than endings, short words count too, and the order of words does not matter. Similarity is the number of
/// shared trigrams ÷ the number of different ones.
struct TitleTrigrams: Equatable, Sendable {
  /// Each different trigram once.
  let trigrams: Set<String>

  /// The trigrams of a title.
  init(of title: String) {
    var trigrams: Set<String> = []
    for word in FoldedWords.of(Self.withoutJapaneseWeekdays(title)) {
      let letters = word.text.filter { !$0.isNumber }
      guard !letters.isEmpty, !Self.weekdays.contains(letters) else { continue }
      let padded = Array("  " + letters + " ")
      for start in 0..<(padded.count - 2) { trigrams.insert(String(padded[start..<(start + 3)])) }
    }
    self.trigrams = trigrams
  }

  /// How many trigrams both have, and how many there are; two titles without a letter have nothing in common.
  func overlap(with other: TitleTrigrams) -> (shared: Int, all: Int) {
    let shared = trigrams.intersection(other.trigrams).count
    return (shared, trigrams.count + other.trigrams.count - shared)
  }

  /// The similarity, 0 to 1.
  func similarity(to other: TitleTrigrams) -> Fraction {
    let (shared, all) = overlap(with: other)
    return all == 0 ? .zero : Fraction(shared, all)
  }

  /// Japanese weekday names stand inside a row of ideographs; every character is a word, so they go before the cutting.
  private static func withoutJapaneseWeekdays(_ title: String) -> String {
    guard title.contains("曜") else { return title }
    var kept: [Character] = []
    var rest = Array(title)[...]
    while let character = rest.popFirst() {
      if "月火水木金土日".contains(character), rest.first == "曜" {
        rest.removeFirst()
        if rest.first == "日" { rest.removeFirst() }
        kept.append(" ")
      } else {
        kept.append(character)
      }
    }
    return String(kept)
  }

  /// Folded names of weekdays: en de fr es pt it nl, and the English short forms.
  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
    "segunda", "terca", "quarta", "quinta", "sexta", "feira",
    "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
  ]
}
