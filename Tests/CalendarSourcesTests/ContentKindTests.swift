import Testing

@testable import CalendarSources

@Suite("What bytes look like")
struct ContentKindTests {
  @Test(
    "Text is told by its first words, behind a byte order mark and blanks, in any case",
    arguments: [
      ("BEGIN:VCALENDAR\r\n", ContentKind.calendar), ("\u{FEFF}begin:vcalendar\n", .calendar),
      ("\r\n  BEGIN:VCALENDAR", .calendar), ("X-BEFORE:1\nBEGIN:VCALENDAR", .text), ("BEGIN:VCARD\n", .vCard),
      ("<!DOCTYPE html>", .html), ("  <html lang=en>", .html), ("<?xml version=\"1.0\"?>", .html), ("{\"a\":1}", .json),
      ("[1]", .json), ("%PDF-1.7", .pdf), ("hello", .text), ("", .text), ("a\0b", .binary),
    ])
  func text(bytes: String, kind: ContentKind) { #expect(Self.kind(Array(bytes.utf8)) == kind) }

  @Test(
    "Other content is told by its signature",
    arguments: [
      ([0x1F, 0x8B, 8, 0], ContentKind.gzip), ([0x50, 0x4B, 3, 4, 20], .zip), ([0x50, 0x4B, 5, 6], .zip),
      ([0xFF, 0xFE, 0x42, 0], .utf16), ([0xFE, 0xFF, 0, 0x42], .utf16), ([0x42, 0, 0x45, 0], .utf16),
      ([0, 0x42, 0, 0x45], .utf16), ([0, 1, 2], .binary),
    ] as [([UInt8], ContentKind)])
  func signature(bytes: [UInt8], kind: ContentKind) { #expect(Self.kind(bytes) == kind) }

  @Test("A tar archive is told by the magic word of its first header, or where there is none by its checksum")
  func tar() {
    let archive = Packed.tar([Item("a.ics", calendar("a"))])
    #expect(Self.kind(archive) == .tar)
    #expect(Self.kind(Array(archive[..<262])) == .tar)
    #expect(Self.kind(Array(archive[..<261])) == .binary)
    #expect(Self.kind([UInt8](repeating: 0, count: 1024)) == .binary)
    // Before POSIX there was no magic word: a name, zeros, and the checksum of octal digits, its own field counted as blanks.
    var old = [UInt8](repeating: 0, count: 512)
    old[0] = UInt8(ascii: "a")
    // 97 and eight blanks of 32 make 353, octal 541.
    old.replaceSubrange(148..<156, with: Array("000541\0 ".utf8))
    #expect(Self.kind(old) == .tar)
    #expect(Self.kind(Array(old[..<511])) == .binary)
    old[0] = UInt8(ascii: "b")
    #expect(Self.kind(old) == .binary)
  }

  private static func kind(_ bytes: [UInt8]) -> ContentKind { bytes.withUnsafeBytes { ContentKind(of: $0) } }
}
