import Testing

@testable import Interchange

@Suite("Tables of turning points are known by their columns")
struct PointColumnTests {
  private func columns(_ header: String) throws -> PointColumns? {
    try PointColumns(
      header: SurveyTable.Header(
        file: "points.csv", columns: header.split(separator: ",").map(String.init)))
  }

  @Test(
    "these are",
    arguments: [
      "id,point_no,latitude,longitude", "Local ID,PointNo,X,Y", "id,Point ID,MGRS",
      "id,point_type,coordinates", "id,from,to,bearing,distance", "id,№ точки,широта,долгота",
      "id,point no.,Easting,Northing,UTM Zone", "id,tp no,azimuth (deg),distance (m)",
    ])
  func recognised(header: String) throws {
    #expect(try columns(header) != nil)
  }

  @Test(
    "these are not",
    arguments: [
      "id,class,date", "id,latitude,longitude", "id,bearing,distance", "id,point_no",
      "id,point_no,latitude,longitude,wkt", "id,point_no,latitude,longitude,geom",
      "id,point_no,latitude",
    ])
  func notRecognised(header: String) throws {
    #expect(try columns(header) == nil)
  }

  @Test("a geometry in the layer settles it")
  func layersAreNot() throws {
    let header = SurveyTable.Header(
      file: "points.shp", columns: ["id", "point_no", "x", "y"], reference: .code("EPSG:32638"))
    #expect(try PointColumns(header: header) == nil)
  }

  @Test("north is a coordinate beside east and a reference elsewhere")
  func north() throws {
    let beside = try #require(try columns("id,point_no,east,north"))
    #expect(beside.places[.northing] == 3 && beside.places[.north] == nil)
    let elsewhere = try #require(try columns("id,point_no,bearing,distance,north"))
    #expect(elsewhere.places[.north] == 4)
  }

  @Test("units stand in the names of columns")
  func units() throws {
    let named = try #require(try columns("id,point_no,bearing_mils6000,distance_yd"))
    #expect(named.bearingUnit == .sovietMils && named.distanceUnit == .yards)
  }

  @Test("every column of the form is read")
  func form() throws {
    let names = TurningPointTemplate.columns.map(\.name)
    let header = SurveyTable.Header(file: "form.csv", columns: names)
    let points = try #require(try PointColumns(header: header))
    let fields = try ColumnMap(type: .records, header: points.withoutPoints(header))
    #expect(fields.ignored.isEmpty && fields.refused.isEmpty)
    #expect(fields.places.count + points.taken.count == names.count)
    for column in TurningPointTemplate.columns where column.name == "point_type" {
      for word in column.choices { #expect(PointType(text: word) != nil, "\(word)") }
    }
    #expect(TurningPointTemplate.example.rows.allSatisfy { $0.count == 11 })
  }

  @Test(
    "bearings in every unit",
    arguments: [
      ("90", AngleUnit.degrees, 90.0), ("90°30'", .degrees, 90.5), ("100", .gradians, 90),
      ("1600", .mils, 90), ("1500", .sovietMils, 90), ("1600 mils", .degrees, 90),
      ("100 gon", .degrees, 90), ("360", .degrees, 0), ("12,5", .degrees, 12.5),
      ("45.5 deg", .mils, 45.5),
    ])
  func bearings(text: String, unit: AngleUnit, degrees: Double) throws {
    #expect(abs(try PointReading.bearing(text, unit) - degrees) < 1e-9)
  }

  @Test("bearings that can't be", arguments: ["361", "-5", "N", "north", "90 E", "1600", ""])
  func noBearings(text: String) {
    #expect(throws: ValueFault.self) { try PointReading.bearing(text, .degrees) }
  }

  @Test(
    "distances in every unit",
    arguments: [
      ("100", LengthUnit.metres, 100.0), ("100,5 m", .feet, 100.5), ("10 ft", .metres, 3.048),
      ("10 yd", .metres, 9.144), ("0.5 km", .metres, 500),
    ])
  func distances(text: String, unit: LengthUnit, metres: Double) throws {
    #expect(abs(try PointReading.distance(text, unit) - metres) < 1e-9)
  }

  @Test("distances that can't be", arguments: ["0", "-3", "10 paces", "far", "200000"])
  func noDistances(text: String) {
    #expect(throws: ValueFault.self) { try PointReading.distance(text, .metres) }
  }
}
