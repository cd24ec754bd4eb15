/// A day before there was anything to record.
enum EarlyDate: RecordRule {
  private static let firstYear = 1940

  static let rule = Rule(
    "LR21", .warning, "A date before 1940 looks like a slip of the year.",
    remedy: "Correct the date in the source and import the record again.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    let day: CalendarDate
    let field: String
    if let date = facts.date, date.year < firstYear {
      (day, field) = (date, "date")
    } else if let approved = facts.approvedOn, approved.year < firstYear {
      (day, field) = (approved, "approved_on")
    } else if let start = facts.start, start.year < firstYear {
      (day, field) = (start, "start")
    } else if let evidence = facts.evidenceDate, evidence.year < firstYear {
      (day, field) = (evidence, "evidence_date")
    } else {
      return nil
    }
    // 1924 for 2024, 0024 for 2024.
    let likely = 2000 + day.year % 100
    let proposal = likely <= facts.today.year ? "; it looks like \(likely)" : ""
    return Remark(
      "has \(day) in \(field)\(proposal)", field: field,
      area: facts.measuredArea ?? facts.reportedArea)
  }
}
