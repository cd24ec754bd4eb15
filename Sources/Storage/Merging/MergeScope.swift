/// The records of a book that a part of it holds.
struct MergeScope {
  /// Keys as ``MergeTable/select`` gives them, by table; a table that is not there comes whole.
  var keys: [String: Set<String>] = [:]

  /// Whether a record belongs to the part; what does not count there is left out.
  func holds(_ table: MergeTable, _ key: String, _ rows: [RecordContent]) -> Bool {
    guard rows.contains(where: \.counts) else { return false }
    return keys[table.name]?.contains(key) ?? true
  }

  /// The records as findings name them.
  var titles: Set<String> {
    MergeTable.all.reduce(into: []) { titles, table in
      for key in keys[table.name] ?? [] { titles.insert(table.title(key)) }
    }
  }
}
