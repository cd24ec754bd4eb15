/// Released where there was nothing to release.
enum OutsideHazard: GroundRule {
  static let rule = Rule(
    "LR50", .warning, "More than a tenth of a release lies outside every hazard.",
    remedy: "Look whether a hazard is missing, or the polygon is that of another task.",
    source: "pattern 28")

  static func judge(_ ground: EventGround) -> Remark? {
    guard ground.type == .release, ground.isMoreThanBorder(ground.outside),
      ground.outside.squareMetres > 0.1 * ground.whole.squareMetres
    else { return nil }
    return Remark(
      "lies on \(ground.outside.squareMetresText) of its \(ground.whole.squareMetresText) m2 outside every hazard",
      field: "polygon", area: ground.outside)
  }
}
