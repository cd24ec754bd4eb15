import LandRelease

/// One column of a table as text, before it has its place on a page.
struct TextColumn {
  /// Text wraps in a column no narrower than this.
  static let narrowest = 20

  let label: String
  /// One text a row that is not a heading.
  let cells: [String]
  let isNumeric: Bool
  let isKey: Bool
  /// In characters; cells and labels wrap inside it.
  var width: Int
  private let widestCell: Int

  init(_ column: Column, cells: [Cell], isKey: Bool, unit: AreaUnit) {
    label = Self.label(of: column, in: unit)
    self.cells = cells.map { TerminalText.tame($0.printed(in: unit, column: column)) }
    isNumeric = column.kind.isNumeric
    self.isKey = isKey
    widestCell = self.cells.widest
    width = max(label.count, widestCell)
  }

  /// The width with a label of two lines.
  var foldedWidth: Int { max(TerminalText.fold(label).widest, widestCell) }

  /// How narrow the column can get: figures are never broken.
  var least: Int {
    isNumeric ? foldedWidth : min(foldedWidth, Self.narrowest)
  }

  var labelLines: [String] {
    guard label.count > width else { return [label] }
    let folded = TerminalText.fold(label)
    return folded.widest <= width ? folded : TerminalText.wrap(label, width: width)
  }

  func lines(ofRow row: Int) -> [String] {
    isNumeric ? [cells[row]] : TerminalText.wrap(cells[row], width: width)
  }

  private static func label(of column: Column, in unit: AreaUnit) -> String {
    let label = TerminalText.tame(column.label)
    switch column.kind {
    case .area: return "\(label) (\(unit.symbol))"
    case .ratio(let things, let unit): return "\(label) (\(things)/\(unit.symbol))"
    case .number(let unit?): return "\(label) (\(unit))"
    default: return label
    }
  }
}
