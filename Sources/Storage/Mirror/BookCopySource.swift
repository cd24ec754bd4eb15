internal import Crypto
internal import Foundation
internal import GRDB
internal import GRDBSQLite
public import LandRelease

/// A book read row by row for a copy elsewhere; it lives as long as ``LandBook/read(_:)`` runs.
public struct BookCopySource {
  /// Rows whose numbers share all but so many bits are hashed together.
  private static let chunkBits: [String: Int64] = ["ledger_event": 10, "ledger_part": 28]
  private static let usualBits: Int64 = 8

  let db: Database
  /// The tables, in the order in which the book was made.
  public let layouts: [TableLayout]
  /// The steps that made the schema, the first first.
  public let steps: [String]
  /// What the book is called.
  public let name: String
  /// When it was made, in UTC.
  public let createdAt: String
  /// What its log ends with.
  public let head: LogHead
  private let tables: String

  init(_ db: Database) throws {
    self.db = db
    let mark =
      try Bool.fetchOne(db, sql: "SELECT is_synthetic FROM book") == true ? "SYNTHETIC. " : ""
    layouts = try KnownSchema.current().read(MirroredTables.all).map { layout in
      var layout = layout
      if !layout.about.isEmpty { layout.about = mark + layout.about }
      return layout
    }
    steps = BookSchema.migrator.migrations
    let identity = try BookIdentity(db)
    (name, createdAt) = (identity.name, identity.createdAt)
    guard let head = try BookReader(db).logHead() else {
      throw BookError.damaged("the log is empty")
    }
    self.head = head
    tables = try KnownSchema.current().read(MirroredTables.names)
  }

  /// Whether the log has, or had, that hash at that place.
  public func holds(hash: String, at sequence: Int64) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM log_entry WHERE seq = ? AND hash = ?)",
      arguments: [sequence, hash]) == true
  }

  /// Columns that another program added, which a copy leaves out.
  private func foreignColumns(_ layout: TableLayout) throws -> Set<String> {
    let names = try db.columns(in: layout.name).map(\.name)
    return Set(names).subtracting(layout.columns.map(\.name))
  }

  /// How many columns of other programs stand in the book's tables.
  public func foreignColumnCount() throws -> Int {
    try layouts.reduce(0) { try $0 + foreignColumns($1).count }
  }

  /// Gives the chunks of a table in order, each with the digests of its rows as they are stored.
  public func chunks(of layout: TableLayout, _ body: (TableChunk) throws -> Void) throws {
    let form = try RowForm(
      db, layout.name, leftOut: foreignColumns(layout), key: layout.key,
      """
      WHERE \(layout.key) BETWEEN ? AND ? AND \(MirroredTables.condition(layout.name))
      ORDER BY \(layout.key)
      """)
    let bits = Self.chunkBits[layout.name] ?? Self.usualBits
    form.begin(.min, .max)
    if MirroredTables.naming(layout.name) != nil { form.bind(tables, at: 3) }
    var chunk: (number: Int64, items: [UInt8])?
    func finish() throws {
      guard let chunk else { return }
      try body(
        TableChunk(
          number: chunk.number, items: chunk.items, digest: Array(SHA256.hash(data: chunk.items))))
    }
    while let (row, digest) = try form.next() {
      let number = row >> bits
      if chunk?.number != number {
        try finish()
        chunk = (number, [])
      }
      withUnsafeBytes(of: row.bigEndian) { chunk?.items.append(contentsOf: $0) }
      digest.withUnsafeBytes { chunk?.items.append(contentsOf: $0[..<RowDigests.width]) }
    }
    try finish()
  }

  /// Gives the rows of a table in order of number, the values in the order of its columns.
  public func rows(of layout: TableLayout, _ body: ([TableCell]) throws -> Void) throws {
    let select = try statement(
      layout, "\(MirroredTables.condition(layout.name)) ORDER BY \(layout.key)")
    if MirroredTables.naming(layout.name) != nil { select.bind(tables, at: 1) }
    while try select.next() { try body(cells(select, layout)) }
    select.reset()
  }

  /// Gives those rows of a table that have one of the numbers.
  public func rows(
    of layout: TableLayout, numbered numbers: [Int64], _ body: ([TableCell]) throws -> Void
  ) throws {
    let select = try statement(layout, "\(layout.key) = ?")
    for number in numbers {
      select.bind(number, at: 1)
      while try select.next() { try body(cells(select, layout)) }
      select.reset()
    }
  }

  private func statement(_ layout: TableLayout, _ condition: String) throws -> DirectStatement {
    let list = layout.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return try DirectStatement(db, "SELECT \(list) FROM \"\(layout.name)\" WHERE \(condition)")
  }

  private func cells(_ row: DirectStatement, _ layout: TableLayout) -> [TableCell] {
    layout.columns.enumerated().map { place, column in
      StoredCell.read(row, Int32(place), as: column.kind)
    }
  }
}

@available(*, unavailable)
extension BookCopySource: Sendable {}

extension BookReader {
  /// The book row by row, for a copy elsewhere.
  public func copySource() throws -> BookCopySource { try BookCopySource(db) }
}
