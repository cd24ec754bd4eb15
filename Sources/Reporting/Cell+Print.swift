import LandRelease

extension Cell {
  /// The cell as people read it, areas in the asked unit; blank where there is nothing to say.
  func printed(in unit: AreaUnit, column: Column) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): FixedDecimal(units: Int128(count), places: 0).groupedText
    case .area(let area): area.figure(in: unit)
    case .share(let part, let whole, let decimals):
      FixedDecimal(100 * part.units, dividedBy: whole.units, places: Self.sane(decimals))
        .map { $0.groupedText + "%" } ?? ""
    case .ratio(_, _, let decimals):
      quotient(column, places: Self.sane(decimals))?.groupedText ?? ""
    case .number(let number, let decimals):
      number.isFinite
        ? FixedDecimal(number)?.rounded(to: decimals).groupedText ?? number.description : ""
    case .date(let date): date.description
    case .empty: ""
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
    case .text, .date, .empty: nil
    }
  }

  /// A share as a fraction, a ratio on one unit of the column's area.
  private func quotient(_ column: Column, places: Int) -> FixedDecimal? {
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

  private static func sane(_ decimals: Int) -> Int {
    min(max(decimals, 0), FixedDecimal.mostPlaces)
  }
}
