public import LandRelease

/// Which column of a file is read for which field.
public struct ColumnMap: Sendable {
  /// What a person asked for with `--map field=column`.
  public typealias Override = (field: String, column: String)

  /// What the rows are.
  public let type: RecordType
  /// The names of all columns, as the file has them.
  public let columns: [String]
  /// The column of each field that has one.
  public private(set) var places: [SurveyField: Int] = [:]
  /// The same by the fields' ordinals, -1 for none: every cell of a file is looked up in it.
  private var placesByOrdinal = [Int](repeating: -1, count: 256)
  /// Fields whose column was found by a name, such as `type`, that may mean something else.
  private var weak: Set<SurveyField> = []
  /// What fields are in rows that say nothing, as `--map field==VALUE` says.
  private var constants: [SurveyField: String] = [:]
  /// Columns that hold figures of their own, such as a month or an indicator each.
  public private(set) var figures: [FigureColumn] = []
  /// Columns that look like personal data: never read, never stored.
  public private(set) var refused: [Int] = []

  /// Finds the columns of a table by their names.
  ///
  /// - Throws: ``SurveyFault`` of kind `usage` where an override names an unknown field or column,
  ///   or two columns stand for one field.
  public init(
    type: RecordType, header: SurveyTable.Header, overrides: [Override] = []
  ) throws(SurveyFault) {
    self.type = type
    columns = header.columns
    refused = columns.indices.filter { PersonalColumns.holds(header.columns[$0], in: type) }
    for override in overrides { try apply(override, header) }
    let search = ColumnSearch(header: header, type: type, taken: Set(places.values).union(refused))
    for field in type.fields where places[field] == nil {
      if SurveyField.areas.contains(field), hasOverriddenArea(overrides) { continue }
      guard let found = try search.column(for: field),
        !found.isWeak || constants[field] == nil
      else { continue }
      places[field] = found.place
      if found.isWeak { weak.insert(field) }
    }
    try search.addAdministrativeColumns(to: &places)
    try refuseSeveralAreas(header)
    for (field, place) in places { placesByOrdinal[field.ordinal] = place }
  }

  /// Whether a field has a column.
  public func has(_ field: SurveyField) -> Bool {
    placesByOrdinal[field.ordinal] >= 0 || constants[field] != nil
  }

  /// Finds the columns that hold figures of their own among those that no field is read from.
  public mutating func findFigures(_ codes: IndicatorCodes) {
    guard type == .indicators else { return }
    let used = Set(places.values).union(refused)
    figures = columns.indices.filter { !used.contains($0) }.compactMap { place in
      FigureColumn(place: place, name: columns[place], codes: codes)
    }
  }

  /// Whether the field's column was found by a name that may mean something else.
  func isWeak(_ field: SurveyField) -> Bool { weak.contains(field) }

  /// The name of a field's column as the file has it, else the field's own name.
  public func columnName(_ field: SurveyField) -> String {
    places[field].map { columns[$0] } ?? field.rawValue
  }

  /// The trimmed text of a field; nil where it has no column or the cell is empty.
  public func text(_ field: SurveyField, of row: SurveyRow) -> String? {
    let place = placesByOrdinal[field.ordinal]
    guard place >= 0, let text = text(at: place, of: row) else { return constants[field] }
    return text
  }

  /// The trimmed text of a column; nil where the cell is empty.
  func text(at place: Int, of row: SurveyRow) -> String? {
    guard place < row.cells.count, let cell = row.cells[place] else { return nil }
    let text = cell.trimmingBlanks
    return text.isEmpty ? nil : text
  }

  /// Columns read for nothing whose names are nearest to those of a field.
  public func nearestColumns(to field: SurveyField) -> [String] {
    let aliases = FieldAliases.of(field, in: type)
    let unread = ignored
    for name in aliases.certain + aliases.weak {
      let near = NearWords.nearest(to: name, among: unread)
      if !near.isEmpty { return near }
    }
    return []
  }

  private static func asking(_ near: [String]) -> String {
    near.isEmpty ? "" : "Did you mean \"\(near[0])\"? "
  }

  /// Names of columns that are read for nothing.
  public var ignored: [String] {
    let used = Set(places.values).union(refused).union(figures.map(\.place))
    return columns.indices
      .filter { !used.contains($0) && !columns[$0].isEmpty }
      .map { columns[$0] }
      .filter { !$0.hasPrefix(RejectsWriter.ownPrefix) }
  }

  /// Whether a column of that name looks like personal data, whichever table it stands in.
  public func isPersonal(_ column: String) -> Bool { PersonalColumns.holds(column, in: type) }

  /// Whether some field is read from the column at a place.
  public func isRead(_ place: Int) -> Bool {
    places.values.contains(place) || figures.contains { $0.place == place }
  }

  /// Names of columns that look like personal data.
  public var refusedNames: [String] { refused.map { columns[$0] } }

  private mutating func apply(
    _ override: Override, _ header: SurveyTable.Header
  ) throws(SurveyFault) {
    let fieldName = ColumnName.folded(override.field)
    guard let field = type.fields.first(where: { ColumnName.folded($0.rawValue) == fieldName })
    else {
      throw SurveyFault(
        .usage, "--map: \(type.rawValue) have no field \"\(override.field)\"",
        remedy: Self.asking(
          NearWords.nearest(to: override.field, among: type.fields.map(\.rawValue)))
          + "Known fields: \(type.fields.map(\.rawValue).joined(separator: ", ")).")
    }
    if override.column.hasPrefix("="), !columns.contains(override.column) {
      constants[field] = String(override.column.dropFirst()).trimmingBlanks
      return
    }
    guard
      let place = columns.firstIndex(of: override.column)
        ?? columns.firstIndex(where: {
          ColumnName.folded($0) == ColumnName.folded(override.column)
        })
    else {
      throw SurveyFault(
        .usage, "--map: \(header.file) has no column \"\(override.column)\"",
        remedy: Self.asking(NearWords.nearest(to: override.column, among: columns))
          + "Its columns: \(columns.joined(separator: ", ")).")
    }
    guard !refused.contains(place) else {
      throw SurveyFault(
        .usage,
        "--map: the column \"\(columns[place])\" looks like personal data, which is never stored",
        remedy: "Map another column, or rename this one if it names nobody.")
    }
    places[field] = place
  }

  private func hasOverriddenArea(_ overrides: [Override]) -> Bool {
    overrides.contains { override in
      SurveyField.areas.contains {
        ColumnName.folded($0.rawValue) == ColumnName.folded(override.field)
      }
    }
  }

  private func refuseSeveralAreas(_ header: SurveyTable.Header) throws(SurveyFault) {
    let found = SurveyField.areas.filter { places[$0] != nil }
    guard found.count > 1 else { return }
    let names = found.map { "\"\(columnName($0))\"" }.joined(separator: " and ")
    throw SurveyFault(
      .usage, "\(header.file): the columns \(names) can all be the reported area",
      remedy: "Choose one, such as --map \(found[0].rawValue)=\(columnName(found[0])).")
  }
}
