/// A completion that fits its approval only with day and month exchanged.
enum ExchangedDate: RecordRule {
  static let rule = Rule(
    "LR27", .warning, "A date fits the others of its record only with day and month exchanged.",
    remedy: "Look how the source writes dates, and correct the one that is wrong.",
    source: "pattern 21")

  static func judge(_ facts: RecordFacts) -> Remark? {
    guard let (field, wrong, right) = proposal(facts) else { return nil }
    return Remark(
      "has \(wrong) in \(field), which fits its other dates only as \(right)", field: field,
      area: facts.measuredArea ?? facts.reportedArea)
  }

  /// The field, its date and the one that would fit; nil where nothing contradicts or helps.
  static func proposal(
    _ facts: RecordFacts
  ) -> (field: String, wrong: CalendarDate, right: CalendarDate)? {
    guard let date = facts.date, date <= facts.today,
      let later = earliest(facts.approvedOn, facts.handedOverOn), later < date
    else { return nil }
    // Exchanging must bring the two near to each other, or it is evidence of nothing.
    if let other = date.exchangingDayAndMonth, near(other, later) { return ("date", date, other) }
    if let approved = facts.approvedOn, approved == later,
      let other = approved.exchangingDayAndMonth, near(date, other), other <= facts.today
    {
      return ("approved_on", approved, other)
    }
    return nil
  }

  private static func earliest(_ first: CalendarDate?, _ second: CalendarDate?) -> CalendarDate? {
    guard let first, let second else { return first ?? second }
    return min(first, second)
  }

  private static func near(_ earlier: CalendarDate, _ later: CalendarDate) -> Bool {
    (0...120).contains(later.dayNumber - earlier.dayNumber)
  }
}
