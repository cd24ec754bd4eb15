import LandRelease

/// A column of a wide table of indicators that holds figures of its own.
public struct FigureColumn: Hashable, Sendable {
  /// What its figures are of.
  enum Subject: Hashable, Sendable {
    /// The days that its head names.
    case days(from: CalendarDate, to: CalendarDate)
    /// A month whose year stands in the row.
    case month(Int)
    /// A code, of one group of people or of all.
    case code(IndicatorCode, SurveyField)
  }

  /// Where it stands.
  public let place: Int
  /// Its name as the file has it.
  let name: String
  let subject: Subject

  /// - Returns: nil for a column of which nothing of the kind is known.
  init?(place: Int, name: String, codes: IndicatorCodes) {
    guard let subject = Self.subject(name, codes) else { return nil }
    self.place = place
    self.name = name
    self.subject = subject
  }

  private static func subject(_ name: String, _ codes: IndicatorCodes) -> Subject? {
    if let code = codes[name] { return .code(code, .total) }
    if let (code, group) = groupOfCode(name, codes) { return .code(code, group) }
    let text = name.trimmingBlanks
    if let month = MonthWords.number(text) { return .month(month) }
    guard let days = try? PeriodText.read(text) else { return nil }
    // Spreadsheets write a month as its first day.
    if days.from == days.to, days.from.day == 1,
      let last = CalendarDate.lastDay(ofMonth: days.from.month, of: days.from.year)
    {
      return .days(from: days.from, to: last)
    }
    return .days(from: days.from, to: days.to)
  }

  /// `eore_people_women`, `EORE people (women)`, `Women: EORE people`.
  private static func groupOfCode(
    _ name: String, _ codes: IndicatorCodes
  ) -> (IndicatorCode, SurveyField)? {
    let folded = ColumnName.folded(name)
    for group in SurveyField.groups {
      for word in FieldAliases.of(group, in: .indicators).certain {
        if folded.hasSuffix(word), let code = codes[String(folded.dropLast(word.count))] {
          return (code, group)
        }
        if folded.hasPrefix(word), let code = codes[String(folded.dropFirst(word.count))] {
          return (code, group)
        }
      }
    }
    return nil
  }
}
