/// A hazard that becomes another size without anybody saying why.
enum AreaChanged: BookRule {
  static let rule = Rule(
    "LR64", .note, "A hazard that more than doubles or halves between versions is a new survey.",
    remedy: "Look whether the first was an estimate; a new baseline has to be told as such.",
    source: "pattern 19")

  static func judge(_ book: BookFacts) -> [Finding] {
    HazardHistory.steps(book).compactMap { before, after in
      guard let old = before.area, let new = after.area, old > .zero, new > .zero else {
        return nil
      }
      let ratio = new.squareMetres / old.squareMetres
      guard ratio > 2 || ratio < 0.5 else { return nil }
      return Finding(
        rule,
        Remark(
          "goes from \(old.squareMetresText) m2 to \(new.squareMetresText) m2 on \(after.date?.description ?? "no date")",
          field: "polygon", area: new > old ? new - old : old - new),
        record: "hazard \(after.key)")
    }
  }
}
