/// A polygon that lies elsewhere than its form says.
enum OutsideDistrict: BookRule {
  static let rule = Rule(
    "LR57", .warning,
    "Less than a quarter of a polygon lies in the district that the record names.",
    remedy: "Correct the name or the coordinates; figures go by the polygon.",
    source: "pattern 27")

  static func judge(_ book: BookFacts) -> [Finding] {
    book.displaced.map { displaced in
      let share = 100 * displaced.inside.squareMetres / max(displaced.whole.squareMetres, 1e-4)
      return Finding(
        rule,
        Remark(
          "names the district \(displaced.district), in which \(Int(share.rounded())) percent of it lies",
          field: "district", area: displaced.whole - displaced.inside),
        record: displaced.record)
    }
  }
}
