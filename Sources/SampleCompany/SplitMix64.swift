/// The made-up company's own source of chance: SplitMix64 (Steele, Lea, Flood 2014).
///
/// Every draw comes from a seed and from names, never from the system, so that the same parameters give the same bytes
/// on every machine. The draws are made here too: the standard library may change how it shuffles.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts a stream that depends on the seed and on every salt, so that two purposes never share one stream.
  init(seed: UInt64, _ salts: UInt64...) {
    state = seed
    for salt in salts {
      state = next() ^ (salt &* 0xD1B5_4A32_D192_ED03)
    }
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0 ..< bound`; the bias is below 2⁻⁵⁰ for the bounds used here.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True in `percent` of a hundred draws.
  mutating func chance(percent: Int) -> Bool {
    below(100) < percent
  }

  /// One element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[below(list.count)]
  }

  /// Up to `count` different elements, in drawn order.
  mutating func sample<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var rest = list
    var drawn: [Element] = []
    while drawn.count < count, !rest.isEmpty {
      let place = below(rest.count)
      drawn.append(rest[place])
      rest.swapAt(place, rest.count - 1)
      rest.removeLast()
    }
    return drawn
  }
}

extension UInt64 {
  /// FNV-1a of a name: a salt that does not depend on the process, as `Hasher` does.
  init(salt name: String) {
    self = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
