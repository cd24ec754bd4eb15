/// Rows that tell of withheld figures by being there.
///
/// A list of words about a thing whose figures are withheld may hold them in a sentence; a row of
/// counts that are all withheld tells that there was somebody of just that kind.
enum TellingRows {
  /// Without rows of all days so far: two such reports would tell what one of them withholds.
  static func withoutRunning(_ tables: [Table], _ left: inout LeftOut) -> [Table] {
    tables.compactMap { table in
      var table = table
      let count = table.rows.count
      if table.id == "cumulative" {
        table.rows = []
      } else {
        table.rows.removeAll(where: \.isRunning)
      }
      if table.rows.count < count { left.add("rows of all days so far") }
      return table.rows.isEmpty && count > 0 ? nil : table
    }
  }

  /// - Parameter all: the tables before figures were withheld; one that is not there any more had
  ///   none left.
  static func removed(
    from tables: [Table], of all: [Table], _ left: inout LeftOut
  ) -> [Table] {
    let kept = Set(tables.map(\.id))
    let gone = all.filter { !kept.contains($0.id) }.flatMap(\.rows)
    let withheld = tables.flatMap(\.rows).filter { $0.cells.contains(.withheld) }
    let names = Set((gone + withheld).map { $0.cell(at: 0) })
    return tables.compactMap { table in
      var table = table
      let count = table.rows.count
      if !table.columns.contains(where: \.kind.isNumeric), table.columns.count > 1 {
        table.rows.removeAll { names.contains($0.cell(at: 0)) }
        if table.rows.count < count { left.add("texts about withheld figures") }
      } else if !table.columns.contains(where: { $0.kind == .area }) {
        let columns = table.columns
        table.rows.removeAll { $0.style == .body && isBlank($0, columns) }
        if table.rows.count < count {
          left.add("rows of few records", count: count - table.rows.count)
        }
      }
      return table.rows.isEmpty && count > 0 ? nil : table
    }
  }

  /// Whether all figures of a row are withheld.
  private static func isBlank(_ row: Row, _ columns: [Column]) -> Bool {
    let figures = columns.indices.filter { columns[$0].kind.isNumeric }
      .map { row.cell(at: $0) }
    return figures.contains(.withheld)
      && figures.allSatisfy { $0 == .withheld || $0 == .empty }
  }
}
