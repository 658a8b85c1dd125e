import Testing

@testable import Policy

struct PolicyTests {
  @Test("A share is compared exactly, also where a float would round")
  func share() {
    let third = Share(perMille: 333)
    #expect(third.isExceeded(by: 1, of: 3))
    #expect(!Share.percent(50).isExceeded(by: 1, of: 2))
    #expect(Share.percent(50).isReached(by: 1, of: 2))
    #expect(!Share.percent(50).isMissed(by: 1, of: 2))
    #expect(Share.percent(50).isMissed(by: 999_999_999, of: 2_000_000_000))
    #expect(Share.percent(20) < Share.percent(25))
  }

  @Test("Of nothing no share is exceeded, reached or missed")
  func shareOfNothing() {
    #expect(!Share.percent(0).isReached(by: 0, of: 0))
    #expect(!Share.percent(0).isExceeded(by: 0, of: 0))
    #expect(!Share.percent(50).isMissed(by: 0, of: 0))
  }

  @Test("Defaults are those of the metric definitions")
  func defaults() {
    let policy = Policy()
    #expect(policy.workingDay.end - policy.workingDay.start == 28_800)
    #expect(policy.workingDay.days.count == 5)
    #expect(policy.meetings.tooLong == 28_800)
    #expect(policy.focus.block == 5_400)
    #expect(policy.focus.reentry == 1_380)
    #expect(policy.hours.hourlyCost == 7_500)
    #expect(policy.verdicts.strongResponse.perMille == 350)
    #expect(policy.verdicts.longest == .init(daily: 1_200, weekly: 3_600, rarer: 5_400))
    #expect(policy.verdicts.shortened == .init(daily: 900, weekly: 3_000, rarer: 4_800))
    #expect(policy.verdicts.pauseTestTime == 288_000)
    #expect(policy.groups.smallestPublishedGroup == 5)
  }

  @Test("Policies are equal until a setting differs")
  func equality() {
    var policy = Policy()
    #expect(policy == Policy())
    policy.meetings.focusTitles = TitlePatterns(["Nap"])
    #expect(policy != Policy())
  }

  @Test(
    "Work days are single days, lists and ranges that may wrap",
    arguments: [
      ("Mon-Fri", [0, 1, 2, 3, 4]), ("Sun-Thu", [0, 1, 2, 3, 6]), ("Sat-Wed", [0, 1, 2, 5, 6]), ("Mon;Wed", [0, 2]),
      ("friday", [4]), ("MONDAY – tuesday; Thu", [0, 1, 3]), ("Tue-Tue", [1]), ("Mon;", [0]), ("Mon,Tue", [0, 1]),
    ])
  func workDays(text: String, days: [Int]) throws {
    let read = try #require(WorkDays(parsing: text))
    #expect((0..<7).filter { read.contains(day: $0) } == days)
    #expect(read.count == days.count)
  }

  @Test(
    "Words that are no days are no work days", arguments: ["", ";", "Mon-", "-Fri", "Montag", "Mon-Wed-Fri", "1-5"])
  func noWorkDays(text: String) {
    #expect(WorkDays(parsing: text) == nil)
  }

  @Test("Addresses compare without case, mailto and blanks around them")
  func addresses() {
    #expect(MailAddress.comparable(" MAILTO:Ana.Silva@Tern.Example ") == "ana.silva@tern.example")
    #expect(MailAddress.comparable("ana@tern.example") == MailAddress.comparable("mailto:ANA@TERN.EXAMPLE"))
  }
}
