internal import GRDB
internal import LandRelease

extension BookReader {
  /// Adds up the movements that a filter admits, by the columns asked for and in their order.
  ///
  /// Whole months are read from the summary and the days of others from the parts; columns that
  /// name the record or the day are read from the parts alone.
  ///
  /// - Throws: ``BookError`` where a sum passes 9.2e18 cm2.
  public func movementSums(
    by columns: [MovementColumn], _ filter: MovementFilter = MovementFilter()
  ) throws -> [MovementSum] {
    let legend = try ledgerLegend()
    let scope = try LedgerScope(filter, legend, db)
    var grouping = SumGrouping(by: columns, legend)
    let needsParts =
      ledger != nil || scope.events != nil || columns.contains { $0.isOfEvent || $0 == .date }
    if needsParts {
      try forEachLedgerRow(scope) { try grouping.add($0) }
    } else {
      try addSummary(scope, to: &grouping)
    }
    let words = try MovementWords(legend, db)
    try grouping.nameRecords { try words.key(ofRelease: $0, $1) }
    return grouping.groups()
  }

  private func addSummary(_ scope: LedgerScope, to grouping: inout SumGrouping) throws {
    let span = MonthSpan(scope)
    var terms = scope.placeTerms("s")
    terms.append(span.monthTerm)
    if let type = scope.type { terms.append("s.is_release = \(type == .release ? 1 : 0)") }
    let select = try RawStatement(
      db,
      """
      SELECT month, district, profile, is_release, transition, layers, area_cm2, count
      FROM movement_sum AS s WHERE \(terms.joined(separator: " AND "))
      """)
    while try select.next() {
      try grouping.add(
        SummaryRow(
          month: select.integer(0), district: Int(select.integer(1)),
          profile: Int(select.integer(2)), isRelease: select.integer(3) != 0,
          transition: Int(select.integer(4)),
          layers: UInt8(truncatingIfNeeded: select.integer(5)) & scope.layers,
          area: select.integer(6), count: select.integer(7)))
    }
    for days in span.days {
      var part = scope
      part.days = days
      part.includesUndated = false
      try LedgerRows.forEach(part, db) { try grouping.add($0) }
    }
  }
}

/// A scope's days as whole months of the summary, and the days that are left over.
struct MonthSpan {
  private(set) var months: ClosedRange<Int64>?
  private(set) var days: [Range<Int32>] = []
  private let includesUndated: Bool

  init(_ scope: LedgerScope) {
    includesUndated = scope.includesUndated
    if scope.days.isEmpty { return }
    let isOpenBelow = scope.days.lowerBound == PostedEvent.undated + 1
    let isOpenAbove = scope.days.upperBound == .max
    let first = CalendarDate(dayNumber: Int(scope.days.lowerBound))
    let end = CalendarDate(dayNumber: Int(scope.days.upperBound))
    let low = isOpenBelow ? 1 : first.map(Self.firstWholeMonth) ?? 1
    let high = isOpenAbove ? 999_999 : end.map { LedgerMonth.number($0) - 1 } ?? 999_999
    // A month number below a January's is no month's, so that the range ends with December.
    guard low <= high, hasMonth(low, high) else {
      days = [scope.days]
      return
    }
    months = low...high
    if !isOpenBelow, let first, first.day > 1, let start = Self.firstDay(ofMonth: low) {
      days.append(scope.days.lowerBound..<start)
    }
    if !isOpenAbove, let end, end.day > 1 {
      days.append(scope.days.upperBound - Int32(end.day - 1)..<scope.days.upperBound)
    }
  }

  var monthTerm: String {
    let dated = months.map { "s.month BETWEEN \($0.lowerBound) AND \($0.upperBound)" } ?? "0"
    return includesUndated ? "(s.month = 0 OR \(dated))" : dated
  }

  private func hasMonth(_ low: Int64, _ high: Int64) -> Bool {
    high / 100 > low / 100 || low % 100 <= high % 100
  }

  private static func firstWholeMonth(_ date: CalendarDate) -> Int64 {
    let month = LedgerMonth.number(date)
    if date.day == 1 { return month }
    return date.month == 12 ? month + 89 : month + 1
  }

  private static func firstDay(ofMonth month: Int64) -> Int32? {
    CalendarDate(year: Int(month / 100), month: Int(month % 100), day: 1)
      .map { Int32($0.dayNumber) }
  }
}
