internal import Foundation
internal import GRDB

/// What the log of a damaged book still tells of its rows.
struct LoggedRows {
  /// Rows that one write added to a table.
  private struct Range {
    var rows: ClosedRange<Int64>
    var subject: String
  }

  private var ranges: [String: [Range]] = [:]
  private var digests: [String: [Int64: Data]] = [:]
  /// The hash of the last entry that could be read.
  private(set) var head: String?
  /// Batches that take others back, with what they take back.
  private(set) var reversals: [Int64: Int64] = [:]

  init(_ source: SalvageSource, _ shapes: [TableShape]) {
    if let shape = shapes.first(where: { $0.name == "log_entry" }) {
      let records = source.tree(of: shape, among: shapes).records
      for record in records.values.sorted(by: { $0.row < $1.row }) { read(record) }
    }
    if let shape = shapes.first(where: { $0.name == "log_bucket" }) {
      for record in source.tree(of: shape, among: shapes).records.values { readFindings(record) }
    }
    guard let shape = shapes.first(where: { $0.name == "row_digest" }) else { return }
    for record in source.tree(of: shape, among: shapes).records.values {
      guard record.values.count == 4, let table = String.fromDatabaseValue(record.values[1]),
        let first = Int64.fromDatabaseValue(record.values[2]),
        let bytes = Data.fromDatabaseValue(record.values[3]), bytes.count % RowDigests.width == 0
      else { continue }
      for place in 0..<bytes.count / RowDigests.width {
        let start = bytes.startIndex + place * RowDigests.width
        digests[table, default: [:]][first + Int64(place)] = bytes[start..<start + RowDigests.width]
      }
    }
  }

  /// Findings are kept by buckets: two bytes of place and sixteen of digest for each.
  private mutating func readFindings(_ record: RawRecord) {
    guard record.values.count == 5, String.fromDatabaseValue(record.values[1]) == "finding",
      let bucket = Int64.fromDatabaseValue(record.values[2]),
      let items = Data.fromDatabaseValue(record.values[4]), items.count % LogBucket.width == 0
    else { return }
    for start in stride(from: items.startIndex, to: items.endIndex, by: LogBucket.width) {
      let place = Int64(items[start]) << 8 | Int64(items[start + 1])
      let row = bucket << BucketedPart.finding.shift + place
      digests["finding", default: [:]][row] = items[start + 2..<start + LogBucket.width]
    }
  }

  private mutating func read(_ record: RawRecord) {
    let texts = record.values.map { String.fromDatabaseValue($0) }
    guard texts.count == 8, let subject = texts[4], let content = texts[5], let hash = texts[7],
      let content = try? JSONDecoder().decode(LogContent.self, from: Data(content.utf8))
    else { return }
    head = hash
    for (table, rows) in content.rows ?? [:] where rows.first <= rows.last {
      ranges[table, default: []].append(Range(rows: rows.first...rows.last, subject: subject))
    }
    if let batch = Self.batch(subject), let reversed = Self.batch(content.about?["reverses"] ?? "")
    {
      reversals[batch] = reversed
    }
  }

  private static func batch(_ subject: String) -> Int64? {
    subject.hasPrefix("batch ") ? Int64(subject.dropFirst(6)) : nil
  }

  /// The last row that a table had, as far as the log can be read.
  func lastRow(of table: String) -> Int64? { ranges[table]?.map(\.rows.upperBound).max() }

  /// What brought a row: `batch 4`.
  func origin(_ table: String, _ row: Int64) -> String? {
    ranges[table]?.first { $0.rows.contains(row) }.map(\.subject)
  }

  /// The digest that was logged of a row; nil where it is lost, or the book had none.
  func digest(_ table: String, _ row: Int64) -> Data? { digests[table]?[row] }

  func hasDigests(_ table: String) -> Bool { digests[table]?.isEmpty == false }
}
