internal import Crypto
internal import GRDB
internal import GRDBSQLite

/// What a database says, whatever its pages look like: its schema, and each table's rows in their
/// order.
struct LogicalContent: Equatable {
  /// What is held of one table.
  struct Table: Equatable {
    var rows: Int
    var digest: [UInt8]
  }

  private(set) var schema: [[String?]] = []
  private(set) var tables: [String: Table] = [:]
  private(set) var marks: [Int64] = []

  init(_ db: Database) throws {
    for pragma in ["application_id", "user_version"] {
      marks.append(try Int64.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0)
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    schema = rows.map { row in (0..<4).map { row[$0] as String? } }
    for object in schema where object[0] == "table" {
      guard let name = object[1], object[3]?.hasPrefix("CREATE VIRTUAL") != true else { continue }
      tables[name] = try Self.content(of: name, db)
    }
  }

  private static func content(of table: String, _ db: Database) throws -> Table {
    let name = table.replacing("\"", with: "\"\"")
    let count = try db.columns(in: table).count
    let rows = try DirectStatement(db, "SELECT * FROM \"\(name)\"")
    var (hash, number) = (SHA256(), 0)
    while try rows.next() {
      number += 1
      for column in 0..<Int32(count) { add(column, of: rows, to: &hash) }
    }
    rows.reset()
    return Table(rows: number, digest: Array(hash.finalize()))
  }

  /// A value is its kind, its length and its bytes, so that no two rows give the same bytes.
  private static func add(_ column: Int32, of row: DirectStatement, to hash: inout SHA256) {
    let kind = row.kind(column)
    // A kind is one of five, so that it fits beside the length.
    func put(_ length: Int) {
      withUnsafeBytes(of: length << 8 | Int(kind)) { hash.update(bufferPointer: $0) }
    }
    switch kind {
    case SQLITE_INTEGER:
      put(8)
      withUnsafeBytes(of: row.integer(column)) { hash.update(bufferPointer: $0) }
    case SQLITE_FLOAT:
      put(8)
      withUnsafeBytes(of: row.number(column).bitPattern) { hash.update(bufferPointer: $0) }
    case SQLITE_NULL: put(0)
    default:
      let bytes = row.bytes(column)
      put(bytes?.count ?? 0)
      if let bytes { hash.update(bufferPointer: bytes) }
    }
  }
}
