/// The title patterns that the product brings along, by language: en de fr es pt it nl ja.
///
/// They lean to silence: a pattern stands here when the words alone leave no doubt. `Travel`, `Blocked` or `Home` say
/// too little, and "Focus group" is no focus time. (ruling "Who takes part": they make an absence only of an event
/// without other participants, or one's own, that covers a working day.)
enum DefaultTitles {
  /// Absences.
  static let absence = [
    // English
    "Out of office", "Out of the office", "OOO", "OOTO", "PTO", "Vacation", "Vacations", "Annual leave", "Sick leave",
    "Sick day", "Out sick", "=Sick", "On leave", "Parental leave", "Maternity leave", "Paternity leave",
    "Family leave", "Bereavement leave", "Medical leave", "Unpaid leave", "Leave of absence", "=Leave", "Day off",
    "Days off", "Time off", "=Off", "=Holiday", "=Holidays", "On holiday", "Public holiday", "Bank holiday",
    "Company holiday", "Office closed", "=Away", "=Absent", "=Absence",
    // Deutsch
    "Urlaub", "Urlaubstag", "Resturlaub", "Sonderurlaub", "Bildungsurlaub", "Elternzeit", "Mutterschutz", "=Krank",
    "Krankgeschrieben", "Krankmeldung", "=Krankheit", "Abwesend", "Abwesenheit", "Außer Haus", "Nicht im Büro",
    "Feiertag", "Freier Tag", "=Frei", "Betriebsferien", "Gleittag", "Überstundenabbau", "Zeitausgleich",
    // Français
    "Vacances", "Congé", "Congés", "RTT", "Absent du bureau", "Absente du bureau", "=Absente", "Hors du bureau",
    "Arrêt maladie", "=Malade", "Jour férié", "Jour de repos",
    // Español
    "Vacaciones", "Fuera de la oficina", "Fuera de oficina", "=Ausente", "=Ausencia", "Día libre", "Baja médica",
    "Baja por enfermedad", "De baja", "=Festivo", "Día festivo", "=Feriado", "Permiso parental",
    // Português
    "Férias", "Fora do escritório", "=Folga", "Dia de folga", "De folga", "Licença médica", "Licença maternidade",
    "Licença paternidade", "Baixa médica", "=Ausência",
    // Italiano
    "Ferie", "Fuori ufficio", "Fuori sede", "=Assente", "=Assenza", "=Malattia", "Giorno festivo", "=Festività",
    "Congedo", "Giorno libero",
    // Nederlands
    "Vakantie", "Verlof", "Ouderschapsverlof", "Zwangerschapsverlof", "=Afwezig", "=Afwezigheid", "=Ziek",
    "Ziekteverlof", "Feestdag", "Vrije dag", "=Vrij",
    // 日本語
    "休暇", "有給", "有休", "年休", "代休", "振休", "産休", "育休", "病欠", "欠勤", "不在", "休み", "祝日", "休業日",
  ]

  /// Reserved focus time.
  static let focus = [
    // English
    "Focus time", "Focus block", "Focus blocks", "Focus hour", "Focus hours", "Focus work", "Focused work",
    "Deep work", "Deep focus", "Maker time", "Heads down", "Heads-down", "Quiet time", "Quiet hours",
    "Concentration time", "No meetings", "No meeting block", "No meeting time", "Do not book", "Do not schedule",
    "=Focus",
    // Deutsch
    "Fokuszeit", "Fokus Zeit", "Fokusblock", "Fokusarbeit", "=Fokus", "Konzentrationszeit", "Konzentriertes Arbeiten",
    "Ungestörtes Arbeiten", "Stillarbeit", "Stille Stunde", "Keine Meetings", "Keine Termine", "Bitte nicht buchen",
    // Français
    "Temps de concentration", "Temps de focus", "Plage de concentration", "Heure de concentration",
    "Travail de fond", "Travail concentré", "=Concentration", "Pas de réunion", "Pas de réunions", "Sans réunion",
    // Español
    "Tiempo de concentración", "Tiempo de enfoque", "Hora de concentración", "Bloque de concentración",
    "Bloque de enfoque", "Trabajo profundo", "Trabajo concentrado", "Sin reuniones", "No agendar",
    // Português
    "Tempo de foco", "Horário de foco", "Hora de foco", "Bloco de foco", "Tempo de concentração",
    "Trabalho profundo", "Trabalho focado", "Sem reuniões", "=Foco",
    // Italiano
    "Tempo di concentrazione", "Tempo per concentrarsi", "Momento di concentrazione", "Blocco di concentrazione",
    "Lavoro profondo", "Lavoro concentrato", "Niente riunioni", "Nessuna riunione", "=Concentrazione",
    // Nederlands
    "Focustijd", "Focus tijd", "Focusblok", "Concentratietijd", "Diep werk", "Geen vergaderingen", "Geen meetings",
    // 日本語
    "集中時間", "集中タイム", "集中作業", "=集中", "フォーカス時間", "フォーカスタイム", "ディープワーク", "会議なし",
    "会議禁止", "会議不可",
  ]

  /// What Exchange and Outlook write before the title of a cancelled event.
  static let cancelledPrefixes = [
    "Canceled:", "Cancelled:", "Abgesagt:", "Abgebrochen:", "Annulé :", "Annulée :", "Cancelado:", "Cancelada:",
    "Annullato:", "Annullata:", "Geannuleerd:", "キャンセル済み:", "キャンセル:", "取り消し:", "取り消されました:",
  ]
}
