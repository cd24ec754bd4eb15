internal import Foundation
internal import GRDB

/// How SQLite is told to treat a file.
enum Connection {
  /// A commit is the end of the journal's name, which FULL leaves to the system to bring to disk.
  static let safety = "EXTRA"

  static func writer(
    at path: String, patience: LockPatience = LockPatience()
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .callback(patience.rest)
    configuration.prepareDatabase { db in
      try Defence.write(db)
      SpatialFunctions.register(in: db)
      try db.execute(
        sql: """
          PRAGMA journal_mode = DELETE;
          PRAGMA synchronous = \(safety);
          PRAGMA cache_size = -65536;
          PRAGMA secure_delete = OFF;
          PRAGMA temp_store = MEMORY;
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Opens a file so that no byte of it changes and nothing is left beside it.
  ///
  /// - Parameter isForeign: whether the file's schema is not to be trusted.
  static func reader(
    at path: String, isForeign: Bool, patience: LockPatience = LockPatience()
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .callback(patience.rest)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try Defence.read(db)
      if !isForeign { SpatialFunctions.register(in: db) }
      // Somebody else's rows are read once, one after the other.
      let cache = isForeign ? -8192 : -65536
      try db.execute(
        sql: """
          PRAGMA query_only = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA cache_size = \(cache);
          PRAGMA temp_store = MEMORY;
          """)
    }
    let name = try FileHeader(path).isWriteAheadLogged ? unlogged(path) : path
    return try DatabaseQueue(path: name, configuration: configuration)
  }

  /// A file left in write-ahead mode with an empty log is read as it is, because SQLite would make
  /// a log beside it even to read.
  private static func unlogged(_ path: String) -> String {
    let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    if let size, size > 0 { return path }
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    return escaped.map { "file://\($0)?immutable=1" } ?? path
  }
}

/// What the first hundred bytes of a file say of it.
struct FileHeader {
  var isWriteAheadLogged: Bool
  var applicationID: UInt32

  init(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
    else {
      throw BookError(
        .missing, path: path, "there is no such file",
        remedy: "check the name, or make a book there")
    }
    // To open a pipe would wait for whoever writes to it.
    guard !DurableFile.isNoFile(path) else {
      throw BookError(.notABook, path: path, "it is no file", remedy: "name a GeoPackage")
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BookError(
        .inputOutput, path: path, "the file can't be opened", remedy: "check that it may be read")
    }
    defer { try? file.close() }
    let bytes = Array(try file.read(upToCount: 100) ?? Data())
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw BookError(
        .notABook, path: path, "the file is not a GeoPackage",
        remedy: "name a GeoPackage, or import the file into a book")
    }
    isWriteAheadLogged = bytes[18] == 2 || bytes[19] == 2
    applicationID = bytes[68..<72].reduce(0) { $0 << 8 | UInt32($1) }
  }

  static let geoPackage: UInt32 = 0x4750_4B47
}
