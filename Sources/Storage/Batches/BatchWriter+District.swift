internal import GRDB
internal import GeometryValues
public import LandRelease

extension BatchWriter {
  /// Stores a district of a boundary set, unless the set has it.
  ///
  /// The first set of a book becomes the one that reports use.
  public func store(
    _ district: District, boundarySet: String, row: Int? = nil, measured: Measured = Measured()
  ) throws -> StoreOutcome {
    guard !district.polygon.isEmpty else {
      return .refused(
        field: "polygon", reason: "the district has no polygon",
        remedy: "give its boundary, or leave the row out")
    }
    if let refusal = Self.refusal(of: district.polygon) { return refusal }
    let content = DistrictRow.content(district)
    let hash = ContentHash.text(content, .polygons(district.polygon))
    for known in try knownDistricts(boundarySet, district.code) {
      if known.hash == hash { return try unchanged(known.version, of: "district") }
      if known.overlaps(district) {
        return .refused(
          field: "code",
          reason: "the set \(boundarySet) has another district \(district.code) for that time",
          remedy: "import into a new set, or give valid_from and valid_to that do not overlap")
      }
    }
    let fields =
      content + [
        Field("geom", GeoPackageBlob.write(district.polygon)),
        Field("boundary_set", boundarySet),
        Field("area_cm2", measured.area),
        Field("content_hash", hash),
      ]
    let outcome = try insert(fields, into: "district", as: .first, row: row, layer: true)
    if case .stored = outcome { try takeAsDefault(boundarySet) }
    return outcome
  }

  private func knownDistricts(_ boundarySet: String, _ code: String) throws -> [KnownDistrict] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT fid, content_hash, valid_from, valid_to FROM district
        WHERE boundary_set = ? AND code = ? AND \(inForce.condition())
        """)
    return try Row.fetchAll(statement, arguments: [boundarySet, code]).map { row in
      try KnownDistrict(
        version: row.decode(atIndex: 0), hash: row.decode(atIndex: 1),
        from: row.decode(atIndex: 2), to: row.decode(atIndex: 3))
    }
  }

  private func takeAsDefault(_ boundarySet: String) throws {
    try db.cachedStatement(
      sql: "UPDATE book SET default_boundary_set = ? WHERE default_boundary_set IS NULL"
    ).execute(arguments: [boundarySet])
  }
}

private struct KnownDistrict {
  var version: Int64
  var hash: String
  var from: String?
  var to: String?

  func overlaps(_ district: District) -> Bool {
    // Dates as text are in the order of time.
    let endsBefore = to.flatMap { to in district.validFrom.map { to < $0.description } } ?? false
    let beginsAfter =
      from.flatMap { from in district.validTo.map { from > $0.description } } ?? false
    return !endsBefore && !beginsAfter
  }
}
