import GeometryEngine
import Testing

@Suite struct CoordinateTransformTests {
  // pyproj 3.7.2 (PROJ 9.5.1), Transformer.from_crs(..., "OGC:CRS84", always_xy=True).
  @Test(arguments: [
    ("EPSG:32638", [732_000.0, 4_456_000], [47.72660130213137, 40.22232699240482]),
    ("EPSG:28408", [8_732_000, 4_456_000], [47.72360756252697, 40.20553202971941]),
    ("EPSG:4326", [47.5, 40.25], [47.5, 40.25]),
  ]) func eastComesFirst(reference: String, given: [Double], known: [Double]) throws {
    let transform = try CoordinateTransform(from: reference)
    var coordinates = given + given
    try transform.transform(&coordinates)
    for (moved, known) in zip(coordinates, known + known) { #expect(abs(moved - known) < 1e-9) }
  }

  @Test func namesTheOperation() throws {
    let utm = try CoordinateTransform(from: "EPSG:32638")
    #expect(utm.operationName == "Inverse of UTM zone 38N (accuracy 0.0 m)")
    let pulkovo = try CoordinateTransform(from: "EPSG:28408")
    var baku = [8_732_000.0, 4_456_000]
    try pulkovo.transform(&baku)
    #expect(pulkovo.operationName.contains("Pulkovo 1942 to WGS 84"))
    #expect(!pulkovo.operationName.contains("ballpark"))
  }

  @Test func saysWhenDatumsAreNotReconciled() throws {
    let transform = try CoordinateTransform(from: "EPSG:4267")
    var farFromAmerica = [47.5, 40.25]
    try transform.transform(&farFromAmerica)
    #expect(transform.operationName.hasSuffix("ballpark: datums are not reconciled)"))
  }

  @Test func knowsWhatIsAlreadyLongitudeAndLatitude() throws {
    let esri = """
      GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],\
      PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
      """
    #expect(try CoordinateTransform(from: esri).isIdentity)
    #expect(try CoordinateTransform(from: "EPSG:4326").isIdentity)
    #expect(try !CoordinateTransform(from: "EPSG:4284").isIdentity)
  }

  @Test func aVertexOutOfReachIsNamedAndNothingMoves() throws {
    let transform = try CoordinateTransform(from: "EPSG:4326", to: "EPSG:32638")
    var coordinates = [47.0, 40, 47, 95, 48, 40]
    let fault = #expect(throws: TransformFault.self) { try transform.transform(&coordinates) }
    #expect(fault?.vertex == 1)
    #expect(fault?.description.contains("vertex 2 (47.0, 95.0)") == true)
    #expect(coordinates == [47, 40, 47, 95, 48, 40])
    coordinates = [47, 40]
    try transform.transform(&coordinates)
    #expect(coordinates[0].isFinite)
  }

  @Test(arguments: ["EPSG:999999", "rubbish", "", "EPSG:4978", "EPSG:5773"])
  func refusesWhatGivesNoPositions(text: String) {
    #expect(throws: EngineError.self) { try CoordinateTransform(from: text) }
    #expect(throws: EngineError.self) { try CoordinateReference.describe(text) }
  }

  @Test(
    arguments: [
      ("EPSG:32638", "WGS 84 / UTM zone 38N", "EPSG:32638", false),
      (" EPSG:4284\n", "Pulkovo 1942", "EPSG:4284", true),
      ("EPSG:7415", "Amersfoort / RD New + NAP height", "EPSG:7415", false),
      ("+proj=utm +zone=38 +datum=WGS84", "unknown", nil, false),
    ] as [(String, String, String?, Bool)])
  func describes(text: String, name: String, code: String?, isGeographic: Bool) throws {
    let reference = try CoordinateReference.describe(text)
    #expect((reference.name, reference.code) == (name, code))
    #expect(reference.isGeographic == isGeographic)
  }

  @Test func findsTheCodeOfAShapefilesReference() throws {
    let text = """
      PROJCS["WGS_1984_UTM_Zone_38N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",\
      SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],\
      PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
      PARAMETER["Central_Meridian",45.0],PARAMETER["Scale_Factor",0.9996],\
      PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
      """
    #expect(try CoordinateReference.describe(text).code == "EPSG:32638")
  }
}
