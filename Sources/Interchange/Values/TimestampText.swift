import LandRelease

/// Moments as ISO 8601 writes them, brought to UTC.
enum TimestampText {
  /// Gives `YYYY-MM-DDTHH:MM:SS.sssZ`; a text without a zone is taken as UTC, a date as its start.
  static func read(_ text: String) throws(ValueFault) -> String {
    let (date, precision) = try DateText.read(text)
    guard let clock = clockPart(text) else {
      if precision == .day { return "\(date)T00:00:00.000Z" }
      throw fault(text)
    }
    var (time, offset) = split(clock)
    if time.hasSuffix("Z") || time.hasSuffix("z") { time.removeLast() }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.allSatisfy { $0.isWholeNumber || $0 == "." } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = parts.count == 3 ? Double(parts[2]) : 0, (0...24).contains(hour),
      (0..<60).contains(minute), second >= 0, second < 61, let shift = minutes(offset)
    else { throw fault(text) }
    let milliseconds = Int((second * 1000).rounded(.down))
    let total = (hour * 60 + minute - shift) * 60_000 + milliseconds
    return format(day: date.dayNumber, milliseconds: total)
  }

  private static func clockPart(_ text: String) -> Substring? {
    guard let colon = text.firstIndex(of: ":"),
      let mark = text[..<colon].lastIndex(where: { $0 == "T" || $0 == "t" || $0 == " " })
    else { return nil }
    return text[text.index(after: mark)...]
  }

  /// A clock text and the offset behind it.
  private static func split(_ clock: Substring) -> (time: Substring, offset: Substring?) {
    guard let mark = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) else {
      return (clock, nil)
    }
    return (clock[..<mark], clock[mark...])
  }

  private static func minutes(_ offset: Substring?) -> Int? {
    guard let offset else { return 0 }
    let digits = offset.dropFirst().filter { $0 != ":" }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy(\.isNumber),
      let hours = Int(digits.prefix(2)), let rest = digits.count == 4 ? Int(digits.suffix(2)) : 0,
      hours < 15, rest < 60
    else { return nil }
    return (offset.first == "-" ? -1 : 1) * (hours * 60 + rest)
  }

  private static func format(day: Int, milliseconds: Int) -> String {
    let perDay = 86_400_000
    let shift = milliseconds >= 0 ? milliseconds / perDay : (milliseconds - perDay + 1) / perDay
    let rest = milliseconds - shift * perDay
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    let clock =
      "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2))"
    return "\(date(ofDay: day + shift))T\(clock).\(padded(rest % 1000, 3))Z"
  }

  /// The date of a day number, by the calendar's own arithmetic (the year begins in March).
  private static func date(ofDay number: Int) -> String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    return CalendarDate(year: calendarYear, month: calendarMonth, day: day)?.description ?? ""
  }

  private static func fault(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not a moment in time", remedy: "Write it as YYYY-MM-DDTHH:MM:SSZ.")
  }
}
