import Foundation
import GRDB
import LandRelease

@testable import Storage
@testable import Workflows

/// An office and a field office that went on from one book.
struct TwoOffices {
  let folder: TemporaryFolder
  let office: Book
  let field: Book

  static let header = "id,class,date,wkt"

  static func square(_ x: Double) -> String {
    "\"POLYGON ((\(x) 40.00, \(x + 0.01) 40.00, \(x + 0.01) 40.01, \(x) 40.01, \(x) 40.00))\""
  }

  static func hazards(_ ids: [String]) -> String {
    ([header]
      + ids.map { "\($0),SHA,2022-03-01,\(square(45.40 + (Double($0.dropFirst()) ?? 0) / 50))" })
      .joined(separator: "\n")
  }

  /// - Parameter tables: what both had before they parted.
  init(_ tables: [(ImportRequest.Subject, String)]) throws {
    folder = try TemporaryFolder()
    office = try Book.make(at: folder.path("office.gpkg"), name: "Office", isSynthetic: false)
    for (subject, text) in tables { try folder.importText(text, as: subject, into: office) }
    _ = try PostLedger(office).run()
    try FileManager.default.copyItem(
      atPath: folder.path("office.gpkg"), toPath: folder.path("field.gpkg"))
    field = try Book.open(at: folder.path("field.gpkg"), for: .writing)
  }

  /// Joins one to the other.
  @discardableResult
  func merge(
    into book: Book? = nil, take: String? = nil, otherDistricts: Bool = false
  ) throws -> MergeBooks.Outcome {
    let isBack = book?.store.path == field.store.path
    var request = MergeBooks.Request(file: folder.path(isBack ? "office.gpkg" : "field.gpkg"))
    request.take = take
    request.takesOtherDistricts = otherDistricts
    let outcome = try MergeBooks(book ?? office).run(request)
    _ = try PostLedger(book ?? office).run()
    return outcome
  }

  /// Changes a book as somebody with the file could, and puts its triggers back.
  func force(_ sql: String, in book: Book) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { SpatialFunctions.register(in: $0) }
    try DatabaseQueue(path: book.store.path, configuration: configuration).write { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \"\(trigger[0] as String)\"") }
      try db.execute(sql: sql)
      for trigger in triggers { try db.execute(sql: trigger[1]) }
    }
  }

  func strings(_ sql: String, in book: Book) throws -> [String] {
    try book.store.read { try String.fetchAll($0.db, sql: sql) }
  }

  func batch(of book: Book) throws -> Int64 {
    try book.store.read { try Int64.fetchOne($0.db, sql: "SELECT max(fid) FROM import_batch") } ?? 0
  }

  /// The finding that two hazards are one, by status and reason.
  func twins(in book: Book) throws -> [String] {
    try strings(
      "SELECT status || ' ' || ifnull(reason, '') FROM finding WHERE rule = 'LR59' ORDER BY 1",
      in: book)
  }

  func isAsLogged(_ book: Book) throws -> Bool { try VerifyBook(book).run().wrong.isEmpty }
}
