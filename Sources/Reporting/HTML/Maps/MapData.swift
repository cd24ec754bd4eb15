import GeometryValues

/// What a moving map is made from, as JSON: layers, styles, and shapes as steps of whole numbers.
struct MapData {
  /// Steps of a degree: about a metre, finer than a screen shows of a country.
  private static let stepsPerDegree = 100_000.0
  /// A map of more points than this makes do with steps ten times as long.
  private static let mostFinePoints = 60_000

  private let map: MapFigure
  private let anchors: PageAnchors
  private let presentation: Presentation
  private let id: String
  private let steps: Double

  init(_ map: MapFigure, _ anchors: PageAnchors, _ presentation: Presentation, id: String) {
    self.map = map
    self.anchors = anchors
    self.presentation = presentation
    self.id = id
    let points = map.layers.flatMap(\.shapes).reduce(0) { $0 + $1.polygon.vertexCount }
    steps = points > Self.mostFinePoints ? Self.stepsPerDegree / 10 : Self.stepsPerDegree
  }

  /// The JSON, in which no text can end the script that holds it.
  var written: String {
    let data = JSONText.object([
      ("steps", .number(String(Int(steps)))),
      ("label", .string(TerminalText.tame(map.title))),
      ("zoomIn", .string(presentation.phrase("Zoom in"))),
      ("zoomOut", .string(presentation.phrase("Zoom out"))),
      ("layersLabel", .string(presentation.phrase("Layers"))),
      ("layers", .array(map.layers.map(layer))),
    ]).written(linesDownTo: 0)
    var safe = ""
    for scalar in data.unicodeScalars {
      switch scalar {
      case "<": safe += "\\u003c"
      case ">": safe += "\\u003e"
      case "&": safe += "\\u0026"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private func layer(_ layer: MapFigure.Layer) -> JSONText {
    let style = MapStyle(layer.subject)
    let pattern = MapPicture.pattern(layer.subject, id)
    return .object([
      ("title", .string(TerminalText.tame(layer.title))),
      ("subject", .string(layer.subject.rawValue)),
      ("ink", .string(style.ink)),
      ("width", .number(Drawing.number(style.lineWidth))),
      ("dash", style.dash.map { .string($0) } ?? .null),
      ("tint", style.swatch.map { .string($0.tint) } ?? .null),
      ("pattern", style.swatch.flatMap { $0.hatch == .none ? nil : .string(pattern) } ?? .null),
      ("shapes", .array(layer.shapes.map { shape($0, isNamed: layer.subject == .district) })),
    ])
  }

  /// Title, detail, polygons of rings: the first point, then the steps to each next one; and for a
  /// district its name.
  private func shape(_ shape: MapFigure.Shape, isNamed: Bool) -> JSONText {
    let polygon = shape.polygon
    let polygons = (0..<polygon.polygonCount).map { index in
      JSONText.array(polygon.rings(ofPolygon: index).map { ring(polygon, $0) })
    }
    let name = isNamed ? [JSONText.string(MapPicture.name(shape.title))] : []
    let target = shape.opens.flatMap { anchors.detail($0) }
    return .array(
      [
        .string(TerminalText.tame(shape.title)), target.map { .string($0) } ?? .null,
        .array(polygons),
      ] + name)
  }

  private func ring(_ polygon: MultiPolygon, _ ring: Int) -> JSONText {
    var numbers = ""
    var last = (x: 0, y: 0)
    for vertex in polygon.vertices(ofRing: ring).dropLast() {
      let position = polygon.vertex(vertex)
      guard position.x.isFinite, position.y.isFinite, abs(position.x) < 1e6, abs(position.y) < 1e6
      else { continue }
      let point = (
        x: Int((position.x * steps).rounded()), y: Int((position.y * steps).rounded())
      )
      guard numbers.isEmpty || point != last else { continue }
      numbers += (numbers.isEmpty ? "" : " ") + "\(point.x - last.x) \(point.y - last.y)"
      last = point
    }
    return .string(numbers)
  }
}
