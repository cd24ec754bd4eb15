internal import Crypto
internal import Foundation
internal import GRDB

/// Holds the rows of a table that never change against what the log says of them.
struct RowVerification {
  private let db: Database
  private let table: LoggedTable
  private let ranges: [ReadLog.Range]
  private let names: RowNames
  private var kept: KeptDigests
  private(set) var check = LogCheck(.rows)

  init(_ db: Database, _ table: LoggedTable, _ log: ReadLog) {
    self.db = db
    self.table = table
    ranges = log.ranges(of: table.name)
    names = RowNames(db: db)
    kept = KeptDigests(db, table.name)
    lastKnown = max((try? table.lastRow(db)) ?? 0, kept.chunks.last?.last ?? 0)
  }

  /// What became of the rows of one entry.
  private struct Progress {
    var hash = SHA256()
    /// The digests that were kept, of the rows that should be there.
    var faults = 0
    var count: Int64 = 0
  }

  /// Nothing is known of rows after it, whatever the log says.
  private let lastKnown: Int64

  mutating func run() {
    for fault in kept.faults { check.add(fault) }
    guard let form = try? RowForm(db, table.name, leftOut: table.derived) else {
      return check.add(LogFault(.unreadable, table.name))
    }
    var next: Int64 = .min
    for range in ranges {
      let (first, last) = (range.rows.first, range.rows.last)
      if next < first { refuseAdded(from: next, to: first - 1) }
      hold(range, form)
      next = max(next, last == .max ? .max : last + 1)
    }
    refuseAdded(from: next, to: .max)
    for chunk in kept.chunks where !isCovered(chunk) {
      check.add(LogFault(.added, "row_digest", row: chunk.number))
    }
  }

  private func isCovered(_ chunk: KeptDigests.Chunk) -> Bool {
    ranges.contains { $0.rows.first <= chunk.first && chunk.last <= $0.rows.last }
  }

  private mutating func hold(_ range: ReadLog.Range, _ form: RowForm) {
    var progress = Progress()
    var row = range.rows.first
    let end = min(range.rows.last, lastKnown)
    while row <= end {
      form.begin(row, range.rows.last)
      do {
        while let (found, digest) = try form.next() {
          guard found >= row else { break }
          refuseMissing(from: row, to: found - 1, range, &progress)
          hold(found, digest, range, &progress)
          row = found &+ 1
        }
        refuseMissing(from: row, to: range.rows.last, range, &progress)
        break
      } catch {
        // The page of this row is damaged: those after it may be sound.
        tell(.unreadable, row, range, LogCheck.words(for: error), &progress)
        row += 1
      }
    }
    conclude(range, progress)
  }

  private mutating func hold(
    _ row: Int64, _ digest: SHA256Digest, _ range: ReadLog.Range, _ progress: inout Progress
  ) {
    check.held += 1
    progress.count += 1
    digest.withUnsafeBytes { bytes in
      progress.hash.update(bufferPointer: bytes)
      let beginning = UnsafeRawBufferPointer(rebasing: bytes[..<RowDigests.width])
      switch kept.digest(of: row) {
      case let held? where !held.elementsEqual(beginning):
        tell(.changed, row, range, nil, &progress)
      case nil where kept.isWhole: tell(.added, row, range, nil, &progress)
      default: break
      }
    }
  }

  private mutating func refuseMissing(
    from first: Int64, to last: Int64, _ range: ReadLog.Range, _ progress: inout Progress
  ) {
    guard first <= last else { return }
    for row in kept.rows(from: first, to: last) { tell(.missing, row, range, nil, &progress) }
  }

  /// Where no single row is wrong, the list of digests may be; the log itself decides.
  private mutating func conclude(_ range: ReadLog.Range, _ progress: Progress) {
    let rows = range.rows
    let isAsLogged = ContentHash.hexadecimal(progress.hash.finalize()) == rows.sha256
    if isAsLogged {
      check.takeBack(progress.faults)
      if progress.faults > 0 || kept.hash(from: rows.first, to: rows.last) != rows.rowDigests {
        check.add(
          LogFault(
            .changed, "row_digest", detail: "\(table.name), rows \(rows.first) to \(rows.last)",
            broughtBy: range.subject))
      }
    } else if progress.faults == 0 {
      check.add(
        LogFault(
          progress.count < rows.count ? .missing : .changed, table.name, row: rows.first,
          lastRow: rows.last, detail: "one or more of these rows", broughtBy: range.subject))
    }
  }

  private mutating func tell(
    _ kind: LogFault.Kind, _ row: Int64, _ range: ReadLog.Range, _ detail: String?,
    _ progress: inout Progress
  ) {
    progress.faults += 1
    check.add(
      LogFault(
        kind, table.name, row: row,
        record: check.isTellingMore ? names.name(table.name, row) : nil, detail: detail,
        broughtBy: range.subject))
  }

  private mutating func refuseAdded(from first: Int64, to last: Int64) {
    guard first <= last else { return }
    let (db, table, names) = (db, table.name, names)
    check.run(table) { check in
      let rows = try Int64.fetchCursor(
        db, sql: "SELECT fid FROM \"\(table)\" WHERE fid BETWEEN ? AND ? ORDER BY fid",
        arguments: [first, last])
      while let row = try rows.next() {
        check.held += 1
        check.add(LogFault(.added, table, row: row, record: names.name(table, row)))
      }
    }
  }
}
