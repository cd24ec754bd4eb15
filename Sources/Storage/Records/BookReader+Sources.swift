internal import GRDB
public import LandRelease

/// The batch and the row of a file that a stored version came from.
public struct VersionSource: Hashable, Sendable {
  /// The number of the batch in the log.
  public var batch: Int64
  /// The data row of its file, counted from 1; nil where the version is of no file.
  public var row: Int?
}

extension BookReader {
  /// Where the stored versions of hazards, or of releases, came from.
  public func sources(of type: EventReference.RecordType) throws -> [Int64: VersionSource] {
    try sources("\(type.rawValue)_version")
  }

  /// Where device records came from, by their row in the book.
  public func sourcesOfDevices() throws -> [Int64: VersionSource] { try sources("device") }

  private func sources(_ table: String) throws -> [Int64: VersionSource] {
    var sources: [Int64: VersionSource] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT fid, batch, source_row FROM \(table)")
    while let row = try rows.next() {
      let version: Int64 = try row.decode(atIndex: 0)
      sources[version] = try VersionSource(
        batch: row.decode(atIndex: 1), row: row.decode(atIndex: 2))
    }
    return sources
  }
}
