import Testing

@testable import CalendarSources

@Suite("Archives that are cut, damaged, locked or too large: nothing silent, what is whole survives")
struct DamagedArchiveTests {
  private static let all = [calendar("anna"), calendar("ben"), calendar("cleo")]
  private static let items = zip(["anna.ics", "ben.ics", "cleo.ics"], all).map { Item($0, $1) }

  /// Archives that are small enough to try every place.
  private static let archives: [String: [UInt8]] = [
    "deflated ZIP": Packed.zip(items), "stored ZIP": Packed.zip(items, stored: true), "tar": Packed.tar(items),
    "gzipped tar": Packed.gzip(Packed.tar(items)), "gzip": Packed.gzip(all[0]),
  ]

  /// Whether somebody is told: by a refusal, or because what is handed over is not a calendar, which the scanner says.
  private func isSaid(_ harvest: Harvest) -> Bool {
    !harvest.refusals.isEmpty || !harvest.contents.isSubset(of: Self.all)
  }

  @Test(
    "Cut at any place, an archive gives only calendars that are whole, and says that it is cut",
    arguments: archives.keys.sorted())
  func cut(name: String) throws {
    let bytes = try #require(Self.archives[name])
    for end in 1..<bytes.count {
      let harvest = Harvest(of: Array(bytes[..<end]))
      #expect(harvest.findings.balances, "\(name) cut at \(end)")
      // Behind the end of a tar archive there is only padding.
      let isPaddingOnly = name == "tar" && harvest.contents == Set(Self.all)
      #expect(isSaid(harvest) || isPaddingOnly, "\(name) cut at \(end)")
      if end >= 600 && name != "gzip" {
        #expect(harvest.contents.isSubset(of: Self.all), "\(name) cut at \(end)")
        #expect(
          harvest.findings.refusals.allSatisfy { $0.reason.code == "truncated" || $0.reason.code == "empty-archive" })
      }
    }
  }

  @Test("Cut inside its directory, a ZIP archive still gives all its calendars, and is said to be truncated")
  func cutInDirectory() {
    for bytes in [Packed.zip(Self.items), Packed.zip(Self.items, stored: true)] {
      let directory = bytes.indices.dropLast(4).first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }!
      // To know where a member ends whose length stands behind it, libarchive looks at the 24 bytes that follow.
      for end in stride(from: directory + 24, to: bytes.count, by: 7) {
        let harvest = Harvest(of: Array(bytes[..<end]))
        #expect(harvest.contents == Set(Self.all))
        #expect(harvest.refusals == ["export.zip: truncated"])
      }
    }
  }

  @Test("Cut in the middle, members before the cut survive and the one that is cut is named")
  func cutInMember() {
    let zip = Harvest(of: Array(Packed.zip(Self.items, stored: true)[..<1000]))
    #expect(zip.contents == [Self.all[0]])
    #expect(zip.refusals == ["export.zip/ben.ics: truncated", "export.zip: truncated"])
    let tar = Harvest(of: Array(Packed.tar(Self.items)[..<2300]))
    #expect(tar.contents == [Self.all[0]])
    #expect(tar.refusals == ["export.zip/ben.ics: truncated", "export.zip: truncated"])
  }

  @Test("A tar archive that ends behind a member, without its end, is said to be truncated")
  func cutBetweenMembers() {
    // Each member is one block of header and two of 600 and some bytes.
    let harvest = Harvest(of: Array(Packed.tar(Self.items)[..<(2 * 3 * 512)]))
    #expect(harvest.contents == Set(Self.all[..<2]))
    #expect(harvest.refusals == ["export.zip: truncated"])
  }

  @Test(
    "Any damaged byte is noticed, or did no harm", arguments: ["deflated ZIP", "stored ZIP", "gzipped tar", "gzip"])
  func damaged(name: String) throws {
    let bytes = try #require(Self.archives[name])
    let expected = name == "gzip" ? [Self.all[0]] : Set(Self.all)
    for place in bytes.indices {
      for pattern: UInt8 in [0xFF, 0x01, 0x80] {
        var bad = bytes
        bad[place] ^= pattern
        let harvest = Harvest(of: bad)
        #expect(harvest.findings.balances, "\(name), byte \(place) ^ \(pattern)")
        #expect(isSaid(harvest) || harvest.contents == expected, "\(name), byte \(place) ^ \(pattern)")
      }
    }
  }

  @Test("A damaged tar archive never crashes, and always balances")
  func damagedTar() {
    let bytes = Packed.tar(Self.items)
    for place in bytes.indices {
      var bad = bytes
      bad[place] ^= 0xFF
      let harvest = Harvest(of: bad)
      #expect(harvest.findings.balances)
    }
  }

  @Test("A member whose checksum is wrong is not used; its neighbours are")
  func checksum() {
    var bytes = Packed.zip(Self.items, stored: true)
    bytes[200] ^= 1
    let harvest = Harvest(of: bytes)
    #expect(harvest.contents == Set(Self.all[1...]))
    #expect(harvest.refusals == ["export.zip/anna.ics: damaged"])
  }

  @Test("gzip with a wrong checksum, a wrong length, or something behind it is damaged, and not used")
  func gzipChecksum() {
    let good = Packed.gzip(Self.all[0])
    for place in [good.count - 8, good.count - 4] {
      var bad = good
      bad[place] ^= 1
      #expect(Harvest(of: bad, named: "a.ics.gz").refusals == ["a.ics.gz: damaged"])
    }
    #expect(Harvest(of: good + [7], named: "a.ics.gz").refusals == ["a.ics.gz: damaged"])
    var tar = Packed.gzip(Packed.tar(Self.items))
    tar[tar.count - 8] ^= 1
    let harvest = Harvest(of: tar, named: "a.tgz")
    #expect(harvest.refusals == ["a.tgz: damaged"])
    #expect(harvest.calendars.isEmpty)
  }

  @Test("Of cut gzip what came out is handed over, never with a VCALENDAR's end at its end")
  func truncatedGzip() {
    let good = Packed.gzip(Self.all[0])
    // Without its last eight bytes nothing of the calendar is missing, only the proof.
    for end in [good.count - 100, good.count - 8, good.count - 1] {
      let harvest = Harvest(of: Array(good[..<end]), named: "a.ics.gz")
      #expect(harvest.refusals == ["a.ics.gz: truncated"])
      #expect(harvest.calendars.count == 1)
      let rest = harvest.calendars.first?.bytes ?? []
      #expect(Self.all[0].starts(with: rest))
      #expect(!String(decoding: rest, as: UTF8.self).contains("END:VCALENDAR"))
      #expect(harvest.findings.balances)
    }
  }

  @Test(
    "The part before a cut ends before the last line that is whole only by chance",
    arguments: [
      ("BEGIN:VCALENDAR\r\nA:1\r\nB:", "BEGIN:VCALENDAR\r\nA:1\r"), ("A:1\nB:2\n", "A:1\nB:2"),
      ("A:1\nEND:VCALENDAR\n", "A:1"), ("A:1\nend:vcalendar\r\n\r\nBEG", "A:1"),
      ("A:1\nEND:VEVENT\nEND:VCAL", "A:1\nEND:VEVENT"),
      ("BEGIN", ""), ("END:VCALENDAR", ""),
    ])
  func withoutEnd(bytes: String, rest: String) {
    #expect(String(decoding: Inflation.withoutEnd(Array(bytes.utf8)), as: UTF8.self) == rest)
  }

  @Test("A member that needs a password is named as encrypted; another is passed over")
  func encrypted() {
    var bytes = Packed.zip(Self.items + [Item("notes.txt", "hello")])
    // General purpose bit 0, in the local header and in the directory (APPNOTE 6.3.10 §4.4.4).
    for place in bytes.indices.dropLast(10) {
      if bytes[place...].starts(with: [0x50, 0x4B, 3, 4]) { bytes[place + 6] |= 1 }
      if bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) { bytes[place + 8] |= 1 }
    }
    let harvest = Harvest(of: bytes)
    #expect(harvest.refusals == ["anna", "ben", "cleo"].map { "export.zip/\($0).ics: encrypted" })
    #expect(harvest.findings.passedOver == 1)
    #expect(harvest.findings.balances)
  }

  @Test(
    "More than 1 GiB unpacked is too large, whether it begins like a calendar or not",
    arguments: ["BEGIN:VCALENDAR\r\n", ""])
  func bomb(beginning: String) {
    let part = Packed.gzip([UInt8](repeating: 0, count: 32 << 20))
    let bytes = Packed.gzip(Array(beginning.utf8) + [0]) + (0..<33).flatMap { _ in part }
    #expect(bytes.count < 2 << 20)
    let harvest = Harvest(of: bytes, named: "bomb.ics.gz")
    #expect(harvest.refusals == ["bomb.ics.gz: too-large"])
    #expect(harvest.calendars.isEmpty)
    let among = Harvest(of: Packed.zip([Item("anna.ics", Self.all[0]), Item("bomb.ics.gz", bytes)]))
    #expect(among.contents == [Self.all[0]])
    #expect(among.refusals == ["export.zip/bomb.ics.gz: too-large"])
  }

  @Test("A member that is said to be too large is not even unpacked; its neighbours are read")
  func declaredSize() {
    var bytes = Packed.zip(Self.items, stored: true)
    // The uncompressed size of the second member, in its local header and in the directory (APPNOTE 6.3.10 §4.3.7, §4.3.12).
    let locals = bytes.indices.dropLast(4).filter { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) }
    let entries = bytes.indices.dropLast(4).filter { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
    bytes[locals[1] + 25] = 0x7F
    bytes[entries[1] + 27] = 0x7F
    let harvest = Harvest(of: bytes)
    #expect(harvest.contents == [Self.all[0], Self.all[2]])
    #expect(harvest.refusals == ["export.zip/ben.ics: too-large"])
  }

  @Test("More than 100,000 members are not read; those before are")
  func tooManyMembers() {
    let many = (0..<100_001).map { Item("\($0).txt", [UInt8]()) }
    let bytes = Packed.zip([Item("anna.ics", Self.all[0])] + many)
    // More than 65,534 members: the count stands in the ZIP64 record.
    #expect(bytes.withUnsafeBytes { ZipDirectory.memberCount(of: .memory($0)) } == 100_002)
    let harvest = Harvest(of: bytes)
    #expect(harvest.contents == [Self.all[0]])
    #expect(harvest.refusals == ["export.zip: too-large"])
    #expect(harvest.findings.refusals.first?.reason == .tooManyMembers)
    #expect(harvest.findings.balances)
  }
}
