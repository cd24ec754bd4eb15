/// One table as lines of text, in as many blocks of columns as the width asks for.
struct TextTable {
  private let title: String
  private let rows: [Row]
  private let blocks: [[TextColumn]]
  private let width: Int
  private let presentation: Presentation

  init(_ table: Table, _ presentation: Presentation, width: Int) {
    title = TerminalText.tame(table.title)
    self.presentation = presentation
    rows = table.rows.filter { $0.style != .total } + table.totals
    self.width = width
    let filled = rows.filter { $0.style != .heading }
    let keys = table.columns.prefix { !$0.kind.isNumeric }.count
    let columns = table.columns.enumerated().map { index, column in
      TextColumn(
        column, cells: filled.map { $0.cell(at: index) }, isKey: index < keys, presentation)
    }
    blocks = TablePages.columns(columns, width: width)
  }

  var lines: [String] {
    blocks.enumerated().flatMap { index, block in
      let part =
        blocks.count > 1
        ? " (\(presentation.phrase("part \(index + 1) of \(blocks.count)")))" : ""
      let caption = TerminalText.wrap(title + part, width: width)
      return (index > 0 ? [""] : []) + caption + labels(block) + body(block)
    }
  }

  private func labels(_ columns: [TextColumn]) -> [String] {
    let labels = columns.map(\.labelLines)
    let height = labels.map(\.count).max() ?? 0
    let lines = (0..<height).map { line in
      join(columns) { index in
        let above = height - labels[index].count
        return line < above ? "" : labels[index][line - above]
      }
    }
    return lines + [rule(columns)]
  }

  private func body(_ columns: [TextColumn]) -> [String] {
    guard !rows.isEmpty else { return [presentation.phrase("(no rows)")] }
    var lines: [String] = []
    var filled = 0
    for (index, row) in rows.enumerated() {
      lines += lead(
        to: row.style, filled: filled, after: index > 0 ? rows[index - 1].style : nil, columns)
      guard row.style != .heading else {
        let text = row.cell(at: 0).printedText
        lines += TerminalText.wrap(TerminalText.tame(text), width: width)
        continue
      }
      lines += self.lines(ofRow: filled, columns)
      filled += 1
    }
    return lines
  }

  /// What sets a row off from the one above.
  private func lead(
    to style: Row.Style, filled: Int, after above: Row.Style?, _ columns: [TextColumn]
  ) -> [String] {
    guard let above else { return [] }
    switch (above, style) {
    case (.total, .total): return []
    case (_, .total), (_, .result): return [rule(columns)]
    case (_, .subtotal): return [rule(columns) { $0.isNumeric && !$0.cells[filled].isEmpty }]
    case (_, .heading), (.subtotal, .body): return [""]
    default: return []
    }
  }

  private func lines(ofRow row: Int, _ columns: [TextColumn]) -> [String] {
    let cells = columns.map { $0.lines(ofRow: row) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      join(columns) { cells[$0].indices.contains(line) ? cells[$0][line] : "" }
    }
  }

  private func rule(
    _ columns: [TextColumn], where isRuled: (TextColumn) -> Bool = { _ in true }
  ) -> String {
    join(columns) { index in
      isRuled(columns[index]) ? String(repeating: "─", count: columns[index].width) : ""
    }
  }

  private func join(_ columns: [TextColumn], _ text: (Int) -> String) -> String {
    columns.indices
      .map { index in
        TerminalText.pad(
          isolated(text(index)), to: columns[index].width, right: columns[index].isNumeric)
      }
      .joined(separator: String(repeating: " ", count: TablePages.gap))
  }

  /// Keeps a cell's own direction to itself where the line runs from right to left.
  private func isolated(_ text: String) -> String {
    presentation.language.isRightToLeft && !text.isEmpty ? "\u{2068}\(text)\u{2069}" : text
  }
}
