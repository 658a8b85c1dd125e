import Findings
import ICalendar
import Meetings
import Metrics

extension SeriesWording {
  /// What a signal says of a series, in the numbers that were measured; no capital at the beginning, no full stop.
  func signal(_ signal: Signal, of series: SeriesID) -> String {
    switch signal {
    case .statusUpdate(let word, _):
      word.map { "reads as a status update (“\($0)”)" } ?? "reads as a status update"
    case .protectedPurpose(let purpose): "a protected class, \(purpose.rawValue) (\(PurposeWording.worth(purpose)))"
    case .noAgenda(let characters): noAgenda(characters)
    case .noArtifact: "no attachment and no link to a document"
    case .smallDecisionGroup(let size): "a small group (\(people(size))) that decides or works something out"
    case .weakResponse(let accepted, let known, _): answers(accepted, known, "accept")
    case .declined(let declined, let known): answers(declined, known, "decline")
    case .onlyOrganizerAccepted(let invited): "nobody but the organizer accepted, of \(people(invited)) invited"
    case .mostlyOptional(let optional, let invited):
      "\(Phrases.whole(optional)) of \(people(invited)) invited need not come"
    case .organizerGone(_, let departure): organizerGone(departure)
    case .tooMany(let invited): "\(people(invited)) invited"
    case .oftenSkipped(let skipped, let dates, _):
      "\(Phrases.whole(skipped)) of \(Phrases.counted(dates, "date")) called off for everyone"
    case .stale(let days): "nothing but answers changed for \(Phrases.counted(days / 7, "week"))"
    case .neverEnds: "no end date"
    case .focusCost(let focus, let attendee, let occurrences): focusCost(focus, attendee, occurrences)
    case .conflicts(let conflicting, let attendee):
      "for \(share(conflicting, attendee)) of the attendee time people have another meeting at once"
    case .outOfHours(let person, let badTimes, let occurrences):
      "outside the working hours of \(name(person, in: series)) on \(Phrases.whole(badTimes)) of \(Phrases.counted(occurrences, "date"))"
    case .longForCadence(let length, let limit):
      "\(Phrases.length(seconds: length)) long where \(Phrases.length(seconds: limit)) should do for how often it meets"
    case .nearDuplicate(let other, let people, _):
      (people == Fraction(1) ? "" : Phrases.percent(people) + " ")
        + "the same people as \(quoted(other)), with a similar title and as often"
    case .preparesAnother(let other, let word): "prepares \(quoted(other)) (“\(word)”)"
    }
  }

  private func noAgenda(_ characters: Int) -> String {
    characters == 0
      ? "no description, so no agenda or outcome"
      : "a description of \(Phrases.counted(characters, "character")), too short for an agenda or an outcome"
  }

  private func answers(_ part: Int, _ known: Int, _ verb: String) -> String {
    "\(share(part, known)) \(verb) (\(Phrases.counted(known, "answer")) known)"
  }

  private func organizerGone(_ departure: Signal.Departure) -> String {
    switch departure {
    case .notInRoster: "the organizer is not in the people table"
    // The day is the first one without them; the people table names the last one with them.
    case .left(let day): "the organizer left after \((day + -1).isoText)"
    case .absent: "the organizer does not attend"
    }
  }

  private func focusCost(_ focus: Int64, _ attendee: Int64, _ occurrences: Int) -> String {
    let dates = Int64(max(1, occurrences)) * 3600
    return """
      each date costs \(Phrases.hours(Fraction(focus, dates))) in focus blocks, all attendees together, for \
      \(Phrases.hours(Fraction(attendee, dates))) of meeting
      """
  }

  /// A participant by name; not of a private meeting.
  func name(_ person: PersonID, in series: SeriesID) -> String {
    book[book[series].details].isPrivate ? "one participant" : names.readable(person)
  }

  func people(_ count: Int) -> String { Phrases.counted(count, "person", "people") }

  private func share(_ part: some BinaryInteger, _ whole: some BinaryInteger) -> String {
    Phrases.percent(part, of: whole) ?? "none"
  }
}
