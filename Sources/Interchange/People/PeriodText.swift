import LandRelease

/// The days of a period as people write it: `2024`, `2024-Q2`, `II quarter 2024`, `May 2024`,
/// `01.05.2024 - 31.05.2024`.
enum PeriodText {
  static func read(
    _ text: String
  ) throws(ValueFault) -> (from: CalendarDate, to: CalendarDate) {
    if let named = Period(named: text.trimmingBlanks.uppercased()), let from = named.from,
      let to = named.to
    {
      return (from, to)
    }
    if let month = monthAndYear(text) { return month }
    if let quarter = quarter(text) { return quarter }
    if let (first, last) = halves(text) {
      let from = try DateText.readStart(first)
      let to = try DateText.read(last).date
      guard from <= to else {
        throw ValueFault(
          reason: "\"\(text)\" ends before it begins", remedy: "Correct one of the days.")
      }
      return (from, to)
    }
    return (try DateText.readStart(text), try DateText.read(text).date)
  }

  /// The days of a month of a year.
  static func month(
    _ month: Int, of year: Int
  ) -> (from: CalendarDate, to: CalendarDate)? {
    guard DateText.years.contains(year),
      let from = CalendarDate(year: year, month: month, day: 1),
      let to = CalendarDate.lastDay(ofMonth: month, of: year)
    else { return nil }
    return (from, to)
  }

  /// A month by its name in any language, and a year, in either order.
  private static func monthAndYear(
    _ text: String
  ) -> (from: CalendarDate, to: CalendarDate)? {
    let pieces = text.split { " -/.,_'".contains($0) }.map(String.init)
    guard pieces.count == 2 else { return nil }
    for (name, year) in [(pieces[0], pieces[1]), (pieces[1], pieces[0])] {
      if let number = MonthWords.number(name), let year = Int(year), year > 999 {
        return month(number, of: year)
      }
    }
    return nil
  }

  private static let quarterWords: Set<String> = [
    "q", "qtr", "quarter", "trimestre", "t", "trim", "кв", "квартал", "rüb", "rub", "الربع",
  ]
  private static let numerals = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "1st": 1, "2nd": 2,
    "3rd": 3, "4th": 4,
  ]

  /// `Q2 2024`, `2/2024 quarter` is none: a numeral, a word for quarter and a year, in any order.
  private static func quarter(_ text: String) -> (from: CalendarDate, to: CalendarDate)? {
    var (number, year, isQuarter): (Int?, Int?, Bool) = (nil, nil, false)
    for piece in text.lowercased().split(whereSeparator: { " -/.,_".contains($0) }) {
      let word = String(piece)
      if word.count == 4, let read = Int(word) {
        year = read
      } else if quarterWords.contains(word) {
        isQuarter = true
      } else if let numeral = numerals[word] {
        number = numeral
      } else if let last = word.last.flatMap({ numerals[String($0)] }),
        quarterWords.contains(String(word.dropLast()))
      {
        (number, isQuarter) = (last, true)
      } else {
        return nil
      }
    }
    guard isQuarter, let number, let year,
      let from = month(3 * number - 2, of: year)?.from, let to = month(3 * number, of: year)?.to
    else { return nil }
    return (from, to)
  }

  /// Two days with a dash, two points or a word between them.
  private static func halves(_ text: String) -> (String, String)? {
    for mark in ["..", " - ", " – ", "–", " to ", " bis ", " до ", " по "] {
      let parts = text.components(separatedBy: mark)
      if parts.count == 2 { return (parts[0].trimmingBlanks, parts[1].trimmingBlanks) }
    }
    return nil
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: true).map(String.init)
  }
}
