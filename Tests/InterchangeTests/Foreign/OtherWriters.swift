import Foundation

@testable import Interchange

/// Programs of others that make the files of these tests.
enum OtherWriters {
  /// Whether the reader program is there and was built with formats.
  static let canRead = ReaderCondition.ask().library != nil

  static let ogr2ogr = find("ogr2ogr")
  static let python = find("python3")

  private static func find(_ name: String) -> String? {
    ["/usr/bin", "/usr/local/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end and says whether it succeeded.
  @discardableResult
  static func run(_ program: String?, _ arguments: [String], in folder: String) throws -> Bool {
    guard let program else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Two hazards, one of them with letters beyond ASCII.
  static let hazards = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"H1","class":"CHA","date":"2020-01-01","name":"Ağdam"},
    "geometry":{"type":"Polygon","coordinates":[[[46,39],[46.01,39],[46.01,39.01],[46,39.01],[46,39]]]}},
    {"type":"Feature","properties":{"id":"H2","class":"SHA","date":"2020-01-02","name":"Füzuli"},
    "geometry":{"type":"Polygon","coordinates":[[[46.1,39],[46.11,39],[46.11,39.01],[46.1,39]]]}}]}
    """
}
