import Foundation
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// Files that came on both sides, or again on one, and how they were read.
struct MergedImportTests {
  @Test func oneFileOnBothSidesIsTakenBackOnOne() throws {
    let offices = try TwoOffices([(.hazards, TwoOffices.hazards(["H1"]))])
    let file = TwoOffices.hazards(["H2", "H3"])
    for book in [offices.office, offices.field] {
      try offices.folder.importText(file, as: .hazards, into: book)
      _ = try PostLedger(book).run()
    }
    let expected = try offices.folder.movements(of: offices.office)
    let merged = try offices.merge()
    #expect(merged.conflicts == 0)
    #expect(try offices.merge().isNothing)
    #expect(try offices.folder.movements(of: offices.office) == expected)
    // The office brought it itself: that the field took it back is of the field's.
    _ = try UndoBatch(offices.field).run(2)
    try offices.merge()
    #expect(try offices.folder.movements(of: offices.office) == expected)
    #expect(try offices.merge().isNothing)
    #expect(try offices.isAsLogged(offices.office))
  }

  /// One side takes a file back, the other brings its rows again without knowing that.
  @Test(arguments: [true, false])
  func rowsBroughtAgainStay(isTakenBackThere: Bool) throws {
    let offices = try TwoOffices([(.hazards, TwoOffices.hazards(["H1", "H2"]))])
    let (undoing, bringing) =
      isTakenBackThere ? (offices.field, offices.office) : (offices.office, offices.field)
    _ = try UndoBatch(undoing).run(1)
    try offices.folder.importText(
      TwoOffices.hazards(["H2", "H3"]), as: .hazards, into: bringing)
    try offices.merge(take: "latest")
    let query = "SELECT id FROM hazard ORDER BY 1"
    #expect(try offices.strings(query, in: offices.office) == ["H2", "H3"])
    #expect(try offices.merge().isNothing)
    try offices.merge(into: offices.field, take: "latest")
    #expect(try offices.strings(query, in: offices.field) == ["H2", "H3"])
    #expect(
      try offices.folder.movements(of: offices.field)
        == offices.folder.movements(of: offices.office))
    #expect(try offices.isAsLogged(offices.office) && offices.isAsLogged(offices.field))
  }

  @Test func howAFileWasReadComesWithIt() throws {
    let offices = try TwoOffices([(.hazards, TwoOffices.hazards(["H1"]))])
    let file = offices.folder.path("north.csv")
    try Data("ident,class,date,wkt\nH7,SHA,2022-03-01,\(TwoOffices.square(45.44))\n".utf8)
      .write(to: URL(fileURLWithPath: file))
    var request = ImportRequest(subject: .hazards, file: file)
    request.crs = "EPSG:4326"
    request.map = ["id=ident"]
    request.savedProfile = "north"
    var records = ImportRecords(request, into: offices.field)
    _ = try records.run()
    try offices.merge()
    let query = "SELECT name || ' ' || columns FROM mapping_profile"
    let here = try offices.strings(query, in: offices.office)
    #expect(here == (try offices.strings(query, in: offices.field)) && here.count == 1)
    try offices.merge()
    #expect(try offices.strings(query, in: offices.office) == here)
  }
}
