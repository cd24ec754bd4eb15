internal import GeometryValues
public import LandRelease

extension BatchWriter {
  /// Stores a zone whose ground was worked out; newer content of its key becomes the current row.
  public func store(_ zone: Zone, area: Area, row: Int? = nil) throws -> StoreOutcome {
    if let refusal = Self.refusal(of: zone.ground) { return refusal }
    let content = ZoneRow.content(zone)
    let kept = [
      Field("geom", GeoPackageBlob.write(zone.ground)),
      Field("original_wkb", ZoneRow.original(zone)), Field("area_cm2", area),
    ]
    return try replace(
      content + kept, hash: ContentHash.text(content, zone.drawn), in: "zone",
      key: [Field("id", zone.key.id), Field("organisation", zone.key.organisation)], layer: true,
      row: row)
  }

  /// Stores a check of the environment; newer content of its key becomes the current row.
  public func store(_ check: EnvironmentCheck, row: Int? = nil) throws -> StoreOutcome {
    try store(
      check.key, EnvironmentCheckRow.content(check), nil, into: "environment_check", layer: false,
      row: row)
  }

  /// Stores the check that came in the row of a release: of the two the row counts once.
  ///
  /// - Parameter outcome: what became of the release.
  /// - Returns: what became of the row.
  public func store(
    _ check: EnvironmentCheck, along outcome: StoreOutcome, row: Int? = nil
  ) throws -> StoreOutcome {
    if case .refused = outcome { return outcome }
    return try countingOnce(outcome) { try store(check, row: row) }
  }
}
