/// Recorded before it happened.
enum RecordedEarly: RecordRule {
  static let rule = Rule(
    "LR28", .warning, "A record made before what it records has one of the two dates wrong.",
    remedy: "Correct the date, or recorded_at, in the source.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    // A zone can make a day of difference; a date after today is a finding of its own.
    guard let recorded = facts.recordedOn, let date = facts.date, date <= facts.today,
      date.dayNumber > recorded.dayNumber + 1
    else { return nil }
    return Remark(
      "was recorded on \(recorded), before its date of \(date)", field: "date",
      area: facts.measuredArea ?? facts.reportedArea)
  }
}
