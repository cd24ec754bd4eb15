import Foundation
import GeometryValues
import LandRelease
import Testing

@testable import Interchange

@Suite("Writing")
struct WritingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static func table(_ rows: [ExportRow], hasGeometry: Bool = true) -> ExportTable {
    ExportTable(
      name: "hazard",
      columns: [
        .init("id"), .init("n", .integer), .init("area_m2", .decimal), .init("date", .date),
        .init("again", .truth),
      ], hasGeometry: hasGeometry
    ) { visit in for row in rows { try visit(row) } }
  }

  static let square = Geometry.polygons(
    MultiPolygon(rings: [
      [
        Position(x: 46, y: 39), Position(x: 46, y: 40), Position(x: 47, y: 40),
        Position(x: 47, y: 39), Position(x: 46, y: 39),
      ],
      [
        Position(x: 46.25, y: 39.25), Position(x: 46.5, y: 39.25), Position(x: 46.5, y: 39.5),
        Position(x: 46.25, y: 39.25),
      ],
    ]))

  static let rows = [
    ExportRow(
      cells: [
        .text("Ş \"1\", a\nb"), .integer(-3), .decimal("-12.0003"),
        .date(CalendarDate(year: 2021, month: 5, day: 3) ?? CalendarDate.anyDay), .truth(true),
      ], geometry: square),
    ExportRow(cells: [.text("=1+1"), .empty, .empty, .empty, .truth(false)], geometry: nil),
  ]

  private func text(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
  }

  @Test("A pipe is not replaced, nor what a link leads to", arguments: ["pipe.csv", "link.csv"])
  func pipesStay(name: String) throws {
    let pipe = "\(folder.path)/pipe.csv"
    try #require(mkfifo(pipe, 0o600) == 0)
    try #require(symlink(pipe, "\(folder.path)/link.csv") == 0)
    let path = "\(folder.path)/\(name)"
    let faults = [
      #expect(throws: SurveyFault.self) { try OutputFile.write(Data("x".utf8), to: path) },
      #expect(throws: SurveyFault.self) {
        try OutputFile.make(path) { try Data("x".utf8).write(to: URL(fileURLWithPath: $0)) }
      },
      #expect(throws: SurveyFault.self) {
        try LayerWriter.write(Self.table(Self.rows), to: path)
      },
    ]
    for fault in faults { #expect(fault?.kind == .cannotCreate) }
    var state = stat()
    #expect(stat(pipe, &state) == 0 && state.st_mode & S_IFMT == S_IFIFO)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test("CSV keeps numbers as numbers and texts from being formulas")
  func csv() throws {
    let path = "\(folder.path)/out.csv"
    #expect(try LayerWriter.write(Self.table(Self.rows), to: path).rows == 2)
    #expect(
      try text(path) == """
        id,n,area_m2,date,again,wkt
        "Ş ""1"", a
        b",-3,-12.0003,2021-05-03,yes,"POLYGON ((46.0 39.0, 46.0 40.0, 47.0 40.0, 47.0 39.0, 46.0 39.0), (46.25 39.25, 46.5 39.25, 46.5 39.5, 46.25 39.25))"
        '=1+1,,,,no,

        """)
  }

  @Test("GeoJSON runs outer rings anticlockwise and rounds to seven decimals")
  func geoJSON() throws {
    let path = "\(folder.path)/out.geojson"
    _ = try LayerWriter.write(Self.table(Self.rows), to: path)
    #expect(
      try text(path) == """
        {"type":"FeatureCollection","name":"hazard","features":[
        {"type":"Feature","properties":{"id":"Ş \\"1\\", a\\nb","n":-3,"area_m2":-12.0003,"date":"2021-05-03","again":true},"geometry":{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40],[46,39]],[[46.25,39.25],[46.5,39.5],[46.5,39.25],[46.25,39.25]]]}},
        {"type":"Feature","properties":{"id":"=1+1","n":null,"area_m2":null,"date":null,"again":false},"geometry":null}
        ]}

        """)
  }

  @Test(
    "numbers lose nothing but what lies behind the seventh decimal",
    arguments: [
      (46.75, "46.75"), (0, "0"), (-0.00000001, "0"), (0.0000001, "0.0000001"),
      (-179.99999999, "-180"),
      (12.3456789012, "12.3456789"), (-0.05, "-0.05"), (100, "100"),
    ])
  func numbers(value: Double, text: String) {
    #expect(JSONWriting.number(value) == text)
  }

  @Test("what is written reads back the same", arguments: ["csv", "geojson", "geojsonl", "ndjson"])
  func roundTrip(ending: String) throws {
    let path = "\(folder.path)/out.\(ending)"
    _ = try LayerWriter.write(Self.table(Self.rows), to: path)
    let table = try SurveyFile.open(path)
    let rows = try table.rows()
    #expect(rows.map { $0.cell("id", in: table) } == ["Ş \"1\", a\nb", "=1+1"])
    #expect(rows[0].cell("area_m2", in: table) == "-12.0003")
    #expect(rows[0].cell("date", in: table) == "2021-05-03")
    let geometry =
      ending == "csv"
      ? try WKT.read(rows[0].cell("wkt", in: table) ?? "") : try rows[0].geometry?.get()
    #expect(geometry?.envelope == Self.square.envelope)
    #expect(rows[1].geometry == nil)
  }

  @Test("control characters and quotes survive JSON")
  func jsonText() throws {
    let nasty =
      (0..<0x20).compactMap { UnicodeScalar($0).map(String.init) }.joined() + "\"\\/ş💣\u{7F}"
    let path = "\(folder.path)/out.geojson"
    let rows = [ExportRow(cells: [.text(nasty), .empty, .empty, .empty, .empty])]
    _ = try LayerWriter.write(Self.table(rows), to: path)
    #expect(try SurveyFile.open(path).rows()[0].cells[0] == nasty)
  }

  @Test("nothing is left behind where writing fails")
  func failure() throws {
    struct Stop: Error {}
    let table = ExportTable(name: "x", columns: [.init("id")], hasGeometry: false) { visit in
      try visit(ExportRow(cells: [.text("a")]))
      throw Stop()
    }
    for ending in ["csv", "geojson"] {
      #expect(throws: Stop.self) {
        try LayerWriter.write(table, to: "\(folder.path)/out.\(ending)")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let fault = try #require(throws: SurveyFault.self) {
      try LayerWriter.write(table, to: "\(folder.path)/none/out.csv")
    }
    #expect(fault.kind == .cannotCreate)
    #expect(throws: SurveyFault.self) { try LayerWriter.write(table, to: "\(folder.path)/out.doc") }
  }

  @Test("refused rows are written with the cells that are read, and no others")
  func rejects() throws {
    let source = try SurveyTable.of(
      "id,class,phone,remarks\n,SHA,+99450,ask Qurbanov\nQurbanov\n", in: folder)
    let columns = try ColumnMap(type: .hazards, header: source.header)
    let path = "\(folder.path)/rejects.csv"
    let writer = try RejectsWriter(path: path, header: source.header, columns: columns)
    let reader = HazardReading(ReadingContext(header: source.header, columns: columns))
    try source.forEachRow { row in
      do throws(Refusal) {
        _ = try reader.read(row)
      } catch {
        try writer.add(row, error)
      }
    }
    try writer.finish()
    #expect(writer.count == 2)
    let written = try text(path).replacing("\(folder.path)/", with: "")
    #expect(
      written == """
        rejected_file,rejected_layer,rejected_row,rejected_line,rejected_field,rejected_reason,rejected_remedy,id,class,wkt,rejected_text
        table.csv,,1,2,id,there is no id,Fill it in.,,SHA,,
        table.csv,,2,3,,"the row has 1 cells, the header 4",Repair the row in the file.,,,,

        """)
  }
}

extension CalendarDate {
  /// A day for places where none can be missing.
  static var anyDay: CalendarDate { lastDayOfUnixYear }

  private static var lastDayOfUnixYear: CalendarDate {
    guard let day = CalendarDate.lastDay(ofMonth: 12, of: 1970) else { preconditionFailure() }
    return day
  }
}
