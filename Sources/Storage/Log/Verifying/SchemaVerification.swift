internal import GRDB

/// Holds the schema of a book against that of a new one; what others added stays.
enum SchemaVerification {
  static func check(_ db: Database, path: String) -> LogCheck {
    var check = LogCheck(.schema)
    check.run("sqlite_master") { check in
      let steps = try BookSchema.migrator.appliedIdentifiers(db)
      let known = try KnownSchema.current()
      let registered = try known.read(Self.registered)
      check.held = known.count + registered.count
      for row in try registered.subtracting(Self.registered(db)).sorted() {
        check.add(LogFault(.changed, "gpkg_contents", record: row))
      }
      do {
        try KnownSchema.after(Set(steps)).judge(db, path: path)
      } catch let error as BookError {
        check.add(LogFault(.changed, "sqlite_master", detail: error.message))
      }
    }
    return check
  }

  /// How tables are registered for map programs, and the references they are in.
  private static func registered(_ db: Database) throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT table_name || ' ' || column_name || ' ' || geometry_type_name || ' ' || srs_id
        FROM gpkg_geometry_columns
        UNION ALL SELECT table_name || ' ' || ifnull(column_name, '') || ' ' || extension_name
        FROM gpkg_extensions
        UNION ALL SELECT table_name || ' ' || data_type || ' ' || identifier || ' '
          || ifnull(srs_id, '')
        FROM gpkg_contents
        UNION ALL SELECT srs_id || ' ' || organization || ' ' || organization_coordsys_id
          || ' ' || definition FROM gpkg_spatial_ref_sys
        """)
  }
}
