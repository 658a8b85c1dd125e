extension PeopleTable {
  /// Reads a roster, also one that Excel saved: any of its separators, a byte order mark, local dates and numbers.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - path: The path as the user wrote it, for messages.
  ///   - defaults: What empty cells mean.
  ///   - isKnownZone: Whether the zone data has a zone of this IANA name.
  /// - Returns: The people, and the problems of rows that cannot be used.
  /// - Throws: `PeopleTableError` when the file cannot be used at all; a bad row is a problem in the table instead.
  public static func read(
    _ bytes: [UInt8], path: String, defaults: Policy = Policy(), isKnownZone: (String) -> Bool
  ) throws(PeopleTableError) -> PeopleTable {
    let records: ArraySlice<CSVRecords.Record>
    do {
      records = try CSVRecords(parsing: bytes).records[...]
    } catch {
      throw PeopleTableError(path: path, reason: .init(error))
    }
    guard let first = records.first else { throw PeopleTableError(path: path, reason: .empty) }
    let header: PeopleHeader
    do {
      header = try PeopleHeader(first)
    } catch {
      throw PeopleTableError(path: path, reason: error)
    }
    let people = records.dropFirst()
    let zones = Set(people.compactMap { header.text(.timeZone, in: $0) }.filter(isKnownZone))
    let order = header.dateOrder(of: people)
    var rows: [PeopleRow] = []
    var problems = header.problems
    var owners: [String: Int] = [:]
    var files: [String: Int] = [:]
    var leftOut: Set<String> = []
    for record in people {
      var reader = PeopleRowReader(record: record, header: header, defaults: defaults, zones: zones, dateOrder: order)
      if let row = reader.read(owners: owners, files: files) {
        rows.append(row)
        for address in [row.email] + row.aliases { owners[address] = row.row }
        if let file = row.calendar { files[file] = row.row }
      } else {
        leftOut.formUnion(reader.addresses)
      }
      problems += reader.problems
    }
    return PeopleTable(rows: rows, problems: problems, leftOut: leftOut)
  }
}

extension PeopleTableError.Reason {
  init(_ failure: CSVRecords.Failure) {
    switch failure {
    case .utf16: self = .utf16
    case .workbook: self = .workbook
    case .notText: self = .notText
    case .malformed(let row): self = .malformed(row: row)
    }
  }
}

/// The columns of `people.csv` (contract, "Inputs").
enum PeopleColumn: String, CaseIterable {
  case email, aliases, name, team, role, site
  case timeZone = "time_zone"
  case workStart = "work_start"
  case workEnd = "work_end"
  case workDays = "work_days"
  case hourlyCost = "hourly_cost"
  case from, until, calendar, exclude
}

/// Where each column stands in a file.
struct PeopleHeader {
  /// The number of cells of the header.
  let width: Int
  /// One warning when there are unknown columns.
  let problems: [TableProblem]
  private let positions: [PeopleColumn: Int]

  init(_ record: CSVRecords.Record) throws(PeopleTableError.Reason) {
    var positions: [PeopleColumn: Int] = [:]
    var unknown: [String] = []
    for (position, cell) in record.cells.enumerated() where !cell.isEmpty {
      let name = trimmed(String(decoding: cell, as: UTF8.self)[...])
      guard let column = PeopleColumn(rawValue: name.lowercased()) else {
        if !name.isEmpty { unknown.append(name) }
        continue
      }
      guard positions.updateValue(position, forKey: column) == nil else { throw .duplicateColumn(column.rawValue) }
    }
    guard positions[.email] != nil else {
      throw .noEmailColumn(found: unknown + positions.keys.map(\.rawValue).sorted())
    }
    self.positions = positions
    width = record.cells.count
    let expected = "no other columns than " + PeopleColumn.allCases.map(\.rawValue).joined(separator: " ")
    problems =
      unknown.isEmpty
      ? []
      : [
        TableProblem(
          row: record.row, column: "", found: unknown.joined(separator: ", "), expected: expected, severity: .warning)
      ]
  }

  /// The cell's bytes; nil when the row or the file does not have it, or it is empty.
  func bytes(_ column: PeopleColumn, in record: CSVRecords.Record) -> [UInt8]? {
    guard let position = positions[column], position < record.cells.count, !record.cells[position].isEmpty
    else { return nil }
    return record.cells[position]
  }

  /// The cell's text as its writer meant it, without blanks around it; nil when it is empty or no UTF-8.
  func text(_ column: PeopleColumn, in record: CSVRecords.Record) -> String? {
    guard let bytes = bytes(column, in: record), let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let plain = CellValues.withoutNeutralization(trimmed(text[...]))
    return plain.isEmpty ? nil : plain
  }

  /// The order of day and month in the file's dates, when those that can only be read one way agree on it.
  func dateOrder(of records: ArraySlice<CSVRecords.Record>) -> DateOrder? {
    var order: DateOrder?
    for record in records {
      for column in [PeopleColumn.from, .until] {
        guard let text = text(column, in: record), case .ordered(_, let found)? = LocalDate(parsing: text)
        else { continue }
        if let order, order != found { return nil }
        order = found
      }
    }
    return order
  }
}
