/// Ground that a new drawing leaves out, which hides a cancellation.
enum RedrawnSmaller: GroundRule {
  static let rule = Rule(
    "LR55", .warning, "A hazard is redrawn without ground that no release covers.",
    remedy: "Import the cancellation that is behind it, or correct the drawing with a reason.",
    source: "IMAS 07.11")

  static func judge(_ ground: EventGround) -> Remark? {
    guard ground.type == .hazard, !ground.isEnded, ground.isMoreThanBorder(ground.givenUp)
    else { return nil }
    return Remark(
      "is redrawn without \(ground.givenUp.squareMetresText) m2 that no release covers",
      field: "polygon", area: ground.givenUp)
  }
}
