/// A hazard that was closed and is open again without a word.
enum ForbiddenStep: BookRule {
  static let rule = Rule(
    "LR56", .warning,
    "A hazard that was closed comes back only as one that names what it reopens.",
    remedy: "Record what was found as a new hazard, and name this one in reopens.",
    source: "IMAS 07.11, status transitions")

  static func judge(_ book: BookFacts) -> [Finding] {
    HazardHistory.steps(book).compactMap { before, after in
      guard let old = before.status, [.closed, .handedOver, .withdrawn].contains(old),
        let new = after.status, [.open, .workedOn, .suspended].contains(new), !after.reopens
      else { return nil }
      return Finding(
        rule,
        Remark(
          "was \(old.rawValue) on \(before.date?.description ?? "no date") and is \(new.rawValue) on \(after.date?.description ?? "no date")",
          field: "status", area: after.area),
        record: "hazard \(after.key)")
    }
  }
}
