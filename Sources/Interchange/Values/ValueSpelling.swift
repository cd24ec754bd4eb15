/// How a person says that a file writes its dates and numbers, where the file itself can't tell.
public struct ValueSpelling: Hashable, Sendable {
  /// Which comes first in dates such as 03/04/2020.
  public enum DateOrder: String, CaseIterable, Sendable {
    case dayFirst = "dmy", monthFirst = "mdy"
  }

  /// What parts the whole from its fraction in numbers such as 1,234.
  public enum DecimalMark: String, CaseIterable, Sendable { case comma, point }

  /// Nil leaves dates that can be read two ways refused.
  public var dates: DateOrder?
  /// Nil leaves numbers that can be read two ways refused.
  public var decimals: DecimalMark?

  /// Says nothing: what can be read two ways is refused.
  public init() {}

  /// The text of a field as it is read without a doubt.
  func plain(_ text: String, _ field: SurveyField) throws(ValueFault) -> String {
    if let dates, SurveyField.dates.contains(field) { return try Self.plain(text, dates) }
    if let decimals, SurveyField.numbers.contains(field) { return try Self.plain(text, decimals) }
    return text
  }

  /// A date of three numbers with the year last, as YYYY-MM-DD; anything else as it is.
  private static func plain(_ text: String, _ order: DateOrder) throws(ValueFault) -> String {
    let day = text.prefix { $0.isNumber || "-/.".contains($0) }
    let pieces = day.split { "-/.".contains($0) }
    guard pieces.count == 3, pieces[2].count == 4, let first = Int(pieces[0]),
      let second = Int(pieces[1])
    else { return text }
    let (number, month) = order == .dayFirst ? (first, second) : (second, first)
    guard (1...31).contains(number), (1...12).contains(month) else {
      throw ValueFault(
        reason:
          "\"\(text)\" is no date with the \(order == .dayFirst ? "day" : "month") first, as --dates \(order.rawValue) says",
        remedy: "Correct the cell, or check how the column writes its dates.")
    }
    return "\(pieces[2])-\(twoDigits(month))-\(twoDigits(number))\(text[day.endIndex...])"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// A number without marks for thousands and with a point; what stands behind it stays.
  private static func plain(_ text: String, _ mark: DecimalMark) throws(ValueFault) -> String {
    let (number, unit) = NumberText.splitUnit(text)
    let decimal: Character = mark == .comma ? "," : "."
    let parts = number.split(separator: decimal, omittingEmptySubsequences: false)
    // A machine's exponent leaves no doubt.
    if number.contains(where: { "eE".contains($0) }) { return text }
    guard parts.count <= 2, let whole = NumberText.joinedGroups(parts[0]),
      parts.count == 1 || parts[1].allSatisfy({ ("0"..."9").contains($0) })
    else {
      throw ValueFault(
        reason: "\"\(text)\" is no number with a decimal \(mark.rawValue), as --decimals says",
        remedy: "Correct the cell, or check how the column writes its numbers.")
    }
    let fraction = parts.count == 2 ? ".\(parts[1])" : ""
    return unit.isEmpty ? whole + fraction : "\(whole)\(fraction) \(unit)"
  }
}

extension SurveyField {
  /// Fields whose cells are days.
  static let dates: Set<SurveyField> = [
    .date, .start, .end, .from, .to, .period, .evidenceDate, .revokedOn, .approvedOn,
    .handedOverOn, .recordedAt, .validFrom, .validTo,
  ]

  /// Fields whose cells are numbers that can have marks for thousands and a fraction.
  static let numbers = Set<SurveyField>([
    .areaM2, .areaHa, .areaKm2, .area, .depth, .apMines, .avMines, .submunitions, .uxo, .axo,
    .ied, .quantity, .recordedQuantity, .items, .value, .days, .amount, .pledged, .received,
    .spent,
  ]).union(groups)
}
