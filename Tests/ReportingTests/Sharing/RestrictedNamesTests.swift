import LandRelease
import Reporting
import Testing

/// Records that are more sensitive than a profile lets out are nowhere named.
struct RestrictedNamesTests {
  private static let names = RestrictedNames(["H-1", "12", "Old camp"], above: .low)

  private static func report(_ cell: String, reveals: Column.Reveals? = .record) -> Report {
    var table = Table(
      id: "records", title: "Records",
      columns: [
        Column("record", "Record", .text, reveals: reveals), Column("area_m2", "Area", .area),
      ],
      rows: [
        Row(.body, [.text(cell), .area(Area(squareCentimetres: 10_000))]),
        Row(.body, [.text("hazard H-10"), .area(Area(squareCentimetres: 20_000))]),
        Row(.total, [.text("Total"), .area(Area(squareCentimetres: 30_000))]),
      ])
    table.notes = []
    return Report(title: "One", tables: [table])
  }

  private static func shared(_ report: Report) throws -> Report {
    let profile = try SharingProfile(
      json: #"{"name": "p", "title": "P", "readers": "r", "most_sensitive": "low"}"#)
    return profile.applied(to: [report], hiding: names)[0]
  }

  @Test(arguments: ["hazard H-1", "Agency/H-1", "H-1", "12", "hazard Some Agency/12", "Old camp"])
  func theRowOfARecordGoes(cell: String) throws {
    let shared = try Self.shared(Self.report(cell))
    #expect(shared.tables[0].rows.map { $0.cells[0] } == [.text("hazard H-10"), .text("Total")])
    #expect(
      shared.notes.contains("Left out under this profile: records more sensitive than low (1)."))
  }

  @Test(arguments: ["H-1, H-2", "see hazard H-1.", "of release 12"])
  func aCellThatNamesItBesideOthersIsWithheld(cell: String) throws {
    let shared = try Self.shared(Self.report(cell, reveals: nil))
    #expect(shared.tables[0].rows.count == 3)
    #expect(shared.tables[0].rows[0].cells[0] == .withheld)
  }

  @Test(arguments: ["hazard H-10", "H-1a", "12 records", "Oldcamp", ""])
  func othersStay(cell: String) throws {
    let report = Self.report(cell, reveals: nil)
    #expect(try Self.shared(report).tables == report.tables)
  }

  @Test func sentencesAndDetailsGo() throws {
    var report = Self.report("hazard H-2")
    report.notes = ["hazard H-1 overlaps it.", "12 records in all."]
    report.details = [Table(id: "hazard H-1", title: "Behind", columns: [], rows: [])]
    report.tables[0].rows[0].opens = "hazard H-1"
    let shared = try Self.shared(report)
    #expect(!shared.notes.contains { $0.contains("H-1") })
    #expect(shared.notes.contains("12 records in all."))
    #expect(shared.details.isEmpty)
    #expect(shared.tables[0].rows[0].opens == nil)
  }

  @Test func aLevelThatIsNotKnownIsRefused() {
    #expect(throws: SharingFault.self) {
      try SharingProfile(
        json: #"{"name": "p", "title": "P", "readers": "r", "most_sensitive": "lo"}"#)
    }
  }

  @Test func theProfilesOfTheProgramKeepBackWhatIsHigh() throws {
    for name in SharingProfile.names where name != "internal" {
      let level = try #require(try SharingProfile.named(name).mostSensitive)
      #expect(level < .high, "\(name)")
    }
    #expect(SharingProfile.internal.mostSensitive == nil)
  }
}
