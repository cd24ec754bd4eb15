import GeometryValues
import LandRelease
import Reporting
import Testing

@testable import Workflows

/// The map of a summary: released land over the hazards it came from, in doubt open.
struct ProgrammeMapTests {
  private static func titles(_ map: MapFigure, _ subject: MapFigure.Subject) -> [String] {
    map.layers.filter { $0.subject == subject }.flatMap(\.shapes).map(\.title)
  }

  @Test func layersAreThoseOfTheDay() throws {
    let programme = try SquareProgramme()
    let may = try #require(try programme.report(.summary).maps.first)
    #expect(Self.titles(may, .district) == ["D1 West", "D2 East"])
    #expect(Self.titles(may, .confirmed) == ["hazard H1"])
    #expect(Set(Self.titles(may, .suspected)) == ["hazard H2", "hazard H3"])
    #expect(Set(Self.titles(may, .cleared)) == ["release R1", "release R2"])
    let given = try #require(may.layers.first { $0.isHandedOver })
    #expect(given.shapes.map(\.title) == ["release R1"])
    #expect(Self.titles(may, .cancelled) == ["release R3"])
    let march = try #require(try programme.report(.summary, "2024-03").maps.first)
    #expect(Self.titles(march, .cleared).isEmpty)
    #expect(Self.titles(march, .suspected).count == 2)
    let order = may.layers.map(\.subject)
    let open = try #require(order.lastIndex(of: .confirmed))
    let released = try #require(order.firstIndex(of: .cancelled))
    #expect(open < released)
  }

  @Test func landOpenAgainLiesOnTop() throws {
    let programme = try SquareProgramme()
    try programme.folder.importText(
      """
      id,class,date,contamination,district,wkt
      H9,SHA,2024-06-01,ap,D1,"POLYGON ((45 0.01, 45.01 0.01, 45.01 0.02, 45 0.02, 45 0.01))"
      """, as: .hazards, into: programme.book)
    _ = try PostLedger(programme.book).run()
    let map = try #require(try programme.report(.summary, "2024-06").maps.first)
    let top = try #require(map.layers.last)
    #expect(top.subject == .suspected)
    #expect(top.shapes.map(\.title) == ["hazard H9"])
  }

  @Test(arguments: [(1.0, 4), (0.00001, 4), (0.004, 5)])
  func cornersThatNoScreenShowsAreLeftOut(_ bump: Double, _ corners: Int) {
    var box = Envelope()
    box.add(x: 0, y: 0)
    box.add(x: 1, y: 0.75)
    let scale = MapScale(box, cellPixels: 2)
    var polygon = MultiPolygon()
    polygon.append(rings: [
      [
        Position(x: 0, y: 0), Position(x: 0.5, y: bump == 1 ? 0 : -bump), Position(x: 1, y: 0),
        Position(x: 1, y: 0.5), Position(x: 0, y: 0.5),
      ]
    ])
    #expect(scale.simplified(polygon).vertexCount == corners + 1)
  }

  @Test func smallRecordsAreAddedUpInCells() {
    var box = Envelope()
    box.add(x: 0, y: 0)
    box.add(x: 1, y: 0.75)
    let scale = MapScale(box, cellPixels: 2)
    var cells = MapCells(scale)
    let area = Area(squareCentimetres: 1_000_000_000)
    func move(_ from: LandState, _ to: LandState, _ cell: Int, _ cause: Cause) {
      cells.add(
        Transition(from: from, to: to, cause: cause, again: false, isInside: true), area: area,
        in: cell, on: 10)
    }
    // Two beside each other are one rectangle; what is released whole is no longer open.
    move(.unrecorded, .confirmed, 5, .identified)
    move(.unrecorded, .confirmed, 6, .identified)
    move(.unrecorded, .suspected, 9, .identified)
    move(.suspected, .cleared, 9, .released)
    let runs = cells.runs(leavingOutReleasedUnder: [])
    #expect(runs.map(\.state) == [.confirmed, .cleared])
    #expect(runs.first?.shape.title == "Small areas together: 20.0 ha")
    let hidden = cells.runs(leavingOutReleasedUnder: [box])
    #expect(hidden.map(\.state) == [.confirmed])
  }
}
