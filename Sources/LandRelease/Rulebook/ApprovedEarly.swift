/// Accepted before it was done.
enum ApprovedEarly: RecordRule {
  static let rule = Rule(
    "LR22", .warning, "A release approved before its completion has one of the two dates wrong.",
    remedy: "Correct the wrong one of the two dates in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let approved = facts.approvedOn, let date = facts.date, approved < date,
      ExchangedDate.proposal(facts) == nil
    else { return nil }
    return Remark(
      "was approved on \(approved), before its completion on \(date)", field: "approved_on",
      area: facts.measuredArea ?? facts.reportedArea)
  }
}
