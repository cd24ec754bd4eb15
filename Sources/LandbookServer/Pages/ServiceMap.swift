import Reporting
import Workflows

/// The map of the dashboard, which loads its tiles where there are scripts.
struct ServiceMap {
  let layers: [ServedLayer]
  let box: MapBox?

  /// From the bottom up.
  private static let drawn: [(layer: ServedLayer, kinds: [(kind: String, title: String)])] = [
    (.districts, [("district", "District")]),
    (
      .releases,
      [("cancelled", "Cancelled"), ("reduced", "Reduced"), ("cleared", "Cleared")]
    ),
    (
      .released,
      [("cancelled", "Cancelled"), ("reduced", "Reduced"), ("cleared", "Cleared")]
    ),
    (.hazards, [("suspected", "Suspected (SHA)"), ("confirmed", "Confirmed (CHA)")]),
  ]

  /// Nil where nothing is drawn.
  var markup: Markup? {
    guard let box else { return nil }
    let shown = Self.drawn.filter { entry in
      layers.contains(entry.layer) && !(entry.layer == .released && layers.contains(.releases))
    }
    let data = JSONText.object([
      ("box", .array([box.west, box.south, box.east, box.north].map { .number($0) })),
      ("nearest", .number(TileGrid.nearest)),
      ("layers", .array(shown.map { Self.json($0.layer, $0.kinds) })),
    ])
    return .element(
      "figure", ["class": "map"],
      [
        .element(
          "div",
          [
            "class": "map-live", "hidden": "", "role": "application", "aria-label": "Map",
            "data-map": data.written(linesDownTo: 0),
          ]),
        .element("ul", ["class": "map-key", "hidden": ""]),
        .element("figcaption", ["class": "map-note"], text: StatementBasis.hazardNote),
      ])
  }

  private static func json(
    _ layer: ServedLayer, _ kinds: [(kind: String, title: String)]
  ) -> JSONText {
    .object([
      ("name", .string(layer.rawValue)), ("title", .string(layer.title)),
      (
        "kinds",
        .array(
          kinds.map { kind, title in
            let tint = MapTint(kind)
            return .object([
              ("kind", .string(kind)), ("title", .string(title)),
              ("fill", tint.fill.map { .string($0) } ?? .null), ("line", .string(tint.line)),
            ])
          })
      ),
    ])
  }
}
