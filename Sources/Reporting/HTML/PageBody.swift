/// The body of a page: what the report says, in its order, and what is behind its figures.
struct PageBody {
  private let report: Report
  private let presentation: Presentation
  private let anchors: PageAnchors
  /// Whether scripts run in the page.
  private let isLive: Bool

  init(_ report: Report, _ presentation: Presentation, isLive: Bool) {
    self.report = report
    self.presentation = presentation
    self.isLive = isLive
    anchors = PageAnchors(report)
  }

  func hasMovingMap(with leaflet: LeafletSource?) -> Bool {
    isLive && leaflet != nil && !report.maps.isEmpty
  }

  func markup(with leaflet: LeafletSource?) -> [Markup] {
    let sections = PageSection.all(of: report, presentation)
    return [
      .element("a", ["class": "skip", "href": "#content"], text: phrase("Skip to the content")),
      header,
      .element(
        "main", ["id": "content"],
        [contents(sections)].compactMap(\.self)
          + sections.map { section($0, isMoving: hasMovingMap(with: leaflet)) }
          + [behind, notes].compactMap(\.self)),
    ]
  }

  /// What the report says, to stand in a page with other things.
  var embedded: [Markup] {
    [header]
      + PageSection.all(of: report, presentation).map { section($0, isMoving: false) }
      + [behind, notes].compactMap(\.self)
  }

  private func phrase(_ english: String) -> String { presentation.phrase(english) }

  private var header: Markup {
    var parts: [Markup] = [.element("h1", text: report.title)]
    if let subtitle = report.subtitle {
      parts.append(.element("p", ["class": "subtitle"], text: subtitle))
    }
    parts += report.warnings.map { warning in
      .element(
        "p", ["class": "warning", "role": "note"],
        [.element("strong", text: phrase("Warning")), .text(" "), .text(warning)])
    }
    let unit = presentation.unitStamps(of: report)
    let stamps = (report.stamps.map { ($0.label, $0.value) } + unit).map { stamp in
      Markup.element(
        "div", [:],
        [
          .element("dt", text: stamp.0),
          .element("dd", [:], [.element("bdi", text: stamp.1)]),
        ])
    }
    if !stamps.isEmpty { parts.append(.element("dl", ["class": "stamps"], stamps)) }
    return .element("header", [:], parts)
  }

  private func contents(_ sections: [PageSection]) -> Markup? {
    let named = sections.filter { $0.title != nil }
    guard named.count > 1 else { return nil }
    let tail =
      (report.details.isEmpty ? [] : [("behind", phrase("Behind the figures"))])
      + (report.notes.isEmpty ? [] : [("notes", phrase("Notes"))])
    let entries = named.map { ($0.anchor, $0.title ?? "") } + tail
    return .element(
      "nav", ["aria-label": phrase("Contents")],
      [
        .element(
          "ul", [:],
          entries.map { anchor, title in
            .element(
              "li", [:], [.element("a", ["href": "#\(anchor)"], text: title)])
          })
      ])
  }

  private func section(_ section: PageSection, isMoving: Bool) -> Markup {
    let heading = section.title.map { [Markup.element("h2", text: $0)] } ?? []
    let content = section.items.flatMap { item -> [Markup] in
      switch item {
      case .table(let table, let index):
        let charts = report.charts.enumerated().filter { $0.element.table == table.id }
        return charts.compactMap { number, chart in
          ChartFigure(chart, of: table, presentation, number: number + 1).markup
        } + [TableMarkup(table, anchors.table(table.id, at: index), anchors, presentation).markup]
      case .map(let map, let index):
        return [MapMarkup(map, anchors, presentation, number: index + 1, isMoving: isMoving).markup]
      }
    }
    return .element(
      "section", ["id": section.anchor, "class": startsAside(section) ? "aside" : nil],
      heading + content)
  }

  /// Whether a wide table comes right after the heading, which on paper goes with it.
  private func startsAside(_ section: PageSection) -> Bool {
    guard case .table(let table, _)? = section.items.first else { return false }
    return TableMarkup.isWide(table) && !report.charts.contains { $0.table == table.id }
  }

  private var behind: Markup? {
    guard !report.details.isEmpty else { return nil }
    let heading = Markup.element("h2", text: phrase("Behind the figures"))
    return .element(
      "section", ["id": "behind", "class": "behind"],
      [heading] + report.details.map { DetailMarkup($0, anchors, presentation).markup })
  }

  private var notes: Markup? {
    guard !report.notes.isEmpty else { return nil }
    return .element(
      "section", ["id": "notes", "class": "notes"],
      [
        .element("h2", text: phrase("Notes")),
        .element("ul", [:], report.notes.map { .element("li", text: $0) }),
      ])
  }
}
