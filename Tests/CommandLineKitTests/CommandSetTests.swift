import CommandLineKit
import Testing

struct CommandSetTests {
  typealias Sample = SampleProgram

  /// A request in a word, for comparison.
  private func request(_ words: String...) -> String {
    do {
      switch try Sample.program.resolve(words) {
      case .run(let action, let arguments): return "run \(action) \(arguments[Sample.paths])"
      case .help(let command): return "help \(command.name)"
      case .overview: return "overview"
      case .topic(let topic): return "topic \(topic.name)"
      case .version(let isVerbose): return isVerbose ? "version verbose" : "version"
      case .nothing: return "nothing"
      }
    } catch {
      return error.description
    }
  }

  @Test("A call is told by its first word")
  func requests() {
    #expect(request() == "nothing")
    #expect(request("read", "a.ics") == #"run 1 ["a.ics"]"#)
    #expect(request("show", "q2") == "run 2 []")
    #expect(request("help") == "overview")
    #expect(request("--help") == "overview")
    #expect(request("-h") == "overview")
    #expect(request("help", "read") == "help read")
    #expect(request("help", "policy") == "topic policy")
    #expect(request("--version") == "version")
    #expect(request("--version", "--verbose") == "version verbose")
    #expect(request("--verbose", "--version") == "version verbose")
  }

  @Test("Help is shown in the middle of a call that is not right yet, but not after two dashes")
  func helpAnywhere() {
    #expect(request("read", "--help") == "help read")
    #expect(request("read", "--jobs", "-h") == "help read")
    #expect(request("read", "--bogus", "--help") == "help read")
    #expect(request("read", "-qh") == "help read")
    #expect(request("read", "--", "--help") == #"run 1 ["--help"]"#)
  }

  @Test("Mistakes say where the right words stand")
  func mistakes() {
    #expect(request("raed") == "unknown command 'raed'; did you mean 'read'? (see: sample help)")
    #expect(request("frobnicate") == "unknown command 'frobnicate' (see: sample help)")
    #expect(request("--jobs", "4") == "'--jobs' stands before any command; a command comes first (see: sample help)")
    #expect(
      request("help", "polcy") == "unknown command or topic 'polcy'; did you mean 'policy'? (see: sample help)")
    #expect(request("help", "read", "x") == "help takes one word, not also 'x' (see: sample help)")
    #expect(request("read") == "missing argument PATH (see: sample help read)")
    #expect(request("read", "--forse", "a").hasSuffix("did you mean '--force'? (see: sample help read)"))
  }

  @Test("Exit codes are those of sysexits")
  func exitCodes() {
    #expect(ExitCode.success.rawValue == 0)
    #expect(ExitCode.validationFailure.rawValue == 64)
  }
}

struct HelpTests {
  @Test("Help shows all that the definition says")
  func commandHelp() {
    #expect(
      SampleProgram.read.helpText(inColor: false) == """
        Read files and say what they hold.

        Usage:
          sample read PATH... [--output DIR] [--holidays SITE=FILE]... [--jobs N]
              [--color WHEN] [--force]

        Every file is read once. What cannot be read is named, and the others are read
        all the same.

        Arguments:
          PATH...                 A file or a folder.

        Output:
          -o, --output DIR        Where the report is written. Without it, a folder
                                  beside.
              --format LIST       What to write.
          -f, --force             Overwrite what is there.

        Everywhere:
              --holidays SITE=FILE
                                  Days off at a site. May be repeated.
          -j, --jobs N            Files read at once.
              --color WHEN        Whether the output has colours. One of: always, never,
                                  auto.
          -q, --quiet             Print no progress.
          -h, --help              Show this help.

        Examples:
          sample read exports/ -j 4
              Reads a folder, four files at once.

        """)
  }

  @Test("A command without options has help all the same")
  func smallHelp() {
    #expect(
      SampleProgram.show.helpText(inColor: false) == """
        Show an earlier report.

        Usage:
          sample show AUDIT [DEPTH]

        Arguments:
          AUDIT                   An earlier report.
          [DEPTH]                 How deep.

        Options:
          -h, --help              Show this help.

        """)
  }

  @Test("The overview lists commands and topics")
  func overview() {
    #expect(
      SampleProgram.program.overviewText(inColor: false) == """
        A program of the tests.

        Usage:
          sample COMMAND [ARGUMENT]...
          sample help [COMMAND | policy]
          sample --version [--verbose]

        Commands:
          read                    Read files and say what they hold
          show                    Show an earlier report

        Help topics:
          policy                  All settings

        """)
  }

  @Test("No line of the help is wider than a terminal")
  func width() {
    let pages = [SampleProgram.read.helpText(inColor: false), SampleProgram.program.overviewText(inColor: false)]
    for line in pages.joined().split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test("Colours mark headings and change nothing else")
  func colors() {
    let colored = SampleProgram.read.helpText(inColor: true)
    #expect(colored.contains("\u{1B}[1mUsage:\u{1B}[0m\n"))
    let plain = colored.split(separator: "\u{1B}[1m").joined().split(separator: "\u{1B}[0m").joined()
    #expect(plain == SampleProgram.read.helpText(inColor: false))
    #expect(TerminalText.styled("x", .red, inColor: true) == "\u{1B}[31mx\u{1B}[0m")
    #expect(TerminalText.styled("x", .red, inColor: false) == "x")
  }

  @Test("Text is broken at blanks, long words stand alone")
  func wrapping() {
    #expect(TerminalText.wrapped("aa bb cc", width: 5) == ["aa bb", "cc"])
    #expect(TerminalText.wrapped("aaaaaaa b", width: 5) == ["aaaaaaa", "b"])
    #expect(TerminalText.wrapped("", width: 5) == [])
  }
}
