import LandRelease
import Reporting
import Testing

@testable import Workflows

/// The forms of treaties and reviews, against figures worked out by hand.
struct TreatyDocumentTests {
  private let programme: SmallProgramme

  init() throws { programme = try SmallProgramme() }

  @Test func formCCountsEachAreaOnceAndEachGroundWhereItLies() throws {
    let report = try programme.report(.article7)
    #expect(report.flaws == [])
    let keys = ["confirmed_areas", "confirmed_m2", "suspected_areas", "suspected_m2"]
    func figures(_ row: [String: String]) -> [String] {
      (keys + ["areas", "open_m2"]).map { row[$0] ?? "" }
    }
    // Of H1 the cell 3 is left; of H2 the cell 10; H6 is whole.
    #expect(try figures(report.row("c1", "A")) == ["1", "1", "0", "0", "1", "1"])
    #expect(try figures(report.row("c1", "B")) == ["0", "0", "2", "3", "2", "3"])
    #expect(try figures(report.total("c1")) == ["1", "1", "2", "3", "3", "4"])
    // H3 names no type; H2 is in ap and av; all together 4 + 2 + 1 (H4) + 2 (H5).
    #expect(try figures(report.row("c1_layers", "unknown")) == ["0", "0", "1", "2", "1", "2"])
    #expect(try figures(report.row("c1_layers", "av")) == ["0", "0", "1", "1", "1", "1"])
    #expect(try figures(report.row("c1_layers", "land")) == ["2", "2", "4", "7", "6", "9"])
  }

  @Test func formCListsEveryAreaWithAPointInside() throws {
    let report = try programme.report(.article7)
    let area = try report.row("c2", "H2")
    #expect(
      area.figures("district", "state", "open_m2", "contamination", "information_date")
        == ["B", "suspected", "1", "ap,av", "2020-02-01"])
    // The middle of the cell 10, which is all that is left.
    #expect(area.figures("latitude", "longitude") == ["40.0005", "45.0105"])
    let table = try #require(report.tables.first { $0.id == "c2" })
    #expect(table.rows.count == 3)
    #expect(table.columns.first { $0.key == "latitude" }?.reveals == .place)
    #expect(table.columns.first { $0.key == "area_id" }?.reveals == .record)
  }

  @Test func anAreaWithoutAPolygonIsListedAndInNoTotal() throws {
    try programme.folder.importText(
      "id,class,contamination,date,district,reported_area_m2\nH8,SHA,ap,2022-03-01,B,5000\nH9,SHA,erw,2022-03-01,B,5000\nH10,SHA,ap,2024-03-01,B,5000",
      as: .hazards, into: programme.book)
    _ = try PostLedger(programme.book).run()
    let report = try programme.report(.article7)
    #expect(
      try report.row("c2", "H8").figures("district", "open_m2", "reported_m2", "latitude")
        == ["B", "", "5000.0000", ""])
    #expect(report.tables.first { $0.id == "c2" }?.rows.count == 4)
    #expect(try report.total("c1").figures("areas", "open_m2") == ["3", "4"])
  }

  @Test func formFHasWhatLeftOpenLandAndTheMinesFound() throws {
    let report = try programme.report(.article7)
    let keys = [
      "releases", "cancelled_m2", "reduced_m2", "cleared_m2", "released_m2", "identified_m2",
      "ap_mines", "ap_mines_destroyed", "other_items", "methods",
    ]
    func figures(_ row: [String: String]) -> [String] { keys.map { row[$0] ?? "" } }
    #expect(
      try figures(report.row("f1", "A"))
        == ["2", "0", "1", "2", "3", "0", "5", "5", "2", "clearance, ts"])
    #expect(
      try figures(report.row("f1", "B")) == ["1", "1", "0", "0", "1", "2", "1", "0", "2", "nts"])
    #expect(
      try figures(report.total("f1")) == ["3", "1", "1", "2", "4", "2", "6", "5", "4", ""])
  }

  @Test func aFateThatNoRecordTellsIsBlankAndNoZero() throws {
    // In 2022 one record says "destroyed"; from 2024 on nobody says what became of anything.
    try programme.folder.importText(
      "id,date,category,quantity,district\nD8,2024-03-01,ap_mine,6,A\nD9,2024-03-01,submunition,2,B",
      as: .devices, into: programme.book)
    let days = try #require(Period(named: "2024"))
    let form = try programme.report(.article7, days)
    #expect(
      try form.row("g", "ap_mine").figures("found", "destroyed", "left_marked") == ["6", "", ""])
    #expect(try form.total("g").figures("found", "destroyed", "left_marked") == ["6", "", ""])
    #expect(try form.total("f1").figures("ap_mines", "ap_mines_destroyed") == ["6", ""])
    let note = "What became of these devices is not recorded: a blank is no zero."
    for id in ["g", "f1"] {
      #expect(form.tables.first { $0.id == id }?.notes.contains(note) == true, "\(id)")
    }
    let cluster = try programme.report(.clusterMunitions, days)
    #expect(try cluster.total("submunitions").figures("found", "destroyed") == ["2", ""])
    let review = try programme.report(.mineActionReview, days)
    #expect(try review.total("items").figures("ap_mines", "ap_mines_destroyed") == ["6", ""])
    #expect(try review.row("t5", "2024")["ap_mines_destroyed"] == "")
    #expect(try review.row("t5", "2023")["ap_mines_destroyed"] == "5")
    let devices = try programme.report(.devices, days)
    #expect(
      try devices.total("devices").figures("found", "destroyed", "left_marked") == ["8", "", ""])
    let before = try programme.report(.devices)
    #expect(try before.total("devices").figures("destroyed", "left_marked") == ["8", "2"])
  }

  @Test func aRemainderAtAnEdgeIsGroundAndNoArea() throws {
    // H7 keeps a strip of 0.6 m along its side: 66 m2 of 9,500. H8 measures as little by itself.
    let (west, east) = ("45.018", "45.019")
    func box(_ south: String, _ north: String) -> String {
      "\"POLYGON ((\(west) \(south), \(east) \(south), \(east) \(north), \(west) \(north), \(west) \(south)))\""
    }
    try programme.folder.importText(
      """
      id,class,contamination,date,wkt
      H7,CHA,ap,2021-01-01,\(box("40", "40.001"))
      H8,CHA,ap,2021-01-01,\(box("40.005", "40.005007"))
      """, as: .hazards, into: programme.book)
    try programme.folder.importText(
      """
      id,kind,activity,contamination,date,operator,hazard_id,wkt
      R8,cleared,clearance,ap,2023-04-01,X,H7,\(box("40", "40.000993"))
      """, as: .releases, into: programme.book)
    _ = try PostLedger(programme.book).run()
    let report = try programme.report(.article7)
    #expect(try report.row("c1", "B").figures("confirmed_areas", "areas") == ["1", "3"])
    let listed = try #require(report.tables.first { $0.id == "c2" }).rows.map { $0.cells[0] }
    #expect(!listed.contains(.text("H7")))
    #expect(try report.row("c2", "H8")["district"] == "B")
    let table = try #require(report.tables.first { $0.id == "c1" })
    let note = try #require(table.notes.first { $0.hasPrefix("Smaller remainders") })
    #expect(note.contains(": 1, with 66 m2"), "\(note)")
    let open = try #require(report.totalAreas("c1")?["open_m2"])
    #expect(abs(open.squareMetres - 4 * SmallProgramme.cell.squareMetres - 132) < 2)
    let land = try programme.report(.landRelease)
    let monitor = try programme.report(.monitor)
    let all = try monitor.row("contamination", "land").figures("confirmed_areas", "suspected_areas")
    let classes = ["confirmed", "suspected"].map { land.closingAreas(.land, $0) }
    #expect(all == classes.map { "\($0)" })
    let mined = try report.total("c1").figures("confirmed_areas", "suspected_areas")
    #expect(mined == ["confirmed", "suspected"].map { "\(land.closingAreas(.ap, $0))" })
  }

  @Test func itemsOfOperatorsAreThoseOfAllWork() throws {
    let monitor = try programme.report(.monitor)
    #expect(try monitor.total("operators")["items"] == "13")
    #expect(try monitor.total("operators")["items"] == monitor.total("items")["items"])
  }

  @Test func formGListsMinesByTypeAndPlace() throws {
    let report = try programme.report(.article7)
    #expect(
      try report.row("g", "ap_mine", "M-1").figures("district", "found", "destroyed")
        == ["A", "5", "5"])
    #expect(try report.total("g").figures("found", "destroyed", "left_marked") == ["6", "5", "0"])
  }

  @Test func theFormsSayWhatBalanceAndProgressSay() throws {
    let report = try programme.report(.article7)
    let balance = try programme.report(.balance, by: [.district], layer: .ap)
    for district in ["A", "B"] {
      let (form, open) = (try report.row("f1", district), try balance.row("balance", district))
      for key in ["cancelled_m2", "reduced_m2", "cleared_m2", "identified_m2"] {
        #expect(form[key] == open[key], "\(district) \(key)")
      }
      #expect(try report.row("c1", district)["open_m2"] == open["closing_m2"])
    }
    let review = try programme.report(.mineActionReview)
    let progress = try programme.report(.progress, by: [.operatorName], layer: .ap)
    let (cleared, all) = (try review.total("t4"), try progress.total("progress"))
    for key in ["cleared_m2", "net_cleared_m2", "gross_cleared_m2"] {
      #expect(cleared[key] == all[key], "\(key)")
    }
    #expect(try review.total("t2")["cancelled_m2"] == all["cancelled_m2"])
    let items = try programme.report(.devices).row("items")
    #expect(try review.total("items")["items"] == items["items"])
  }

  @Test func tablesByOperatorShowGrossBesideNet() throws {
    let report = try programme.report(.mineActionReview)
    #expect(report.flaws == [])
    let keys = [
      "areas", "cleared_m2", "net_cleared_m2", "gross_cleared_m2", "ap_mines", "without_mines",
    ]
    func figures(_ row: [String: String]) -> [String] { keys.map { row[$0] ?? "" } }
    #expect(try figures(report.row("t4", "X")) == ["1", "2", "2", "2", "5", "0"])
    // R7 goes over ground that R1 had cleared: gross, and no mine.
    #expect(try figures(report.row("t4", "Y")) == ["1", "0", "0", "1", "0", "1"])
    #expect(try figures(report.total("t4")) == ["2", "2", "2", "3", "5", "1"])
    #expect(
      try report.row("t2", "Y").figures("releases", "cancelled_m2", "gross_m2") == ["1", "1", "1"])
    #expect(
      try report.row("t3", "X").figures("releases", "reduced_m2", "gross_m2") == ["1", "1", "1"])
    #expect(try report.row("t5", "2022").figures("cleared_m2", "ap_mines") == ["1", "4"])
    #expect(try report.row("t5", "2023").figures("cleared_m2", "released_m2") == ["2", "4"])
    #expect(try report.row("t5", "2019")["released_m2"] == "0")
    #expect(try report.row("t6", "X").figures("tasks", "items") == ["1", "2"])
    #expect(
      try report.row("bac", "Y").figures("areas", "net_cleared_m2", "submunitions")
        == ["1", "1", "3"])
    #expect(try report.row("items", "No release named")["items"] == "1")
    #expect(try report.total("items")["items"] == "13")
  }

  @Test func aYearThatIsOverIsTakenWhereNoneIsAsked() throws {
    let report = try programme.report(.article7, Period())
    #expect(report.stamps.first { $0.key == "period" }?.value == "2022-01-01 to 2022-12-31")
  }
}

extension Report {
  /// The areas of a class at the closing of a land release statement, over all districts.
  fileprivate func closingAreas(_ layer: Layer, _ state: String) -> Int {
    let id = layer == .land ? "land_release" : "layers"
    guard let table = tables.first(where: { $0.id == id }),
      let column = table.columns.firstIndex(where: { $0.key == "closing_areas" })
    else { return -1 }
    let wanted: [Cell] = [.text(layer.rawValue), .text(state)]
    return table.rows.filter { $0.style == .body && wanted.allSatisfy($0.cells.contains) }
      .reduce(0) { sum, row in
        guard case .count(let count) = row.cells[column] else { return sum }
        return sum + count
      }
  }
}
