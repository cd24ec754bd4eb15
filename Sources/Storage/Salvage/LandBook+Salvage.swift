internal import Foundation
internal import GRDB

extension LandBook {
  /// Reads what can be read of a damaged book and makes a new one of it.
  ///
  /// A row is taken where its hash shows that it says what it said and the new book takes it; all
  /// others are on the list. Rows keep their numbers. The ledger is left to be posted.
  ///
  /// - Parameters:
  ///   - damaged: the file, of which no byte is changed; SQLite need not be able to open it.
  ///   - path: the new book, which must not be there yet.
  /// - Throws: ``BookError`` where the file holds nothing of a book, or the new one can't be made.
  public static func salvage(
    _ damaged: String, to path: String, at moment: Timestamp, programVersion: String
  ) throws -> Salvage {
    let source = try SalvageSource(damaged)
    let shapes = try TableShape.ofBook()
    let identity = SalvagedIdentity(source, shapes)
    let log = LoggedRows(source, shapes)
    let book = try create(
      at: path, name: identity.name ?? "Salvaged", isSynthetic: identity.isSynthetic,
      createdAt: identity.createdAt ?? moment, programVersion: programVersion)
    do {
      let work = SalvageWork(
        source: source, shapes: shapes, log: log, names: LostNames(source, shapes), moment: moment)
      var salvage = try work.run(book, file: (damaged as NSString).lastPathComponent)
      guard salvage.savedRows > 0 else {
        throw BookError(
          .notABook, path: damaged, "nothing of a book can be read in the file",
          remedy: "name the file that was a book, or restore a backup")
      }
      if identity.name == nil {
        salvage.notes.append("The name of the book is lost: the new one is called Salvaged.")
      }
      return salvage
    } catch {
      try? book.close()
      DurableFile.remove(book.path)
      throw error
    }
  }
}

extension TableShape {
  /// Every table of a new book that has rows by number.
  static func ofBook() throws -> [TableShape] {
    try KnownSchema.current().read { db in
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree_%'
            AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'gpkg_%' ORDER BY name
          """)
      return try names.map { try TableShape($0, db) }.filter {
        ["fid", "seq"].contains($0.columns.first?.name)
      }
    }
  }
}

/// What a damaged book was called.
struct SalvagedIdentity {
  private(set) var name: String?
  private(set) var createdAt: Timestamp?
  private(set) var isSynthetic = false

  init(_ source: SalvageSource, _ shapes: [TableShape]) {
    if let shape = shapes.first(where: { $0.name == "book" }),
      let record = source.tree(of: shape, among: shapes).records[1], record.values.count >= 5
    {
      name = String.fromDatabaseValue(record.values[1])
      isSynthetic = Bool.fromDatabaseValue(record.values[2]) ?? false
      createdAt = String.fromDatabaseValue(record.values[3]).flatMap { Timestamp($0) }
    } else if let shape = shapes.first(where: { $0.name == "hazard_version" }) {
      // The ids of made-up records say so themselves.
      let records = source.tree(of: shape, among: shapes).records.values
      isSynthetic =
        !records.isEmpty
        && records.allSatisfy { String.fromDatabaseValue($0.values[2])?.hasPrefix("SYN-") == true }
    }
  }
}
