import ICalendar
import Meetings
import Metrics
import Policy

/// Another series with the same people, a similar title and the same cadence.
struct Duplicate {
  /// The other one.
  let partner: SeriesID
  /// Jaccard index of the invited people.
  let people: Fraction
  /// Similarity of the titles.
  let title: Fraction
  /// Whether the other one has been there for longer (of two that began on one day: the one whose key comes first).
  let partnerIsOlder: Bool
}

/// Finds pairs of near-duplicates among unprotected series (ruling "Verdicts").
struct NearDuplicates {
  private let bySeries: [SeriesID: Duplicate]

  /// The near-duplicate of a series: the oldest of several.
  subscript(series: SeriesID) -> Duplicate? { bySeries[series] }

  /// Compares the series that may be merged. Series that have ended before the other began do not stand beside each other
  /// and are no duplicates: one replaced the other.
  init(among portraits: [SeriesPortrait], in book: MeetingBook, policy: Policy.Verdicts) {
    var found: [SeriesID: [Duplicate]] = [:]
    let candidates = portraits.filter { $0.series.attendeesKnown && $0.series.titlesKnown && !$0.isPrivate }
    let titles = candidates.map { TitleTrigrams(of: $0.details.title) }
    let byCadence = Dictionary(grouping: candidates.indices) { candidates[$0].series.cadence }
    for group in byCadence.values {
      let bySize = group.sorted { candidates[$0].series.invited.count < candidates[$1].series.invited.count }
      for (position, first) in bySize.enumerated() {
        let small = candidates[first].series
        for second in bySize[(position + 1)...] {
          let large = candidates[second].series
          // Two sets have at most the smaller ÷ the larger in common; all that follow are larger still.
          guard policy.duplicatePeople.isReached(by: Int64(small.invited.count), of: Int64(large.invited.count)) else {
            break
          }
          let (shared, all) = Self.overlap(small.invited, large.invited)
          guard policy.duplicatePeople.isReached(by: Int64(shared), of: Int64(all)) else { continue }
          let letters = titles[first].overlap(with: titles[second])
          guard policy.duplicateTitle.isReached(by: Int64(letters.shared), of: Int64(letters.all)),
            Self.stand(small, beside: large, in: book)
          else { continue }
          let secondIsOlder = Self.isOlder(large, than: small)
          let (people, title) = (Fraction(shared, all), Fraction(letters.shared, letters.all))
          found[small.id, default: []].append(
            Duplicate(partner: large.id, people: people, title: title, partnerIsOlder: secondIsOlder))
          found[large.id, default: []].append(
            Duplicate(partner: small.id, people: people, title: title, partnerIsOlder: !secondIsOlder))
        }
      }
    }
    bySeries = found.mapValues { duplicates in
      duplicates.min { Self.isOlder(book[$0.partner], than: book[$1.partner]) }!
    }
  }

  private static func isOlder(_ a: Series, than b: Series) -> Bool { (a.firstSeen, a.id) < (b.firstSeen, b.id) }

  private static func stand(_ a: Series, beside b: Series, in book: MeetingBook) -> Bool {
    guard let firstA = a.occurrences.first, let lastA = a.occurrences.last, let firstB = b.occurrences.first,
      let lastB = b.occurrences.last
    else { return false }
    return book[firstA].span.start <= book[lastB].span.start && book[firstB].span.start <= book[lastA].span.start
  }

  /// How many two ascending lists share, and how many different members they have.
  static func overlap(_ a: [ParticipantID], _ b: [ParticipantID]) -> (shared: Int, all: Int) {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return (shared, a.count + b.count - shared)
  }
}
