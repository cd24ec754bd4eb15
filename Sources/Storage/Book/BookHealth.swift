internal import Foundation
internal import GRDB

/// What can be said of a book's file without believing it.
public struct BookHealth: Hashable, Sendable {
  /// What SQLite's own check says; `ok` where the file is sound.
  public var check: String
  /// `delete` for a book as Landbook keeps it.
  public var journalMode: String
  /// Whether the next command has a write to undo that was cut short.
  public var isCutShort = false
  /// Files beside the book that a program left open or died over.
  public var leftovers: [String]
  /// Migrations of the schema that the book has, of those this program knows.
  public var migrationsDone: Int
  /// Migrations of the schema that this program knows.
  public var migrationsKnown: Int
  /// In bytes.
  public var size: Int
  /// Space left on the disk it is on, in bytes; nil where it can't be told.
  public var freeSpace: Int?
  /// The kind of network file system it is on; nil on a disk of this machine.
  public var networkKind: String?
  /// The boundary sets with the last day on which each came into the book, in UTC.
  public var boundarySets: [BoundarySetAge] = []

  /// One boundary set and when it came.
  public struct BoundarySetAge: Hashable, Sendable {
    /// The set's name.
    public var name: String
    /// How many districts it has.
    public var districts: Int
    /// The day of its last import, YYYY-MM-DD; nil where the log does not tell.
    public var importedOn: String?
  }

  /// The version of SQLite in use.
  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? ""
  }

  /// Examines a file; no byte of it changes, and a broken one is a finding, not an error.
  ///
  /// - Throws: ``BookError`` where the file is missing or no database at all.
  public init(of path: String) throws {
    let path = URL(fileURLWithPath: path).standardizedFileURL.path
    let header = try FileHeader(path)
    journalMode = header.isWriteAheadLogged ? "wal" : "delete"
    leftovers = ["-wal", "-journal"].filter { suffix in
      let size = try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int
      return (size ?? 0) > 0
    }.map { URL(fileURLWithPath: path).lastPathComponent + $0 }
    size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    (freeSpace, networkKind) = Self.disk(of: path)
    let known = BookSchema.migrator.migrations
    migrationsKnown = known.count
    migrationsDone = 0
    do {
      let queue = try Connection.reader(at: path, isForeign: false)
      (check, migrationsDone, boundarySets) = try queue.read { db in
        let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
        guard answer == "ok" else { return (answer, 0, []) }
        let done = try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations")
        return (answer, known.filter(done.contains).count, try Self.sets(db))
      }
    } catch let error as DatabaseError where CutWrite.isReason(of: error) {
      (check, isCutShort) = ("a write to it was cut short", true)
    } catch let error as DatabaseError {
      check = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
  }

  private static func sets(_ db: Database) throws -> [BoundarySetAge] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT d.boundary_set, count(*), max(date(b.at))
        FROM district AS d LEFT JOIN import_batch AS b ON b.fid = d.batch
        GROUP BY 1 ORDER BY 1
        """
    ).map {
      try BoundarySetAge(
        name: $0.decode(atIndex: 0), districts: $0.decode(atIndex: 1),
        importedOn: $0.decode(atIndex: 2))
    }
  }

  /// Space left, and the name of a file system that is not on this machine.
  private static func disk(of path: String) -> (Int?, String?) {
    let state = try? FileManager.default.attributesOfFileSystem(forPath: path)
    let free = (state?[.systemFreeSize] as? NSNumber)?.intValue
    let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    // Of the mounts above the file the last of the longest is the one it is on.
    var nearest: (place: Substring, kind: Substring) = ("", "")
    for line in mounts.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2, parts[1].count >= nearest.place.count,
        resolved.hasPrefix(parts[1] == "/" ? "/" : parts[1] + "/")
      else { continue }
      nearest = (parts[1], parts[2])
    }
    let remote = ["nfs", "cifs", "smb", "9p", "fuse.", "afs", "ceph", "lustre", "glusterfs"]
    let isRemote = remote.contains { nearest.kind.hasPrefix($0) } && nearest.kind != "fuse.fuseblk"
    return (free, isRemote ? String(nearest.kind) : nil)
  }
}
