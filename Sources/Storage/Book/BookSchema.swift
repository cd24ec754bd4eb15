internal import GRDB
internal import Schemas

/// The schema of a book: how it is made, and which program may use it.
enum BookSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in MigrationTexts.all {
      migrator.registerMigration(migration.name) { db in
        try db.execute(sql: migration.sql)
        try indexLayers(db)
        try addStyles(db)
      }
    }
    return migrator
  }

  /// Gives each feature table that a migration has registered its spatial index.
  private static func indexLayers(_ db: Database) throws {
    guard try db.tableExists("gpkg_extensions") else { return }
    let layers = try String.fetchAll(
      db,
      sql: """
        SELECT table_name FROM gpkg_geometry_columns EXCEPT
        SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'
        """)
    for layer in layers { try SpatialIndex(table: layer).create(db) }
  }

  /// A book made before there was a layer gets the style of that layer with it.
  private static func addStyles(_ db: Database) throws {
    guard try db.tableExists("book"),
      let created = try String.fetchOne(db, sql: "SELECT created_at FROM book"),
      let moment = Timestamp(created)
    else { return }
    try LayerStyles.install(db, at: moment)
  }

  /// Refuses what is no book and a book of a later program.
  static func judge(_ db: Database, path: String) throws {
    let tables = try String.fetchSet(
      db,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name IN ('grdb_migrations', 'book', 'gpkg_contents')
        """)
    guard tables.count == 3 else {
      throw BookError(
        .notABook, path: path, "the file is no land book",
        remedy: "make a book with landbook init and import the file into it")
    }
    if try migrator.hasBeenSuperseded(db) {
      throw BookError(
        .newer, path: path, "a later version of Landbook has written to the book",
        remedy: "use that version, or a copy of the book from before")
    }
  }

  static func isComplete(_ db: Database) throws -> Bool {
    try migrator.hasCompletedMigrations(db)
  }
}
