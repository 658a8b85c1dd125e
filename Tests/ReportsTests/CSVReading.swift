/// A reader of RFC 4180 that knows nothing of the writer: records end in CRLF, fields may be quoted, `""` is a quotation mark.
func readCSV(_ bytes: [UInt8]) -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field: [UInt8] = []
  var isQuoted = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (isQuoted, byte) {
    case (true, UInt8(ascii: "\"")) where next == UInt8(ascii: "\""):
      field.append(byte)
      index += 1
    case (_, UInt8(ascii: "\"")):
      isQuoted.toggle()
    case (false, UInt8(ascii: ",")):
      record.append(String(decoding: field, as: UTF8.self))
      field = []
    case (false, 0x0D) where next == 0x0A:
      records.append(record + [String(decoding: field, as: UTF8.self)])
      (record, field) = ([], [])
      index += 1
    default:
      field.append(byte)
    }
    index += 1
  }
  return records
}
