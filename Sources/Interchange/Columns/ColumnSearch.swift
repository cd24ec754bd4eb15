/// The search for each field's column among those not yet taken.
struct ColumnSearch {
  private let header: SurveyTable.Header
  private let type: RecordType
  private let folded: [String]
  private let taken: Set<Int>

  init(header: SurveyTable.Header, type: RecordType, taken: Set<Int>) {
    self.header = header
    self.type = type
    self.taken = taken
    folded = header.columns.map(ColumnName.folded)
  }

  /// The one column that a field's names point to, by certain names first.
  func column(
    for field: SurveyField
  ) throws(SurveyFault) -> (place: Int, isWeak: Bool)? {
    let aliases = FieldAliases.of(field, in: type)
    let certain = places(aliases.certain).filter { $0 != header.featureIDColumn }
    if !certain.isEmpty { return (try only(certain, field), false) }
    if field == .geometry {
      let referenced = folded.indices.filter {
        !taken.contains($0) && ColumnMap.isReferencedGeometry(header.columns[$0])
      }
      if !referenced.isEmpty { return (try only(referenced, field), false) }
    }
    let weak = places(aliases.weak)
    if !weak.isEmpty { return (try only(weak, field), true) }
    if let cut = try cutColumn(for: field) { return cut }
    guard field == .id, let place = header.featureIDColumn else { return nil }
    return (place, true)
  }

  /// Reads the columns of published boundary sets: the deepest `adm<n>_pcode` is the district.
  func addAdministrativeColumns(to places: inout [SurveyField: Int]) throws(SurveyFault) {
    guard let deepest = (1...4).reversed().first(where: { level("pcode", $0) != nil }),
      let code = level("pcode", deepest)
    else { return }
    if type == .districts {
      if places[.code] == nil { places[.code] = code }
      if places[.name] == nil { places[.name] = name(deepest) }
      if places[.parent] == nil { places[.parent] = level("pcode", deepest - 1) }
    } else if type.fields.contains(.district), places[.district] == nil {
      places[.district] = code
    }
  }

  private func level(_ suffix: String, _ number: Int) -> Int? {
    folded.firstIndex(of: "adm\(number)\(suffix)")
  }

  private func name(_ number: Int) -> Int? {
    level("en", number) ?? level("nameen", number) ?? level("name", number)
      ?? folded.firstIndex { $0.hasPrefix("adm\(number)") && $0.count == 6 }
  }

  /// A column whose name a Shapefile cut to ten characters, if it can be no other field's.
  private func cutColumn(
    for field: SurveyField
  ) throws(SurveyFault) -> (place: Int, isWeak: Bool)? {
    let isShapefile = [".shp", ".zip", ".dbf"].contains { header.file.lowercased().hasSuffix($0) }
    guard isShapefile else { return nil }
    let cut = folded.indices.filter { place in
      header.columns[place].utf8.count == 10 && !taken.contains(place) && owner(of: place) == field
    }
    guard !cut.isEmpty else { return nil }
    let place = try only(cut, field)
    let certain = FieldAliases.of(field, in: type).certain
    return (place, !certain.contains { $0.hasPrefix(folded[place]) })
  }

  /// The one field that a cut name can belong to, by the fields' own names first; the units of
  /// areas are what is cut off first.
  private func owner(of place: Int) -> SurveyField? {
    func begins(_ name: String) -> Bool {
      name.count > folded[place].count && name.hasPrefix(folded[place])
    }
    var owners = type.fields.filter { begins(ColumnName.folded($0.rawValue)) }
    if owners.isEmpty {
      owners = type.fields.filter { field in
        let aliases = FieldAliases.of(field, in: type)
        return (aliases.certain + aliases.weak).contains(where: begins)
      }
    }
    if owners.count > 1, owners.allSatisfy(SurveyField.areas.contains) { return .area }
    return owners.count == 1 ? owners[0] : nil
  }

  private func places(_ names: [String]) -> [Int] {
    folded.indices.filter { !taken.contains($0) && names.contains(folded[$0]) }
  }

  private func only(_ places: [Int], _ field: SurveyField) throws(SurveyFault) -> Int {
    guard places.count == 1 else {
      let names = places.map { "\"\(header.columns[$0])\"" }.joined(separator: " and ")
      throw SurveyFault(
        .usage, "\(header.file): the columns \(names) can all be the field \(field.rawValue)",
        remedy: "Choose one, such as --map \(field.rawValue)=\(header.columns[places[0]]).")
    }
    return places[0]
  }
}
