import Foundation
import GeometryValues
import Testing

@testable import Interchange

@Suite(
  "IMSMA NG's exchange files",
  .enabled(if: ReaderProgram.find() != nil, "the reader program is not built"))
struct MaXMLTests {
  private static let report = """
    <?xml version="1.0" encoding="UTF-8"?>
    <MineActionFieldReport xmlns="http://example.org/maxml">
      <DocumentHeader><Author>x</Author></DocumentHeader>
      <FieldReport>
        <FieldReportInfo reportGUID="G1"><ReportingDate>2020-05-01</ReportingDate>
          <ReportingOrg>ORG</ReportingOrg></FieldReportInfo>
        <Hazard><LocalID>HA-1</LocalID><AreaSize>1200</AreaSize><Status>Active</Status>
          <Contamination>AP</Contamination><Contamination>AV</Contamination>
          <GeospatialInfo><ShapeEnum>Polygon</ShapeEnum>
            <GeoPoint><Number>2</Number><Latitude>39</Latitude><Longitude>46.01</Longitude></GeoPoint>
            <GeoPoint><Number>1</Number><Latitude>39</Latitude><Longitude>46</Longitude></GeoPoint>
            <GeoPoint><Number>3</Number><Latitude>39.01</Latitude><Longitude>46</Longitude></GeoPoint>
          </GeospatialInfo>
          <GeospatialInfo><ShapeEnum>Point</ShapeEnum>
            <GeoPoint><Type>Reference Point</Type><Latitude>39</Latitude><Longitude>45.9</Longitude></GeoPoint>
          </GeospatialInfo>
        </Hazard>
      </FieldReport>
    </MineActionFieldReport>
    """

  @Test("items become rows, elements columns, numbered points a ring", arguments: ["xml", "maxml"])
  func hazards(ending: String) throws {
    let folder = try TemporaryFolder()
    let table = try SurveyFile.open(try folder.file("r.\(ending)", Self.report))
    let rows = try table.rows()
    #expect(table.header.layer == "Hazard")
    #expect(table.header.reference == .wgs84)
    try #require(rows.count == 1)
    #expect(rows[0].cell("LocalID", in: table) == "HA-1")
    #expect(rows[0].cell("ReportingDate", in: table) == "2020-05-01")
    #expect(rows[0].cell("reportGUID", in: table) == "G1")
    #expect(rows[0].cell("Contamination", in: table) == "AP, AV")
    let expected = MultiPolygon(rings: [
      [
        Position(x: 46, y: 39), Position(x: 46.01, y: 39), Position(x: 46, y: 39.01),
        Position(x: 46, y: 39),
      ]
    ])
    #expect(try rows[0].geometry?.get() == .polygons(expected))
    #expect(table.notes.sentences.contains { $0.contains("1 points and lines") })
  }

  private func fault(_ text: String, layer: String? = nil) throws -> SurveyFault {
    let folder = try TemporaryFolder()
    let path = try folder.file("r.maxml", text)
    return try #require(throws: SurveyFault.self) {
      try SurveyFile.open(path, layer: layer).rows()
    }
  }

  @Test("a point that has only a bearing is refused by the item's name")
  func bearing() throws {
    let text = Self.report.replacing(
      "<Latitude>39.01</Latitude><Longitude>46</Longitude>",
      with: "<Bearing>90</Bearing><Distance>5</Distance>")
    #expect(try fault(text).message.contains("Hazard 1: point 3 has no latitude and longitude"))
  }

  @Test("several kinds of items are layers to choose from")
  func kinds() throws {
    let text = Self.report.replacing(
      "</Hazard>", with: "</Hazard><HazardReduction><LocalID>HR-1</LocalID></HazardReduction>")
    #expect(try fault(text).message.contains("Hazard (1 features), HazardReduction (1 features)"))
    #expect(try fault(text, layer: "x").message.contains("no layer \"x\""))
  }

  @Test("entities, other roots and a broken end are one error each")
  func hostile() throws {
    let laughs = Self.report.replacing(
      "<MineActionFieldReport", with: "<!DOCTYPE a [<!ENTITY b \"c\">]><MineActionFieldReport")
    #expect(try fault(laughs).message.contains("<!DOCTYPE"))
    #expect(try fault("<kml/>").message.contains("it is no maXML"))
    #expect(try fault(String(Self.report.dropLast(40))).message.contains("it is no whole XML"))
    let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    #expect(
      try fault(Self.report.replacing("<LocalID>", with: deep + "<LocalID>")).message.contains(
        "nests or holds more"))
  }
}
