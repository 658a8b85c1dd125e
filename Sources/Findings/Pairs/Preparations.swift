import ICalendar
import Meetings
import Policy

/// Finds the series that prepare another: the title says so, and the same people meet again shortly after.
struct Preparations {
  private let prepared: [SeriesID: SeriesID]

  /// The series that a series prepares.
  subscript(series: SeriesID) -> SeriesID? { prepared[series] }

  /// Looks for the meeting behind each title with a word of preparation.
  ///
  /// "The same people": at least four fifths of those invited (the share that near-duplicates need) are invited to the other
  /// too, which may have more. "Shortly after": most occurrences end at most 48 hours before one of the other begins.
  /// Of several, the one that follows most often; ties by key.
  init(among portraits: [SeriesPortrait], in book: MeetingBook, policy: Policy.Verdicts) {
    var prepared: [SeriesID: SeriesID] = [:]
    for portrait in portraits where portrait.preparation != nil && portrait.series.attendeesKnown {
      let series = portrait.series
      var best: (series: SeriesID, followed: Int)?
      for other in portraits where other.series.id != series.id && other.preparation == nil {
        let shared = NearDuplicates.overlap(series.invited, other.series.invited).shared
        guard policy.duplicatePeople.isReached(by: Int64(shared), of: Int64(series.invited.count)) else { continue }
        let followed = Self.count(of: series, followedBy: other.series, within: policy.preparesWithin, in: book)
        if followed * 2 > series.occurrences.count, followed > best?.followed ?? 0 {
          best = (other.series.id, followed)
        }
      }
      prepared[series.id] = best?.series
    }
    self.prepared = prepared
  }

  private static func count(
    of series: Series, followedBy other: Series, within limit: Int64, in book: MeetingBook
  ) -> Int {
    series.occurrences.count { id in
      let end = book[id].span.end
      return other.occurrences.contains {
        let gap = book[$0].span.start - end
        return gap >= 0 && gap <= limit
      }
    }
  }
}
