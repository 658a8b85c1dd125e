public import Meetings
public import Policy

/// The mail domains of the company: whose address lies in none of them is somebody from outside (ruling "Verdicts").
public struct InternalDomains: Sendable, Equatable {
  /// Domains in lower case. Compared whole: the policy names subdomains that belong to the company.
  public let domains: Set<String>

  /// The policy's domains; without any, those of the roster's addresses and aliases; without a roster, those of the
  /// calendars' owners.
  public init(of book: MeetingBook, policy: Policy) {
    var domains = Set(policy.meetings.domains.map { Self.bare($0) })
    if domains.isEmpty {
      let roster = book.people.filter(\.isInRoster)
      let people = roster.isEmpty ? book.people.filter(\.hasCalendar) : roster
      domains = Set(people.flatMap { [$0.address] + $0.aliases }.compactMap(Self.domain))
    }
    self.domains = domains
  }

  /// Whether a participant is somebody from outside. A person counts as internal by any of their addresses; lists are
  /// nobody; without any known domain nobody is known to be outside.
  public func isOutside(_ participant: Participant, in book: MeetingBook) -> Bool {
    guard !domains.isEmpty, !participant.isList else { return false }
    var addresses = [participant.address]
    if let person = participant.person { addresses += [book[person].address] + book[person].aliases }
    let known = addresses.compactMap(Self.domain)
    return !known.isEmpty && !known.contains(where: domains.contains)
  }

  private static func domain(of address: String) -> String? {
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && !sides[1].isEmpty ? sides[1].lowercased() : nil
  }

  /// `@company.example` and `Company.example` are written for `company.example`.
  private static func bare(_ domain: String) -> String {
    String(domain.drop { $0 == "@" || $0.isWhitespace }.prefix { !$0.isWhitespace }).lowercased()
  }
}
