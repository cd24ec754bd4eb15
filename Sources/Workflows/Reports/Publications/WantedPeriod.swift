import LandRelease

/// Which days a statement or document covers where it is not told.
enum WantedPeriod: String, CaseIterable, Sendable {
  /// Any days; all of them where none are asked for.
  case any
  /// A month; the last one with movements where none is asked for.
  case month
  /// A year; the last one with movements where none is asked for.
  case year
  /// A year that is over; the last such year with movements where none is asked for.
  case wholeYear

  /// What people are told of it.
  var words: String {
    switch self {
    case .any: "any; all days unless asked"
    case .month: "a month; the last one with movements unless asked"
    case .year: "a year; the last one with movements unless asked"
    case .wholeYear: "a year; the last whole one with movements unless asked"
    }
  }

  /// The days of a request, filled in where it leaves the first or both out.
  ///
  /// - Parameter last: the last day with movements, at most today.
  func filled(_ asked: Period, last: CalendarDate?) -> Period {
    guard self != .any, asked.from == nil, let end = asked.to ?? last else { return asked }
    if self == .wholeYear, asked.to == nil { return .year(end.isYearEnd ? end.year : end.year - 1) }
    let first = CalendarDate(
      year: end.year, month: self == .month ? end.month : 1, day: 1)
    let close = CalendarDate.lastDay(ofMonth: self == .month ? end.month : 12, of: end.year)
    return Period(from: first, to: asked.to ?? close)
  }
}

extension Period {
  /// All days of a year.
  fileprivate static func year(_ year: Int) -> Period {
    Period(
      from: CalendarDate(year: year, month: 1, day: 1),
      to: CalendarDate(year: year, month: 12, day: 31))
  }
}

extension CalendarDate {
  fileprivate var isYearEnd: Bool { month == 12 && day == 31 }
}
