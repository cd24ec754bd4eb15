extension ColumnProfile {
  /// The profile's columns that a table has, as `--map` would name them.
  ///
  /// Of alternatives the first that is there counts. Fields that the rows have not are left out.
  ///
  /// - Parameter typed: fields that somebody mapped by hand, which stay as they are.
  public func overrides(
    for header: SurveyTable.Header, type: RecordType, besides typed: [ColumnMap.Override] = []
  ) -> [ColumnMap.Override] {
    let names = Dictionary(
      header.columns.map { (ColumnName.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    let taken = Set(typed.map { ColumnName.folded($0.field) })
    return type.fields.compactMap { field in
      guard !taken.contains(ColumnName.folded(field.rawValue)),
        let alternatives = columns[field.rawValue]
      else { return nil }
      // What rows are that say nothing needs no column.
      if alternatives.hasPrefix("=") { return (field.rawValue, alternatives) }
      let found = alternatives.split(separator: "|").lazy
        .compactMap { names[ColumnName.folded(String($0))] }
      return found.first.map { (field.rawValue, $0) }
    }
  }
}
