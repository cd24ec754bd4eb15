import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// A book with random records, its mirror, and what was made of that.
struct MirroredBook {
  let folder: TemporaryFolder
  let server: TestServer
  let schema: String
  let book: Book

  init(_ random: RandomBook, stages: Int = 1) throws {
    folder = try TemporaryFolder()
    server = try TestServer.shared.get()
    schema = "book_\(UUID().uuidString.prefix(8).lowercased())"
    book = try Book.make(at: folder.path("book.gpkg"), name: "Böök's \"one\"", isSynthetic: false)
    try importStage(0, of: stages, random)
    for (subject, text) in Self.programme {
      try folder.importText(text, as: subject, into: book)
    }
  }

  private static let programme: [(ImportRequest.Subject, String)] = [
    (
      .devices,
      "id,date,category,quantity,latitude,longitude\nD1,2020-01-01,ap_mine,3,40,45\nD2,,uxo,1,,"
    ),
    (.victims, "id,date,outcome\nV1,2020-01-01,killed\nV2,2020-01-01,injured"),
    (.statements, "actor,from,to,reported_area_ha\nArmy,2020-01-01,2020-12-31,100"),
    (.minefieldRecords, "id,verdict,wkt\nM1,accurate,\"POINT (45 40)\"\nM2,partly,"),
    (.zones, "id,kind,radius_m,wkt\nZ1,water,50,POINT (45 40)"),
    (.environmentChecks, "release_id,erosion_seen\nR1,no"),
  ]

  func importStage(_ stage: Int, of stages: Int, _ random: RandomBook) throws {
    try folder.importStage(stage, of: stages, random, into: book)
  }

  @discardableResult
  func push(isTried: Bool = false, isAnew: Bool = false) throws -> PushPostgres.Outcome {
    try PushPostgres(Book.open(at: book.store.path, for: .reading)).run(
      to: server.connection(), schema: schema, isTried: isTried, isAnew: isAnew)
  }

  /// Pulls into a new file.
  func pull() throws -> Book {
    let path = folder.path("\(UUID().uuidString).gpkg")
    _ = try PullPostgres(from: server.connection(), schema: schema).run(to: path)
    return try Book.open(at: path, for: .reading)
  }

  /// Writes to the book as another program would.
  func edit(_ sql: String, _ arguments: StatementArguments = []) throws {
    try Connection.writer(at: book.store.path).write { db in
      try db.execute(sql: sql, arguments: arguments)
    }
  }

  /// The tables in which the pulled book differs from the first.
  func differences(_ pulled: Book) throws -> [String] {
    let (first, second) = (try Self.content(book), try Self.content(pulled))
    #expect(first.marks == second.marks)
    #expect(Set(first.schema) == Set(second.schema))
    return Set(first.tables.keys).union(second.tables.keys).sorted().filter {
      !$0.hasPrefix("rtree_") && first.tables[$0] != second.tables[$0]
    }
  }

  private static func content(_ book: Book) throws -> LogicalContent {
    try Connection.reader(at: book.store.path, isForeign: false).read { try LogicalContent($0) }
  }

  /// Holds a pulled book against the first, the figures by the bytes of the exported ledger.
  func expectSame(at location: SourceLocation = #_sourceLocation) throws {
    let pulled = try pull()
    #expect(try differences(pulled) == [], sourceLocation: location)
    #expect(
      try folder.movements(of: pulled) == folder.movements(of: book), sourceLocation: location)
  }

  func query(_ sql: String) throws -> [String] {
    try server.query("SET search_path = \(schema), public; \(sql)")
  }
}
