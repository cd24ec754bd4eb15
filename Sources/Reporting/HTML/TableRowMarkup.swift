/// The rows of one table as HTML, each figure a link to what is behind it.
struct TableRowMarkup {
  /// The longest word, in characters, that is kept on one line.
  private static let longest = 24

  private let table: Table
  private let anchors: PageAnchors
  private let presentation: Presentation
  /// Where headings are led to; nil in a table that is not behind figures.
  private let headingAnchor: String?

  init(
    _ table: Table, _ anchors: PageAnchors, _ presentation: Presentation, headingAnchor: String?
  ) {
    self.table = table
    self.anchors = anchors
    self.presentation = presentation
    self.headingAnchor = headingAnchor
  }

  func markup(_ row: Row, number: Int) -> Markup {
    guard row.style != .heading else { return heading(row, number: number) }
    let cells = table.columns.enumerated().map { index, column in
      cell(row.cell(at: index), column, isFirst: index == 0, of: row)
    }
    return .element(
      "tr",
      [
        "id": anchors.opener(row: number, of: table.id),
        "class": row.style == .body ? nil : row.style.rawValue,
      ], cells)
  }

  private func heading(_ row: Row, number: Int) -> Markup {
    let isLedTo = headingAnchor != nil && row.key != nil
    return .element(
      "tr",
      [
        "id": isLedTo ? "\(headingAnchor ?? "")-\(number)" : nil, "class": "heading",
        "tabindex": isLedTo ? "-1" : nil,
      ],
      [
        .element(
          "th", ["colspan": "\(max(1, table.columns.count))", "scope": "rowgroup"],
          text: row.cell(at: 0).printedText)
      ])
  }

  private func cell(_ cell: Cell, _ column: Column, isFirst: Bool, of row: Row) -> Markup {
    let printed = presentation.printed(cell, column: column)
    let shown = Markup.text(printed)
    let content =
      target(of: cell, column, isFirst: isFirst, row: row)
      .map { Markup.element("a", ["href": "#\($0)"], [shown]) } ?? shown
    let isName = isFirst && !column.kind.isNumeric
    return .element(
      isName ? "th" : "td",
      ["scope": isName ? "row" : nil, "class": Self.shape(of: printed, column)],
      printed.isEmpty ? [] : [content])
  }

  /// A word that no line has room for may be broken anywhere, which others are not.
  private static func shape(of printed: String, _ column: Column) -> String? {
    if column.kind.isNumeric { return "n" }
    let hasLongWord = printed.split(whereSeparator: \.isWhitespace).contains { $0.count > longest }
    return hasLongWord ? "long" : nil
  }

  /// Where a cell leads to; a zero with nothing behind it leads nowhere.
  private func target(of cell: Cell, _ column: Column, isFirst: Bool, row: Row) -> String? {
    guard let id = row.opens, let detail = anchors.detail(id) else { return nil }
    guard column.kind.isNumeric else { return isFirst ? detail : nil }
    return anchors.figure(column.key, of: id) ?? (cell.isNothing ? nil : detail)
  }
}

extension Cell {
  /// Whether it is a zero or blank.
  fileprivate var isNothing: Bool {
    switch self {
    case .count(let count): count == 0
    case .area(let area): area == .zero
    case .share(let part, _, _): part.units == 0
    case .ratio(let count, _, _): count == 0
    case .number(let number, _): number == 0
    case .empty, .withheld: true
    case .text, .date: false
    }
  }
}
