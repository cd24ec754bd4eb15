extension Report {
  /// What a statement got wrong in building this report, one sentence each; none is right.
  ///
  /// A renderer makes the best of any report, so statements are tested to have none.
  public var flaws: [String] {
    var flaws: [String] = []
    if let mainTable, main == nil { flaws.append("The main table '\(mainTable)' is not there.") }
    flaws += Self.repeated(tables.map(\.id)).map { "Two tables are called '\($0)'." }
    flaws += Self.repeated(stamps.map(\.key)).map { "Two stamps are called '\($0)'." }
    flaws += (stamps.map(\.key) + tables.map(\.id)).filter { !Self.isName($0) }
      .map { "'\($0)' is not in snake_case." }
    if stamps.contains(where: { $0.key == "area_unit" }) {
      flaws.append("The stamp 'area_unit' is the renderer's.")
    }
    return flaws + tables.flatMap { table in table.flaws.map { "Table '\(table.id)': \($0)" } }
  }

  static func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }

  /// Lower-case letters, digits and underscores, a letter first.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }
}

extension Table {
  /// What is wrong with the table, one sentence each.
  var flaws: [String] {
    let names = columns.map(\.key)
    var flaws = Report.repeated(names).map { "Two columns are called '\($0)'." }
    flaws += names.filter { !Report.isName($0) }.map { "'\($0)' is not in snake_case." }
    flaws += columns.filter { $0.kind == .area && !$0.key.hasSuffix("_m2") }
      .map { "The area '\($0.key)' does not end in '_m2'." }
    return flaws + rows.enumerated().flatMap { index, row in self.flaws(of: row, at: index + 1) }
  }

  private func flaws(of row: Row, at number: Int) -> [String] {
    guard row.style != .heading else { return [] }
    guard row.cells.count == columns.count else {
      return ["Row \(number) has \(row.cells.count) cells for \(columns.count) columns."]
    }
    return zip(row.cells, columns).filter { cell, column in !cell.fits(column.kind) }
      .map { _, column in "Row \(number): '\(column.key)' is to be \(column.kind.word)." }
  }
}
