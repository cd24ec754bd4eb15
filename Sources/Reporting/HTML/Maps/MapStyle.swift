/// How shapes of one subject are drawn: what is open in warm colours, what is released in blue.
///
/// Green is left out, because people read it as safe.
struct MapStyle {
  let swatch: Swatch?
  let ink: String
  /// In pixels.
  let lineWidth: Double
  var dash: String?

  init(_ subject: MapFigure.Subject) {
    switch subject {
    case .district:
      self.init(nil, ink: "#8c959f", lineWidth: 0.8)
    case .suspected:
      self.init(Swatch(tint: "#fbe3b5", ink: "#8f5a00", hatch: .rising, spacing: 5))
    case .confirmed:
      self.init(Swatch(tint: "#f1b8ae", ink: "#8a1c10", hatch: .crossed, spacing: 5))
    case .givenUp:
      self.init(Swatch(tint: "#f7d7c4", ink: "#8a3d10", hatch: .dotted, spacing: 5), dash: "4 2")
    case .cancelled:
      self.init(Swatch(tint: "#eef3f8", ink: "#5b7a99", hatch: .upright, spacing: 5))
    case .reduced:
      self.init(Swatch(tint: "#d5e5f3", ink: "#2f6ea5", hatch: .level, spacing: 5))
    case .cleared:
      self.init(Swatch(tint: "#6fa3d0", ink: "#1f4e79", hatch: .none))
    case .finding:
      self.init(nil, ink: "#6f2da8", lineWidth: 1.6, dash: "3 2")
    }
  }

  private init(_ swatch: Swatch, dash: String? = nil) {
    self.init(swatch, ink: swatch.ink, lineWidth: 1, dash: dash)
  }

  private init(_ swatch: Swatch?, ink: String, lineWidth: Double, dash: String? = nil) {
    self.swatch = swatch
    self.ink = ink
    self.lineWidth = lineWidth
    self.dash = dash
  }

  func fill(_ id: String) -> String { swatch?.fill(id) ?? "none" }
}
