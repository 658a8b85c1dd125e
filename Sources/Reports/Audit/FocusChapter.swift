import Metrics
import Policy

extension AuditDocument {
  /// What meetings leave for work that needs an uninterrupted stretch.
  func focus(into writer: inout MarkdownWriter) {
    writer.heading(2, "Focus")
    let block = Phrases.length(seconds: policy.focus.block)
    guard let focus = company.mean(.focusHours), let fragmented = company.mean(.fragmentedHours) else {
      return writer.paragraph("Nobody here has a week that could be measured, so nothing is said about focus.")
    }
    writer.paragraph(
      [
        """
        A focus block is free working time of at least \(block) in one piece. An average week holds \
        **\(Phrases.hours(focus))** in such blocks, and \(Phrases.hours(fragmented)) of free time in shorter pieces.
        """
      ] + focusInWords)
    teamTable(
      columns: [
        ("Focus", .focusHours), ("In short pieces", .fragmentedHours), ("Days without a block", .daysWithoutFocusBlock),
        ("Lost to placement", .placementLossHours), ("Reserved", .reservedFocusHours),
      ], into: &writer)
  }

  private var focusInWords: [MarkdownText] {
    var sentences: [MarkdownText] = []
    if let share = company.daysWithoutFocusBlock {
      sentences.append(
        share == .zero
          ? "Every working day with room for a block holds one."
          : "Of the working days with room for a block, \(Phrases.percent(share)) hold none.")
    }
    if let effective = company.mean(.effectiveFocusHours) {
      let reentry = Phrases.length(seconds: policy.focus.reentry)
      sentences.append(
        """
        Counting \(reentry) to find back into the work after a meeting (an assumption, not a measurement), \
        \(Phrases.hours(effective)) of it is effective\(otherReentries).
        """)
    }
    if let loss = company.mean(.placementLossHours), loss > .zero {
      sentences.append(
        "\(Phrases.hours(loss)) a week and person is lost only to where meetings stand: the same meetings in one run would leave it."
      )
    }
    if let reserved = company.mean(.reservedFocusHours), reserved > .zero,
      let trampled = company.mean(.trampledFocusHours)
    {
      sentences.append(
        "People reserve \(Phrases.hours(reserved)) a week for themselves; meetings take \(Phrases.hours(trampled)) of it."
      )
    }
    return sentences
  }

  /// What other assumptions about the way back into the work would give, as half a sentence.
  private var otherReentries: String {
    let others = company.otherReentries.map { other in
      "with \(Phrases.length(seconds: other.reentry)) it would be \(Phrases.hours(other.effectiveFocusHours))"
    }
    return others.isEmpty ? "" : "; " + Phrases.enumeration(others)
  }
}
