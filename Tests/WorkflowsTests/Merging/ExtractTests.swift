import Foundation
import GRDB
import LandRelease
import Reporting
import Testing

@testable import Storage
@testable import Workflows

/// What a field office needs beside the records of land.
struct ExtractTests {
  private static func district(_ code: String, _ x: Double) -> String {
    "\(code),\(code),\"POLYGON ((\(x) 39, \(x + 1) 39, \(x + 1) 41, \(x) 41, \(x) 39))\""
  }

  private let folder: TemporaryFolder
  private let book: Book

  init() throws {
    folder = try TemporaryFolder()
    book = try Book.make(at: folder.path("whole.gpkg"), name: "Whole", isSynthetic: false)
    let texts: [(ImportRequest.Subject, String)] = [
      (.districts, "code,name,wkt\n\(Self.district("A", 45))\n\(Self.district("B", 47))"),
      (.hazards, TwoOffices.hazards(["H1"])),
      (.tasks, "id,hazard_id,operator\nT1,H1,Fund\nT2,,Other"),
      (
        .statements,
        """
        actor,from,to,districts,activity,area_ha
        Army,2023-01-01,2023-06-30,A;B,clearance,1
        Guard,2023-01-01,2023-06-30,B,clearance,2
        Fund,2023-01-01,2023-06-30,,clearance,3
        """
      ),
      (
        .contributions,
        """
        organisation,id,donor,received,currency,from,to,tasks,districts
        Fund,G1,State,10,EUR,2023-01-01,2023-12-31,T1,
        Fund,G2,State,10,EUR,2023-01-01,2023-12-31,T2,
        Other,G3,State,10,EUR,2023-01-01,2023-12-31,,A
        Other,G4,State,10,EUR,2023-01-01,2023-12-31,,
        """
      ),
      (
        .teamDays,
        """
        organisation,team,task_id,from,to,days
        Fund,K1,T1,2023-01-01,2023-01-31,20
        Other,K2,T2,2023-01-01,2023-01-31,20
        """
      ),
    ]
    for (subject, text) in texts { try folder.importText(text, as: subject, into: book) }
    _ = try PostLedger(book).run()
  }

  private func part(districts: [String], operators: [String]) throws -> [String] {
    let path = folder.path("part.gpkg")
    _ = try ExtractPart(book).run(
      to: path, districts: districts, operators: operators, sharing: try .named("partner"),
      actor: nil)
    let store = try Book.open(at: path, for: .reading).store
    return try store.read {
      try String.fetchAll(
        $0.db,
        sql: """
          SELECT actor FROM statement UNION ALL SELECT DISTINCT id FROM contribution
          UNION ALL SELECT team FROM team_day UNION ALL SELECT id FROM task ORDER BY 1
          """)
    }
  }

  @Test func ofADistrictWhatNamesIt() throws {
    try #expect(part(districts: ["A"], operators: []) == ["Army", "G1", "G3", "K1", "T1"])
  }

  @Test func ofAnOperatorWhatIsItsOwn() throws {
    try #expect(part(districts: [], operators: ["Fund"]) == ["Fund", "G1", "G2", "K1", "T1"])
  }
}
