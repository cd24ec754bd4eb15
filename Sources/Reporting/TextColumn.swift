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

  init(_ column: Column, cells: [Cell], isKey: Bool, _ presentation: Presentation) {
    label = TerminalText.tame(presentation.label(of: column))
    self.cells = cells.map { TerminalText.tame(presentation.printed($0, column: column)) }
    isNumeric = column.kind.isNumeric
    self.isKey = isKey
    widestCell = self.cells.widest
    width = max(TerminalWidth.of(label), widestCell)
  }

  /// The width with a label of two lines.
  var foldedWidth: Int { max(TerminalText.fold(label).widest, widestCell) }

  /// How narrow the column can get: figures are never broken.
  var least: Int {
    isNumeric ? foldedWidth : min(foldedWidth, Self.narrowest)
  }

  var labelLines: [String] {
    guard TerminalWidth.of(label) > width else { return [label] }
    let folded = TerminalText.fold(label)
    return folded.widest <= width ? folded : TerminalText.wrap(label, width: width)
  }

  func lines(ofRow row: Int) -> [String] {
    isNumeric ? [cells[row]] : TerminalText.wrap(cells[row], width: width)
  }
}
