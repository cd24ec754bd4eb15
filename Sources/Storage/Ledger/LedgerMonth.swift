internal import LandRelease

/// A month as the summary counts it: year * 100 + month, 0 for what has no date.
struct LedgerMonth {
  private var day = PostedEvent.undated
  private var month: Int64 = 0

  /// The month of a day; events of one day often follow each other.
  mutating func of(_ day: Int32) -> Int64 {
    if day == self.day { return month }
    self.day = day
    month = CalendarDate(dayNumber: Int(day)).map(Self.number) ?? 0
    return month
  }

  static func number(_ date: CalendarDate) -> Int64 { Int64(date.year * 100 + date.month) }
}
