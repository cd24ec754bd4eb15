/// One operator on ground that another had released.
enum RepeatedByOther: GroundRule {
  static let rule = Rule(
    "LR52", .warning, "Two operators report the release of the same ground.",
    remedy: "Ask both: the ground counts once, for the first of them.", source: "pattern 7")

  static func judge(_ ground: EventGround) -> Remark? {
    guard ground.type == .release, ground.isMoreThanBorder(ground.repeatedByOther)
    else { return nil }
    return Remark(
      "lies on \(ground.repeatedByOther.squareMetresText) m2 that another operator had released",
      field: "operator", area: ground.repeatedByOther)
  }
}
