import LandRelease

extension Cell {
  /// The cell as people read it, areas in the column's unit or the asked one; blank where there is nothing to say.
  func printed(
    in unit: AreaUnit, language: Language = .english, column: Column
  ) -> String {
    let style = language.numbers
    return switch self {
    case .text(let text): text
    case .count(let count): FixedDecimal(units: Int128(count), places: 0).text(style)
    case .area(let area): area.decimal(in: column.unit ?? unit).text(style)
    case .share(let part, let whole, let decimals):
      FixedDecimal(100 * part.units, dividedBy: whole.units, places: Self.sane(decimals))
        .map { $0.text(style) + style.percent } ?? ""
    case .ratio(_, _, let decimals):
      quotient(column, places: Self.sane(decimals))?.text(style) ?? ""
    case .number(let number, let decimals):
      number.isFinite
        ? FixedDecimal(number)?.rounded(to: decimals).text(style) ?? number.description : ""
    case .date(let date): language.date(date)
    case .empty: ""
    case .withheld: language.phrase(Self.withheldWord)
    }
  }

  /// The figure as machines read it; areas are exact square metres.
  ///
  /// - Returns: nil for what is no number.
  func machineNumber(column: Column) -> String? {
    switch self {
    case .count(let count): String(count)
    case .area(let area): area.squareMetresText
    // One square metre of a country is still seen; a count on an area has fewer bits to spare.
    case .share: quotient(column, places: 15)?.shortestText
    case .ratio: quotient(column, places: FixedDecimal.mostPlaces)?.shortestText
    case .number(let number, _):
      number.isFinite ? FixedDecimal(number)?.shortestText ?? number.description : nil
    case .text, .date, .empty, .withheld: nil
    }
  }

  /// A share as a fraction, a ratio on one unit of the column's area.
  func quotient(_ column: Column, places: Int) -> FixedDecimal? {
    switch self {
    case .share(let part, let whole, _):
      return FixedDecimal(part.units, dividedBy: whole.units, places: places)
    case .ratio(let count, let area, _):
      guard case .ratio(_, let unit) = column.kind else { return nil }
      let unitArea = Int128(unit.inSquareMetres) * 10_000
      return FixedDecimal(
        Int128(count) * unitArea, dividedBy: Int128(area.squareCentimetres), places: places)
    default: return nil
    }
  }

  static func sane(_ decimals: Int) -> Int {
    min(max(decimals, 0), FixedDecimal.mostPlaces)
  }
}
