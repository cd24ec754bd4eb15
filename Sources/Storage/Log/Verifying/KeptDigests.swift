internal import Crypto
internal import Foundation
internal import GRDB

/// The digests of a table's rows as `row_digest` keeps them.
struct KeptDigests {
  struct Chunk {
    /// Its row in `row_digest`.
    var number: Int64
    var first: Int64
    var digests: Data

    var last: Int64 { first + Int64(digests.count / RowDigests.width) - 1 }
  }

  /// In order of their rows.
  private(set) var chunks: [Chunk] = []
  private(set) var faults: [LogFault] = []
  private var place = 0

  /// Whether all of them could be read.
  var isWhole: Bool { faults.isEmpty }

  init(_ db: Database, _ table: String) {
    var check = LogCheck(.rows)
    var chunks: [Chunk] = []
    check.run("row_digest") { check in
      let numbers = try Int64.fetchAll(
        db, sql: "SELECT fid FROM row_digest WHERE table_name = ? ORDER BY first_row, fid",
        arguments: [table])
      let select = try db.makeStatement(
        sql: "SELECT first_row, digests FROM row_digest WHERE fid = ?")
      for number in numbers {
        check.run("row_digest") { _ in
          guard let row = try Row.fetchOne(select, arguments: [number]),
            let first = Int64.fromDatabaseValue(row[0]),
            let digests = Data.fromDatabaseValue(row[1]), first <= .max - Int64(digests.count)
          else { throw BookError.damaged("row_digest \(number) can't be read") }
          chunks.append(Chunk(number: number, first: first, digests: digests))
        }
      }
    }
    self.chunks = chunks.sorted { $0.first < $1.first }
    faults = check.faults
  }

  /// The digest kept of a row; rows are asked for in ascending order, mostly.
  mutating func digest(of row: Int64) -> Data? {
    if place >= chunks.count || chunks[place].first > row { place = 0 }
    while place < chunks.count, chunks[place].last < row { place += 1 }
    guard place < chunks.count, chunks[place].first <= row else { return nil }
    let chunk = chunks[place]
    let start = chunk.digests.startIndex + Int(row - chunk.first) * RowDigests.width
    return chunk.digests[start..<start + RowDigests.width]
  }

  /// The rows between two numbers of which digests are kept.
  func rows(from first: Int64, to last: Int64) -> [Int64] {
    chunks.filter { $0.first <= last && $0.last >= first }.flatMap {
      max($0.first, first)...min($0.last, last)
    }
  }

  /// SHA-256 of the digests kept of some rows, hexadecimal.
  func hash(from first: Int64, to last: Int64) -> String {
    var hash = SHA256()
    for chunk in chunks where chunk.first >= first && chunk.last <= last {
      hash.update(data: chunk.digests)
    }
    return ContentHash.hexadecimal(hash.finalize())
  }
}
