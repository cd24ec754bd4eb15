import LandRelease

/// Renders a report for people at a terminal or in a letter with fixed type.
struct TextRenderer {
  /// The least width in which a table can be read, in characters.
  static let narrowest = 40

  let unit: AreaUnit
  let width: Int

  init(unit: AreaUnit, width: Int?) {
    self.unit = unit
    self.width = max(width ?? 100, Self.narrowest)
  }

  func render(_ report: Report) -> String {
    let blocks =
      [heading(report), stamps(report)] + report.warnings.map { point("Warning: ", $0) }
      + report.tables.map { TextTable($0, unit: unit, width: width).lines }
      + [notes(report)]
    return blocks.filter { !$0.isEmpty }
      .map { $0.map(TerminalText.withoutTrailingSpaces).joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func heading(_ report: Report) -> [String] {
    let title = TerminalText.wrap(TerminalText.tame(report.title), width: width)
    let subtitle = report.subtitle.map {
      TerminalText.wrap(TerminalText.tame($0), width: width)
    }
    return title + [String(repeating: "═", count: title.widest)] + (subtitle ?? [])
  }

  private func stamps(_ report: Report) -> [String] {
    let pairs =
      report.stamps.map { (TerminalText.tame($0.label), TerminalText.tame($0.value)) }
      + (report.hasAreas ? [("Area unit", unit.title)] : [])
    let indent = pairs.map(\.0).widest + 2
    return pairs.flatMap { label, value in
      hang(TerminalText.pad(label, to: indent, right: false), value)
    }
  }

  private func notes(_ report: Report) -> [String] {
    guard !report.notes.isEmpty else { return [] }
    return ["Notes"] + report.notes.flatMap { point("- ", $0) }
  }

  private func point(_ sign: String, _ sentence: String) -> [String] {
    hang(sign, TerminalText.tame(sentence))
  }

  /// Puts a text after a lead, its further lines under its first.
  private func hang(_ lead: String, _ text: String) -> [String] {
    let room = max(width - lead.count, Self.narrowest / 2)
    let blank = String(repeating: " ", count: lead.count)
    return TerminalText.wrap(text, width: room).enumerated().map { index, line in
      (index == 0 ? lead : blank) + line
    }
  }
}

extension Report {
  /// Whether any figure is printed in a unit of area.
  var hasAreas: Bool {
    tables.contains { table in table.columns.contains { $0.kind == .area } }
  }
}
