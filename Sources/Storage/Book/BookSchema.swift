internal import GRDB
internal import Schemas

/// The schema of a book: how it is made, and which program may use it.
enum BookSchema {
  static var migrator: DatabaseMigrator { migrator(of: nil) }

  /// - Parameter steps: the names of those that are wanted; nil is all.
  static func migrator(of steps: Set<String>?) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in MigrationTexts.all where steps?.contains(migration.name) != false {
      migrator.registerMigration(migration.name) { db in
        let watch = try isLogged(db) ? WriteWatch(db) : nil
        try db.execute(sql: migration.sql)
        try indexLayers(db)
        try addStyles(db)
        guard try isLogged(db) else { return }
        // The first entry of an older book covers all it held.
        let draft = LogDraft(at: .now, verb: "migrate", subject: migration.name)
        try LogChain(db).append(draft, watch)
      }
    }
    return migrator
  }

  /// Whether the book has a log; one that is being made has none yet.
  private static func isLogged(_ db: Database) throws -> Bool {
    guard try db.tableExists("log_entry") else { return false }
    return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM book)") ?? false
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

  /// Refuses what is no book, a book of a later program and one whose schema was altered.
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
    let steps = try migrator.appliedIdentifiers(db)
    let known = try KnownSchema.after(steps)
    try refuseForgottenSteps(db, steps, known, path: path)
    try known.judge(db, path: path)
  }

  /// A book that has what a step makes and not the row that says so would have it made twice.
  private static func refuseForgottenSteps(
    _ db: Database, _ steps: Set<String>, _ known: KnownSchema, path: String
  ) throws {
    let all = MigrationTexts.all.map(\.name)
    let missing = all.filter { !steps.contains($0) }
    guard !missing.isEmpty else { return }
    let complete = try KnownSchema.after(Set(all))
    guard complete.differs(from: known), (try? complete.judge(db, path: path)) != nil else {
      return
    }
    throw BookError(
      .altered, path: path,
      "the book has lost a row of grdb_migrations: \(missing.joined(separator: ", "))",
      remedy: "restore a copy")
  }

  static func isComplete(_ db: Database) throws -> Bool {
    try migrator.hasCompletedMigrations(db)
  }
}
