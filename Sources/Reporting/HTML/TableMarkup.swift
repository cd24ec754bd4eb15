/// One table as HTML: a caption, labels, rows in groups, totals at the foot.
struct TableMarkup {
  /// A table of more columns may be turned aside on paper and moved sideways on a screen.
  static let mostColumnsUpright = 10

  private let table: Table
  private let anchor: String
  private let rows: TableRowMarkup
  private let presentation: Presentation
  private let isDetail: Bool

  init(
    _ table: Table, _ anchor: String, _ anchors: PageAnchors, _ presentation: Presentation,
    isDetail: Bool = false
  ) {
    self.table = table
    self.anchor = anchor
    self.presentation = presentation
    self.isDetail = isDetail
    rows = TableRowMarkup(
      table, anchors, presentation, headingAnchor: isDetail ? anchor : nil)
  }

  var markup: Markup {
    let caption = "\(anchor)-caption"
    let parts =
      [
        Markup.element(
          "caption", ["id": caption, "class": isDetail ? "repeated" : nil],
          text: table.title),
        labels,
      ] + groups + foot
    let content = Markup.element("table", ["id": anchor, "tabindex": isDetail ? "-1" : nil], parts)
    let scroll = Markup.element(
      "div",
      [
        "class": "scroll", "role": isWide ? "region" : nil,
        "aria-labelledby": isWide ? caption : nil, "tabindex": isWide ? "0" : nil,
      ], [content])
    let notes = table.notes.map {
      Markup.element("p", ["class": "table-note"], text: $0)
    }
    return .element("div", ["class": shape], [scroll] + notes)
  }

  static func isWide(_ table: Table) -> Bool { table.columns.count > mostColumnsUpright }

  private var isWide: Bool { Self.isWide(table) }

  private var shape: String {
    if isWide { return table.columns.count > 13 ? "table wide dense" : "table wide" }
    // What stands before all sections and is short is what readers came for.
    return table.section == nil && !isDetail && table.rows.count <= 4 ? "table lead" : "table"
  }

  private var labels: Markup {
    let cells = table.columns.map { column in
      Markup.element(
        "th", ["scope": "col", "class": column.kind.isNumeric ? "n" : nil],
        [.text(column.label)] + unit(of: column))
    }
    return .element("thead", [:], [.element("tr", [:], cells)])
  }

  private func unit(of column: Column) -> [Markup] {
    presentation.unitText(of: column).map {
      [.text(" "), .element("span", ["class": "unit"], text: "(\($0))")]
    } ?? []
  }

  /// A heading begins a group, which screen readers name its rows by.
  private var groups: [Markup] {
    let body = table.rows.enumerated().filter { $0.element.style != .total }
    guard !body.isEmpty else {
      return [
        .element(
          "tbody", [:],
          [
            .element(
              "tr", [:],
              [
                .element(
                  "td", ["class": "none", "colspan": "\(max(1, table.columns.count))"],
                  text: presentation.phrase("(no rows)"))
              ])
          ])
      ]
    }
    var groups: [[Markup]] = []
    for (number, row) in body {
      if groups.isEmpty || row.style == .heading { groups.append([]) }
      groups[groups.count - 1].append(rows.markup(row, number: number + 1))
    }
    return groups.map { .element("tbody", [:], $0) }
  }

  private var foot: [Markup] {
    let totals = table.rows.enumerated().filter { $0.element.style == .total }
    guard !totals.isEmpty else { return [] }
    return [
      .element("tfoot", [:], totals.map { rows.markup($0.element, number: $0.offset + 1) })
    ]
  }
}

extension Presentation {
  /// The unit that stands beside a column's label; nil for one without.
  func unitText(of column: Column) -> String? {
    switch column.kind {
    case .area: phrase(unit(of: column).symbol)
    case .ratio(let things, let unit): "\(phrase(things))/\(phrase(unit.symbol))"
    case .number(let unit?): phrase(unit)
    default: nil
    }
  }
}
