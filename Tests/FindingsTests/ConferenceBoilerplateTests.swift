import Testing

@testable import Findings

@Suite("Conference boilerplate")
struct ConferenceBoilerplateTests {
  static let invitations: [(program: String, text: String)] = [
    (
      "Google Meet",
      """
      -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
      Join with Google Meet: https://meet.google.com/abc-defg-hij
      Or dial: (US) +1 475-555-0122 PIN: 574827261#
      More phone numbers: https://tel.meet/abc-defg-hij?pin=1234567890123&hs=7

      Learn more about Meet at: https://support.google.com/a/users/answer/9282720

      Please do not edit this section.
      -::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-
      """
    ),
    (
      "Google Meet, unframed, German",
      """
      Mit Google Meet teilnehmen: https://meet.google.com/abc-defg-hij
      Oder wählen Sie: (DE) +49 30 555 0199 PIN: 574 827 261#
      Weitere Telefonnummern: https://tel.meet/abc-defg-hij?pin=1234567890123
      """
    ),
    (
      "Teams",
      """
      ________________________________________________________________________________
      Microsoft Teams meeting
      Join on your computer, mobile app or room device
      Click here to join the meeting<https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0?context=x>
      Meeting ID: 123 456 789 012
      Passcode: abCdEf
      Download Teams<https://www.microsoft.com/en-us/microsoft-teams/download-app> | Join on the web<https://www.microsoft.com/microsoft-teams/join-a-meeting>
      Or call in (audio only)
      +49 69 5550100,,123456789#<tel:+49695550100,,123456789#>   Germany, Frankfurt am Main
      Phone Conference ID: 123 456 789#
      Find a local number<https://dialin.teams.microsoft.com/abc?id=1> | Reset PIN<https://dialin.teams.microsoft.com/usp/pstnconferencing>
      Learn More<https://aka.ms/JoinTeamsMeeting> | Meeting options<https://teams.microsoft.com/meetingOptions/?organizerId=1>
      ________________________________________________________________________________
      """
    ),
    (
      "Teams, without lines, German",
      """
      Microsoft Teams-Besprechung
      Nehmen Sie auf dem Computer, in der mobilen App oder im Raumgerät teil
      Hier klicken, um an der Besprechung teilzunehmen<https://teams.microsoft.com/l/meetup-join/19>
      Besprechungs-ID: 345 678 901 23
      Kenncode: xYz123
      Weitere Infos<https://aka.ms/JoinTeamsMeeting> | Besprechungsoptionen<https://teams.microsoft.com/meetingOptions/>
      """
    ),
    (
      "Teams, without lines, French",
      """
      Réunion Microsoft Teams
      Rejoindre sur votre ordinateur, application mobile ou appareil de salle
      Cliquez ici pour rejoindre la réunion<https://teams.microsoft.com/l/meetup-join/19>
      ID de la réunion : 345 678 901 23
      Code secret : xYz123
      Pour en savoir plus
      """
    ),
    (
      "Teams, without lines, Japanese",
      """
      Microsoft Teams 会議
      コンピューター、モバイル アプリ、またはルーム デバイスで参加する
      ここをクリックして会議に参加してください<https://teams.microsoft.com/l/meetup-join/19>
      会議 ID: 345 678 901 23
      パスコード: xYz123
      """
    ),
    (
      "Zoom",
      """
      Ana Ruiz is inviting you to a scheduled Zoom meeting.

      Topic: Weekly platform round
      Time: Jul 1, 2026 10:00 AM Amsterdam, Berlin, Rome

      Join Zoom Meeting
      https://company.zoom.us/j/95550100123?pwd=abc

      Meeting ID: 955 5010 0123
      Passcode: 123456

      ---

      One tap mobile
      +16695550100,,95550100123#,,,,*123456# US (San Jose)
      Dial by your location
      • +1 669 555 0100 US (San Jose)
      Find your local number: https://company.zoom.us/u/abc
      Join by SIP
      • 95550100123@zoomcrc.com
      """
    ),
    (
      "Zoom, Spanish",
      """
      Ana Ruiz le está invitando a una reunión de Zoom programada.
      Tema: Ronda semanal de plataforma
      Hora: 1 jul 2026 10:00 a. m. Madrid
      Unirse a la reunión Zoom
      https://us02web.zoom.us/j/95550100123
      ID de reunión: 955 5010 0123
      Código de acceso: 123456
      """
    ),
    (
      "Webex",
      """
      -- Do not delete or change any of the following text. --
      When it's time, join your Webex meeting here.
      Meeting number (access code): 2345 678 9012
      Meeting password: abcDEF12
      Any sentence of theirs that no list knows stands after that line as well.
      """
    ),
    (
      "GoToMeeting",
      """
      Please join my meeting from your computer, tablet or smartphone.
      https://meet.goto.com/123456789
      You can also dial in using your phone.
      United States: +1 (872) 555-0100
      Access Code: 123-456-789
      New to GoToMeeting? Get the app now and be ready when your first meeting starts: https://meet.goto.com/install
      """
    ),
    (
      "HTML",
      """
      <br><p>Join Zoom Meeting</p><div><a href="https://zoom.us/j/1">https://zoom.us/j/1</a>&nbsp;</div>\
      <p>Passcode: 123456</p>
      """
    ),
    (
      "a framed part in a language that no list knows",
      """
      ________________________________________________________________________________
      Spotkanie w aplikacji Microsoft Teams, dołącz na komputerze lub urządzeniu w sali konferencyjnej
      Kliknij tutaj, aby dołączyć<https://teams.microsoft.com/l/meetup-join/19>
      ________________________________________________________________________________
      """
    ),
  ]

  @Test("Nothing that could pass for an agenda remains of an invitation", arguments: invitations)
  func nothingRemains(program: String, text: String) {
    let rest = ConferenceBoilerplate.stripped(from: text)
    #expect(rest.count < 30, "\(program): \(rest)")
  }

  @Test("What the organizer wrote above and below remains whole", arguments: invitations)
  func ownWordsRemain(program: String, text: String) {
    let own = "Agenda: 1. budget for Q4 2. hiring plan, please read the draft before"
    #expect(ConferenceBoilerplate.stripped(from: own + "\n\n" + text).hasPrefix(own), "\(program)")
  }

  @Test(
    "Sentences that only resemble an invitation remain",
    arguments: [
      "We discuss which conference program to buy: Zoom meetings or Teams meetings, and what they cost.",
      "Teams present their roadmap and agree on the order of the next releases.",
      "https://docs.company.example/d/12345678901234567890123456789012345678901234567890",
      "Password policy, single sign-on and the rollout to the last two hundred machines",
    ])
  func resemblance(text: String) {
    #expect(ConferenceBoilerplate.stripped(from: text) == text)
  }

  @Test("Text below a framed part remains")
  func textBelow() {
    let line = String(repeating: "_", count: 40)
    let text = "\(line)\nJoin<https://teams.microsoft.com/l/meetup-join/1>\n\(line)\nWe go through the open incidents."
    #expect(ConferenceBoilerplate.stripped(from: text) == "We go through the open incidents.")
  }
}

@Suite("Links")
struct LinksTests {
  @Test(
    "Only links into conferences are told apart from documents",
    arguments: [
      ("https://meet.google.com/abc", true), ("https://company.zoom.us/j/1", true),
      ("HTTPS://TEAMS.MICROSOFT.COM/l/meetup-join/1", true), ("https://aka.ms/JoinTeamsMeeting?omkt=de", true),
      ("https://www.microsoft.com/en-us/microsoft-teams/download-app", true), ("https://x.webex.com/meet/a", true),
      ("https://docs.google.com/document/d/1", false), ("https://wiki.company.example/zoom.us", false),
      ("https://notzoom.us/agenda", false), ("https://teams.microsoft.com/l/file/1?name=plan.docx", false),
    ])
  func conference(link: String, isConference: Bool) {
    #expect(Links.isConference(link[...]) == isConference)
  }

  @Test("A link ends at a blank, a bracket or a quotation mark")
  func ends() {
    let text = "see <https://a.example/x?y=1>, \"http://b.example\" and https://c.example/z then http:// nothing, hat"
    #expect(
      Links.ranges(in: text).map { String(text[$0]) } == [
        "https://a.example/x?y=1", "http://b.example", "https://c.example/z",
      ])
  }
}
