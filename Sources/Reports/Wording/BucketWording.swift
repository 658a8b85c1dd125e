import Meetings
import Policy

/// What the buckets of the ledger hold, in words.
enum BucketWording {
  /// A few words for a table.
  static func meaning(_ bucket: Bucket, _ policy: Policy) -> String {
    switch bucket {
    case .rejected: "cannot be placed in time or identified"
    case .superseded: "an older copy of an event in the same person's calendars"
    case .outside: "outside the audited period"
    case .cancelled: "called off"
    case .absence: "the person is away; shortens the working time"
    case .allDay: "given in dates, without a time"
    case .free: "shown as free"
    case .declined: "declined by this person"
    case .tooLong: "\(Phrases.length(seconds: policy.meetings.tooLong)) or longer: no meeting"
    case .focusBlock: "the person's own reserved focus time"
    case .solo: "nobody else takes part"
    case .unknownParticipants: "the source does not say who takes part"
    case .meeting: "meetings: what the hours are made of"
    }
  }
}
