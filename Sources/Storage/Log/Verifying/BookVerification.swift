internal import GRDB
public import LandRelease

/// A book held against its log.
public struct BookVerification: Sendable {
  /// What was held against what; what is worked out from other rows is worked out anew.
  public private(set) var checks: [LogCheck]
  /// The entries of the log, as far as they can be read.
  public let entries: [LogEntry]
  private let contents: [LogContent]

  init(_ db: Database, path: String) {
    let log = ReadLog(db)
    entries = log.entries
    contents = log.contents
    checks = LogCheck.Subject.allCases.map { subject in
      switch subject {
      case .file: FileVerification.check(db)
      case .schema: SchemaVerification.check(db, path: path)
      case .log: log.check
      case .rows: Self.rows(db, log)
      case .state: StateVerification.check(db, log)
      case .findings: Self.buckets(.finding, db, log)
      case .ledger: Self.buckets(.ledger, db, log)
      case .sums: CurrentVerification.sums(db)
      case .current: CurrentVerification.check(db)
      case .layers: Self.layers(db)
      case .index: IndexVerification.check(db)
      }
    }
  }

  private static func rows(_ db: Database, _ log: ReadLog) -> LogCheck {
    LoggedTable.fixed.reduce(into: LogCheck(.rows)) { check, table in
      var verification = RowVerification(db, table, log)
      verification.run()
      check.add(verification.check)
    }
  }

  private static func buckets(_ part: BucketedPart, _ db: Database, _ log: ReadLog) -> LogCheck {
    var verification = BucketVerification(db, part, log)
    verification.run()
    return verification.check
  }

  private static func layers(_ db: Database) -> LogCheck {
    ["hazard", "release"].reduce(into: LogCheck(.layers)) { check, layer in
      var verification = LayerVerification(db, layer)
      verification.run()
      check.add(verification.check)
    }
  }
}

extension BookVerification {
  /// Whether a layer shows an earlier version of a hazard than the latest, which may be right.
  public var showsEarlierVersions: Bool {
    checks.contains { check in
      check.subject == .layers && check.faults.contains { $0.isEarlierVersion }
    }
  }

  /// Takes those back that show the version that counts while a later one waits.
  public mutating func explainEarlierVersions(by versions: Set<Int64>) {
    for place in checks.indices where checks[place].subject == .layers {
      checks[place].remove { $0.isEarlierVersion && versions.contains($0.version ?? 0) }
    }
  }

  /// Whether the entries up to one are all there and have the hashes that they must have.
  public func isIntact(through entry: Int64) -> Bool {
    !checks.contains { check in
      check.subject == .log && check.faults.contains { ($0.row ?? 0) <= entry }
    }
  }

  /// The last ledger that was logged up to an entry, and how it can be worked out anew.
  public func ledger(through entry: Int64) -> LoggedLedger? {
    let logged = zip(entries, contents).filter { pair in
      pair.0.sequence <= entry && pair.1.buckets?["ledger"] != nil
    }.last
    guard let logged, let digest = logged.1.buckets?["ledger"]?.sha256,
      let batch = logged.1.about?["posted_through_batch"].flatMap({ Int64($0) })
    else { return nil }
    return LoggedLedger(
      digest: digest, throughBatch: batch, boundarySet: logged.1.about?["boundary_set"],
      entry: logged.0.name)
  }
}

/// A ledger as an entry of the log has it.
public struct LoggedLedger: Hashable, Sendable {
  /// What it is known by; see ``LedgerDigest``.
  public var digest: String
  /// The last batch that it was worked out from.
  public var throughBatch: Int64
  /// The set that movements were split by.
  public var boundarySet: String?
  /// The entry.
  public var entry: String
}

/// What a ledger is known by, whatever book it stands in.
public enum LedgerDigest {
  /// SHA-256 over its buckets as the log has it, hexadecimal.
  public static func of(_ ledger: PostedLedger) throws -> String {
    let queue = try DatabaseQueue()
    try BookSchema.migrator.migrate(queue)
    return try queue.write { db in
      try db.execute(sql: "UPDATE ledger SET posting = 1")
      _ = try LedgerInsertion(ledger, db).write(db)
      let made = try LedgerBuckets(db)
      var root = BucketRoot()
      for number in try LedgerBuckets.all(db) {
        let bucket = LogBucket(number: number, of: try made.items(number), .ledger)
        root.add(number, bucket.sha256)
      }
      return root.content.sha256
    }
  }
}

extension LandBook {
  /// Holds the book against its log; damage is a fault, not an error.
  public func verification() throws -> BookVerification {
    try inReadTransaction { db in BookVerification(db, path: path) }
  }
}
