internal import GRDB
public import LandRelease

extension BookReader {
  /// The districts of the default set that are no one's parent, with their areas.
  public func leafDistrictAreas() throws -> [(
    code: String, name: String, aliases: [String], area: Area
  )] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT code, name, aliases, area_cm2 FROM district
        WHERE boundary_set = (SELECT default_boundary_set FROM book) AND area_cm2 IS NOT NULL
          AND \(inForce().condition()) AND valid_to IS NULL AND code NOT IN (
            SELECT parent FROM district WHERE parent IS NOT NULL
              AND boundary_set = (SELECT default_boundary_set FROM book))
        """)
    var districts: [(code: String, name: String, aliases: [String], area: Area)] = []
    while let row = try rows.next() {
      districts.append(
        (
          try row.decode(atIndex: 0), try row.decode(atIndex: 1),
          JSONText.read(try row.decode(atIndex: 2), as: [String].self) ?? [],
          Area(squareCentimetres: try row.decode(atIndex: 3))
        ))
    }
    return districts
  }
}
