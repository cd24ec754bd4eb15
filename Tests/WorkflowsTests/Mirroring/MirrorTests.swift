import Foundation
import GRDB
import GeometryValues
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// A book that goes to PostgreSQL and comes back is the same book.
@Suite(.enabled(if: TestServer.isThere, TestServer.missing))
struct MirrorTests {
  /// Something happens to the book, again and again, and each time the mirror takes it in.
  @Test(arguments: 0..<2)
  func everyStateComesBack(seed: Int) throws {
    let random = RandomBook(seed: 9000 + seed)
    let book = try MirroredBook(random, stages: 2)
    #expect(try book.push().isWhole)
    try book.expectSame()
    var dice = SeededDice(UInt64(seed))
    var steps: [() throws -> Void] = [
      { try book.importStage(1, of: 2, random) },
      { _ = try UndoBatch(book.book).run(book.book.store.info().ledger.lastBatch ?? 0) },
      { _ = try PostLedger(book.book).run() },
      { try book.edit("UPDATE hazard SET reason = 'fenced', geom = NULL WHERE fid % 2 = 1") },
      { try book.edit("DELETE FROM release WHERE fid = (SELECT max(fid) FROM release)") },
      { _ = try ClosePeriod(book.book).run("2019") },
    ]
    while !steps.isEmpty {
      try steps.remove(at: dice.whole(0...(steps.count - 1)))()
      let tried = try book.push(isTried: true)
      let done = try book.push()
      #expect(done.lines == tried.lines && !done.isWhole)
      try book.expectSame()
    }
    #expect(try VerifyBook(book.pull()).run().isAsLogged == VerifyBook(book.book).run().isAsLogged)
  }

  @Test func onlyWhatChangedIsSent() throws {
    let book = try MirroredBook(RandomBook(seed: 9100))
    let first = try book.push()
    #expect(first.lines.reduce(0) { $0 + $1.added } == first.rows)
    let moments = try book.query("SELECT xmin, pushed_at FROM mirror")
    let again = try book.push()
    #expect(again.lines.isEmpty && again.bytes < 100 * 40)
    #expect(try book.query("SELECT xmin, pushed_at FROM mirror") == moments)
    try book.edit("UPDATE hazard SET reason = 'fenced' WHERE fid = 1")
    let one = try book.push()
    #expect(one.lines == [.init(table: "hazard", added: 0, changed: 1, removed: 0)])
    #expect(try book.query("SELECT reason FROM hazard WHERE fid = 1") == ["fenced"])
    let untouched = try book.query(
      "SELECT count(DISTINCT xmin::text) FROM hazard_version")
    #expect(untouched == ["1"])
  }

  /// What no column of PostgreSQL takes comes back as it was.
  @Test func oddValuesComeBack() throws {
    let book = try MirroredBook(RandomBook(seed: 9101))
    let open =
      "0103000000010000000300000000000000000000000000000000000000000000000000F03F00000000000000000000000000000000000000000000F03F"
    for (set, value) in [
      ("reason", "CAST(x'612062' AS TEXT)"), ("reason", "CAST(x'610062' AS TEXT)"),
      ("source", "CAST(x'C328' AS TEXT)"), ("date", "'soon'"), ("date", "20240101"),
      ("recorded_at", "'2024-01-01 10:00'"), ("area_m2", "'wide'"), ("area_m2", "-0.0"),
      ("area_m2", "5e-324"), ("geom", "x'00'"), ("geom", "x'47500001E6100000\(open)'"),
      ("version", "NULL"), ("district", "''"), ("district", "x''"),
    ] {
      try book.edit("UPDATE hazard SET \(set) = \(value) WHERE fid = 1")
      _ = try book.push()
      #expect(try book.differences(book.pullUnverified()) == [], "\(set) = \(value)")
    }
    #expect(
      try book.query("SELECT date IS NULL, geom IS NULL FROM hazard WHERE fid = 1") == ["t|t"])
  }

  /// The figures are those of the book, and of the shapes as another library measures them.
  @Test func figuresAreThoseOfTheBook() throws {
    let book = try MirroredBook(RandomBook(seed: 9102))
    _ = try book.push()
    let rows = try book.query(
      """
      SELECT layer, from_state, to_state, cause, sum(area_cm2) FROM movement
      GROUP BY 1, 2, 3, 4
      """)
    let sums = try book.book.store.read {
      try $0.movementSums(by: [.layer, .from, .to, .cause])
    }
    let wanted = sums.map { sum in
      [sum[.layer], sum[.from], sum[.to], sum[.cause], "\(sum.area.squareCentimetres)"]
        .map { $0 ?? "" }.joined(separator: "|")
    }
    #expect(rows.sorted() == wanted.sorted())
    #expect(!rows.isEmpty)
    var open: [String: Int64] = [:]
    for sum in sums {
      for (state, sign) in [(sum[.from], Int64(-1)), (sum[.to], 1)]
      where ["confirmed", "suspected", "given_up"].contains(state) {
        open[sum[.layer] ?? "", default: 0] += sign * sum.area.squareCentimetres
      }
    }
    let shown = try book.query(
      "SELECT layer, (sum(open_m2) * 10000)::bigint FROM open_land GROUP BY 1")
    #expect(shown.sorted() == open.map { "\($0.key)|\($0.value)" }.sorted())
  }

  @Test func areasAgreeWithThoseOfPostGIS() throws {
    let book = try MirroredBook(RandomBook(seed: 9103))
    _ = try book.push()
    let rows = try book.query(
      """
      SELECT count(*), max((abs(ST_Area(geom::geography) * 10000 - area_cm2) - 1) / area_cm2)
      FROM (SELECT geom, area_cm2, is_valid FROM hazard_version UNION ALL
        SELECT geom, area_cm2, is_valid FROM release_version) AS v
      WHERE is_valid AND area_cm2 > 0
      """)
    let cells = try #require(rows.first).split(separator: "|").map(String.init)
    #expect(Int(cells[0]) ?? 0 > 3)
    // Areas are stored in whole square centimetres.
    #expect(Double(cells[1]) ?? 1 < 1e-9, "\(cells)")
  }
}

extension MirroredBook {
  /// Pulls a book whose rows are none that it could be held against its log with.
  func pullUnverified() throws -> Book { try pull() }
}
