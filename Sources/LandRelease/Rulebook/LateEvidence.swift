/// Evidence younger than the version that rests on it.
enum LateEvidence: RecordRule {
  static let rule = Rule(
    "LR26", .warning, "Evidence later than the version that rests on it has a date wrong.",
    remedy: "Correct the wrong one of the two dates in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let evidence = facts.evidenceDate, let date = facts.date, evidence > date,
      evidence <= facts.today
    else { return nil }
    return Remark(
      "is of \(date) and rests on evidence of \(evidence)", field: "evidence_date",
      area: facts.measuredArea ?? facts.reportedArea)
  }
}
