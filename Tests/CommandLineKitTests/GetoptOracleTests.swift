import CommandLineKit
import Glibc
import GetoptOracle
import Testing

/// The same random calls are given to glibc's `getopt_long`, which must find the same options, values and arguments.
@Suite(.serialized)
struct GetoptOracleTests {
  @Test("Random calls are sorted as getopt_long sorts them", arguments: [1, 2, 3, 4] as [UInt64])
  func randomCalls(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var accepted = 0
    var refused = 0
    for _ in 0..<5_000 {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.word(using: &random) }
      let expected = Self.oracle(words)
      let found = try? Self.ours.parse(words)
      #expect(found.map(Call.init) == expected, "\(words)")
      if expected == nil { refused += 1 } else { accepted += 1 }
    }
    // The comparison means something only when both answers are frequent.
    #expect(accepted > 500)
    #expect(refused > 500)
  }

  private static let quiet = Flag("quiet", short: "q", help: "")
  private static let force = Flag("force", short: "f", help: "")
  private static let output = RepeatedOption("output", short: "o", as: anyWord, valueName: "DIR", help: "")
  private static let jobs = RepeatedOption("jobs", short: "j", as: anyWord, valueName: "N", help: "")
  private static let paths = RepeatedArgument("PATH", as: anyWord, isRequired: false, help: "")
  private static let anyWord = ValueKind<String>(expected: "any word") { $0 }
  private static let ours = CommandDefinition(
    name: "test", abstract: "", synopsis: [], arguments: [paths],
    options: [OptionGroup("Options", [quiet, force, output, jobs])])

  /// Words that are options, values, arguments or mistakes; `-h`, `--help` and abbreviations are left to other tests.
  private static func word(using random: inout SplitMix64) -> String {
    [
      "-q", "-f", "-qf", "-o", "-j", "-o7", "-qo", "-qj4", "-fqox", "--quiet", "--force", "--output", "--jobs",
      "--output=a", "--output=", "--jobs=a=b", "a", "b", "c", "a", "b", "c", "", "-", "--", "-z", "-qz", "--zzz",
      "--quiet=1", "ä",
    ].randomElement(using: &random) ?? ""
  }

  /// What `getopt_long` finds; nil for what it refuses, or where a value begins with a dash, which we refuse.
  private static func oracle(_ words: [String]) -> Call? {
    var call = Call()
    var pointers: [UnsafeMutablePointer<CChar>?] = (["test"] + words).map { strdup($0) } + [nil]
    let strings = pointers
    defer { strings.forEach { free($0) } }
    let result = withUnsafeMutablePointer(to: &call) { call in
      getopt_oracle_parse(
        Int32(words.count + 1), &pointers,
        { name, value, context in
          let call = context?.assumingMemoryBound(to: Call.self)
          call?.pointee.add(name.map { String(cString: $0) }, value.map { String(cString: $0) })
        }, call)
    }
    let hasDashedValue = (call.outputs + call.jobs).contains { $0.hasPrefix("-") && $0 != "-" }
    return result == 0 && !hasDashedValue ? call : nil
  }

  private struct Call: Equatable {
    var isQuiet = false
    var isForced = false
    var outputs: [String] = []
    var jobs: [String] = []
    var paths: [String] = []

    init() {}

    init(_ parsed: ParsedArguments) {
      isQuiet = parsed[quiet]
      isForced = parsed[force]
      outputs = parsed[output]
      jobs = parsed[GetoptOracleTests.jobs]
      paths = parsed[GetoptOracleTests.paths]
    }

    mutating func add(_ name: String?, _ value: String?) {
      switch name {
      case "quiet": isQuiet = true
      case "force": isForced = true
      case "output": outputs.append(value ?? "")
      case "jobs": jobs.append(value ?? "")
      default: paths.append(value ?? "")
      }
    }
  }
}

/// A small generator of repeatable random numbers (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
