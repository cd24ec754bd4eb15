import GeometryValues

/// A map that stands still: shapes, names of districts, a scale, north, and what the fills mean.
struct MapPicture {
  private let map: MapFigure
  private let frame: MapFrame
  private let presentation: Presentation
  private let id: String

  /// - Returns: nil where there is nothing to show.
  init?(_ map: MapFigure, _ presentation: Presentation, id: String) {
    guard let frame = MapFrame(map) else { return nil }
    self.map = map
    self.frame = frame
    self.presentation = presentation
    self.id = id
  }

  static func pattern(_ subject: MapFigure.Subject, _ id: String) -> String {
    "\(id)-\(subject.rawValue)"
  }

  var markup: Markup {
    // East is on the right in every language.
    var drawing = Drawing(width: MapFrame.width, isMirrored: false)
    let sheet = map.layers.map(group)
    drawing.add(.element("g", ["transform": "scale(.1)"], sheet), downTo: frame.height)
    drawNames(in: &drawing)
    drawScale(in: &drawing)
    drawNorth(in: &drawing)
    drawLegend(in: &drawing)
    let subjects = map.layers.map(\.subject)
    let defs = MapFigure.Subject.allCases.filter(subjects.contains).flatMap { subject in
      let (swatch, name) = (MapStyle(subject).swatch, Self.pattern(subject, id))
      return [swatch?.definition(name), swatch?.definition("\(name)-sheet", scale: 10)]
        .compactMap(\.self)
    }
    let layers = map.layers.map(\.title).joined(separator: ", ")
    return drawing.markup(
      id: id, title: map.title, description: layers, defs: defs)
  }

  private func group(_ layer: MapFigure.Layer) -> Markup {
    let style = MapStyle(layer.subject)
    let path = MapPath(frame)
    var outlines = ""
    var dots: Set<String> = []
    var dotted = ""
    for shape in layer.shapes {
      if let outline = path.outline(of: shape.polygon) {
        outlines += outline
      } else if let dot = path.dot(of: shape.polygon), dots.insert(dot).inserted {
        dotted += dot
      }
    }
    var paths: [Markup] = outlines.isEmpty ? [] : [.element("path", ["d": outlines])]
    if !dotted.isEmpty {
      paths.append(
        .element(
          "path",
          [
            "d": dotted, "stroke-width": "36", "stroke-linecap": "round",
            "stroke-dasharray": style.dash == nil ? nil : "none",
          ]))
    }
    // Patterns are drawn in pixels, ten of the sheet's units.
    return .element(
      "g",
      [
        "class": layer.subject.rawValue,
        "fill": style.swatch.map { $0.fill("\(Self.pattern(layer.subject, id))-sheet") } ?? "none",
        "fill-rule": "nonzero", "stroke": style.ink,
        "stroke-width": Drawing.number(style.lineWidth * 10), "stroke-linejoin": "round",
        "stroke-dasharray": style.dash.map(Self.tenfold),
      ], paths)
  }

  private static func tenfold(_ dash: String) -> String {
    dash.split(separator: " ").map { "\($0)0" }.joined(separator: " ")
  }
}

extension MapPicture {
  /// Names of districts that have room for them.
  private func drawNames(in drawing: inout Drawing) {
    for shape in map.layers.filter({ $0.subject == .district }).flatMap(\.shapes) {
      let envelope = shape.polygon.envelope
      guard !envelope.isEmpty else { continue }
      let name = Self.name(shape.title)
      let upper = frame.place(longitude: envelope.minX, latitude: envelope.maxY)
      let lower = frame.place(longitude: envelope.maxX, latitude: envelope.minY)
      guard Drawing.width(of: name, size: 11) < (lower.x - upper.x) * 0.9, lower.y - upper.y > 16
      else { continue }
      drawing.halo(name, x: (upper.x + lower.x) / 2, y: (upper.y + lower.y) / 2 + 4)
    }
  }

  /// What stands before the first sign that ends a name, without a code in front.
  static func name(_ title: String) -> String {
    let tame = TerminalText.tame(title)
    let ends = [": ", ", ", " · ", " – ", " (", "; "].compactMap { tame.firstRange(of: $0) }
    let name = ends.map(\.lowerBound).min().map { String(tame[..<$0]) } ?? tame
    let words = name.split(separator: " ", maxSplits: 1)
    let hasCode =
      words.count == 2 && words[0].contains(where: \.isNumber)
      && words[0].contains(where: \.isLetter)
    return hasCode ? String(words[1]) : name
  }

  private func drawScale(in drawing: inout Drawing) {
    let bar = frame.scaleBar(atMost: 150)
    let y = frame.height + 16
    drawing.rectangle(
      x: 14, y: y, width: bar.pixels / 2, height: 5, fill: Drawing.ink, stroke: Drawing.ink)
    drawing.rectangle(
      x: 14 + bar.pixels / 2, y: y, width: bar.pixels / 2, height: 5, fill: "#ffffff",
      stroke: Drawing.ink)
    let isKilometres = bar.metres >= 1000
    let length = presentation.printed(
      .count(Int(isKilometres ? bar.metres / 1000 : bar.metres)), column: Column("n", "", .count))
    drawing.text(
      "\(length) \(isKilometres ? "km" : "m")", x: 22 + bar.pixels, y: y + 7, size: 11)
  }

  private func drawNorth(in drawing: inout Drawing) {
    let (x, y) = (MapFrame.width - 24, frame.height + 8)
    drawing.add(
      .element(
        "path",
        [
          "d": "M\(Drawing.number(x)) \(Drawing.number(y))l5 16l-5 -4l-5 4z",
          "fill": Drawing.ink,
        ]), downTo: y + 16)
    drawing.text("N", x: x - 14, y: y + 12, anchor: .middle, size: 11)
  }

  private func drawLegend(in drawing: inout Drawing) {
    var (x, y) = (14.0, frame.height + 40)
    for layer in map.layers {
      let label = layer.title
      let width = 34 + Drawing.width(of: label) + 18
      if x > 14, x + width > MapFrame.width {
        x = 14
        y += 20
      }
      let style = MapStyle(layer.subject)
      drawing.add(
        .element(
          "rect",
          [
            "x": Drawing.number(x), "y": Drawing.number(y), "width": "24", "height": "13",
            "fill": style.fill(Self.pattern(layer.subject, id)), "stroke": style.ink,
            "stroke-dasharray": style.dash,
          ]), downTo: y + 14)
      drawing.text(label, x: x + 32, y: y + 11)
      x += width
    }
  }
}
