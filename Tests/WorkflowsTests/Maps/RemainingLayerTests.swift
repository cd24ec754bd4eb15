import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// The layer of open ground shows what the ledger says, or nothing.
struct RemainingLayerTests {
  private static let districts = """
    code,name,wkt
    AGD,Agdam,"POLYGON ((45.4 39.9, 45.5 39.9, 45.5 40.1, 45.4 40.1, 45.4 39.9))"
    FIZ,Fizuli,"POLYGON ((45.5 39.9, 45.6 39.9, 45.6 40.1, 45.5 40.1, 45.5 39.9))"
    """
  private static let hazards = """
    id,class,date,contamination,wkt
    H1,SHA,2022-03-01,AP mines,"POLYGON ((45.49 40.00, 45.51 40.00, 45.51 40.01, 45.49 40.01, 45.49 40.00))"
    """
  private static let more = """
    id,class,date,contamination,wkt
    H2,CHA,2023-05-01,AV mines,"POLYGON ((45.52 40.00, 45.53 40.00, 45.53 40.01, 45.52 40.01, 45.52 40.00))"
    """

  private func book(in folder: TemporaryFolder) throws -> Book {
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Map", isSynthetic: false)
    try folder.importText(Self.districts, as: .districts, into: book)
    try folder.importText(Self.hazards, as: .hazards, into: book)
    return book
  }

  /// `state, district, m2` of every piece.
  private func pieces(_ book: Book) throws -> [String] {
    try book.store.inReadTransaction { db in
      try Row.fetchAll(db, sql: "SELECT state, district, round(area_m2) FROM remaining").map {
        "\($0[0] as String) \($0[1] as String) \(Int($0[2] as Double))"
      }
    }
  }

  private func description(_ book: Book) throws -> String {
    try book.store.inReadTransaction { db in
      try String.fetchOne(
        db, sql: "SELECT description FROM gpkg_contents WHERE table_name = 'remaining'") ?? ""
    }
  }

  /// Every row is in the index once, and the index says of itself that it is sound.
  private func expectSoundIndex(_ book: Book) throws {
    try book.store.inReadTransaction { db in
      let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM remaining")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM rtree_remaining_geom") == rows)
      #expect(try String.fetchOne(db, sql: "SELECT rtreecheck('rtree_remaining_geom')") == "ok")
    }
  }

  @Test func aSmallBookIsDrawnWithEveryPosting() throws {
    let folder = try TemporaryFolder()
    let book = try book(in: folder)
    #expect(try pieces(book) == [] && description(book).contains("not drawn"))
    #expect(try PostLedger(book).run().map == .drawn(2))
    #expect(try pieces(book) == ["suspected AGD 948099", "suspected FIZ 948099"])
    #expect(try description(book).hasPrefix("Open ground on 2022-03-01"))
    #expect(try description(book).contains("No record does not mean no hazard"))
    try expectSoundIndex(book)

    #expect(try PostLedger(book).run().map == .untouched)
    try folder.importText(Self.more, as: .hazards, into: book)
    #expect(try PostLedger(book).run().map == .drawn(3))
    try expectSoundIndex(book)
    let last = try #require(try book.store.info().ledger.lastBatch)
    _ = try UndoBatch(book).run(last)
    #expect(try PostLedger(book).run().map == .drawn(2))
    #expect(try pieces(book).count == 2)
    try expectSoundIndex(book)
  }

  /// Posting and drawing are two steps; what is drawn goes in the first of them.
  @Test func aPostingThatMovesGroundEmptiesTheLayer() throws {
    let folder = try TemporaryFolder()
    let book = try book(in: folder)
    _ = try PostLedger(book).run()
    try folder.importText(Self.more, as: .hazards, into: book)
    let info = try book.store.info()
    let input = try book.store.read { try LedgerInput($0, boundarySet: info.defaultBoundarySet) }
    let computation = input.computation(input.register())
    try book.store.replaceLedger(
      with: computation.ledger(),
      posting: Posting(
        at: Clock.now, throughBatch: info.ledger.lastBatch, boundarySet: info.defaultBoundarySet,
        plane: nil, programVersion: ProgramVersion.current), findings: [])
    #expect(try pieces(book) == [])
    #expect(try description(book).contains("emptied, since ground has moved"))
    #expect(try !book.store.info().ledger.isMapCurrent)
    try expectSoundIndex(book)
    #expect(try PostLedger(book).run(drawingMap: true).map == .drawn(3))
  }

  @Test func aMapOfAnEarlierPostingIsRefused() throws {
    let folder = try TemporaryFolder()
    let book = try book(in: folder)
    _ = try PostLedger(book).run()
    let isDrawn = try book.store.drawRemaining(
      [], asOf: nil, note: "", throughBatch: 1, at: Clock.now)
    #expect(!isDrawn)
    #expect(try pieces(book).count == 2)
  }

  /// The areas of the map are those of the balance.
  @Test(arguments: 0..<6)
  func thePiecesAddUpToTheBalance(seed: Int) throws {
    let folder = try TemporaryFolder()
    let book = try Book.make(at: folder.path("book.gpkg"), name: "Random", isSynthetic: false)
    try folder.importStage(0, of: 1, RandomBook(seed: 7_300 + seed), into: book)
    _ = try PostLedger(book).run()
    try expectSoundIndex(book)
    let drawn = try book.store.inReadTransaction { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchAll(
          db, sql: "SELECT state, sum(area_m2) FROM remaining GROUP BY state"
        ).map { ($0[0] as String, $0[1] as Double) })
    }
    let balance = try BookView(book.store).read { figures in
      try figures.sums([]).reduce(into: Balance()) { $0.add($1) }
    }
    for state in [LandState.confirmed, .suspected, .givenUp] {
      let area = balance.closing[state].squareMetres
      #expect(abs((drawn[state.rawValue] ?? 0) - area) <= 2 + area * 1e-4, "\(state)")
    }
  }
}
