/// A map in a page: the picture, what makes it move, its notes, and a list of what it shows.
struct MapMarkup {
  /// A list longer than this is no help; the tables have everything.
  static let longestList = 300

  private let map: MapFigure
  private let anchors: PageAnchors
  private let presentation: Presentation
  private let id: String
  private let isMoving: Bool

  init(
    _ map: MapFigure, _ anchors: PageAnchors, _ presentation: Presentation, number: Int,
    isMoving: Bool
  ) {
    self.map = map
    self.anchors = anchors
    self.presentation = presentation
    self.isMoving = isMoving
    id = "map-\(number)"
  }

  var markup: Markup {
    let title = map.title
    guard let picture = MapPicture(map, presentation, id: id) else {
      return .element(
        "figure", ["class": "map"],
        [
          .element("figcaption", [:], [.element("strong", text: title)]),
          .element("p", text: presentation.phrase("There is nothing to show on the map.")),
        ])
    }
    let still = Markup.element("div", ["class": "still"], [picture.markup])
    let live =
      isMoving
      ? [
        Markup.element("div", ["class": "live", "hidden": "hidden"]),
        .program(
          "script", ["type": "application/json"],
          text: MapData(map, anchors, presentation, id: id).written),
      ] : []
    let notes = map.notes.map {
      Markup.element("p", ["class": "map-note"], text: $0)
    }
    return .element(
      "figure", ["class": "map", "id": id + "-figure"],
      [.element("figcaption", [:], [.element("strong", text: title)]), still] + live + notes + list)
  }

  private var list: [Markup] {
    let layers = map.layers.filter { !$0.shapes.isEmpty }
    guard !layers.isEmpty else { return [] }
    return [
      .element(
        "details", ["class": "twin"],
        [.element("summary", text: presentation.phrase("What the map shows, as a list"))]
          + layers.flatMap(list))
    ]
  }

  private func list(of layer: MapFigure.Layer) -> [Markup] {
    let shown = layer.shapes.prefix(Self.longestList)
    let title = "\(layer.title) (\(layer.shapes.count))"
    let entries = shown.map { shape in
      let name = Markup.element("bdi", text: shape.title)
      let target = shape.opens.flatMap { anchors.detail($0) }
      return Markup.element(
        "li", [:], [target.map { .element("a", ["href": "#\($0)"], [name]) } ?? name])
    }
    let left = layer.shapes.count - shown.count
    let rest =
      left > 0
      ? [Markup.element("li", text: presentation.phrase("and \(left) more"))] : []
    return [.element("h3", text: title), .element("ul", [:], entries + rest)]
  }
}
