/// Taken back before it was done.
enum RevokedEarly: RecordRule {
  static let rule = Rule(
    "LR24", .error, "A release revoked before its completion never stood a day.",
    remedy: "Correct the wrong one of the two dates in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let revoked = facts.revokedOn, let date = facts.date, revoked < date else { return nil }
    return Remark(
      "was revoked on \(revoked), before its completion on \(date)", field: "revoked_on",
      area: facts.measuredArea ?? facts.reportedArea)
  }
}
