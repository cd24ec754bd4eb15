internal import GRDB
internal import GRDBSQLite

/// Stops a query that works very long without giving a row.
final class QueryWatch {
  /// In steps of SQLite's machine, of which it does about a hundred million a second.
  private static let stepsBetweenLooks: Int32 = 1_000_000
  private static let mostLooks = 200

  private let connection: OpaquePointer?
  private var looks = 0

  init(_ db: Database) {
    connection = db.sqliteConnection
    let look: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
      guard let context else { return 0 }
      let watch = Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue()
      watch.looks += 1
      return watch.looks > QueryWatch.mostLooks ? 1 : 0
    }
    sqlite3_progress_handler(
      connection, Self.stepsBetweenLooks, look, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Begins to count anew, because a row came.
  func rest() { looks = 0 }

  /// Must be called before the watch goes, since SQLite keeps a pointer to it.
  func stop() { sqlite3_progress_handler(connection, 0, nil, nil) }
}
