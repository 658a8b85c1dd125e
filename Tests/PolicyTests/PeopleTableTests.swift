import Testing

@testable import Policy

/// Reads a roster written as text; the zone data of these tests knows two zones.
func roster(_ text: String) throws -> PeopleTable {
  try roster(Array(text.utf8))
}

func roster(_ bytes: [UInt8]) throws -> PeopleTable {
  try PeopleTable.read(bytes, path: "people.csv", isKnownZone: ["Europe/Berlin", "Asia/Tokyo"].contains)
}

struct PeopleTableTests {
  @Test("A full row is read cell by cell")
  func fullRow() throws {
    let table = try roster(
      """
      email,aliases,name,team,role,site,time_zone,work_start,work_end,work_days,hourly_cost,from,until,calendar,exclude
      Ana@Tern.Example,mailto:A.Silva@tern.example; ana@old.example,Ana Silva,Search,engineering,Berlin,Europe/Berlin,\
      8:30,16:30,Sun-Thu,62.50,2024-02-29,2026-09-30,ana-work.ics,no

      """)
    #expect(table.problems == [])
    var day = Policy.WorkingDay()
    day.start = 30_600
    day.end = 59_400
    day.days = [WorkDays(day: 6), WorkDays(day: 0), WorkDays(day: 1), WorkDays(day: 2), WorkDays(day: 3)]
    // 2024-02-29 is day 19782 since 1970-01-01 (date -d 2024-02-29 +%s ÷ 86400), 2026-09-30 is day 20726.
    #expect(
      table.rows == [
        PeopleRow(
          row: 2, email: "ana@tern.example", aliases: ["a.silva@tern.example", "ana@old.example"], name: "Ana Silva",
          team: "Search", role: "engineering", site: "Berlin", timeZone: "Europe/Berlin", workingDay: day,
          hourlyCost: 6250, from: 19_782, until: 20_726, calendar: "ana-work.ics")
      ])
  }

  @Test("Empty cells and missing columns stand at the defaults")
  func defaults() throws {
    var policy = Policy()
    policy.hours.hourlyCost = 9_900
    let table = try PeopleTable.read(
      Array("email,hourly_cost,work_start\nana@tern.example,,\nbo@tern.example,0\n".utf8), path: "p", defaults: policy
    ) { _ in false }
    #expect(table.problems == [])
    #expect(table.rows.map(\.hourlyCost) == [9_900, 0])
    #expect(table.rows.map(\.workingDay) == [policy.workingDay, policy.workingDay])
    #expect(table.rows[0].team == nil)
    #expect(table.rows[0].timeZone == nil)
  }

  @Test("What Excel saves in German is read: mark, semicolons, CRLF, points in dates, comma in amounts, quoted lists")
  func excelGerman() throws {
    let text =
      "email;aliases;name;work_start;hourly_cost;from\r\n"
      + "ana@tern.example;\"a@tern.example;b@tern.example\";\"Müller; Ana\";08:00:00;\"1.062,50\";01.07.2026\r\n"
    let table = try roster([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(table.problems == [])
    #expect(table.rows[0].aliases == ["a@tern.example", "b@tern.example"])
    #expect(table.rows[0].name == "Müller; Ana")
    #expect(table.rows[0].workingDay.start == 28_800)
    #expect(table.rows[0].hourlyCost == 106_250)
    #expect(table.rows[0].from == 20_635)
  }

  @Test(
    "The separator is told from the header or from Excel's first line",
    arguments: [
      "email\tname\nana@tern.example\tAna, really\n", "email;name\nana@tern.example;Ana, really\n",
      "sep=;\r\nemail;name\r\nana@tern.example;Ana, really", "sep=|\nemail|name\nana@tern.example|Ana, really",
      "email,name\rana@tern.example,\"Ana, really\"\r",
      "\"a;b;c\",email,name\nx,ana@tern.example,\"Ana, really\"",
    ])
  func separators(text: String) throws {
    let table = try roster(text)
    #expect(table.rows.map(\.name) == ["Ana, really"])
  }

  @Test("Rows are numbered as a spreadsheet shows them: empty rows count, lines within a cell do not")
  func rowNumbers() throws {
    let table = try roster(
      "email,name\r\nana@tern.example,\"A\r\n\r\nB\"\r\n\r\n,\r\nbo@tern.example,Bo\r\nno address,C")
    #expect(table.rows.map(\.row) == [2, 5])
    #expect(table.problems.map(\.row) == [6])
  }

  @Test(
    "A bad cell leaves its row out and says where, what was found and what was expected",
    arguments: [
      ("email", "ana", "“ana”, expected an e-mail address"),
      ("time_zone", "Europe/Berlni", "“Europe/Berlni”, expected an IANA time zone"),
      ("work_start", "25:00", "“25:00”, expected a time"), ("work_start", "9.30", "expected a time"),
      ("work_end", "24:01", "expected a time"), ("work_start", "13:00 PM", "expected a time"),
      ("work_days", "Mo-Fr", "“Mo-Fr”, expected days"), ("hourly_cost", "€75", "expected an amount"),
      ("hourly_cost", "-75", "expected an amount"), ("hourly_cost", "\"1,250\"", "“1,250”, expected an amount"),
      ("hourly_cost", "1.2.3", "expected an amount"), ("from", "2026-02-29", "“2026-02-29”, expected a date"),
      ("from", "01.07.26", "expected a date"), ("until", "soon", "expected a date"),
      ("from", "7/1/2026", "nothing in the file tells day from month"),
      ("work_end", "06:00", "expected a time after work_start (midnight is 24:00; night shifts"),
      ("aliases", "a@b@c", "expected e-mail addresses separated by ;"),
    ])
  func badCell(column: String, cell: String, message: String) throws {
    let table = try roster(
      "team,email,\(column == "email" ? "site" : column)\nX,\(column == "email" ? cell + "," : "bo@tern.example,\(cell)")\nY,ana@tern.example,\n"
    )
    #expect(table.rows.map(\.email) == ["ana@tern.example"])
    let problem = try #require(table.problems.first)
    #expect(table.problems.count == 1)
    #expect(problem.severity == .rowLeftOut)
    #expect(problem.description.hasPrefix("row 2, column \(column): "))
    #expect(problem.description.contains(message))
    #expect(problem.description.hasSuffix("; the row is left out"))
  }

  @Test("All that is wrong with a row is said at once")
  func severalProblems() throws {
    let table = try roster("email,work_start,hourly_cost,from\nana@tern.example,late,much,then\n")
    #expect(table.rows.isEmpty)
    #expect(Set(table.problems.map(\.column)) == ["work_start", "hourly_cost", "from"])
  }

  @Test("A row wider than its header is left out, trailing empty cells are not")
  func width() throws {
    let table = try roster("email,aliases\nana@tern.example,a@x.example,oops\nbo@tern.example,,,,\n")
    #expect(table.rows.map(\.email) == ["bo@tern.example"])
    #expect(table.problems[0].description.hasPrefix("row 2: “oops”, expected no cell beyond the 2 of the header"))
  }

  @Test("Of rows with the same address the later one is left out, and both are named")
  func duplicates() throws {
    let table = try roster(
      """
      email,aliases
      ana@tern.example,ana@old.example
      bo@tern.example,bo@tern.example;bo@old.example;BO@old.example
      Ana@Tern.Example,
      cy@tern.example,ANA@old.example
      bo@old.example,
      broken,dy@old.example
      dy@tern.example,dy@old.example
      """)
    #expect(table.rows.map(\.email) == ["ana@tern.example", "bo@tern.example", "dy@tern.example"])
    #expect(table.rows[1].aliases == ["bo@old.example"])
    #expect(table.problems.map(\.row) == [4, 5, 6, 7])
    #expect(table.problems[0].expected == "an address that no other row has; row 2 has it")
    #expect(table.problems[1].description.contains("column aliases: “ANA@old.example”"))
    #expect(table.problems[2].expected.hasSuffix("row 3 has it"))
  }

  @Test("Unknown columns are one warning and cost nothing")
  func unknownColumns() throws {
    let table = try roster("email,timezone,Desk,\nana@tern.example,UTC,4,note\n")
    #expect(table.rows.count == 1)
    #expect(table.problems.count == 1)
    #expect(table.problems[0].severity == .warning)
    #expect(table.problems[0].found == "timezone, Desk")
    #expect(!table.problems[0].description.contains("left out"))
  }

  @Test("Column names are read in any case")
  func columnCase() throws {
    #expect(try roster("E-Mail,EMAIL , Name\n,ana@tern.example,Ana").rows.map(\.name) == ["Ana"])
  }

  @Test("Whoever is excluded stays excluded, whatever else is wrong with the row")
  func excluded() throws {
    let table = try roster(
      """
      email,exclude,work_start
      ana@tern.example,yes,never
      bo@tern.example,WAHR,
      cy@tern.example,perhaps,
      dy@tern.example,no,
      """)
    #expect(table.rows.map(\.isExcluded) == [true, true, true, false])
    #expect(table.problems.map(\.row) == [4])
    #expect(table.problems[0].column == "exclude")
  }

  @Test("A quote that our own CSV writer put before a dangerous character is taken off once")
  func neutralization() throws {
    let table = try roster("email,name,team\nana@tern.example,'=Ana,'Ana\n'+bo@tern.example,''@Bo,\"a;'-b\"\n")
    #expect(table.rows.map(\.name) == ["=Ana", "''@Bo"])
    #expect(table.rows.map(\.team) == ["'Ana", "a;-b"])
    #expect(table.rows[1].email == "+bo@tern.example")
  }

  @Test("A cell in another encoding than UTF-8 leaves its row out")
  func notUTF8() throws {
    let table = try roster(
      Array("email,name\nana@tern.example,M".utf8) + [0xFC] + Array("ller\nbo@tern.example,Bo\n".utf8))
    #expect(table.rows.map(\.email) == ["bo@tern.example"])
    #expect(table.problems[0].description.contains("save as CSV UTF-8"))
  }

  @Test("Characters that a terminal would obey are shown by their number")
  func unprintable() throws {
    let table = try roster("email,work_start\nana@tern.example,\u{1B}[2J\u{202E}\n")
    #expect(table.problems[0].description.contains("“\\u{1B}[2J\\u{202E}”"))
  }
}

struct PeopleTableErrorTests {
  @Test(
    "A file that cannot be used at all is an error that says why",
    arguments: [
      ([], .empty), (Array("\r\n\r\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
      ([0xFF, 0xFE, 0x65, 0x00], .utf16), ([0xFE, 0xFF, 0x00, 0x65], .utf16), ([0x65, 0x00, 0x6D, 0x00], .utf16),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .workbook), (Array("email\nana@tern\u{0}".utf8), .notText),
      (Array("name,mail\nAna,a@b.example".utf8), .noEmailColumn(found: ["mail", "name"])),
      (Array("email,name,Name\n".utf8), .duplicateColumn("name")),
      (Array("email,name\na@b.example,A \"B\" C\n".utf8), .malformed(row: 2)),
      (Array("email,name\n\na@b.example,\"A\n".utf8), .malformed(row: 3)),
    ] as [([UInt8], PeopleTableError.Reason)])
  func unusable(bytes: [UInt8], reason: PeopleTableError.Reason) throws {
    let error = #expect(throws: PeopleTableError.self) { try roster(bytes) }
    #expect(error == PeopleTableError(path: "people.csv", reason: reason))
    #expect(error?.description.hasPrefix("people.csv: ") == true)
  }

  @Test("A header alone is a roster of nobody")
  func headerOnly() throws {
    #expect(try roster("email,name\n") == PeopleTable(rows: []))
  }
}

struct PeopleTableAccountTests {
  @Test(
    "Whatever a file holds, each row with something in it is either used or named", arguments: [1, 2, 3] as [UInt64])
  func everyRowIsAccountedFor(seed: UInt64) throws {
    var random = LinearGenerator(state: seed)
    let cells = [
      "ana@tern.example", "bo@tern.example", "\"c\"\"y@tern.example\"", "dy@tern.example;x", "", "", "9:00", "'=x", "é",
      "\"a\nb\"", "1/7/2026", "13/7/2026", "Mon-Fri", "yes", "1.250,5",
    ]
    for _ in 0..<500 {
      let count = Int.random(in: 0...8, using: &random)
      var text = "email,aliases,work_end,work_days,hourly_cost,from\n"
      var filledRows: Set<Int> = []
      for row in 0..<count {
        let chosen = (0..<Int.random(in: 1...7, using: &random)).map { _ in cells.randomElement(using: &random) ?? "" }
        if chosen.contains(where: { !$0.isEmpty }) { filledRows.insert(row + 2) }
        text += chosen.joined(separator: ",") + "\r\n"
      }
      let table = try roster(text)
      let used = Set(table.rows.map(\.row))
      let leftOut = Set(table.problems.map(\.row))
      #expect(used.isDisjoint(with: leftOut), "\(text)")
      #expect(used.union(leftOut) == filledRows, "\(text)")
    }
  }

  @Test("Random bytes are refused or read, and nothing else happens", arguments: [1, 2] as [UInt64])
  func randomBytes(seed: UInt64) {
    var random = LinearGenerator(state: seed)
    let alphabet = Array("email,name;\t\"\"\n\n\r'=@x.-/:9 exclude from".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0xC3, 0xA9]
    var errors = 0
    for _ in 0..<2_000 {
      let body = (0..<Int.random(in: 0...120, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
      }
      do {
        _ = try PeopleTable.read(Array("email,name,from\n".utf8) + body, path: "p") { _ in true }
      } catch {
        guard case .malformed = error.reason else {
          Issue.record("\(error)")
          continue
        }
        errors += 1
      }
    }
    #expect(errors > 0)
    #expect(errors < 2_000)
  }
}

/// A small generator of repeatable random numbers (Knuth's MMIX constants).
struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

struct SetAsideRowTests {
  @Test("The addresses of a row that is left out are remembered, so that nobody is taken for gone")
  func leftOut() throws {
    let table = try roster("email,aliases,time_zone\nana@a.example,a@a.example,Europe/Berlim\nbo@a.example,,\n")
    #expect(table.rows.map(\.email) == ["bo@a.example"])
    #expect(table.leftOut == ["ana@a.example", "a@a.example"])
  }

  @Test("A calendar file that two rows name belongs to the first; the second row is left out")
  func calendarTwice() throws {
    let table = try roster("email,calendar\nana@a.example,a.ics\nbo@a.example,a.ics\n")
    #expect(table.rows.map(\.email) == ["ana@a.example"])
    #expect(table.problems.map(\.column) == ["calendar"])
    #expect(table.problems.map(\.row) == [3])
  }
}
