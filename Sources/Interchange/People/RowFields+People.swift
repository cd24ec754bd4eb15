import LandRelease

extension RowFields {
  /// The days that a row is of: a period, a first and a last day, a day, or a year with a month.
  ///
  /// - Returns: nil where the row names none.
  func days() throws(Refusal) -> (from: CalendarDate, to: CalendarDate)? {
    if let text = text(.period) {
      if let year = text_(.year), let days = try? PeriodText.read("\(text) \(year)") { return days }
      return try value(.period, PeriodText.read)
    }
    if let month = text(.month) { return try month_(month) }
    if text(.from) != nil || text(.to) != nil { return try fromTo() }
    if text(.date) != nil { return try value(.date, PeriodText.read) }
    return try value(.year, PeriodText.read)
  }

  private func text_(_ field: SurveyField) -> String? { has(field) ? text(field) : nil }

  private func month_(_ month: String) throws(Refusal) -> (from: CalendarDate, to: CalendarDate) {
    if let days = try? PeriodText.read(month), Int(month) == nil { return days }
    guard let year = text(.year).flatMap({ Int($0) }) else {
      throw refusal(
        .month,
        ValueFault(
          reason: "\"\(month)\" names no year",
          remedy: "Add a column year, or say --map year==2024."))
    }
    guard let number = MonthWords.number(month) ?? Int(month),
      let days = PeriodText.month(number, of: year)
    else {
      throw refusal(
        .month,
        ValueFault(reason: "\"\(month)\" is not a month", remedy: "Write 1 to 12, or its name."))
    }
    return days
  }

  private func fromTo() throws(Refusal) -> (from: CalendarDate, to: CalendarDate)? {
    let first = try value(.from, PeriodText.read)
    let last = try value(.to, PeriodText.read)
    guard let from = first?.from else {
      throw Refusal(
        field: context.columns.columnName(.from), reason: "there is no first day",
        remedy: "Fill it in.")
    }
    // A first day alone is no period, unless it names a month or a year.
    guard let to = last?.to ?? (text(.to) == nil && first?.to != from ? first?.to : nil) else {
      throw Refusal(
        field: context.columns.columnName(.to), reason: "there is no last day",
        remedy: "Fill it in.")
    }
    guard from <= to else {
      throw Refusal(
        field: context.columns.columnName(.to), reason: "it ends \(to), before it begins",
        remedy: "Correct one of the dates.")
    }
    return (from, to)
  }

  /// Reads a number that is not negative; up to three decimals are kept exactly.
  static func amount(_ text: String) throws(ValueFault) -> ExactDecimal {
    let number = try NumberText.read(text)
    guard number >= 0 else {
      throw ValueFault(
        reason: "\"\(text)\" is less than nothing",
        remedy: "Correct the number of the record that it takes something back from.")
    }
    guard let exact = ExactDecimal(number, places: 3), abs(number) < 1e12,
      abs(exact.approximate - number) < 1e-7 * max(1, abs(number)) / 100
    else {
      throw ValueFault(
        reason: "\"\(text)\" has more than three decimals, or is too large",
        remedy: "Round it to three decimals.")
    }
    return exact
  }

  /// A count of people: a whole number, 0 or more.
  func people(_ field: SurveyField) throws(Refusal) -> Int? {
    try value(field) { text throws(ValueFault) in
      let count = try NumberText.readCount(text)
      guard count < 1_000_000_000 else {
        throw ValueFault(reason: "\"\(text)\" are too many people", remedy: "Correct it.")
      }
      return count
    }
  }

  /// Whether a field stands for the sum of other rows: a line of totals under a table.
  static func isTotal(_ text: String?) -> Bool {
    text.map { totals.contains(ColumnName.folded($0)) } ?? false
  }

  private static let totals: Set<String> = [
    "total", "totals", "grandtotal", "sum", "subtotal", "totalgénéral", "soustotal", "cəmi",
    "yekun", "итого", "всего", "всього", "разом", "المجموع", "الإجمالي", "sumatotal",
  ]
}
