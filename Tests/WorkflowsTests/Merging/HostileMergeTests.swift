import Foundation
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// A book that must not be joined is refused before a byte is written.
struct HostileMergeTests {
  @Test(arguments: [
    "UPDATE hazard_version SET class = 'confirmed' WHERE fid = 1",
    "UPDATE hazard_version SET area_cm2 = area_cm2 + 1",
    "UPDATE import_batch SET actor = 'somebody else'",
    "INSERT INTO task (id, organisation, content_hash, batch) VALUES ('T', '', '', 1)",
    "UPDATE ledger_part SET area_cm2 = area_cm2 * 2",
    "DELETE FROM log_entry",
    "DELETE FROM log_entry WHERE seq = (SELECT max(seq) FROM log_entry)",
    "UPDATE log_entry SET hash = replace(hash, '1', '2') WHERE seq = 3",
    "UPDATE finding SET status = 'accepted', reason = 'x'",
  ])
  func whatWasChangedPastTheLogIsRefused(sql: String) throws {
    let offices = try TwoOffices([(.hazards, Self.twins)])
    try offices.folder.importText(TwoOffices.hazards(["H5"]), as: .hazards, into: offices.field)
    try offices.force(sql, in: offices.field)
    let before = try Data(contentsOf: URL(fileURLWithPath: offices.office.store.path))
    #expect {
      try offices.merge(take: "latest")
    } throws: { error in
      let error = error as? WorkflowError
      return error?.kind == .unusable && error?.message.contains("not as its log says") == true
    }
    let after = try Data(contentsOf: URL(fileURLWithPath: offices.office.store.path))
    #expect(before == after)
  }

  static let twins = """
    id,class,date,wkt
    H1,SHA,2022-03-01,\(TwoOffices.square(45.44))
    H2,SHA,2022-03-01,\(TwoOffices.square(45.44))
    """

  /// The book of another country says so by its districts or by where its records lie.
  @Test(arguments: [true, false])
  func anotherCountryIsTakenOnlyWhenAsked(hasDistricts: Bool) throws {
    let offices = try TwoOffices([(.districts, Self.districts("AGD", 45))])
    let path = offices.folder.path("field.gpkg")
    try FileManager.default.removeItem(atPath: path)
    let other = try Book.make(at: path, name: "Elsewhere", isSynthetic: false)
    if hasDistricts {
      try offices.folder.importText(Self.districts("ZED", 5), as: .districts, into: other)
    }
    try offices.folder.importText(
      "id,class,date,wkt\nZ1,SHA,2022-03-01,\(TwoOffices.square(5.44))", as: .hazards, into: other)
    _ = try PostLedger(other).run()
    #expect {
      try offices.merge()
    } throws: { error in
      (error as? WorkflowError)?.remedy.contains("--other-districts") == true
    }
    let outcome = try offices.merge(otherDistricts: true)
    #expect(outcome.remarks.contains { $0.contains("taken all the same") })
    #expect(try offices.strings("SELECT id FROM hazard", in: offices.office) == ["Z1"])
    #expect(try offices.isAsLogged(offices.office))
  }

  private static func districts(_ code: String, _ x: Int) -> String {
    """
    code,name,wkt
    \(code),\(code),"POLYGON ((\(x) 39, \(x + 1) 39, \(x + 1) 41, \(x) 41, \(x) 39))"
    """
  }
}
