internal import GRDB

/// Records of one kind and organisation that a file lacks.
public struct RecordsNotInFile: Hashable, Sendable {
  /// `hazard` or `release`.
  public var type: String
  /// None is the shared namespace.
  public var organisation: String
  /// How many the book had before.
  public var known: Int
  /// How many of them did not come.
  public var missing: Int
}

extension BatchWriter {
  /// Rows whose polygon was one of the book's, rounded otherwise: the book's was taken.
  public var alikePolygons: Int { landWriters.values.reduce(0) { $0 + $1.alikeCount } }

  /// Rows of a file that came before, of which later files say something else: they stay unused.
  public var outdatedRows: Int { landWriters.values.reduce(0) { $0 + $1.outdatedCount } }

  /// What the book had of the organisations whose records came again, and the file has not.
  public func recordsNotInFile() throws -> [RecordsNotInFile] {
    var all: [RecordsNotInFile] = []
    for (layer, writer) in landWriters.sorted(by: { $0.key < $1.key }) {
      let count = try db.makeStatement(
        sql: """
          SELECT count(*) FROM (SELECT DISTINCT id FROM \(layer)_version
            WHERE organisation = ? AND batch <> \(batch) AND \(inForce.condition()))
          """)
      for (organisation, met) in writer.met.sorted(by: { $0.key < $1.key }) {
        let known = try Int.fetchOne(count, arguments: [organisation]) ?? 0
        let missing = known - met
        if missing > 0 {
          all.append(
            RecordsNotInFile(
              type: layer, organisation: organisation, known: known, missing: missing))
        }
      }
    }
    return all
  }
}
