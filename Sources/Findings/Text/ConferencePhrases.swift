/// What conference programs write into descriptions: Google Meet, Microsoft Teams, Zoom, Webex, GoToMeeting; in en de fr
/// es pt it nl ja. Only what such programs write stands here, in the words of their own invitations.
enum ConferencePhrases {
  /// Hosts of conferences and of the numbers to dial into them; subdomains included.
  static let hosts = [
    "meet.google.com", "tel.meet", "hangouts.google.com", "teams.microsoft.com", "teams.live.com",
    "dialin.teams.microsoft.com", "dialin.plcm.vc", "pexip.me", "meet.lync.com", "join.skype.com", "zoom.us",
    "zoom.com",
    "zoomgov.com", "webex.com", "gotomeeting.com", "gotomeet.me", "gotomeet.at", "meet.goto.com", "whereby.com",
    "meet.jit.si", "bluejeans.com", "chime.aws", "ringcentral.com",
  ]

  /// Pages on how to join: host and beginning of the path.
  static let helpPages = [
    "support.google.com/a/users/answer/9282720", "support.google.com/meet", "support.google.com/a/answer", "g.co/meet",
    "aka.ms/jointeams", "aka.ms/teams", "aka.ms/meeting", "microsoft.com/microsoft-teams",
    "microsoft.com/en-us/microsoft-teams", "support.microsoft.com", "support.zoom.us",
  ]

  /// Lines after which only the program's own text follows.
  static let untilEnd = PhraseSet([
    "Do not delete or change any of the following text", "Ändern oder löschen Sie den folgenden Text nicht",
    "Den folgenden Text nicht löschen oder ändern", "Ne supprimez ni ne modifiez le texte suivant",
    "Ne pas supprimer ou modifier le texte ci-dessous", "No elimine ni cambie el texto siguiente",
    "No elimine ni modifique el texto siguiente", "Não exclua ou altere o texto a seguir",
    "Non eliminare o modificare il testo seguente", "Verwijder of wijzig de volgende tekst niet",
    "以下のテキストは削除または変更しないでください",
  ])

  /// Phrases that stand anywhere in a line of theirs.
  static let parts = PhraseSet([
    "inviting you to a scheduled Zoom meeting", "lädt Sie zu einem geplanten Zoom-Meeting ein",
    "vous invite à une réunion Zoom", "invitando a una reunión de Zoom", "invitando a una reunión programada de Zoom",
    "convidando você para uma reunião Zoom", "convidando você para uma reunião do Zoom",
    "invitando a una riunione pianificata in Zoom", "nodigt u uit voor een geplande Zoom-vergadering",
    "予約されたZoomミーティングに招待",
  ])

  /// Beginnings of lines of theirs.
  static let beginnings = PhraseSet(english + german + french + spanish + portuguese + italian + dutch + japanese)

  /// Labels before a number or code of theirs.
  static let labels = PhraseSet([
    "Meeting ID", "Meeting number", "Meeting password", "Meeting link", "Meeting options", "Passcode", "Password",
    "PIN",
    "Access code", "Host key", "Host PIN", "Phone conference ID", "Video conference ID", "Video ID", "Conference ID",
    "Tenant key", "Dial", "Dial in", "More info", "Learn more", "Need help", "Reset PIN", "Join meeting",
    "Join the meeting", "Join by phone", "Join by SIP", "Video call", "Video link", "Google Meet", "Microsoft Teams",
    "Besprechungs-ID", "Besprechungsoptionen", "Meeting-ID", "Meeting-Kennnummer", "Meeting-Passwort", "Kenncode",
    "Kennung", "Passwort", "Zugangscode", "Telefonkonferenz-ID", "Videokonferenz-ID", "PIN zurücksetzen",
    "Weitere Infos", "Weitere Informationen", "Benötigen Sie Hilfe", "Hilfe benötigt", "Für Organisatoren",
    "Am Meeting teilnehmen", "Videoanruf", "Videokonferenz",
    "ID de réunion", "ID de la réunion", "ID réunion", "Code secret", "Mot de passe", "Code d'accès",
    "ID de conférence téléphonique", "Réinitialiser le code PIN", "En savoir plus", "Options de réunion",
    "Options de la réunion", "Pour les organisateurs", "Besoin d'aide", "Appel vidéo",
    "ID de reunión", "ID de la reunión", "Id. de la reunión", "Código de acceso", "Contraseña",
    "Identificador de conferencia telefónica", "Id. de conferencia telefónica", "Restablecer PIN", "Más información",
    "Opciones de reunión", "Opciones de la reunión", "Para organizadores", "Necesita ayuda", "Videollamada",
    "ID da reunião", "Senha", "Senha de acesso", "Código de acesso", "Código secreto", "ID da conferência telefônica",
    "Redefinir PIN", "Saiba mais", "Opções de reunião", "Opções da reunião", "Precisa de ajuda", "Videochamada",
    "ID riunione", "Codice d'accesso", "Codice di accesso", "ID conferenza telefonica", "Reimposta PIN",
    "Ulteriori informazioni", "Opzioni riunione", "Opzioni della riunione", "Per gli organizzatori", "Serve aiuto",
    "Videochiamata",
    "Vergadering-id", "Vergaderings-id", "Vergader-id", "Wachtwoordcode", "Toegangscode", "Wachtwoord",
    "Telefonische vergadering-id", "Pincode opnieuw instellen", "Meer informatie", "Vergaderopties",
    "Opties voor vergadering", "Voor organisatoren", "Hulp nodig", "Videogesprek",
    "会議 ID", "会議のオプション", "ミーティングID", "パスコード", "パスワード", "アクセスコード", "電話会議 ID", "PIN のリセット",
    "詳細情報", "開催者の場合", "ヘルプが必要ですか", "ビデオ通話",
  ])

  /// Labels before what the invitation repeats of the event; theirs only where a link of theirs stands too.
  static let repeated = PhraseSet([
    "Topic:", "Time:", "Thema:", "Uhrzeit:", "Zeit:", "Sujet :", "Heure :", "Tema:", "Hora:", "Tópico:", "Horário:",
    "Argomento:", "Ora:", "Onderwerp:", "Tijd:", "トピック：", "時間：", "時刻：",
  ])

  private static let english = [
    "Join with Google Meet", "Or dial", "More phone numbers", "Learn more about Meet",
    "Please do not edit this section",
    "Video call link", "To join the video meeting", "Otherwise to join by phone", "To view more phone numbers",
    "View your event at", "Google Meet joining info", "This event has a video call", "Joining instructions",
    "Microsoft Teams meeting", "Microsoft Teams Need help", "Join Microsoft Teams Meeting", "Join on your computer",
    "Click here to join", "Join the meeting now", "Join with a video conferencing device", "Alternate VTC",
    "Alternate dialing instructions", "Download Teams", "Join on the web", "Or call in", "Find a local number",
    "Reset dial-in PIN", "Dial in by phone", "For organizers", "Or join by entering a meeting ID",
    "Join Zoom Meeting", "One tap mobile", "Dial by your location", "Find your local number", "Join by H.323",
    "Join from PC", "iPhone one-tap", "Or iPhone one-tap", "Or telephone", "H.323/SIP room system",
    "Or an H.323/SIP room system", "International numbers available", "Join instructions",
    "Please download and import the following iCalendar",
    "When it's time, join your Webex meeting", "Join Webex meeting", "Join from the meeting link",
    "Join from a video system", "Join from a video conferencing system", "Join from a mobile device",
    "Join by meeting number", "Tap to join", "Join by video system", "Join using Microsoft Lync",
    "Global call-in numbers",
    "You can also dial",
    "Please join my meeting from your computer", "Join from a video-conferencing room", "New to GoToMeeting",
    "Get the app now",
  ]
  private static let german = [
    "Mit Google Meet teilnehmen", "Über Google Meet teilnehmen", "Oder wählen Sie", "Weitere Telefonnummern",
    "Weitere Informationen zu Meet", "Bitte bearbeiten Sie diesen Abschnitt nicht", "Link zum Videoanruf",
    "Microsoft Teams-Besprechung", "Microsoft Teams Hilfe", "Nehmen Sie auf Ihrem Computer",
    "Nehmen Sie auf dem Computer",
    "Nehmen Sie von Ihrem Computer", "Hier klicken, um an der Besprechung teilzunehmen",
    "Klicken Sie hier, um an der Besprechung teilzunehmen", "An der Besprechung teilnehmen",
    "Jetzt an der Besprechung teilnehmen", "Teams herunterladen", "Im Web beitreten", "Im Web teilnehmen",
    "Mit einem Videokonferenzgerät teilnehmen", "Oder rufen Sie an", "Oder anrufen", "Oder per Telefon",
    "Per Telefon einwählen", "Lokale Nummer suchen", "Ortsnummer suchen", "Zoom-Meeting beitreten",
    "Schnelleinwahl mobil", "Einwahl nach aktuellem Standort", "Ortseinwahl suchen", "Webex-Meeting beitreten",
    "Über Telefon beitreten", "Per Telefon beitreten", "Globale Einwahlnummern",
    "Bitte nehmen Sie an meinem Meeting teil",
    "Nehmen Sie an meinem Meeting", "Sie können sich auch per Telefon einwählen",
  ]
  private static let french = [
    "Participer avec Google Meet", "Rejoindre avec Google Meet", "Ou composez", "Autres numéros de téléphone",
    "En savoir plus sur Meet", "Merci de ne pas modifier cette section", "Veuillez ne pas modifier cette section",
    "Réunion Microsoft Teams", "Participez à partir de votre ordinateur", "Participez sur votre ordinateur",
    "Rejoindre sur votre ordinateur", "Rejoignez sur votre ordinateur", "Cliquez ici pour participer à la réunion",
    "Cliquez ici pour rejoindre la réunion", "Rejoindre la réunion maintenant", "Rejoignez la réunion maintenant",
    "Télécharger Teams", "Rejoindre sur le web", "Participer sur le web", "Ou appelez", "Ou composer le numéro",
    "Composer par téléphone", "Rejoindre par téléphone", "Rechercher un numéro local", "Participer à la réunion Zoom",
    "Rejoindre la réunion Zoom", "Une seule touche sur l'appareil mobile",
    "Composez un numéro en fonction de votre emplacement", "Trouvez votre numéro local", "Rejoindre la réunion Webex",
    "Numéros d'appel internationaux", "Veuillez rejoindre ma réunion",
  ]
  private static let spanish = [
    "Unirse con Google Meet", "Únete con Google Meet", "Participar con Google Meet", "O marca", "O llama al",
    "Más números de teléfono", "Más información sobre Meet", "No edites esta sección",
    "Por favor, no edites esta sección",
    "Reunión de Microsoft Teams", "Únase a través de su PC", "Unirse a través de su PC", "Unirse con el equipo",
    "Haga clic aquí para unirse a la reunión", "Unirse a la reunión ahora", "Únase a la reunión ahora",
    "Descargar Teams",
    "Unirse en la web", "O llamar por teléfono", "O llame", "Acceso telefónico", "Marcar por teléfono",
    "Buscar un número local", "Unirse a la reunión Zoom", "Unirse a la reunión de Zoom", "Entrar a la reunión Zoom",
    "Móvil con un toque", "Marcar según su ubicación", "Encuentre su número local", "Unirse a la reunión de Webex",
    "Números de acceso globales", "Únase a mi reunión",
  ]
  private static let portuguese = [
    "Participar com o Google Meet", "Entrar com o Google Meet", "Ou disque", "Ou ligue", "Mais números de telefone",
    "Saiba mais sobre o Meet", "Não edite esta seção", "Reunião do Microsoft Teams", "Ingressar no seu computador",
    "Ingresse em seu computador", "Participe do seu computador", "Participe a partir do seu computador",
    "Clique aqui para ingressar na reunião", "Clique aqui para entrar na reunião", "Clique aqui para participar",
    "Ingressar na reunião agora", "Ingresse na reunião agora", "Baixar o Teams", "Transferir o Teams",
    "Ingressar na Web", "Discar por telefone", "Localizar um número local", "Para organizadores",
    "Entrar na reunião Zoom", "Ingressar na reunião Zoom", "Dispositivo móvel de um toque", "Discar pelo seu local",
    "Localizar seu número local", "Entrar na reunião Webex", "Números de chamada globais",
  ]
  private static let italian = [
    "Partecipa con Google Meet", "Oppure componi", "Altri numeri di telefono", "Ulteriori informazioni su Meet",
    "Non modificare questa sezione", "Riunione di Microsoft Teams", "Partecipa da computer", "Partecipa dal computer",
    "Fai clic qui per partecipare", "Fare clic qui per partecipare", "Partecipa alla riunione ora", "Scarica Teams",
    "Partecipa sul Web", "Oppure chiama", "Accesso telefonico", "Accedi tramite telefono", "Trova un numero locale",
    "Entra nella riunione in Zoom", "Un tocco su dispositivo mobile", "Componi in base alla tua posizione",
    "Trova il tuo numero locale", "Accedi alla riunione Webex", "Numeri di accesso globali",
    "Partecipa alla mia riunione",
  ]
  private static let dutch = [
    "Deelnemen via Google Meet", "Deelnemen met Google Meet", "Neem deel via Google Meet", "Of bel",
    "Meer telefoonnummers", "Meer informatie over Meet", "Bewerk dit gedeelte niet", "Microsoft Teams-vergadering",
    "Deelnemen op uw computer", "Neem deel via uw computer", "Neem deel op uw computer", "Klik hier om deel te nemen",
    "Nu deelnemen aan de vergadering", "Teams downloaden", "Deelnemen via internet", "Deelnemen op internet",
    "Inbellen via telefoon", "Inbellen per telefoon", "Zoek een lokaal nummer", "Een lokaal nummer zoeken",
    "Deelnemen aan Zoom-vergadering", "Mobiel met één tik", "Inbellen volgens uw locatie", "Zoek uw lokale nummer",
    "Deelnemen aan Webex-vergadering", "Wereldwijde inbelnummers",
  ]
  private static let japanese = [
    "Google Meet に参加", "Google Meet で参加", "または次の番号", "その他の電話番号", "他の電話番号", "Meet の詳細",
    "このセクションは編集しないでください", "Microsoft Teams 会議", "Microsoft Teams ミーティング", "コンピューター、モバイル アプリ",
    "ここをクリックして会議に参加", "会議に参加するにはここをクリック", "今すぐ会議に参加", "Teams のダウンロード", "Web で参加",
    "または電話で参加", "電話でダイヤルイン", "市内番号を検索", "ローカル番号を検索", "Zoomミーティングに参加", "ワンタップモバイル機器",
    "所在地でダイアル", "Webex ミーティングに参加",
  ]
}
