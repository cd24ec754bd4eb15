/// The cells of a record whose points fill several rows: each from the first row that has it.
struct RecordCells {
  private(set) var cells: [String?]
  /// Two rows that say different things of one field, if any do.
  private(set) var contradiction: Refusal?

  /// - Parameter points: the columns that belong to the points and are left empty.
  init(_ rows: [SurveyRow], _ fields: ColumnMap, points: Set<Int>) {
    let width = fields.columns.count
    cells = Array(repeating: nil, count: width)
    var origins = Array(repeating: 0, count: width)
    let read = Set(fields.places.values)
    for row in rows {
      for place in 0..<min(width, row.cells.count) where !points.contains(place) {
        guard let cell = row.cells[place], !cell.trimmingBlanks.isEmpty else { continue }
        guard let known = cells[place] else {
          cells[place] = cell
          origins[place] = row.number
          continue
        }
        guard contradiction == nil, read.contains(place),
          known.trimmingBlanks.lowercased() != cell.trimmingBlanks.lowercased()
        else { continue }
        contradiction = Refusal(
          field: fields.columns[place],
          reason:
            "row \(origins[place]) says \"\(known.trimmingBlanks)\" and row \(row.number) \"\(cell.trimmingBlanks)\"",
          remedy:
            "Write the same \(fields.columns[place]) in all rows of a record, or in one alone.")
      }
    }
  }
}
