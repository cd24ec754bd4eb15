internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// What a transaction writes, as SQLite itself tells it, so that no write is left out of the log.
///
/// A `DELETE` of all rows of a table without triggers is not told; what such a table holds
/// afterwards is.
final class TouchedRows {
  private(set) var findings: Set<Int64> = []
  /// Events of the ledger, themselves or one of their parts.
  private(set) var events: Set<Int64> = []
  private var lastEvent: Int64?
  /// Tables of ``LoggedTable/small`` and ``LoggedTable/touched``.
  private(set) var tables: Set<String> = []
  private let connection: OpaquePointer?

  init(_ db: Database) {
    connection = db.sqliteConnection
    let callback:
      @convention(c) (
        UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int64
      ) -> Void = { context, _, _, table, row in
        guard let context, let table else { return }
        Unmanaged<TouchedRows>.fromOpaque(context).takeUnretainedValue().note(table, row)
      }
    sqlite3_update_hook(connection, callback, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Listens no longer.
  func stop() { sqlite3_update_hook(connection, nil, nil) }

  private func note(_ table: UnsafePointer<CChar>, _ row: Int64) {
    switch UInt8(bitPattern: table[0]) {
    case UInt8(ascii: "f"):
      if strcmp(table, "finding") == 0 { findings.insert(row) }
    case UInt8(ascii: "l"):
      if strcmp(table, "ledger_part") == 0 {
        noteEvent(row >> LedgerInsertion.partBits)
      } else if strcmp(table, "ledger_event") == 0 {
        noteEvent(row)
      } else {
        noteTable(table)
      }
    case UInt8(ascii: "r"):
      // Most writes of an import are to the tables of a spatial index, rtree_...
      if UInt8(bitPattern: table[1]) != UInt8(ascii: "t") { noteTable(table) }
    case UInt8(ascii: "b"), UInt8(ascii: "t"): noteTable(table)
    default: break
    }
  }

  private func noteEvent(_ event: Int64) {
    if event == lastEvent { return }
    lastEvent = event
    events.insert(event)
  }

  private func noteTable(_ name: UnsafePointer<CChar>) {
    for table in Self.tables where strcmp(name, table) == 0 { tables.insert(table) }
  }

  private static let tables = (LoggedTable.small + LoggedTable.touched).map(\.name)
}
