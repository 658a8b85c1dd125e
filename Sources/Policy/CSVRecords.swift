import CCSV

/// The records of a CSV file as bytes, as any spreadsheet program saves them.
///
/// libcsv in strict mode does the parsing (RFC 4180); here stand the things around it: encodings that are no UTF-8, the
/// byte order mark, Excel's `sep=` line, and which separator is used.
struct CSVRecords {
  /// One record with something in it.
  struct Record {
    /// Number of the row as a spreadsheet shows it: records are counted, empty ones too, and not lines of text.
    let row: Int
    /// Contents of the cells, unquoted.
    let cells: [[UInt8]]
  }

  /// Why bytes are no CSV.
  enum Failure: Error, Equatable {
    /// The file is UTF-16.
    case utf16
    /// The file is a workbook or another zip archive.
    case workbook
    /// The file holds zero bytes: it is no text.
    case notText
    /// Quotes do not match from the record of this row on.
    case malformed(row: Int)
  }

  /// All records that hold a cell with something in it, in the order of the file.
  let records: [Record]

  /// Takes the bytes of a file apart.
  init(parsing bytes: [UInt8]) throws(Failure) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .workbook }
    if bytes.prefix(4).contains(0) { throw .utf16 }
    if bytes.contains(0) { throw .notText }
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let delimiter: UInt8
    if let named = Self.takeSeparatorLine(&text) {
      delimiter = named
    } else {
      delimiter = Self.likelyDelimiter(of: text)
    }
    records = try Self.parse(text, delimiter: delimiter)
  }

  /// Takes Excel's first line `sep=;` off, which Excel does not show and does not count.
  private static func takeSeparatorLine(_ text: inout ArraySlice<UInt8>) -> UInt8? {
    let line = Array(text.prefix(7))
    guard line.count >= 6, [0x53, 0x73].contains(line[0]), [0x45, 0x65].contains(line[1]),
      [0x50, 0x70].contains(line[2]), line[3] == 0x3D, line[5] == 0x0D || line[5] == 0x0A
    else { return nil }
    text = text.dropFirst(line[5] == 0x0D && line.last == 0x0A ? 7 : 6)
    return line[4]
  }

  /// The separator that the header uses most: comma, semicolon or tab; comma when it uses none.
  private static func likelyDelimiter(of text: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasContent = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if hasContent { break }
      } else {
        hasContent = true
        counts[byte, default: 0] += 1
      }
    }
    var likely = UInt8(ascii: ",")
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where counts[candidate, default: 0] > counts[likely, default: 0] {
      likely = candidate
    }
    return likely
  }

  private static func parse(_ text: ArraySlice<UInt8>, delimiter: UInt8) throws(Failure) -> [Record] {
    var collector = Collector()
    var parser = csv_parser()
    // Every line end is reported, so that empty rows are counted as a spreadsheet counts them.
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter)
    let isRead = withUnsafeMutablePointer(to: &collector) { collector in
      let parsed = text.withUnsafeBytes { bytes in
        csv_parse(&parser, bytes.baseAddress, bytes.count, Collector.cell, Collector.rowEnd, collector)
      }
      return parsed == text.count && csv_fini(&parser, Collector.cell, Collector.rowEnd, collector) == 0
    }
    guard isRead else { throw .malformed(row: collector.row) }
    return collector.records
  }

  /// What libcsv's callbacks fill.
  private struct Collector {
    var records: [Record] = []
    var cells: [[UInt8]] = []
    var row = 1
    var lastEnd: Int32 = 0

    static let cell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, collector in
      let cell = [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
      collector?.assumingMemoryBound(to: Collector.self).pointee.cells.append(cell)
    }

    static let rowEnd: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { end, collector in
      collector?.assumingMemoryBound(to: Collector.self).pointee.endRow(end)
    }

    mutating func endRow(_ end: Int32) {
      let isSecondHalfOfLineEnd = end == CSV_LF && lastEnd == CSV_CR && cells.isEmpty
      lastEnd = end
      if isSecondHalfOfLineEnd { return }
      if cells.contains(where: { !$0.isEmpty }) { records.append(Record(row: row, cells: cells)) }
      cells = []
      row += 1
    }
  }
}
