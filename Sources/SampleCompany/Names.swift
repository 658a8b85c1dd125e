/// Invented names, by the country of a site. Whoever bears such a name is not meant.
struct NamePool: Sendable {
  let given: [String]
  let family: [String]

  /// The n-th person of a pool: no pair comes twice before all have come once.
  func person(_ number: Int) -> (given: String, family: String, round: Int) {
    let pairs = given.count * family.count
    let place = number % pairs
    // The family name moves on by one more each time the given names have come round.
    return (
      given[place % given.count], family[(place + place / given.count) % family.count], number / pairs + 1
    )
  }

  static let germany = NamePool(
    given: [
      "Anke", "Jürgen", "Mirjam", "Tobias", "Käthe", "Henrik", "Svenja", "Lothar", "Ayşe", "Fabian", "Ines", "Bastian",
      "Gesine", "Ulrich", "Wiebke", "Konrad", "Leonie", "Detlef", "Marlies", "Jannik", "Rosalie", "Volker", "Nele",
    ],
    family: [
      "Brandstätter", "Vogelsang", "Kühnast", "Ohlendorf", "Reimers", "Sölling", "Thalmann", "Wittkopp", "Aydın",
      "Grothe", "Petersilie", "Holzapfel", "Ruhnau", "Zander", "Eickhoff", "Lindqvist", "Mertesacker", "Jaschke",
      "Dammann", "Überall", "Feddersen", "Krumbiegel", "Nowotny", "Straube", "Hasselbach", "Quandt", "Imhoff",
      "Clausnitzer", "Bollmann", "Tietjen", "Pohlmann", "Radke", "Schlüter", "Wendland", "Yıldırım", "Kaminski", "Auer",
    ])

  static let unitedStates = NamePool(
    given: [
      "Marjorie", "Dwight", "Latoya", "Preston", "Guadalupe", "Elliot", "Shanice", "Rory", "Priscilla", "Desmond",
      "Harriet", "Xiomara", "Clyde", "Beatriz", "Wendell", "Noriko", "Augustus", "Delphine", "Marcus", "Imogen",
      "Thaddeus", "Yolanda", "Sterling",
    ],
    family: [
      "Abernathy", "Castellano", "Winslow", "O'Rourke", "Delacroix", "Huang", "Pemberton", "Okafor", "Villalobos",
      "Tanaka", "Whitcomb", "Ferraro", "Kowalski", "Baptiste", "Langdon", "Moreau", "Nakamura", "Ashby", "Quintero",
      "Hollis", "Beaumont", "Sadowski", "Trinh", "Marchetti", "Eberhart", "Lindgren", "Fairbanks", "Osei", "Radcliffe",
      "Santangelo", "Vance", "Yamada", "Zimmerman", "Holloway", "Prescott", "Cardenas", "Underhill",
    ])

  static let india = NamePool(
    given: [
      "Ananya", "Raghav", "Meenakshi", "Farhan", "Kavitha", "Suresh", "Ishita", "Nikhil", "Lakshmi", "Arjun", "Zoya",
      "Prakash", "Divya", "Harish", "Nandini", "Vikram", "Sowmya", "Imran", "Padma", "Rohan", "Tara", "Girish", "Asha",
    ],
    family: [
      "Venkataraman", "Deshpande", "Chowdhury", "Nair", "Kulkarni", "Basheer", "Iyengar", "Mehrotra", "Gowda",
      "Fernandes", "Rangan", "Patwardhan", "Siddiqui", "Bhattacharya", "Hegde", "Menon", "Joshi", "Shetty", "Reddy",
      "Banerjee", "Krishnan", "Thakur", "Varghese", "Pillai", "Oberoi", "Acharya", "Mistry", "Saxena", "Dutta", "Rao",
      "Kamath", "Lobo", "Wagle", "Ullal", "Qureshi", "Jadhav", "Ahuja",
    ])
}

/// The letters of a name that stand in an e-mail address: lower case, without marks, words joined by hyphens.
func addressPart(of name: String) -> String {
  var part = ""
  for character in name.lowercased() {
    switch character {
    case "ä": part += "ae"
    case "ö": part += "oe"
    case "ü": part += "ue"
    case "ß": part += "ss"
    case "ş": part += "s"
    case "ı": part += "i"
    case "a"..."z": part.append(character)
    case " ": part += "-"
    default: break
    }
  }
  return part
}
