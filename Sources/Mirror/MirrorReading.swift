public import LandRelease

extension BookMirror {
  /// Gives the rows of a table, the values in the order of its columns.
  ///
  /// - Throws: where a value is none of its column, or what the closure throws.
  public func rows(of layout: TableLayout, _ body: ([TableCell]) throws -> Void) throws {
    let kept = try keptValues(of: layout)
    let key = layout.columns.firstIndex { $0.name == layout.key } ?? 0
    var rows = try CopiedRows(
      server,
      "SELECT \(TableStatements(layout: layout).selection) FROM \(name(layout.name)) ORDER BY \(Server.quoted(layout.key))"
    )
    while let row = try rows.next() {
      var cells: [TableCell] = []
      cells.reserveCapacity(row.count)
      for (field, column) in zip(row, layout.columns) {
        guard let cell = CellCoding.read(field, as: column.kind) else {
          throw MirrorError.damaged("a value of \(layout.name).\(column.name) can't be read")
        }
        cells.append(cell)
      }
      if !kept.isEmpty, case .integer(let number) = cells[key], let values = kept[number] {
        for (place, column) in layout.columns.enumerated() {
          if let value = values[column.name] { cells[place] = value }
        }
      }
      try body(cells)
    }
  }

  /// Values that are not what their column promises, by row and column.
  private func keptValues(of layout: TableLayout) throws -> [Int64: [String: TableCell]] {
    var kept: [Int64: [String: TableCell]] = [:]
    var rows = try CopiedRows(
      server,
      """
      SELECT row, column_name, kind, value FROM \(name(MirrorTables.value))
      WHERE table_name = \(Server.literal(layout.name))
      """)
    while let row = try rows.next() {
      let words = row[1...2].map { String(decoding: $0 ?? [], as: UTF8.self) }
      guard case .integer(let number)? = CellCoding.read(row[0], as: .integer),
        let value = CellCoding.kept(kind: words[1], row[3] ?? [])
      else { throw MirrorError.damaged("a value of \(layout.name) can't be read") }
      kept[number, default: [:]][words[0]] = value
    }
    return kept
  }
}
