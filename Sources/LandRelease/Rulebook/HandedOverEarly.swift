/// Handed over before it was done.
enum HandedOverEarly: RecordRule {
  static let rule = Rule(
    "LR23", .warning, "Land handed over before its completion has one of the two dates wrong.",
    remedy: "Correct the wrong one of the two dates in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let handedOver = facts.handedOverOn, let date = facts.date, handedOver < date,
      ExchangedDate.proposal(facts) == nil
    else { return nil }
    return Remark(
      "was handed over on \(handedOver), before its completion on \(date)",
      field: "handed_over_on", area: facts.measuredArea ?? facts.reportedArea)
  }
}
