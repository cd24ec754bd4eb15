/// A picture in SVG that grows shape by shape, in pixels from the upper left.
///
/// Drawn for a script from the right, everything stands mirrored but the letters.
struct Drawing {
  enum Anchor: String {
    case start, middle, end

    var mirrored: Anchor {
      switch self {
      case .start: .end
      case .middle: .middle
      case .end: .start
      }
    }
  }

  /// The letters of all pictures, by name, so that they are the same on every machine that has them.
  static let fonts = "Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif"
  static let ink = "#1b1f24"
  static let quiet = "#57606a"
  static let rule = "#d0d7de"

  let width: Double
  private(set) var height = 0.0
  let isMirrored: Bool
  private var shapes: [Markup] = []

  init(width: Double, isMirrored: Bool) {
    self.width = width
    self.isMirrored = isMirrored
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil
  ) {
    let left = isMirrored ? self.width - x - width : x
    shapes.append(
      .element(
        "rect",
        [
          "x": Self.number(left), "y": Self.number(y), "width": Self.number(width),
          "height": Self.number(height), "fill": fill, "stroke": stroke,
        ]))
    reach(y + height)
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String = rule,
    width: Double = 1, dash: String? = nil
  ) {
    shapes.append(
      .element(
        "line",
        [
          "x1": Self.number(place(start.x)), "y1": Self.number(start.y),
          "x2": Self.number(place(end.x)), "y2": Self.number(end.y), "stroke": stroke,
          "stroke-width": width == 1 ? nil : Self.number(width), "stroke-dasharray": dash,
        ]))
    reach(max(start.y, end.y))
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], stroke: String, dash: String?) {
    let places = points.map { "\(Self.number(place($0.x))),\(Self.number($0.y))" }
    shapes.append(
      .element(
        "polyline",
        [
          "points": places.joined(separator: " "), "fill": "none", "stroke": stroke,
          "stroke-width": "2", "stroke-linejoin": "round", "stroke-dasharray": dash,
        ]))
  }

  mutating func circle(x: Double, y: Double, radius: Double, fill: String, stroke: String) {
    shapes.append(
      .element(
        "circle",
        [
          "cx": Self.number(place(x)), "cy": Self.number(y), "r": Self.number(radius),
          "fill": fill, "stroke": stroke, "stroke-width": "1.5",
        ]))
  }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, fill: String = ink,
    size: Double? = nil, isBold: Bool = false
  ) {
    let anchor = isMirrored ? anchor.mirrored : anchor
    shapes.append(
      .element(
        "text",
        [
          "x": Self.number(place(x)), "y": Self.number(y),
          "text-anchor": anchor == .start ? nil : anchor.rawValue,
          "fill": fill == Self.ink ? nil : fill, "font-size": size.map(Self.number),
          "font-weight": isBold ? "600" : nil,
        ], text: text))
    reach(y + 4)
  }

  /// A name on a map, on a rim that makes it readable on any fill.
  mutating func halo(_ text: String, x: Double, y: Double) {
    for stroke in ["#ffffff", nil] {
      shapes.append(
        .element(
          "text",
          [
            "x": Self.number(x), "y": Self.number(y), "text-anchor": "middle", "font-size": "11",
            "stroke": stroke, "stroke-width": stroke.map { _ in "3" },
            "stroke-linejoin": stroke.map { _ in "round" },
          ], text: text))
    }
  }

  /// A shape made elsewhere, in pixels of this picture.
  mutating func add(_ markup: Markup, downTo bottom: Double) {
    shapes.append(markup)
    reach(bottom)
  }

  /// The whole picture with its title and its description for who does not see it.
  func markup(id: String, title: String, description: String, defs: [Markup]) -> Markup {
    let size = [width, height.rounded(.up)].map(Self.number)
    return .element(
      "svg",
      [
        "viewBox": "0 0 \(size[0]) \(size[1])",
        "width": size[0], "height": size[1], "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc", "font-family": Self.fonts,
        "font-size": "12", "fill": Self.ink, "direction": "ltr",
      ],
      [
        .element("title", ["id": "\(id)-title"], text: title),
        .element("desc", ["id": "\(id)-desc"], text: description),
      ] + (defs.isEmpty ? [] : [.element("defs", [:], defs)]) + shapes)
  }

  private func place(_ x: Double) -> Double { isMirrored ? width - x : x }

  private mutating func reach(_ bottom: Double) { height = max(height, bottom) }

  /// A coordinate to the hundredth of a pixel, as short as it can be written.
  static func number(_ value: Double) -> String {
    let hundredths = Int64((value * 100).rounded())
    guard hundredths % 100 != 0 else { return String(hundredths / 100) }
    return FixedDecimal(units: Int128(hundredths), places: 2).shortestText
  }

  /// About how wide a text is; letters are not measured, so there is some room in it.
  static func width(of text: String, size: Double = 12) -> Double {
    text.unicodeScalars.reduce(0) { $0 + size * Self.share(of: $1) }
  }

  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", ".", ",", "'", ":", "i", "l", "j", "|": 0.3
    case "m", "w", "M", "W", "%", "@": 0.92
    case "A"..."Z": 0.69
    case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{9FFF}", "\u{AC00}"..."\u{D7FF}": 1
    default: scalar.properties.generalCategory == .nonspacingMark ? 0 : 0.585
    }
  }
}
