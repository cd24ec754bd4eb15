internal import Crypto
internal import Foundation
internal import GRDB

/// Makes the digests of rows that a write added, and keeps them for ``LogContent``.
struct RowDigests {
  /// Rows of one chunk, so that a row of `row_digest` fits on a page of 4096 bytes.
  static let chunk = 248
  /// Bytes that are kept of each digest.
  static let width = 16

  private let db: Database
  private let insertion: DirectStatement

  init(_ db: Database) throws {
    self.db = db
    insertion = try DirectStatement(
      db,
      "INSERT INTO row_digest (table_name, first_row, digests) VALUES (:table, :first, :digests)",
      columns: ["table", "first", "digests"])
  }

  /// - Returns: what the log says of the rows; nil where there are none.
  func write(_ table: LoggedTable, _ range: ClosedRange<Int64>) throws -> LogContent.Rows? {
    let form = try RowForm(db, table.name, leftOut: table.derived)
    form.begin(range.lowerBound, range.upperBound)
    var (all, kept) = (SHA256(), SHA256())
    var (count, last): (Int64, Int64) = (0, 0)
    var first: Int64?
    var chunk = Chunk(table: table.name)
    while let (row, digest) = try form.next() {
      digest.withUnsafeBytes { bytes in
        all.update(bufferPointer: bytes)
        kept.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<Self.width]))
      }
      // Digests are found by the place of their row, so that a gap begins a chunk.
      if chunk.isFull || row != last + 1 { try chunk.write(insertion) }
      chunk.add(row, digest)
      if first == nil { first = row }
      (last, count) = (row, count + 1)
    }
    try chunk.write(insertion)
    return first.map {
      LogContent.Rows(
        first: $0, last: last, count: count, sha256: ContentHash.hexadecimal(all.finalize()),
        rowDigests: ContentHash.hexadecimal(kept.finalize()))
    }
  }

  private struct Chunk {
    let table: String
    var first: Int64 = 0
    var digests = Data()

    var isFull: Bool { digests.count >= RowDigests.chunk * RowDigests.width }

    mutating func add(_ row: Int64, _ digest: SHA256Digest) {
      if digests.isEmpty { first = row }
      digest.withUnsafeBytes { digests.append(contentsOf: $0[..<RowDigests.width]) }
    }

    mutating func write(_ insertion: DirectStatement) throws {
      guard !digests.isEmpty else { return }
      var columns = RecordColumns()
      for value in [table.databaseValue, first.databaseValue, digests.databaseValue] {
        columns.addUnhashed(value)
      }
      insertion.bind(columns)
      try insertion.run()
      digests.removeAll(keepingCapacity: true)
    }
  }
}
