/// Renders a report as GitHub's Markdown: a table a table, figures set to the right.
struct MarkdownRenderer {
  let presentation: Presentation

  func render(_ report: Report) -> String {
    let blocks =
      [["# " + inline(report.title)], report.subtitle.map { [inline($0)] } ?? []]
      + [report.warnings.map { "> **\(phrase("Warning")):** \(inline($0))" }, stamps(report)]
      + tables(report) + notes(report)
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func phrase(_ english: String) -> String { presentation.phrase(english) }

  private func stamps(_ report: Report) -> [String] {
    let unit = presentation.unitStamps(of: report)
    return (report.stamps.map { ($0.label, $0.value) } + unit)
      .map { "- **\(inline($0)):** \(inline($1))" }
  }

  private func tables(_ report: Report) -> [[String]] {
    var section: String?
    return report.tables.flatMap { table -> [[String]] in
      let heading = table.section == section ? nil : table.section
      section = table.section
      let mark = table.section == nil ? "## " : "### "
      return [heading.map { ["## " + inline($0)] } ?? [], [mark + inline(table.title)]]
        + [lines(of: table), points(table.notes)]
    }
  }

  private func lines(of table: Table) -> [String] {
    let rows = table.rows.filter { $0.style != .total } + table.totals
    guard !rows.isEmpty else { return [phrase("(no rows)")] }
    let labels = table.columns.map { inline(presentation.label(of: $0)) }
    let rule = table.columns.map { $0.kind.isNumeric ? "---:" : "---" }
    return ([labels, rule] + rows.map { cells($0, of: table) })
      .map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private func cells(_ row: Row, of table: Table) -> [String] {
    table.columns.enumerated().map { index, column in
      let text = inline(presentation.printed(row.cell(at: index), column: column))
      return row.style == .body || text.isEmpty ? text : "**\(text)**"
    }
  }

  private func notes(_ report: Report) -> [[String]] {
    report.notes.isEmpty ? [] : [["## " + phrase("Notes")], points(report.notes)]
  }

  private func points(_ sentences: [String]) -> [String] { sentences.map { "- " + inline($0) } }

  /// A text on one line that Markdown and the HTML it may hold leave as it is.
  private func inline(_ text: String) -> String {
    var escaped = "".unicodeScalars
    for scalar in TerminalText.tame(text).unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    // A bare address would become a link, wherever it leads.
    return String(escaped).replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }
}
