import Foundation
import GRDB
import LandRelease
import Testing

@testable import Storage

/// What somebody who knows how a book is verified would try.
@Suite struct HostileVerificationTests {
  private let made: LedgerBook

  init() throws { made = try LedgerBook.withTasks() }

  private static let last = Int64.max
  private static let hash = String(repeating: "a", count: 64)

  @Test(arguments: [
    (
      "INSERT INTO log_entry VALUES (0, 'a', 'M', 'v', 's', '{}', '', '\(hash)')",
      "log log_entry 0 added"
    ),
    (
      "INSERT INTO log_entry VALUES (-5, 'a', 'M', 'v', 's', '{}', '', '\(hash)')",
      "log log_entry -5 added"
    ),
    (
      "INSERT INTO log_entry VALUES (4000000000, 'a', 'M', 'v', 's', '{}', '', '\(hash)')",
      "log log_entry 4000000000 added"
    ),
    (
      "INSERT INTO ledger_event (fid, version) VALUES (\(last), 1)",
      "ledger ledger_event \(last) added"
    ),
    ("UPDATE finding SET fid = \(last) WHERE fid = 3", "findings finding \(last) added"),
    ("UPDATE task SET fid = \(last) WHERE fid = 3", "rows task 3 missing"),
    (
      "UPDATE row_digest SET first_row = \(last) WHERE table_name = 'task'",
      "rows row_digest changed"
    ),
    ("DELETE FROM gpkg_extensions WHERE table_name = 'hazard'", "schema gpkg_contents changed"),
    (
      "DELETE FROM gpkg_contents WHERE table_name IN ('hazard', 'remaining')",
      "schema gpkg_contents changed"
    ),
    (
      "UPDATE gpkg_contents SET identifier = 'cleared' WHERE table_name = 'hazard'",
      "schema gpkg_contents changed"
    ),
  ])
  func isFound(sql: String, fault: String) throws {
    try made.force(sql)
    let found = try made.faults()
    #expect(found.contains(fault), "\(found)")
  }

  /// SQLite keeps a fraction or a text in a column of whole numbers.
  @Test(arguments: [
    "UPDATE ledger_event SET day = day + 0.5 WHERE fid = N AND day IS NOT NULL",
    "UPDATE ledger_event SET version = version + 0.5 WHERE fid = N",
    "UPDATE ledger_part SET transition = transition + 0.5 WHERE fid >> 20 = N",
    "UPDATE ledger_part SET district = district + 0.5 WHERE fid >> 20 = N",
    "UPDATE ledger_part SET area_cm2 = area_cm2 || 'abc' WHERE fid >> 20 = N",
  ])
  func valuesOfAnotherTypeAreFound(sql: String) throws {
    let event = try made.temporary.sql {
      try Int64.fetchOne(
        $0,
        sql: """
          SELECT fid FROM ledger_event AS e WHERE day IS NOT NULL
            AND EXISTS (SELECT 1 FROM ledger_part WHERE fid >> 20 = e.fid) ORDER BY fid LIMIT 1
          """)
    }
    let number = try #require(event)
    try made.force(sql.replacing("N", with: "\(number)", maxReplacements: 1))
    let found = try made.faults()
    #expect(found.contains("ledger ledger_event \(number) changed"), "\(found)")
  }

  /// A hazard whose last version came without a polygon is drawn with the one before, and its area
  /// is that of the same version.
  @Test(arguments: [("2020", "2020"), ("2020", "2021"), ("2021", "2020"), ("2022", "2021")])
  func aLayerShowsNoOtherPolygon(geometry: String, area: String) throws {
    try made.temporary.write {
      for (day, place, size) in [("2020", 10.0, 9.0), ("2021", 20.0, 1.0)] {
        _ = try $0.store(
          hazard("H", "\(day)-01-01", x: place),
          measured: Measured(area: Area(squareMetres: size), isValid: true))
      }
      _ = try $0.store(hazard("H", "2022-01-01", x: nil))
    }
    try #expect(made.faults() == [])
    func shown(_ column: String, _ year: String) -> String {
      "(SELECT \(column) FROM hazard_version WHERE id = 'H' AND date LIKE '\(year)%')"
    }
    try made.force(
      """
      UPDATE hazard SET geom = \(shown("geom", geometry)),
        area_m2 = \(shown("area_cm2 / 10000.0", area)) WHERE id = 'H'
      """)
    let found = try made.faults()
    #expect(found.contains { $0.hasPrefix("layers hazard ") && $0.hasSuffix(" changed") })
  }
}
