internal import Crypto
internal import Foundation
internal import GRDB

/// Holds the ledger or the findings against what was last logged of them.
struct BucketVerification {
  private let db: Database
  private let part: BucketedPart
  private let logged: LogContent.Buckets?
  private let broughtBy: String?
  private(set) var check: LogCheck

  init(_ db: Database, _ part: BucketedPart, _ log: ReadLog) {
    self.db = db
    self.part = part
    logged = log.buckets(of: part)
    broughtBy = log.entry(ofBuckets: part)
    check = LogCheck(part == .ledger ? .ledger : .findings)
  }

  private var table: String { part == .ledger ? "ledger_event" : "finding" }

  mutating func run() {
    let kept = kept()
    let numbers = numbers()
    var made: [Int64: LogBucket] = [:]
    let (db, part, table) = (db, part, table)
    check.run(table) { check in
      let items = try Self.items(part, db)
      for number in numbers {
        check.run(table) { check in
          let found = try items(number)
          check.held += found.count
          made[number] = LogBucket(number: number, of: found, part)
        }
      }
    }
    let list = kept.map(\.bucket)
    let isListSound = kept.allSatisfy(\.isSound) && Self.root(of: list) == logged
    let isAsLogged = Self.root(of: made.values.sorted { $0.number < $1.number }) == logged
    if !isListSound {
      check.add(LogFault(.changed, "log_bucket", detail: part.rawValue, broughtBy: broughtBy))
    }
    if !isAsLogged { compare(made, list, isListSound) }
  }

  private mutating func compare(
    _ made: [Int64: LogBucket], _ kept: [LogBucket], _ isListSound: Bool
  ) {
    let before = check.faultCount
    let kept = Dictionary(kept.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for number in Set(made.keys).union(kept.keys).sorted() where made[number] != kept[number] {
      let (old, new) = (kept[number]?.digests(part) ?? [:], made[number]?.digests(part) ?? [:])
      for item in Set(old.keys).union(new.keys).sorted() where old[item] != new[item] {
        let kind: LogFault.Kind =
          old[item] == nil ? .added : new[item] == nil ? .missing : .changed
        tell(kind, item, isListSound)
      }
    }
    if check.faultCount == before {
      check.add(LogFault(.changed, table, detail: "which row can't be told", broughtBy: broughtBy))
    }
  }

  private mutating func tell(_ kind: LogFault.Kind, _ number: Int64, _ isListSound: Bool) {
    guard isListSound, check.isTellingMore else {
      return check.add(LogFault(kind, table, row: number))
    }
    let names = RowNames(db: db)
    check.add(
      LogFault(
        kind, table, row: number,
        record: part == .ledger ? names.name(ofEvent: number) : names.name(table, number),
        broughtBy: kind == .added ? nil : broughtBy))
  }

  private mutating func numbers() -> [Int64] {
    var numbers: [Int64] = []
    let (db, part) = (db, part)
    check.run(table) { _ in
      numbers = try part == .ledger ? LedgerBuckets.all(db) : FindingBuckets.all(db)
    }
    return numbers
  }

  private mutating func kept() -> [(bucket: LogBucket, isSound: Bool)] {
    var kept: [(bucket: LogBucket, isSound: Bool)] = []
    let (db, part) = (db, part)
    check.run("log_bucket") { _ in kept = try LogBuckets(part: part, db: db).kept() }
    return kept
  }

  private static func root(of buckets: [LogBucket]) -> LogContent.Buckets {
    var root = BucketRoot()
    for bucket in buckets { root.add(bucket.number, bucket.sha256) }
    return root.content
  }

  private static func items(
    _ part: BucketedPart, _ db: Database
  ) throws -> (Int64) throws -> [BucketItem] {
    part == .ledger ? try LedgerBuckets(db).items : try FindingBuckets(db).items
  }
}
