import Meetings

/// Who and what is named in documents. Of a private meeting neither title nor addresses are (promise 9).
struct Names {
  private let book: MeetingBook

  init(_ book: MeetingBook) { self.book = book }

  /// The title for a table; empty for a private meeting.
  func title(_ details: MeetingDetails) -> String { details.isPrivate ? "" : details.title }

  /// The organizer's address for a table; nil when unknown, or of a private meeting.
  func organizer(_ details: MeetingDetails) -> String? {
    details.isPrivate ? nil : details.organizer.map { book[$0].address }
  }

  /// A title for readers, cut to what a column or a heading holds.
  func readable(_ details: MeetingDetails, length: Int = 60) -> String {
    if details.isPrivate { return "(private)" }
    let isBlank = details.title.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    return isBlank ? "(no title)" : oneLine(details.title, length)
  }

  /// A participant for readers: by the roster's name, else by the address.
  func readable(_ participant: ParticipantID) -> String {
    let participant = book[participant]
    guard let person = participant.person else { return oneLine(participant.address, 40) }
    return readable(person)
  }

  /// A person for readers: by name, else by the address.
  func readable(_ person: PersonID) -> String {
    let person = book[person]
    return oneLine(person.name.isEmpty ? person.address : person.name, 40)
  }

  private func oneLine(_ text: String, _ length: Int) -> String {
    Phrases.cut(VisibleText.shown(text, breaks: .shown), to: length)
  }
}
