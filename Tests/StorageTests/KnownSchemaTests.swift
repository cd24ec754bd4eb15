import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct KnownSchemaTests {
  @Test(arguments: [
    "ALTER TABLE hazard ADD COLUMN \"my note\" TEXT(20)",
    "ALTER TABLE release ADD COLUMN price NUMERIC(10, 2) NOT NULL DEFAULT -1.5",
    "ALTER TABLE import_batch ADD COLUMN seen BOOLEAN DEFAULT FALSE",
    "ALTER TABLE movement_sum ADD COLUMN a; ALTER TABLE movement_sum ADD COLUMN b TEXT COLLATE NOCASE",
    "CREATE TABLE photo (fid INTEGER PRIMARY KEY, x BLOB CHECK (length(x) < 9))",
    "CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER)",
    "CREATE VIEW mine AS SELECT * FROM movement",
    "CREATE INDEX hazard_own ON hazard (organisation COLLATE NOCASE, \"class\" DESC)",
    "CREATE VIRTUAL TABLE words USING fts5(x)",
    "CREATE TABLE a (h INTEGER REFERENCES hazard(fid) ON DELETE CASCADE)",
  ])
  func harmlessAdditionsStay(sql: String) throws {
    let temporary = try TemporaryBook()
    try temporary.sql { try $0.execute(sql: sql) }
    #expect(opening(temporary.path, .writing) == nil)
    #expect(opening(temporary.path, .reading) == nil)
  }

  @Test(arguments: [
    "DROP VIEW movement; CREATE VIEW movement AS SELECT 1 AS fid",
    "DROP VIEW movement; CREATE TABLE movement (fid INTEGER PRIMARY KEY)",
    "DROP INDEX finding_record",
    "ALTER TABLE hazard ADD COLUMN x TEXT GENERATED ALWAYS AS (upper(id))",
    "ALTER TABLE hazard ADD COLUMN x TEXT CHECK (load_extension(x))",
    "ALTER TABLE hazard ADD COLUMN x TEXT DEFAULT (hex(zeroblob(1000)))",
    "ALTER TABLE task ADD COLUMN x REFERENCES hazard(fid)",
    "CREATE UNIQUE INDEX own ON hazard (organisation)",
    "CREATE INDEX own ON hazard (upper(organisation))",
    "CREATE INDEX own ON hazard (organisation) WHERE length(organisation) < 9",
    "CREATE TRIGGER own AFTER INSERT ON finding BEGIN DELETE FROM book; END",
    "CREATE TRIGGER own INSTEAD OF INSERT ON movement BEGIN DELETE FROM book; END",
    "CREATE VIEW gpkg_ogr_contents AS SELECT 'hazard' AS table_name, 1 AS feature_count",
    """
    CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER);
    CREATE TRIGGER own AFTER UPDATE ON gpkg_ogr_contents BEGIN DELETE FROM book; END
    """,
    """
    CREATE TABLE a (h INTEGER PRIMARY KEY REFERENCES hazard(fid) ON DELETE CASCADE);
    CREATE TABLE b (h REFERENCES a(h) ON DELETE CASCADE);
    CREATE TRIGGER own AFTER DELETE ON b BEGIN DELETE FROM book; END
    """,
    "ALTER TABLE hazard RENAME COLUMN organisation TO organization",
    "ALTER TABLE hazard DROP COLUMN status",
    "DELETE FROM grdb_migrations WHERE identifier LIKE 'v003%'",
    edit("table", "hazard_version", "replace(sql, 'NOT NULL', '')"),
    edit("table", "import_batch", "replace(sql, ' IN (', ' NOT IN (')"),
    edit("table", "finding", "replace(sql, 'CHECK (', 'CHECK (1 OR ')"),
    edit("trigger", "closing_fixed", "replace(sql, '''', '\"')"),
    edit("view", "movement", "sql || ' AND 1'"),
  ])
  func whateverChangesWhatTheBookSaysIsRefused(sql: String) throws {
    let temporary = try TemporaryBook()
    try temporary.sql { db in
      // Altering a table whose layer has an index needs the functions of its triggers.
      SpatialFunctions.register(in: db)
      try db.execute(sql: sql)
    }
    #expect(opening(temporary.path, .writing) == .altered)
    #expect(opening(temporary.path, .reading) == .altered)
  }

  private static func edit(_ type: String, _ name: String, _ sql: String) -> String {
    """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_master SET sql = \(sql) WHERE type = '\(type)' AND name = '\(name)';
    PRAGMA writable_schema = RESET
    """
  }

  @Test func blanksAndQuotesSayNothingAndTextsDo() {
    #expect(SchemaText("CREATE  TABLE \"A\"(\n[b] `c`)") == SchemaText("create table a (b c)"))
    #expect(SchemaText("x = 'A'") != SchemaText("x = 'a'"))
    #expect(SchemaText("x = 'a'") != SchemaText("x = a"))
    #expect(SchemaText("x = \"a b\"") != SchemaText("x = a b"))
    #expect(SchemaText("'it''s") != SchemaText("'it"))
  }

  @Test func nothingMisspeltIsTakenForText() throws {
    let temporary = try TemporaryBook()
    let queue = try Connection.reader(at: temporary.path, isForeign: true)
    #expect(throws: DatabaseError.self) {
      try queue.read { try $0.execute(sql: "SELECT * FROM book WHERE name = \"no column\"") }
    }
    #expect(throws: DatabaseError.self) {
      try queue.read { try $0.execute(sql: "SELECT zeroblob(300000000)") }
    }
    #expect(throws: DatabaseError.self) {
      try queue.read { try $0.execute(sql: "SELECT load_extension('x')") }
    }
  }

  private func opening(_ path: String, _ purpose: LandBook.Purpose) -> BookError.Kind? {
    bookError { _ = try LandBook.open(at: path, for: purpose) }
  }
}
