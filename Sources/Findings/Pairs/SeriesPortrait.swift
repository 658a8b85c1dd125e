import Meetings
import Metrics
import Policy

/// What title, description and size say about a series, before other series are looked at.
struct SeriesPortrait {
  /// The series.
  let series: Series
  /// What was measured about it.
  let measures: SeriesMeasures
  /// Title, organizer and description of the newest part.
  let details: MeetingDetails
  /// Whether somebody from outside is invited to an occurrence in the window and has not declined it.
  let isExternal: Bool
  /// Whether it addresses everybody: 50 people, or half of the roster.
  let isBroadcast: Bool
  /// Whether exactly two people are invited.
  let isOneOnOne: Bool
  /// Whether a copy of an occurrence in the window is private: then nothing can be said about its texts.
  let isPrivate: Bool
  /// What title or description say it is for.
  let cue: PurposeCue?
  /// The word by which the title says that it prepares another meeting.
  let preparation: String?
  /// Characters of the longest description of an occurrence, boilerplate stripped; nil for a private series, and where no source
  /// holds descriptions.
  let agendaCharacters: Int?
  /// Whether an occurrence has an attachment or a link to a document; nil for a private series, and for one without both
  /// where no source holds descriptions.
  let hasArtifact: Bool?

  /// Looks at one series.
  init(
    of measures: SeriesMeasures, in book: MeetingBook, domains: InternalDomains, reader: PurposeReader, policy: Policy
  ) {
    let series = book[measures.series]
    let details = book[series.details]
    let parts = Set(series.occurrences.map { book[$0].details } + [series.details]).sorted().map { book[$0] }
    self.series = series
    self.measures = measures
    self.details = details
    isExternal = parts.contains { part in
      part.invitations.contains { $0.answer != .declined && domains.isOutside(book[$0.participant], in: book) }
    }
    isOneOnOne = series.invited.count == 2 && !series.invited.contains { book[$0].isList }
    isBroadcast = Self.isBroadcast(series, in: book, policy: policy)
    isPrivate = parts.contains(where: \.isPrivate)
    if isPrivate {
      (cue, preparation, agendaCharacters, hasArtifact) = (nil, nil, nil, nil)
    } else {
      let texts = Set(parts.map(\.description)).sorted()
      let own = ConferenceBoilerplate.stripped(from: details.description)
      cue = reader.cue(inTitle: details.title) ?? reader.cue(inText: own)
      preparation = reader.preparation(inTitle: details.title)
      let hasArtifact = parts.contains { $0.attachments > 0 } || texts.contains(where: Self.holdsDocument)
      if series.descriptionsKnown {
        agendaCharacters = texts.map { ConferenceBoilerplate.stripped(from: $0).count }.max() ?? 0
        self.hasArtifact = hasArtifact
      } else {
        agendaCharacters = nil
        self.hasArtifact = hasArtifact ? true : nil
      }
    }
  }

  private static func isBroadcast(_ series: Series, in book: MeetingBook, policy: Policy) -> Bool {
    if series.invited.count >= policy.hours.broadcast { return true }
    let roster = book.people.count(where: \.isInRoster)
    let invited = series.invited.count { book[$0].person.map { book[$0].isInRoster } ?? false }
    return policy.verdicts.broadcastRoster.isReached(by: Int64(invited), of: Int64(roster))
  }

  private static func holdsDocument(_ text: String) -> Bool {
    Links.ranges(in: text).contains { !Links.isConference(text[$0]) }
  }

  /// What it is for, and the word that says so; `prepared` is the meeting it prepares, if another series is one.
  ///
  /// People come before words: with somebody from outside it is external (an interview excepted), with exactly two invited a
  /// one-on-one, "whatever the title" (ruling "Verdicts"). Then the classes to be left alone, then what the words say, then
  /// size and cadence.
  func purpose(preparing prepared: SeriesID?, policy: Policy) -> (purpose: Purpose, word: String?) {
    if isExternal, cue?.purpose != .interview { return (.external, nil) }
    if isOneOnOne { return (.oneOnOne, nil) }
    if let cue, cue.purpose.isProtected { return (cue.purpose, cue.word) }
    if prepared != nil { return (.preparesAnother, preparation) }
    if let cue { return (cue.purpose, cue.word) }
    if isBroadcast { return (.allHands, nil) }
    if series.cadence == .daily, measures.medianLength <= policy.verdicts.longest.daily { return (.standUp, nil) }
    return (.unclear, nil)
  }
}

extension Purpose {
  /// Whether meetings of this class are left alone: never cancelled, written, merged or paused (ruling "Verdicts").
  public var isProtected: Bool {
    switch self {
    case .oneOnOne, .retrospective, .incident, .workshop, .interview, .social, .external, .sensitive: true
    case .status, .standUp, .planning, .review, .decision, .training, .allHands, .preparesAnother, .unclear: false
    }
  }
}
