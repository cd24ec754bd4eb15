internal import Foundation
internal import GRDB

/// What a part of a book came to.
public struct ExtractSummary: Sendable {
  /// Records of one table in the part, and those left out.
  public struct Line: Hashable, Sendable {
    /// The table.
    public var table: String
    /// Records in the part.
    public var kept: Int
    /// Records of the book that are not in it.
    public var leftOut: Int
  }

  /// Table by table.
  public var lines: [Line] = []
  /// Batches of which something is in the part.
  public var batches = 0
  /// Codes that the book has no district of; nothing was made then.
  public var unknownDistricts: [String] = []
}

extension LandBook {
  /// Makes a new book of a part of this one, with the batches, versions and decisions of it.
  ///
  /// The part knows what it was cut from; joined again, it brings what was done in it and nothing
  /// else.
  ///
  /// - Parameters:
  ///   - path: the new book, which must not be there yet.
  ///   - description: what the log of the part says of how it was made.
  public func extract(
    to path: String, _ choice: ExtractChoice, _ description: BatchDescription,
    programVersion: String
  ) throws -> ExtractSummary {
    try inReadTransaction { db in
      let unknown = try ExtractScope.unknown(choice.districts, db)
      if !unknown.isEmpty { return ExtractSummary(unknownDistricts: unknown) }
      let scope = try ExtractScope(db, choice).scope()
      let source = try Self.source(db)
      try Self.refuseToReplace(path)
      // It has its name once it is whole.
      let draft = BookDraft(of: Self.absolute(path))
      draft.clearThoseLeft()
      let part = try Self.create(
        at: draft.path, name: "\(source.name) (part)", isSynthetic: source.isSynthetic,
        createdAt: description.at, programVersion: programVersion)
      do {
        let summary = try part.inWriteTransaction { new in
          let joining = Joining(db: new, other: db, order: MergeOrder(description), scope: scope)
          let (summary, outcome) = try joining.run()
          try new.execute(
            sql: "UPDATE book SET part_of = ?, default_boundary_set = ?",
            arguments: [Self.words(choice, source, description.at), source.boundarySet])
          return (summary, outcome)
        }
        try part.close()
        try draft.name()
        return try Self.summary(summary, db)
      } catch {
        try? part.close()
        draft.remove()
        throw error
      }
    }
  }

  private struct Source {
    var name: String
    var isSynthetic: Bool
    var boundarySet: String?
    var head: String
  }

  private static func source(_ db: Database) throws -> Source {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT name, is_synthetic, default_boundary_set FROM book")
    else { throw BookError.damaged("the table book is empty") }
    return Source(
      name: try row.decode(atIndex: 0), isSynthetic: try row.decode(atIndex: 1),
      boundarySet: try row.decode(atIndex: 2), head: try BookReader(db).logHead()?.hash ?? "")
  }

  private static func words(
    _ choice: ExtractChoice, _ source: Source, _ at: Timestamp
  ) -> String {
    JSONText.write(
      PartOf(
        book: source.name, head: source.head, at: at.description, districts: choice.districts,
        operators: choice.operators))
  }

  private static func summary(_ merged: MergeSummary, _ db: Database) throws -> ExtractSummary {
    var summary = ExtractSummary(batches: merged.batches)
    let inForce = try BatchesInForce(db)
    for table in MergeTable.all {
      let key = table.key.map { "\"\($0)\"" }.joined(separator: ", ")
      let all = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (
            SELECT DISTINCT \(key) FROM "\(table.name)" WHERE \(inForce.condition()))
          """)
      let kept = merged.lines.first { $0.table == table.name }?.new ?? 0
      if let all, all > 0 {
        summary.lines.append(
          ExtractSummary.Line(table: table.name, kept: kept, leftOut: max(0, all - kept)))
      }
    }
    return summary
  }

  /// What this book was cut from; nil where it is whole.
  public func partOf() throws -> PartOf? {
    try inReadTransaction { db in
      try String.fetchOne(db, sql: "SELECT part_of FROM book")
        .flatMap { JSONText.read($0, as: PartOf.self) }
    }
  }
}

/// What a part of a book was cut from.
public struct PartOf: Codable, Hashable, Sendable {
  /// What its maker called the book.
  public var book: String
  /// What its log ended with.
  public var head: String
  /// When the part was made, in UTC.
  public var at: String
  /// The districts that were asked for; empty is all.
  public var districts: [String]
  /// The operators that were asked for; empty is all.
  public var operators: [String]
}
