internal import Foundation
internal import GRDB

/// The log as it stands in the book, with what each entry holds.
struct ReadLog {
  /// In order of number.
  private(set) var entries: [LogEntry] = []
  private(set) var contents: [LogContent] = []
  private(set) var check = LogCheck(.log)

  /// What an entry says of rows of one table.
  struct Range {
    var rows: LogContent.Rows
    var subject: String
  }

  init(_ db: Database) {
    let entries = Self.intact(db, &check)
    for entry in entries {
      self.entries.append(entry)
      let content = try? JSONDecoder().decode(LogContent.self, from: Data(entry.content.utf8))
      if content == nil {
        check.add(
          LogFault(.unreadable, "log_entry", row: entry.sequence, detail: "its content is no JSON"))
      }
      contents.append(content ?? LogContent())
    }
  }

  /// Reads the entries and holds each against its hash and the one before.
  private static func intact(_ db: Database, _ check: inout LogCheck) -> [LogEntry] {
    var entries: [LogEntry] = []
    check.run("log_entry") { check in
      let form = try RowForm(db, "log_entry", leftOut: ["hash"], key: "seq", Self.one)
      let last = try Self.last(db, &check)
      if last == 0 { check.add(LogFault(.missing, "log_entry")) }
      var previous: String?
      var number: Int64 = 1
      while number <= last {
        defer { number += 1 }
        check.held += 1
        do {
          guard let entry = try entry(number, db) else {
            check.add(LogFault(.missing, "log_entry", row: number))
            previous = nil
            continue
          }
          form.begin(number, number)
          let digest = try form.next().map { ContentHash.hexadecimal($0.digest) }
          if digest != entry.hash {
            check.add(LogFault(.changed, "log_entry", row: number, record: entry.subject))
          } else if let previous, previous != entry.previousHash {
            check.add(
              LogFault(
                .changed, "log_entry", row: number, record: entry.subject,
                detail: "it does not follow the entry before it"))
          }
          previous = entry.hash
          entries.append(entry)
        } catch {
          previous = nil
          check.add(
            LogFault(
              .unreadable, "log_entry", row: number, detail: LogCheck.words(for: error)))
        }
      }
    }
    return entries
  }

  /// The last entry that can follow from those before; entries with other numbers are added ones.
  private static func last(_ db: Database, _ check: inout LogCheck) throws -> Int64 {
    let numbers = try Int64.fetchAll(db, sql: "SELECT seq FROM log_entry ORDER BY seq")
    let most = numbers.last.map { min($0, 2 * Int64(numbers.count) + longestGap) } ?? 0
    for number in numbers where number < 1 || number > most {
      check.add(LogFault(.added, "log_entry", row: number))
    }
    return numbers.last { (1...max(most, 1)).contains($0) } ?? 0
  }

  /// So many entries that are lost in a row are told one by one.
  private static let longestGap: Int64 = 1000

  private static let one = "WHERE seq BETWEEN ? AND ? ORDER BY seq"

  private static func entry(_ number: Int64, _ db: Database) throws -> LogEntry? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT CAST(at AS TEXT), CAST(actor AS TEXT), CAST(verb AS TEXT), CAST(subject AS TEXT),
            CAST(content AS TEXT), CAST(previous_hash AS TEXT), CAST(hash AS TEXT)
          FROM log_entry WHERE seq = ?
          """), arguments: [number])
    return row.map { row in
      func text(_ place: Int) -> String? { String.fromDatabaseValue(row[place]) }
      return LogEntry(
        sequence: number, at: text(0) ?? "", actor: text(1), verb: text(2) ?? "",
        subject: text(3) ?? "", content: text(4) ?? "", previousHash: text(5) ?? "",
        hash: text(6) ?? "")
    }
  }

  /// What the log says of the rows of a table, in order.
  func ranges(of table: String) -> [Range] {
    zip(entries, contents).compactMap { entry, content in
      content.rows?[table].map { Range(rows: $0, subject: entry.name) }
    }.sorted { $0.rows.first < $1.rows.first }
  }

  /// What a small table was when it was last logged.
  func state(of table: String) -> String? {
    contents.last { $0.state?[table] != nil }?.state?[table]
  }

  /// What the ledger or the findings were when they were last logged.
  func buckets(of part: BucketedPart) -> LogContent.Buckets? {
    contents.last { $0.buckets?[part.rawValue] != nil }?.buckets?[part.rawValue]
  }

  /// The entry that last said what a small table was.
  func entry(ofState table: String) -> String? {
    Array(zip(entries, contents)).last { $1.state?[table] != nil }.map { $0.0.name }
  }

  /// The entry that last said what the ledger or the findings were.
  func entry(ofBuckets part: BucketedPart) -> String? {
    Array(zip(entries, contents)).last { $1.buckets?[part.rawValue] != nil }.map { $0.0.name }
  }
}

extension LogEntry {
  /// As faults name it.
  var name: String { "entry \(sequence): \(verb) \(subject)" }
}
