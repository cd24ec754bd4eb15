/// Tables and maps under one heading of a page.
struct PageSection {
  enum Item {
    case table(Table, index: Int)
    case map(MapFigure, index: Int)
  }

  /// The heading; none stands under the report's title.
  var title: String?
  var anchor: String
  var items: [Item]

  /// Neighbours of one heading together; maps come after the first of them.
  static func all(of report: Report, _ presentation: Presentation) -> [PageSection] {
    var sections: [PageSection] = []
    for (index, table) in report.tables.enumerated() {
      let item = Item.table(table, index: index)
      if let last = sections.last, last.title == table.section {
        sections[sections.count - 1].items.append(item)
      } else {
        sections.append(
          PageSection(
            title: table.section, anchor: "section-\(sections.count + 1)", items: [item]))
      }
    }
    guard !report.maps.isEmpty else { return sections }
    let maps = report.maps.enumerated().map { Item.map($0.element, index: $0.offset) }
    let map = PageSection(
      title: presentation.phrase(report.maps.count > 1 ? "Maps" : "Map"), anchor: "map", items: maps
    )
    sections.insert(map, at: min(1, sections.count))
    return sections
  }
}
