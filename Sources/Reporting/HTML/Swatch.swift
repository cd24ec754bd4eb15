/// A fill that is told apart without its colour: a tint and a hatching in ink of its own.
struct Swatch {
  enum Hatch {
    case none, rising, falling, crossed, dotted, level, upright
  }

  let tint: String
  let ink: String
  let hatch: Hatch
  /// How far apart the lines of the hatching are.
  var spacing = 6.0

  /// The fills of a chart's series, in order.
  static let series = [
    Swatch(tint: "#1f4e79", ink: "#1f4e79", hatch: .none),
    Swatch(tint: "#cfe1f0", ink: "#2f6ea5", hatch: .rising),
    Swatch(tint: "#f3d9ae", ink: "#8f5a00", hatch: .dotted),
    Swatch(tint: "#f4e3e0", ink: "#8a3324", hatch: .crossed),
    Swatch(tint: "#e4e7ea", ink: "#4c5763", hatch: .level),
    Swatch(tint: "#dfe9dc", ink: "#3d6b35", hatch: .upright),
  ]

  static func series(_ index: Int) -> Swatch { series[index % series.count] }

  /// What a shape is filled with; the pattern must be among the picture's definitions.
  func fill(_ id: String) -> String { hatch == .none ? tint : "url(#\(id))" }

  /// The pattern's definition; none for a plain tint.
  ///
  /// - Parameter scale: how many units a pixel has where it is used.
  func definition(_ id: String, scale: Int = 1) -> Markup? {
    guard hatch != .none else { return nil }
    let side = Drawing.number(spacing)
    return .element(
      "pattern",
      [
        "id": id, "patternUnits": "userSpaceOnUse", "width": side, "height": side,
        "patternTransform": scale == 1 ? nil : "scale(\(scale))",
      ],
      [.element("rect", ["width": side, "height": side, "fill": tint]), lines])
  }

  private var lines: Markup {
    if hatch == .dotted {
      let middle = Drawing.number(spacing / 2)
      return .element(
        "circle", ["cx": middle, "cy": middle, "r": Drawing.number(spacing / 5), "fill": ink])
    }
    return .element("path", ["d": path, "stroke": ink, "stroke-width": "1.2", "fill": "none"])
  }

  /// Diagonals go past the tile's corners, so that lines join from tile to tile.
  private var path: String {
    let side = Drawing.number(spacing)
    let half = Drawing.number(spacing / 2)
    let over = Drawing.number(spacing + 1)
    let most = Drawing.number(spacing - 1)
    let rising = "M-1 1L1 -1M0 \(side)L\(side) 0M\(most) \(over)L\(over) \(most)"
    let falling = "M-1 \(most)L1 \(over)M0 0L\(side) \(side)M\(most) -1L\(over) 1"
    return switch hatch {
    case .rising: rising
    case .falling: falling
    case .crossed: rising + falling
    case .level: "M0 \(half)H\(side)"
    case .upright: "M\(half) 0V\(side)"
    case .none, .dotted: ""
    }
  }
}
