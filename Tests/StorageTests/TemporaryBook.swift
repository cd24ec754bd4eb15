import Foundation
import GRDB
import GeometryValues
import LandRelease

@testable import Storage

/// A book in a folder of its own that goes when the test ends.
final class TemporaryBook: Sendable {
  let folder: URL
  let book: LandBook

  var path: String { folder.appending(path: "book.gpkg").path }

  init(isSynthetic: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    book = try LandBook.create(
      at: folder.appending(path: "book.gpkg").path, name: "Test", isSynthetic: isSynthetic,
      createdAt: Timestamp(milliseconds: 0), programVersion: "1")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes one batch at a fixed moment.
  @discardableResult
  func write(
    _ recordType: String = "hazards", fileHash: String? = nil, dryRun: Bool = false,
    _ body: (BatchWriter) throws -> Void
  ) throws -> BatchSummary {
    var description = BatchDescription(
      at: Timestamp(milliseconds: 1_700_000_000_000), recordType: recordType)
    description.fileHash = fileHash
    return try book.write(description, dryRun: dryRun, body).1
  }

  /// Works on the file as another program would, which has the spatial functions.
  func sql<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var configuration = Configuration()
    configuration.prepareDatabase { SpatialFunctions.register(in: $0) }
    return try DatabaseQueue(path: path, configuration: configuration).write(body)
  }

  func bytes() throws -> Data { try fileBytes(path) }

  /// What lies in the folder of the book.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

func fileBytes(_ path: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: path))
}

/// A square of the side, in degrees, with its lower left corner at the place.
func square(_ x: Double, _ y: Double, side: Double = 0.01) -> MultiPolygon {
  MultiPolygon(rings: [
    [
      Position(x: x, y: y), Position(x: x + side, y: y), Position(x: x + side, y: y + side),
      Position(x: x, y: y + side), Position(x: x, y: y),
    ]
  ])
}

func hazard(
  _ id: String, _ date: String? = "2020-01-01", x: Double? = 20,
  _ change: (inout Hazard) -> Void = { _ in }
) -> Hazard {
  var hazard = Hazard(
    key: RecordKey(id: id), date: date.flatMap { CalendarDate($0) },
    polygon: x.map { square($0, 40) })
  change(&hazard)
  return hazard
}
