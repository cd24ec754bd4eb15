internal import GRDB

/// The digests of findings, bucket by bucket.
struct FindingBuckets {
  private let form: RowForm

  init(_ db: Database) throws {
    form = try RowForm(db, LoggedTable.finding.name)
  }

  /// The findings of a bucket, each with the digest of its row.
  func items(_ bucket: Int64) throws -> [BucketItem] {
    let rows = BucketedPart.rows(bucket, BucketedPart.finding.shift)
    form.begin(rows.lowerBound, rows.upperBound)
    var items: [BucketItem] = []
    while let (row, digest) = try form.next() {
      items.append(BucketItem(number: row, digest))
    }
    return items
  }

  /// The buckets that have rows, ascending.
  static func all(_ db: Database) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT DISTINCT fid >> 8 FROM finding ORDER BY 1")
  }
}
