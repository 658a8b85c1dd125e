/// The words by which titles and descriptions tell what a meeting is for; en de fr es pt it nl ja.
///
/// A pattern is a row of whole words; case, accents and punctuation do not matter. `*` at the beginning or end of a single
/// word stands for any letters, for languages that write compounds in one word (`*planung`). Where a longer pattern is
/// found, the shorter ones inside it are not: "performance review" is no review, "standup comedy" no stand-up. Of what
/// remains the class that stands first in this list wins, so that the classes to be left alone win over the others.
///
/// The lists lean to silence: a word stands here when it leaves little doubt by itself. "Sync", "check-in", "weekly" or
/// "jour fixe" say nothing about what is done there.
struct PurposeWords: Sendable {
  /// One class, and the words it is known by.
  struct Entry: Sendable {
    /// The class; nil for phrases that mean nothing here, and only keep the words inside them from being found.
    let purpose: Purpose?
    /// Words of titles.
    let inTitle: [String]
    /// Phrases of descriptions: fewer, since a description mentions much that a meeting is not for.
    let inText: [String]
  }

  /// The classes, strongest first.
  let entries: [Entry]
  /// What a title begins or ends with when a meeting prepares another.
  let preparation: [String]

  /// The words the product brings along.
  static let standard = PurposeWords(
    entries: [
      sensitive, incident, retrospective, interview, workshop, social, external, training, allHands, decision, planning,
      review, standUp, status, meaningless,
    ],
    preparation: [
      "prep", "preps", "pre", "prework", "premeeting", "premeet", "prebrief", "pre-brief", "presync", "preparation",
      "Vorbereitung", "*vorbereitung", "Vorbesprechung", "Vortreffen", "préparation", "réunion préparatoire",
      "preparación", "preparatoria", "preparação", "preparatória", "preparazione", "voorbereiding", "vooroverleg",
      "準備", "事前打ち合わせ", "事前打合せ", "事前会議",
    ])
}

extension PurposeWords {
  private static let sensitive = Entry(
    purpose: .sensitive,
    inTitle: [
      "performance review", "performance reviews", "perf review", "perf reviews", "performance calibration",
      "appraisal",
      "appraisals", "talent review", "people review", "compensation", "salary", "salaries", "promotion committee",
      "promotion panel", "promotion review", "HR case", "HR talk", "HR matter", "HR matters", "HR consultation",
      "HR issue", "HR issues", "layoff", "layoffs", "termination", "disciplinary", "grievance", "mediation",
      "conflict resolution", "works council", "return to work", "personnel matters", "wellbeing check-in",
      "Mitarbeitergespräch", "Mitarbeitergespräche", "Personalgespräch", "Personalgespräche", "Gehaltsgespräch",
      "Gehaltsgespräche", "Gehaltsrunde", "Gehaltsreview", "Leistungsbeurteilung", "Leistungsbeurteilungen",
      "Jahresgespräch", "Jahresgespräche", "Zielvereinbarung", "Zielvereinbarungsgespräch", "Konfliktgespräch",
      "Kritikgespräch", "Rückkehrgespräch", "Feedbackgespräch", "Betriebsrat", "Personalrat", "Kündigung",
      "Performance-Review",
      "entretien annuel", "entretiens annuels", "entretien individuel", "entretien professionnel",
      "entretien d'évaluation", "évaluation annuelle", "entretien de recadrage", "rémunération", "rémunérations",
      "salaires", "médiation", "licenciement",
      "evaluación de desempeño", "evaluación del desempeño", "evaluaciones de desempeño", "revisión salarial",
      "salarios", "mediación", "resolución de conflictos", "despido",
      "avaliação de desempenho", "avaliações de desempenho", "revisão salarial", "salários", "mediação",
      "resolução de conflitos", "demissão",
      "valutazione delle prestazioni", "valutazione annuale", "colloquio di valutazione", "revisione salariale",
      "stipendi", "mediazione", "gestione dei conflitti", "licenziamento",
      "functioneringsgesprek", "functioneringsgesprekken", "beoordelingsgesprek", "beoordelingsgesprekken", "salaris",
      "salarissen", "verzuim", "ondernemingsraad", "conflictbemiddeling", "ontslag",
      "人事評価", "人事面談", "評価面談", "目標面談", "給与", "昇給", "査定", "懲戒",
    ],
    inText: [
      "performance review", "salary review", "Mitarbeitergespräch", "entretien annuel", "evaluación de desempeño",
      "avaliação de desempenho", "valutazione delle prestazioni", "functioneringsgesprek", "人事評価",
    ])

  private static let incident = Entry(
    purpose: .incident,
    inTitle: [
      "incident", "incidents", "post-mortem", "post-mortems", "postmortem", "postmortems", "outage", "outages",
      "root cause", "RCA", "war room", "sev1", "sev2", "blameless",
      "Vorfall", "Vorfälle", "Störung", "Störungen", "*störung", "Ausfall", "Krisenstab", "Lagebesprechung",
      "panne", "pannes", "cellule de crise",
      "incidente", "incidentes", "incidencia", "incidencias", "comité de crisis",
      "comitê de crise", "comité de crise", "incidenti", "unità di crisi",
      "incidenten", "storing", "storingen",
      "障害", "インシデント", "ポストモーテム",
    ],
    inText: [
      "post-mortem", "postmortem", "incident review", "root cause", "Störungsanalyse", "analyse d'incident",
      "análisis de incidentes", "análise de incidentes", "analisi degli incidenti", "incidentanalyse", "障害報告",
      "ポストモーテム",
    ])

  private static let retrospective = Entry(
    purpose: .retrospective,
    inTitle: [
      "retro", "retros", "retrospective", "retrospectives", "lessons learned", "look back",
      "Retrospektive", "Retrospektiven", "*retro", "*retrospektive", "Rückblick", "rétrospective", "rétro",
      "retrospectiva", "lecciones aprendidas", "lições aprendidas", "retrospettiva", "lezioni apprese", "terugblik",
      "振り返り", "ふりかえり", "振りかえり", "レトロスペクティブ", "レトロ",
    ],
    inText: [
      "retrospective", "what went well", "lessons learned", "Retrospektive", "was lief gut", "rétrospective",
      "ce qui a bien marché", "retrospectiva", "qué salió bien", "o que foi bem", "retrospettiva", "cosa è andato bene",
      "wat ging goed", "振り返り",
    ])

  private static let interview = Entry(
    purpose: .interview,
    inTitle: [
      "interview", "interviews", "interviewing", "candidate debrief", "hiring debrief", "hiring panel", "phone screen",
      "phone screens", "screening call", "screening calls",
      "Bewerbungsgespräch", "Bewerbungsgespräche", "Vorstellungsgespräch", "Vorstellungsgespräche", "*interview",
      "*interviews", "entretien d'embauche", "entretiens d'embauche", "entretien candidat", "entretiens candidats",
      "entretien de recrutement", "entrevista", "entrevistas", "colloquio", "colloqui", "sollicitatiegesprek",
      "sollicitatiegesprekken", "面接", "採用面談", "インタビュー",
    ],
    inText: [
      "job interview", "candidate interview", "interview the candidate", "Bewerbungsgespräch", "entretien d'embauche",
      "entrevista de trabajo", "entrevista de emprego", "colloquio di lavoro", "sollicitatiegesprek", "面接",
    ])

  private static let workshop = Entry(
    purpose: .workshop,
    inTitle: [
      "workshop", "workshops", "brainstorm", "brainstorms", "brainstorming", "whiteboarding", "whiteboard", "ideation",
      "design sprint", "hackathon", "hack day", "pair programming", "mob programming", "pairing", "jam session",
      "design jam", "co-creation",
      "*workshop", "*workshops", "Klausur", "Klausurtagung", "Ideensammlung", "Kreativrunde", "atelier", "ateliers",
      "remue-méninges", "taller", "talleres", "lluvia de ideas", "oficina criativa", "oficina de ideias",
      "tempesta di idee", "*brainstorm", "brainstormsessie", "denktank", "ワークショップ", "ブレスト", "ブレインストーミング",
      "アイデア出し",
    ],
    inText: [
      "brainstorm", "brainstorming", "whiteboarding", "Ideensammlung", "remue-méninges", "lluvia de ideas",
      "ブレインストーミング", "ブレスト",
    ])

  private static let social = Entry(
    purpose: .social,
    inTitle: [
      "social", "socials", "coffee", "donut", "happy hour", "lunch", "lunches", "breakfast", "dinner", "drinks",
      "party",
      "game night", "quiz", "pizza", "watercooler", "water cooler", "celebration", "team building", "teambuilding",
      "birthday", "birthdays", "farewell", "standup comedy", "stand-up comedy", "book club", "fika", "yoga", "karaoke",
      "team outing", "fun friday",
      "Mittagessen", "Teamessen", "Kaffee", "Kaffeepause", "Kaffeerunde", "Kaffeeklatsch", "Feierabend",
      "Feierabendbier", "Stammtisch", "Frühstück", "*frühstück", "*feier", "Geburtstag", "Spieleabend", "Teamevent",
      "café", "déjeuner", "petit-déjeuner", "apéro", "afterwork", "pot de départ", "anniversaire", "convivialité",
      "almuerzo", "comida de equipo", "desayuno", "cumpleaños", "fiesta", "cervezas",
      "almoço", "aniversário", "festa", "confraternização", "caffè", "pranzo", "aperitivo", "compleanno", "colazione",
      "koffie", "koffiepauze", "borrel", "*borrel", "vrijmibo", "verjaardag",
      "懇親会", "飲み会", "ランチ", "雑談", "歓迎会", "送別会", "忘年会", "コーヒー", "誕生日",
    ],
    inText: [
      "no work talk", "get to know each other", "informal chat", "social time", "virtual coffee",
      "zwangloser Austausch",
      "moment convivial", "charla informal", "conversa informal", "chiacchierata informale", "gezellig", "雑談",
    ])

  private static let external = Entry(
    purpose: .external,
    inTitle: [
      "customer call", "customer calls", "customer meeting", "customer meetings", "customer visit", "customer visits",
      "customer check-in", "customer sync", "customer interview", "customer interviews", "user interview",
      "user interviews", "client call", "client calls", "client meeting", "client meetings", "client visit",
      "client check-in", "client sync", "sales call", "sales calls", "demo call", "demo calls", "partner call",
      "partner meeting", "partner sync", "vendor call", "vendor meeting", "vendor sync", "supplier call",
      "supplier meeting", "investor call", "investor meeting",
      "Kundentermin", "Kundentermine", "Kundengespräch", "Kundengespräche", "Kundenmeeting", "Kundencall",
      "Kundenbesuch", "Lieferantengespräch", "Lieferantentermin", "rendez-vous client", "RDV client", "réunion client",
      "appel client", "point client", "réunion fournisseur", "reunión con cliente", "reunión con el cliente",
      "reunión cliente", "llamada con cliente", "reunião com cliente", "reunião com o cliente", "reunião cliente",
      "ligação com cliente", "riunione cliente", "riunione con il cliente", "incontro cliente", "call cliente",
      "klantgesprek", "klantgesprekken", "klantmeeting", "klantoverleg", "klantbezoek", "顧客", "お客様", "商談", "取引先",
    ],
    inText: ["call with the customer", "meeting with the customer", "Gespräch mit dem Kunden", "商談"])

  private static let training = Entry(
    purpose: .training,
    inTitle: [
      "training", "trainings", "onboarding", "lunch and learn", "lunch & learn", "brown bag", "tech talk", "tech talks",
      "knowledge sharing", "knowledge share", "learning session", "bootcamp", "webinar", "webinars", "study group",
      "seminar", "masterclass", "reading group", "journal club", "language class",
      "Schulung", "Schulungen", "*schulung", "Weiterbildung", "Fortbildung", "Unterweisung", "Einarbeitung",
      "formation", "formations", "formación", "capacitación", "curso", "cursos", "formação", "treinamento",
      "capacitação", "formazione", "corso", "opleiding", "cursus", "*training", "研修", "勉強会", "講習", "トレーニング",
    ],
    inText: [
      "training session", "lunch and learn", "knowledge sharing", "Schulung", "session de formation",
      "sesión de formación", "sessão de formação", "sessione di formazione", "勉強会", "研修",
    ])

  private static let allHands = Entry(
    purpose: .allHands,
    inTitle: [
      "all hands", "allhands", "town hall", "townhall", "company meeting", "company update", "company-wide meeting",
      "fireside chat", "AMA", "ask me anything",
      "Betriebsversammlung", "Vollversammlung", "Mitarbeiterversammlung", "Belegschaftsversammlung", "Firmenmeeting",
      "assemblée générale", "plénière", "réunion plénière", "asamblea", "asamblea general", "reunión general",
      "assembleia", "reunião geral", "assemblea", "riunione plenaria", "personeelsbijeenkomst", "bedrijfsbijeenkomst",
      "plenaire", "全社会議", "全社集会", "全社朝会", "全社定例", "全体会議", "全体朝会", "全体定例",
    ],
    inText: ["all hands", "town hall", "全社会議"])

  private static let decision = Entry(
    purpose: .decision,
    inTitle: [
      "decision", "decisions", "decide", "steering", "steering committee", "steerco", "go/no-go", "approval",
      "approvals", "sign-off", "signoff", "change advisory board", "CAB", "architecture board", "investment committee",
      "Entscheidung", "Entscheidungen", "*entscheidung", "Entscheidungsrunde", "Entscheidungsmeeting",
      "Lenkungsausschuss", "Lenkungskreis", "Freigabe", "Beschluss",
      "décision", "décisions", "comité de pilotage", "COPIL", "arbitrage", "decisión", "decisiones",
      "comité de dirección", "comité directivo", "aprobación", "decisão", "decisões", "comitê diretivo", "aprovação",
      "decisione", "decisioni", "comitato direttivo", "comitato guida", "approvazione", "besluit", "besluiten",
      "besluitvorming", "beslissing", "stuurgroep", "goedkeuring", "意思決定", "決定会議", "承認会議",
    ],
    inText: [
      "decide", "decision needed", "decisions needed", "make decisions", "make a decision", "decisions to make",
      "for decision", "entscheiden", "Entscheidung", "Entscheidungen", "beschließen", "décider",
      "prise de décision", "decidir", "toma de decisiones", "tomada de decisão", "decidere", "prendere decisioni",
      "besluiten", "beslissen", "意思決定", "決定する",
    ])

  private static let planning = Entry(
    purpose: .planning,
    inTitle: [
      "planning", "planning poker", "sprint planning", "roadmap", "roadmapping", "backlog", "grooming", "refinement",
      "prioritization", "prioritisation", "OKR", "OKRs", "estimation", "triage",
      "Planung", "*planung", "Planungsrunde", "Priorisierung", "planification", "priorisation", "feuille de route",
      "planificación", "planeación", "priorización", "hoja de ruta", "planejamento", "planeamento", "priorização",
      "pianificazione", "*planning", "prioritering", "計画", "プランニング", "ロードマップ", "バックログ",
    ],
    inText: [
      "sprint planning", "plan the sprint", "plan the week", "backlog refinement", "Sprintplanung", "Wochenplanung",
      "planification du sprint", "planificación del sprint", "planejamento da sprint", "pianificazione dello sprint",
      "sprintplanning", "スプリント計画",
    ])

  private static let review = Entry(
    purpose: .review,
    inTitle: [
      "review", "reviews", "demo", "demos", "design review", "code review", "sprint review", "show and tell",
      "showcase", "critique", "design crit", "QBR", "business review", "walkthrough", "walk-through",
      "Codereview", "Designreview", "Sprintreview", "Durchsicht", "Abnahme", "revue", "démo", "démos", "démonstration",
      "revisión", "demostración",
      "revisão", "demonstração", "revisione", "dimostrazione", "beoordeling", "レビュー", "デモ",
    ],
    inText: ["design review", "code review", "sprint review", "live demo", "revue de code", "コードレビュー"])

  private static let standUp = Entry(
    purpose: .standUp,
    inTitle: [
      "standup", "standups", "stand-up", "stand-ups", "daily", "dailies", "scrum", "scrum of scrums", "huddle",
      "morning circle", "DSU",
      "Tagesrunde", "Morgenrunde", "Frührunde", "mêlée", "mêlée quotidienne", "point quotidien", "diaria",
      "reunión diaria", "diária", "reunião diária", "giornaliera", "riunione giornaliera", "allineamento giornaliero",
      "dagstart", "dagopening", "朝会", "夕会", "デイリー", "スタンドアップ",
    ],
    inText: [
      "standup", "stand-up", "daily scrum", "what did you do yesterday", "what did I do yesterday",
      "yesterday, today, blockers", "was habe ich gestern", "qu'ai-je fait hier", "qué hice ayer", "o que fiz ontem",
      "cosa ho fatto ieri", "wat heb ik gisteren", "昨日やったこと",
    ])

  private static let status = Entry(
    purpose: .status,
    inTitle: [
      "status", "status*", "*status", "status review", "status meeting", "status planning", "daily status", "update",
      "updates", "progress", "progress review", "progress report", "weekly report", "weekly reporting",
      "monthly report", "monthly reporting", "status report",
      "Fortschritt", "Fortschrittsbericht", "Lagebericht", "Wochenbericht", "Projektbericht", "Sachstand",
      "Zwischenstand", "Stand der Dinge",
      "statut", "avancement", "état d'avancement", "point d'avancement", "point d'étape", "suivi de projet",
      "suivi projet", "suivi hebdomadaire", "tour de table", "compte rendu",
      "estado del proyecto", "estado de proyectos", "estado semanal", "informe de estado", "informe semanal",
      "seguimiento", "avance", "avances", "actualización",
      "andamento", "acompanhamento", "ponto de situação", "estado do projeto", "relatório semanal", "atualização",
      "stato avanzamento", "stato dei lavori", "stato del progetto", "avanzamento", "aggiornamento", "aggiornamenti",
      "riunione SAL", "voortgang", "voortgangsoverleg", "*voortgang", "stand van zaken",
      "進捗", "報告会", "状況共有", "状況報告", "状況確認", "週報", "定例報告",
    ],
    inText: [
      "status update", "status updates", "status round", "progress update", "progress updates",
      "share progress", "share updates", "round of updates", "give an update", "gives an update", "quick update",
      "weekly update", "weekly updates", "team updates", "project updates", "what everyone is working on",
      "where things stand", "go around the room", "round robin", "Statusupdate", "Statusupdates", "Statusrunde",
      "Stand der Dinge", "Sachstand", "jeder berichtet", "tour de table", "point d'avancement", "état d'avancement",
      "estado del proyecto", "compartir avances", "avances de cada", "atualização de status", "andamento do projeto",
      "stato avanzamento", "aggiornamento sullo stato", "stand van zaken", "voortgang", "進捗報告", "進捗共有",
      "進捗確認", "状況共有", "状況報告",
    ])

  private static let meaningless = Entry(
    purpose: nil,
    inTitle: [
      "social media", "social network", "social networks", "social ads", "social selling", "social security",
      "social impact", "third party", "3rd party", "training data", "training run", "training runs",
      "training pipeline", "model training", "customer onboarding", "onboarding flow", "onboarding funnel",
      "software update", "software updates", "security update", "security updates", "system update", "OS update",
      "update rollout", "status page", "status quo", "order status", "decision log", "decision tree",
      "decision support", "review app", "review apps", "product reviews", "app reviews",
      "daily active users", "progress bar", "redes sociales", "redes sociais", "障害者",
    ],
    inText: [])
}
