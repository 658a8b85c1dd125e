/// A value of RFC 8259, as far as we write it; members of an object keep their order.
indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  /// A number that is written already.
  case decimal(String)
  case string(String)
  case array([JSON])
  case object([(name: String, value: JSON)])

  /// The text, two blanks to a level, ending with a line break.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += String(value)
    case .decimal(let value): text += value
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      Self.writeList(elements, between: ("[", "]"), to: &text, indent: indent) { element, text, inner in
        element.write(to: &text, indent: inner)
      }
    case .object(let members):
      Self.writeList(members, between: ("{", "}"), to: &text, indent: indent) { member, text, inner in
        Self.write(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], between marks: (String, String), to text: inout String, indent: String,
    write: (Element, inout String, String) -> Void
  ) {
    text += marks.0
    let inner = indent + "  "
    for (position, element) in elements.enumerated() {
      text += (position == 0 ? "\n" : ",\n") + inner
      write(element, &text, inner)
    }
    text += elements.isEmpty ? marks.1 : "\n" + indent + marks.1
  }

  /// A string in quotation marks, escaped as RFC 8259 §7 wants; what a terminal could act on is escaped too.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
          || scalar.properties.isBidiControl
        {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
