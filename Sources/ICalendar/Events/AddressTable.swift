/// The addresses of a stream, each once, as small numbers. Found by their bytes: an attendee who has been seen before costs no
/// text.
struct AddressTable {
  /// In the order of first sight.
  private(set) var addresses: [String] = []
  /// Whether the address is one of Google's rooms.
  private(set) var isRoom: [Bool] = []
  private var hashes: [UInt64] = []
  /// Open addressing; −1: empty.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of an address in lower case.
  mutating func index(of address: String) -> Int32 {
    var digest = EventIdentity.Digest()
    for byte in address.utf8 { digest.add(byte) }
    return index(hash: digest.value, matches: { $0 == address }, text: { address })
  }

  /// The number of an address given by the bytes to the end of its line, in any case, blanks behind it left out; nil for an
  /// empty one or one that is no ASCII.
  mutating func index(of bytes: UnfoldedBytes) -> Int32? {
    var digest = EventIdentity.Digest()
    var (count, blanks) = (0, 0)
    for byte in bytes {
      if byte >= 0x80 { return nil }
      if Ascii.isBlank(byte) {
        blanks += 1
        continue
      }
      // A blank inside is no address that could be compared in place.
      if blanks > 0, count > 0 { return nil }
      blanks = 0
      digest.add(Ascii.fold(byte))
      count += 1
    }
    guard count > 0 else { return nil }
    func lowered() -> some Sequence<UInt8> { bytes.lazy.filter { !Ascii.isBlank($0) }.map { Ascii.fold($0) } }
    return index(
      hash: digest.value, matches: { $0.utf8.count == count && $0.utf8.elementsEqual(lowered()) },
      text: { String(decoding: Array(lowered()), as: UTF8.self) })
  }

  private mutating func index(hash: UInt64, matches: (String) -> Bool, text: () -> String) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, matches(addresses[index]) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let index = Int32(addresses.count)
    let address = text()
    addresses.append(address)
    isRoom.append(address.hasSuffix("@resource.calendar.google.com"))
    hashes.append(hash)
    slots[slot] = index
    if addresses.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
