import Testing

@testable import SampleCompany

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("gives the published sequence for the seed 1234567")
  func publishedSequence() {
    var chance = SplitMix64(seed: 1_234_567)
    let drawn = (0..<5).map { _ in chance.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test("draws below a bound, and reaches every number")
  func bounds() {
    var chance = SplitMix64(seed: 3)
    let drawn = Set((0..<500).map { _ in chance.below(7) })
    #expect(drawn == Set(0..<7))
  }

  @Test("samples different elements, all of them when asked for too many")
  func samples() {
    var chance = SplitMix64(seed: 4)
    #expect(Set(chance.sample(3, of: Array(0..<9))).count == 3)
    #expect(chance.sample(20, of: Array(0..<9)).sorted() == Array(0..<9))
  }

  @Test("hashes names as FNV-1a does")
  func salts() {
    // Test vectors of the authors of FNV.
    #expect(UInt64(salt: "") == 0xCBF2_9CE4_8422_2325)
    #expect(UInt64(salt: "a") == 0xAF63_DC4C_8601_EC8C)
    #expect(UInt64(salt: "foobar") == 0x8594_4171_F739_67E8)
  }
}
