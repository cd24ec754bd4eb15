import Foundation
import GeometryValues
import Testing

@testable import Interchange

/// Whether the reader program is there and was built with formats.
private let hasFormats: Bool = {
  guard let program = ReaderProgram.find() else { return false }
  let process = Process()
  process.executableURL = program
  process.arguments = ["read", "/nowhere.shp"]
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus != ReaderProgram.withoutFormats
}()

@Suite(
  "Other formats",
  .enabled(
    if: hasFormats, "landbook-reader was built without formats: swift build --traits Formats"))
struct ReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    "what is written reads back the same", arguments: ["shp", "fgb", "gpkg", "kml", "xlsx", "ods"])
  func roundTrip(ending: String) throws {
    let isSheet = ["xlsx", "ods"].contains(ending)
    let path = "\(folder.path)/out.\(ending)"
    let rows = ending == "fgb" ? [WritingTests.rows[0]] : WritingTests.rows
    let written = try LayerWriter.write(WritingTests.table(rows, hasGeometry: !isSheet), to: path)
    #expect(written.rows == rows.count)
    #expect(FileManager.default.fileExists(atPath: path))
    if ending == "gpkg" {
      #expect(SurveyFile.isGeoPackage(path))
      return
    }
    let table = try SurveyFile.open(path)
    let read = try table.rows()
    #expect(read.count == rows.count)
    #expect(read[0].cell("id", in: table)?.hasPrefix("Ş \"1\"") == true)
    #expect(read[0].cell("area_m2", in: table) == "-12.0003")
    if !isSheet {
      #expect(table.header.reference == .wgs84)
      #expect(try read[0].geometry?.get().envelope == WritingTests.square.envelope)
    }
  }

  @Test("long column names that a Shapefile cuts are told")
  func renamed() throws {
    let table = ExportTable(
      name: "x", columns: [.init("id"), .init("reported_area_m2", .decimal)], hasGeometry: false
    ) { visit in try visit(ExportRow(cells: [.text("a"), .decimal("5")])) }
    let written = try LayerWriter.write(table, to: "\(folder.path)/x.shp")
    #expect(written.renamings.map(\.column) == ["reported_area_m2"])
    #expect(written.renamings.map(\.written) == ["reported_a"])
  }

  @Test("can be read twice, and stopped half way")
  func twice() throws {
    let path = "\(folder.path)/out.fgb"
    let rows = (0..<5000).map { number in
      ExportRow(
        cells: [.text("H\(number)"), .integer(number), .empty, .empty, .empty],
        geometry: WritingTests.square)
    }
    _ = try LayerWriter.write(WritingTests.table(rows), to: path)
    let table = try SurveyFile.open(path)
    #expect(try table.rows().count == 5000)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try table.forEachRow { if $0.number == 10 { throw Stop() } } }
    #expect(try table.rows().count == 5000)
  }

  @Test("several layers without a choice are one error that lists them")
  func layers() throws {
    let gpx = """
      <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="39.5" lon="46.5"><name>A</name></wpt>
      <rte><name>R</name><rtept lat="39" lon="46"/><rtept lat="39.1" lon="46"/></rte></gpx>
      """
    let path = try folder.file("t.gpx", gpx)
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path) }
    #expect(fault.message.contains("waypoints (1 features)"))
    #expect(try SurveyFile.open(path, layer: "waypoints").rows().count == 1)
    let missing = try #require(throws: SurveyFault.self) { try SurveyFile.open(path, layer: "x") }
    #expect(missing.message.contains("no layer \"x\""))
  }

  @Test("a Shapefile that is cut short is an error before the first broken feature")
  func cutShapefile() throws {
    let path = "\(folder.path)/cut.shp"
    let rows = (0..<50).map { number in
      ExportRow(
        cells: [.text("H\(number)"), .empty, .empty, .empty, .empty], geometry: WritingTests.square)
    }
    _ = try LayerWriter.write(WritingTests.table(rows), to: path)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 3000)
    try handle.close()
    var last = 0
    #expect(throws: SurveyFault.self) {
      try SurveyFile.open(path).forEachRow { row in
        last = row.number
        #expect(row.geometry != nil)
      }
    }
    #expect(last > 0 && last < 50)
  }

  @Test("a broken file is one clear error")
  func broken() throws {
    let path = try folder.file(
      "broken.shp", "this is no Shapefile at all, whatever its ending says")
    let fault = try #require(throws: SurveyFault.self) { try SurveyFile.open(path).rows() }
    #expect(fault.kind == .notUsable)
    #expect(fault.message.contains("broken.shp"))
    let csv = try folder.file("t.xyz", "id\n1\n")
    #expect(throws: SurveyFault.self) { try SurveyFile.open(csv) }
  }
}

@Suite("Trouble with the reader")
struct ReaderTroubleTests {
  /// Runs with a shell script in the reader's place.
  private func fault(script: String) throws -> SurveyFault {
    let folder = try TemporaryFolder()
    let program = try folder.file("reader.sh", "#!/bin/sh\n\(script)\n")
    chmod(program, 0o755)
    let shapefile = try folder.file("survey.shp", "")
    return try #require(throws: SurveyFault.self) {
      try ReaderProcess.open(shapefile, layer: nil, program: URL(fileURLWithPath: program)).rows()
    }
  }

  private func octal(_ frames: [FeatureFrame]) -> String {
    var bytes: [UInt8] = []
    for frame in frames { frame.encode(into: &bytes) }
    return bytes.map {
      "\\" + String(repeating: "0", count: 3 - String($0, radix: 8).count) + String($0, radix: 8)
    }
    .joined()
  }

  @Test("without the program the error names the package to install")
  func withoutProgram() throws {
    let fault = try #require(throws: SurveyFault.self) {
      try ReaderProcess.open("/a/b.kml", layer: nil, program: nil)
    }
    #expect(fault.message.contains("KML needs the formats reader"))
    #expect(fault.remedy.contains("libgdal-dev"))
  }

  @Test("without formats the error names the package to install")
  func withoutFormats() throws {
    let fault = try fault(script: "exit 69")
    #expect(fault.message.contains("Shapefile needs the formats reader"))
    #expect(fault.remedy.contains("libgdal-dev"))
  }

  @Test("a crash, an exit and a cut stream name the file and the last feature")
  func crashes() throws {
    let layer = FeatureFrame.layer(.init(name: "l", fields: [.init(name: "id")]))
    let start = octal([
      .hello(version: 1), layer, .feature(.init(id: 1, cells: ["a"])),
      .feature(.init(id: 2, cells: ["b"])),
    ])
    let crash = try fault(script: "printf '\(start)'; kill -SEGV $$")
    #expect(crash.message.contains("survey.shp after feature 2: it crashed (signal 11)"))
    let exit = try fault(script: "printf '\(start)'; echo 'out of luck' >&2; exit 3")
    #expect(exit.message.contains("code 3, saying \"out of luck\""))
    let cut = try fault(script: "printf '\(start)F\\001'; exit 0")
    #expect(cut.message.contains("after feature 2"))
    let killed = try fault(script: "kill -KILL $$")
    #expect(killed.message.contains("memory"))
  }

  @Test("a reader of another version, nonsense and a refusal are told apart")
  func protocolErrors() throws {
    #expect(
      try fault(script: "printf '\(octal([.hello(version: 9)]))'").message.contains(
        "another version"))
    #expect(try fault(script: "echo hello world").message.contains("can't be understood"))
    #expect(
      try fault(script: "printf '\(octal([.failure("no such layer")]))'").message.contains(
        "no such layer"))
  }

  @Test("a reader that talks without end on its error output blocks nothing")
  func talkative() throws {
    let fault = try fault(script: "head -c 1000000 /dev/zero | tr '\\000' 'x' >&2; exit 4")
    #expect(fault.message.contains("code 4"))
  }
}
