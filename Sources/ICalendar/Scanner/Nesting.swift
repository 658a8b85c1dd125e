/// The components that stand open inside another one, by name; bounded, whatever a file piles up.
struct Nesting {
  static let deepest = 16

  private(set) var open: [String] = []
  private var beyond = 0
  private(set) var isTooDeep = false

  var isEmpty: Bool { open.isEmpty }

  mutating func begin(_ component: String) {
    if open.count < Self.deepest {
      open.append(component)
    } else {
      isTooDeep = true
      beyond += 1
    }
  }

  /// Closes a component and whatever was left open inside it; false when none of that name is open.
  @discardableResult
  mutating func end(_ component: String) -> Bool {
    if beyond > 0 {
      beyond -= 1
      return true
    }
    guard let position = open.lastIndex(of: component) else { return false }
    open.removeSubrange(position...)
    return true
  }

  /// Components that stand in a VCALENDAR only (RFC 5545 §3.6): where one begins inside another, that one's END is missing.
  static func standsInCalendarOnly(_ component: String) -> Bool {
    switch component {
    case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VCALENDAR": true
    default: false
    }
  }
}
