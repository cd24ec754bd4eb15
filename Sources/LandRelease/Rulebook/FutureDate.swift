import GeometryValues

/// A day after the one on which the record came.
enum FutureDate: RecordRule {
  static let rule = Rule(
    "LR20", .error, "A date after the day it was recorded is a slip.",
    remedy: "Correct the date in the source and import the record again.", source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    let latest = max(facts.today, facts.recordedOn ?? facts.today)
    guard let (field, day) = Self.first(facts, after: latest) else { return nil }
    let other = day.exchangingDayAndMonth.flatMap { $0 <= latest ? $0 : nil }
    let proposal =
      other.map { "; with day and month exchanged it is \($0)" }
      ?? Self.likelyYear(day, before: latest).map { "; it looks like \($0)" } ?? ""
    return Remark(
      "has \(day) in \(field), which was still to come\(proposal)", field: field,
      area: facts.measuredArea ?? facts.reportedArea)
  }

  private static func first(
    _ facts: RecordFacts, after latest: CalendarDate
  ) -> (String, CalendarDate)? {
    if let day = facts.date, day > latest { return ("date", day) }
    if let day = facts.approvedOn, day > latest { return ("approved_on", day) }
    if let day = facts.revokedOn, day > latest { return ("revoked_on", day) }
    if let day = facts.evidenceDate, day > latest { return ("evidence_date", day) }
    if facts.kind != .task, let day = facts.start, day > latest { return ("start", day) }
    return nil
  }

  /// The year with two neighbouring digits exchanged, where that makes it one of the last fifty:
  /// 2204 for 2024.
  private static func likelyYear(_ day: CalendarDate, before latest: CalendarDate) -> Int? {
    let digits = Array(String(day.year))
    for place in digits.indices.dropLast() {
      var other = digits
      other.swapAt(place, place + 1)
      if let year = Int(String(other)), (latest.year - 50...latest.year).contains(year) {
        return year
      }
    }
    return nil
  }
}

extension CalendarDate {
  /// The 3rd of April for the 4th of March; nil where there is no such day or it is the same.
  var exchangingDayAndMonth: CalendarDate? {
    day == month ? nil : CalendarDate(year: year, month: day, day: month)
  }
}
