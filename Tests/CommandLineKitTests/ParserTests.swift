import CommandLineKit
import Testing

struct ParserTests {
  typealias Sample = SampleProgram

  @Test("Options stand anywhere, in every spelling, and are read with their types")
  func spellings() throws {
    let parsed = try Sample.read.parse(
      ["a.ics", "--output", "out", "-qfj8", "b.ics", "--color=never", "--holidays", "x=1", "--holidays=y=2", "-"])
    #expect(parsed[Sample.paths] == ["a.ics", "b.ics", "-"])
    #expect(parsed[Sample.output] == "out")
    #expect(parsed[Sample.jobs] == 8)
    #expect(parsed[Sample.color] == .never)
    #expect(parsed[Sample.holidays] == ["x=1", "y=2"])
    #expect(parsed[Sample.quiet])
    #expect(parsed[Sample.force])
  }

  @Test("What is not given is absent")
  func absent() throws {
    let parsed = try Sample.read.parse(["a.ics"])
    #expect(parsed[Sample.output] == nil)
    #expect(parsed[Sample.jobs] == nil)
    #expect(parsed[Sample.holidays] == [])
    #expect(!parsed[Sample.quiet])
  }

  @Test(
    "A letter's value may be attached, attached with an equals sign, or follow",
    arguments: [["-j4"], ["-j=4"], ["-j", "4"], ["-qj4"]])
  func shortValues(words: [String]) throws {
    #expect(try Sample.read.parse(["a"] + words)[Sample.jobs] == 4)
  }

  @Test("After two dashes every word is an argument")
  func twoDashes() throws {
    let parsed = try Sample.read.parse(["-q", "--", "--force", "-x", "--"])
    #expect(parsed[Sample.paths] == ["--force", "-x", "--"])
    #expect(!parsed[Sample.force])
  }

  @Test("A lone dash is a value too")
  func loneDash() throws {
    #expect(try Sample.read.parse(["a", "--output", "-"])[Sample.output] == "-")
  }

  @Test("Required, optional and missing arguments")
  func arguments() throws {
    let parsed = try Sample.show.parse(["q2", "3"])
    #expect(parsed[Sample.source] == "q2")
    #expect(parsed[Sample.depth] == 3)
    #expect(try Sample.show.parse(["q2"])[Sample.depth] == nil)
    #expect(message(Sample.show) == "missing argument AUDIT")
    #expect(message(Sample.read, "-q") == "missing argument PATH")
    #expect(message(Sample.show, "q2", "3", "x") == "unexpected argument 'x'")
    #expect(message(Sample.show, "q2", "10") == "DEPTH: expected a whole number from 0 to 9, not '10'")
    #expect(message(Sample.show, "") == "AUDIT: expected a value that is not empty, not ''")
  }

  @Test("Unknown options are named, with the one that was meant")
  func unknownOptions() {
    #expect(message(Sample.read, "a", "--outptu", "x") == "unknown option '--outptu'; did you mean '--output'?")
    #expect(message(Sample.read, "a", "--out=x") == "unknown option '--out'; did you mean '--output'?")
    #expect(message(Sample.read, "a", "--zzz") == "unknown option '--zzz'")
    #expect(message(Sample.read, "a", "-x") == "unknown option '-x'")
    #expect(message(Sample.read, "a", "-quiet") == "unknown option '-u' in '-quiet'; did you mean '--quiet'?")
    #expect(message(Sample.read, "a", "--=x") == "unknown option '--'")
    #expect(message(Sample.read, "a", "--\u{1B}[2J") == "unknown option '--\\u{1B}[2J'")
  }

  @Test("Missing, superfluous and repeated values are said so")
  func valueMistakes() {
    #expect(message(Sample.read, "a", "--jobs") == "--jobs needs a value: N, a whole number from 1 to 256")
    #expect(
      message(Sample.read, "a", "--output", "--force")
        == "--output needs a value before '--force'; if that is meant, write '--output=--force'")
    #expect(message(Sample.read, "a", "-o", "-q") == "-o needs a value before '-q'; if that is meant, write '-o-q'")
    #expect(message(Sample.read, "a", "--output=--force") == nil)
    #expect(message(Sample.read, "a", "--force=yes") == "--force takes no value")
    #expect(message(Sample.read, "a", "-q=1") == "-q takes no value")
    #expect(message(Sample.read, "a", "-j1", "--jobs", "1") == "--jobs is given more than once")
    #expect(message(Sample.read, "a", "-q", "--quiet") == nil)
    #expect(message(Sample.read, "a", "--output=") == "--output: expected a value that is not empty, not ''")
  }

  @Test(
    "Numbers out of bounds and other words are refused",
    arguments: ["0", "257", "x", "1.5", "", "0x10", "+4", "-4", "9999999999999999999999"])
  func numbers(word: String) {
    #expect(
      message(Sample.read, "a", "--jobs=\(word)") == "--jobs: expected a whole number from 1 to 256, not '\(word)'")
  }

  @Test("A closed set of values names them, and the one that was meant")
  func choices() {
    #expect(
      message(Sample.read, "a", "--color=nevr")
        == "--color: expected always, never or auto, not 'nevr'; did you mean 'never'?")
    #expect(message(Sample.read, "a", "--color=Never")?.hasSuffix("did you mean 'never'?") == true)
    #expect(message(Sample.read, "a", "--color=blue") == "--color: expected always, never or auto, not 'blue'")
  }

  @Test("A list is read value by value")
  func lists() throws {
    #expect(try Sample.read.parse(["a", "--format", "auto,never"])[Sample.formats] == [.auto, .never])
    #expect(
      message(Sample.read, "a", "--format=auto,")
        == "--format: expected one or several, separated by commas, of always, never, auto, not 'auto,'")
  }

  @Test("Names are compared exactly: case counts, abbreviations do not")
  func exactNames() {
    #expect(message(Sample.read, "a", "--Quiet") == "unknown option '--Quiet'; did you mean '--quiet'?")
    #expect(message(Sample.read, "a", "--qui") == "unknown option '--qui'; did you mean '--quiet'?")
    #expect(message(Sample.read, "a", "-Q") == "unknown option '-Q'")
  }
}

struct SpellingTests {
  @Test(
    "The nearest word is found, when it is near enough",
    arguments: [
      ("audti", "audit"), ("adit", "audit"), ("AUDIT", "audit"), ("chek", "check"), ("occurences", "occurrences"),
      ("simul", "simulate"), ("xyz", nil), ("", nil), ("a", "audit"), ("c", nil), ("auditoriums", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    let commands = ["audit", "check", "occurrences", "simulate", "completions"]
    #expect(Spelling.nearest(to: word, among: commands) == expected)
  }
}
