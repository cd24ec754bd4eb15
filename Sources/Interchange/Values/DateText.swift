import LandRelease

/// Why a value's text can't be taken, and what would do instead.
struct ValueFault: Error, Hashable {
  var reason: String
  var remedy: String
}

/// Dates as people and programs write them; whatever can be read two ways is refused.
enum DateText {
  /// How much of the date the text names.
  enum Precision { case day, month, year }

  static let years = 1950...2100
  private static let spelling = "Write dates as YYYY-MM-DD."

  /// Reads a date; a year or a month alone gives its last day.
  static func read(_ text: String) throws(ValueFault) -> (date: CalendarDate, precision: Precision)
  {
    // What machines write needs no weighing.
    if let date = plain(text), years.contains(date.year) { return (date, .day) }
    let pieces = pieces(dayPart(text))
    let numbers = pieces.map { Int($0) }
    let date: CalendarDate?
    switch (pieces.count, pieces.first?.count ?? 0) {
    case (1, _): return try single(pieces.first ?? "", text)
    case (2, 4): return try month(numbers[0], pieces[1], text)
    case (2, _): return try month(Int(pieces[1]), pieces[0], text)
    case (3, 4): date = day(numbers[0], monthNumber(pieces[1]), numbers[2])
    case (3, _): date = try dayFirst(pieces, text)
    default: date = nil
    }
    guard let date else { throw notADate(text) }
    return (try checked(date, text), .day)
  }

  /// The day of `YYYY-MM-DD`, all digits; nil for anything else.
  private static func plain(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    for (place, byte) in text.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit = Int(byte &- UInt8(ascii: "0"))
      guard digit < 10 else { return nil }
      switch place {
      case ..<4: numbers.year = numbers.year * 10 + digit
      case ..<7: numbers.month = numbers.month * 10 + digit
      default: numbers.day = numbers.day * 10 + digit
      }
    }
    return CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// The first day of the period a text names: of the year, of the month, or the day itself.
  static func readStart(_ text: String) throws(ValueFault) -> CalendarDate {
    let (date, precision) = try read(text)
    let start =
      switch precision {
      case .day: date
      case .month: CalendarDate(year: date.year, month: date.month, day: 1)
      case .year: CalendarDate(year: date.year, month: 1, day: 1)
      }
    return start ?? date
  }

  /// The text before a time of day.
  private static func dayPart(_ text: String) -> Substring {
    if let mark = text.firstIndex(of: "T"), text[..<mark].last?.isNumber == true {
      return text[..<mark]
    }
    guard let colon = text.firstIndex(of: ":"),
      let blank = text[..<colon].lastIndex(of: " ")
    else { return text[...] }
    return text[..<blank]
  }

  private static func pieces(_ text: Substring) -> [String] {
    text.split { "-/. ,".contains($0) }.map(String.init)
  }

  private static func single(
    _ piece: String, _ text: String
  ) throws(ValueFault) -> (date: CalendarDate, precision: Precision) {
    guard let number = Int(piece), piece.allSatisfy(\.isNumber) else { throw notADate(text) }
    switch piece.count {
    case 4:
      guard years.contains(number), let date = day(number, 12, 31) else { throw outside(text) }
      return (date, .year)
    case 8:
      guard let date = day(number / 10_000, number / 100 % 100, number % 100) else {
        throw notADate(text)
      }
      return (try checked(date, text), .day)
    case 5:
      throw ValueFault(
        reason: "\"\(text)\" looks like a spreadsheet's serial day number, not a date",
        remedy: "Format the column as a date (YYYY-MM-DD) in the spreadsheet and export it again.")
    case 10, 13:
      throw ValueFault(
        reason: "\"\(text)\" looks like a count of seconds or milliseconds, not a date",
        remedy: "Export the column as a date. \(spelling)")
    default: throw notADate(text)
    }
  }

  private static func month(
    _ year: Int?, _ month: String, _ text: String
  ) throws(ValueFault) -> (date: CalendarDate, precision: Precision) {
    // A serial day number with its fraction, such as 44319.5, has two parts as well.
    if month.count == 5, month.allSatisfy(\.isNumber) { return try single(month, text) }
    guard let year, let number = monthNumber(month), year > 999,
      let date = CalendarDate.lastDay(ofMonth: number, of: year)
    else { throw notADate(text) }
    return (try checked(date, text), .month)
  }

  /// Day or month first; only dots and month names say which.
  private static func dayFirst(_ pieces: [String], _ text: String) throws(ValueFault)
    -> CalendarDate?
  {
    guard pieces[2].count == 4, let year = Int(pieces[2]) else {
      if pieces[2].count == 2 {
        throw ValueFault(reason: "\"\(text)\" has a year of two digits", remedy: spelling)
      }
      return nil
    }
    if Int(pieces[0]) == nil { return day(year, monthNumber(pieces[0]), Int(pieces[1])) }
    guard let first = Int(pieces[0]) else { return nil }
    guard let second = Int(pieces[1]) else { return day(year, monthNumber(pieces[1]), first) }
    if text.contains(".") || first == second || first > 12 { return day(year, second, first) }
    if second > 12 { return day(year, first, second) }
    throw ValueFault(
      reason: "\"\(text)\" can be day/month or month/day",
      remedy: "Say --dates dmy or --dates mdy, or write dates as YYYY-MM-DD.")
  }

  private static func monthNumber(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let folded = text.lowercased()
    guard folded.count >= 3, folded.allSatisfy(\.isLetter) else { return nil }
    return names.firstIndex(of: String(folded.prefix(3))).map { $0 + 1 }
  }

  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func checked(_ date: CalendarDate, _ text: String) throws(ValueFault)
    -> CalendarDate
  {
    guard years.contains(date.year) else { throw outside(text) }
    return date
  }

  private static func outside(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not between \(years.lowerBound) and \(years.upperBound)",
      remedy: "Correct the year. \(spelling)")
  }

  private static func notADate(_ text: String) -> ValueFault {
    ValueFault(reason: "\"\(text)\" is not a date", remedy: spelling)
  }
}
