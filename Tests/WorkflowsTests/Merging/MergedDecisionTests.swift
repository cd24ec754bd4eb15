import Foundation
import LandRelease
import Testing

@testable import Storage
@testable import Workflows

/// What people decided travels with a merge, is kept, and is asked once.
struct MergedDecisionTests {
  @Test func theLastDecisionAboutAFindingHolds() throws {
    let offices = try TwoOffices([(.hazards, HostileMergeTests.twins)])
    let name = FindingName.rule("LR59", record: "H2")
    func at(_ day: Int) -> Timestamp { Timestamp(milliseconds: Int64(day) * 86_400_000) }
    #expect(try offices.twins(in: offices.office) == ["open "])
    _ = try offices.field.store.acceptFindings(name, reason: "two layers", actor: "F", at: at(1))
    let merge = try #require(try offices.merge().batch)
    #expect(try offices.twins(in: offices.office) == ["accepted two layers"])
    #expect(try offices.merge().isNothing)
    // What the merge brought goes with it, and can come again.
    _ = try UndoBatch(offices.office).run(merge)
    #expect(try offices.twins(in: offices.office) == ["open "])
    try offices.merge()
    #expect(try offices.twins(in: offices.office) == ["accepted two layers"])
    // Opened again there: the later decision holds on both sides.
    _ = try offices.field.store.reopenFindings(name, reason: "one", actor: "F", at: at(2))
    try offices.merge()
    #expect(try offices.twins(in: offices.office) == ["open one"])
    _ = try offices.office.store.acceptFindings(name, reason: "agreed", actor: "O", at: at(3))
    #expect(try offices.merge().isNothing)
    try offices.merge(into: offices.field)
    #expect(try offices.twins(in: offices.field) == ["accepted agreed"])
    #expect(try offices.isAsLogged(offices.office) && offices.isAsLogged(offices.field))
  }

  @Test func whatAFileWasFoundToHaveComesWithIt() throws {
    let offices = try TwoOffices([(.hazards, TwoOffices.hazards(["H9"]))])
    try offices.folder.importText(HostileMergeTests.twins, as: .hazards, into: offices.field)
    let merge = try #require(try offices.merge().batch)
    #expect(try offices.twins(in: offices.office) == ["open "])
    _ = try UndoBatch(offices.office).run(merge)
    #expect(try offices.twins(in: offices.office).allSatisfy { $0.hasPrefix("fixed") })
    #expect(try offices.isAsLogged(offices.office))
  }

  private static let tasks = "id,status\nT1,planned\nT2,planned"

  /// A task has no content that says that it is gone; its batch is taken back without the others.
  @Test(arguments: ["ours", "theirs"], [true, false])
  func aTaskTakenBackOnOneSideIsDecided(take: String, isTakenBackThere: Bool) throws {
    let offices = try TwoOffices([
      (.hazards, TwoOffices.hazards(["H1"])), (.tasks, Self.tasks),
    ])
    let (undoing, changing) =
      isTakenBackThere ? (offices.field, offices.office) : (offices.office, offices.field)
    _ = try UndoBatch(undoing).run(try offices.batch(of: undoing))
    try offices.folder.importText("id,status\nT1,ended\nT9,planned", as: .tasks, into: changing)
    #expect(try offices.merge().undecided == 1)
    let outcome = try offices.merge(take: take)
    #expect(outcome.conflicts == 1 && outcome.undecided == 0)
    let isGone = (take == "theirs") == isTakenBackThere
    let expected = isGone ? ["T9 planned"] : ["T1 ended", "T9 planned"]
    let query = "SELECT id || ' ' || status FROM task WHERE is_current ORDER BY 1"
    #expect(try offices.strings(query, in: offices.office) == expected)
    let again = try offices.merge()
    #expect(again.isNothing && again.conflicts == 0)
    let back = try offices.merge(into: offices.field)
    #expect(back.conflicts == 0)
    #expect(try offices.strings(query, in: offices.field) == expected)
    #expect(try offices.isAsLogged(offices.office) && offices.isAsLogged(offices.field))
    // The whole merge goes, and with it what it took back.
    _ = try UndoBatch(offices.office).run(try #require(outcome.batch))
    let own = isTakenBackThere ? ["T1 ended", "T2 planned", "T9 planned"] : []
    #expect(try offices.strings(query, in: offices.office) == own)
  }

  @Test(arguments: ["ours", "theirs", "latest"])
  func aBoundaryIsDecidedOnce(take: String) throws {
    let offices = try TwoOffices([(.hazards, TwoOffices.hazards(["H1"]))])
    func districts(_ east: Double) -> String {
      """
      code,name,wkt
      AGD,Agdam,"POLYGON ((45.4 39.9, \(east) 39.9, \(east) 40.1, 45.4 40.1, 45.4 39.9))"
      FUZ,Fuzuli,"POLYGON ((46.4 39.9, 46.5 39.9, 46.5 40.1, 46.4 40.1, 46.4 39.9))"
      """
    }
    try offices.folder.importText(districts(45.425), as: .districts, into: offices.office)
    Thread.sleep(forTimeInterval: 0.002)
    try offices.folder.importText(districts(45.5), as: .districts, into: offices.field)
    _ = try PostLedger(offices.field).run()
    #expect(try offices.merge().undecided == 1)
    try offices.merge(take: take)
    let expected = try offices.folder.movements(of: take == "ours" ? offices.office : offices.field)
    #expect(try offices.folder.movements(of: offices.office) == expected)
    let query = "SELECT code FROM district WHERE is_current ORDER BY 1"
    #expect(try offices.strings(query, in: offices.office) == ["AGD", "FUZ"])
    let again = try offices.merge()
    #expect(again.isNothing && again.conflicts == 0)
    #expect(try offices.merge(into: offices.field).conflicts == 0)
    #expect(try offices.folder.movements(of: offices.field) == expected)
    #expect(try offices.strings(query, in: offices.field) == ["AGD", "FUZ"])
    #expect(try offices.isAsLogged(offices.office) && offices.isAsLogged(offices.field))
  }
}
