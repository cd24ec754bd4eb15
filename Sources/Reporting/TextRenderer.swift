/// Renders a report for people at a terminal or in a letter with fixed type.
struct TextRenderer {
  /// The least width in which a table can be read, in characters.
  static let narrowest = 40

  let presentation: Presentation
  let width: Int

  init(_ presentation: Presentation) {
    self.presentation = presentation
    width = max(presentation.width ?? 100, Self.narrowest)
  }

  func render(_ report: Report) -> String {
    let warning = presentation.phrase("Warning") + ": "
    let blocks =
      [heading(report), stamps(report)] + report.warnings.map { point(warning, $0) }
      + tables(report) + [notes(report)]
    return blocks.filter { !$0.isEmpty }
      .map { $0.map(line).joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// A line without spaces at its end; a mark sets its direction where a terminal heeds it.
  private func line(_ text: String) -> String {
    let line = TerminalText.withoutTrailingSpaces(text)
    return presentation.language.isRightToLeft && !line.isEmpty ? "\u{200F}" + line : line
  }

  /// Every table with its notes; the first of a section stands under the section's heading.
  private func tables(_ report: Report) -> [[String]] {
    var section: String?
    return report.tables.flatMap { table -> [[String]] in
      let heading = table.section == section ? nil : table.section
      section = table.section
      let lines = TextTable(table, presentation, width: width).lines
      return [heading.map { underlined($0, with: "─") } ?? [], lines]
        + [table.notes.flatMap { point("- ", $0) }]
    }
  }

  private func underlined(_ text: String, with mark: String) -> [String] {
    let lines = TerminalText.wrap(TerminalText.tame(text), width: width)
    return lines + [String(repeating: mark, count: lines.widest)]
  }

  private func heading(_ report: Report) -> [String] {
    let subtitle = report.subtitle.map {
      TerminalText.wrap(TerminalText.tame($0), width: width)
    }
    return underlined(report.title, with: "═") + (subtitle ?? [])
  }

  private func stamps(_ report: Report) -> [String] {
    let pairs =
      report.stamps.map { (TerminalText.tame($0.label), TerminalText.tame($0.value)) }
      + presentation.unitStamps(of: report)
    let indent = pairs.map(\.0).widest + 2
    return pairs.flatMap { label, value in
      hang(TerminalText.pad(label, to: indent, right: false), value)
    }
  }

  private func notes(_ report: Report) -> [String] {
    guard !report.notes.isEmpty else { return [] }
    return [presentation.phrase("Notes")] + report.notes.flatMap { point("- ", $0) }
  }

  private func point(_ sign: String, _ sentence: String) -> [String] {
    hang(sign, TerminalText.tame(sentence))
  }

  /// Puts a text after a lead, its further lines under its first.
  private func hang(_ lead: String, _ text: String) -> [String] {
    let room = max(width - TerminalWidth.of(lead), Self.narrowest / 2)
    let blank = String(repeating: " ", count: TerminalWidth.of(lead))
    return TerminalText.wrap(text, width: room).enumerated().map { index, line in
      (index == 0 ? lead : blank) + line
    }
  }
}

extension Report {
  /// Whether any figure is printed in a unit of area.
  public var hasAreas: Bool {
    tables.contains { table in table.columns.contains { $0.kind == .area } }
  }
}
