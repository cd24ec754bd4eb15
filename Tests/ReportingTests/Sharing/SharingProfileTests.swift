import GeometryValues
import LandRelease
import Testing

@testable import Reporting

/// Profiles as they are written, and what they take out of a report.
struct SharingProfileTests {
  @Test(arguments: SharingProfile.names)
  func everyProfileIsSound(name: String) throws {
    let profile = try SharingProfile.named(name)
    #expect(profile.name == name)
    #expect(profile.leavesAll == (name == "internal"))
  }

  @Test(arguments: [
    "{", "{}", #"{"name": "a", "title": "A", "readers": "b", "colums": []}"#,
    #"{"name": "a", "title": "A", "readers": "b", "columns": ["people"]}"#,
    #"{"name": "a", "title": "A", "readers": "b", "smallest_cell": 1}"#,
    #"{"name": "a", "title": "A", "readers": "b", "exports": {"hazard": {"shape": "none"}}}"#,
  ])
  func aSlipOfThePenIsAFault(json: String) {
    #expect(throws: SharingFault.self) { try SharingProfile(json: json) }
  }

  @Test func anUnknownNameSaysWhatThereIs() {
    #expect {
      try SharingProfile.named("secret")
    } throws: { error in
      "\(error)".contains("internal, partner, donor, public")
    }
  }

  private static var report: Report {
    var report = Report(
      title: "Why: hazard H-77", stamps: [Stamp(key: "actor", label: "By", value: "Somebody")],
      notes: [
        "Hazard H-77 was seen at 45.12345.", "Kept in /home/x/book.gpkg.", "All is counted.",
      ],
      tables: [
        Table(
          id: "records", title: "Records",
          columns: [
            Column("record", "Record", .text, reveals: .record),
            Column("area_m2", "Area", .area),
          ],
          rows: [
            Row(.body, [.text("H-77"), .area(Area(squareCentimetres: 5))]),
            Row(.body, [.text("H-78"), .area(Area(squareCentimetres: 6))]),
          ]),
        Table(
          id: "months", title: "By month",
          columns: [
            Column("month", "Month", .text), Column("area_m2", "Area", .area),
            Column("last", "Last", .text, reveals: .record),
            Column("comment", "Comment", .text),
          ],
          rows: [
            Row(
              .body,
              [
                .text("2024-05"), .area(Area(squareCentimetres: 11)), .text("H-78"),
                .text("mostly H-77"),
              ]
            ).resting(on: 9)
          ]),
      ])
    report.charts = [Chart("Areas", of: "records", as: .bars, by: "record", ["area_m2"])]
    return report
  }

  @Test func recordsGoAndSoDoesWhatNamesThem() throws {
    let shared = try SharingProfile.named("public").applied(to: Self.report)
    #expect(shared.tables.map(\.id) == ["months"])
    #expect(shared.tables[0].columns.map(\.key) == ["month", "area_m2", "comment"])
    #expect(shared.tables[0].rows[0].cells[2] == .withheld)
    #expect(shared.charts.isEmpty)
    #expect(!shared.title.contains("H-77"))
    #expect(shared.notes.contains("All is counted."))
    #expect(!shared.notes.contains { $0.contains("45.12345") || $0.contains("/home") })
    #expect(shared.stamps.map(\.key) == ["sharing_profile"])
    #expect(shared.notes.contains { $0.contains("tables (Records)") })
  }

  @Test func anythingWithheldIsNoZeroAnywhere() throws {
    var report = Self.report
    report.tables.removeFirst()
    report.tables[0].rows[0].cells[1] = .withheld
    #expect(OutputFormat.text.render(report).contains("withheld"))
    #expect(OutputFormat.csv.render(report).contains("2024-05,withheld,"))
    #expect(OutputFormat.json.render(report).contains(#"{"value": null, "withheld": true}"#))
    #expect(OutputFormat.markdown.render(report).contains("withheld"))
  }

  private static var square: MultiPolygon {
    get throws {
      guard case .polygons(let polygons) = try WKT.read("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))")
      else { return MultiPolygon() }
      return polygons
    }
  }

  @Test func openGroundIsOnNoPublicMap() throws {
    var handedOver = MapFigure.Layer(.cleared, title: "Cleared", shapes: [])
    handedOver.isHandedOver = true
    let square = try Self.square
    handedOver.shapes = [MapFigure.Shape(square, title: "R-1, 5 ha", opens: "x")]
    var report = Self.report
    report.maps = [
      MapFigure(
        title: "Map",
        layers: [
          MapFigure.Layer(
            .district, title: "Districts",
            shapes: [MapFigure.Shape(square, title: "D1 One: 12.5 ha open")]),
          MapFigure.Layer(
            .confirmed, title: "Confirmed", shapes: [MapFigure.Shape(square, title: "H-77")]),
          MapFigure.Layer(
            .cleared, title: "Cleared, all", shapes: [MapFigure.Shape(square, title: "R-2")]),
          handedOver,
        ])
    ]
    #expect(try SharingProfile.named("public").applied(to: report).maps.isEmpty, "of all records")
    report.maps[0].mostSensitive = .low
    let map = try #require(try SharingProfile.named("public").applied(to: report).maps.first)
    #expect(map.layers.map(\.title) == ["Districts", "Cleared"])
    #expect(map.layers[0].shapes[0].title == "D1 One")
    #expect(map.layers[1].shapes[0].title == "Cleared")
    #expect(map.layers[1].shapes[0].opens == nil)
  }
}
