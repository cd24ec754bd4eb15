/// Closed with ground that nothing released.
enum ClosedWithGround: GroundRule {
  static let rule = Rule(
    "LR54", .warning, "A hazard is closed with ground left that no release covers.",
    remedy: "Import the release that is missing; until then the ground stays open as given up.",
    source: "pattern 29")

  static func judge(_ ground: EventGround) -> Remark? {
    guard ground.type == .hazard, ground.isEnded, ground.isMoreThanBorder(ground.givenUp)
    else { return nil }
    return Remark(
      "is closed with \(ground.givenUp.squareMetresText) m2 that no release covers",
      field: "status", area: ground.givenUp)
  }
}
