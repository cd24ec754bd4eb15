internal import GRDB
internal import LandRelease

/// The findings of posting, which are found anew each time.
enum PostingFindings {
  /// Meets those of some records, or all, again, and marks as fixed what is found no longer.
  static func replace(
    with findings: [Finding], of records: Set<LedgerRecord>?, at moment: Timestamp, _ db: Database
  ) throws {
    let writer = try FindingWriter(db, batch: nil, at: moment)
    for finding in findings { try writer.add(finding) }
    try writer.fixOthers(
      of: LandRules.ofPosting, records: records.map { Set($0.map(\.description)) })
    try writer.finish()
  }
}
