import Foundation
import LandRelease
import Schemas
import Storage

/// What a folder of partitions is of, so that nothing else is booked for it.
struct ClusterManifest: Codable {
  /// One partition.
  struct Partition: Codable {
    var file: String
    var sha256: String
    var bytes: Int
    /// Events that are to be posted, without the neighbours that stand with them.
    var events: Int
    var grounds: Int
    /// What the areas of the events come to, in whole square centimetres.
    var area: UInt64

    enum CodingKeys: String, CodingKey {
      case file, sha256, bytes, events, grounds
      case area = "area_cm2"
    }
  }

  /// From where the book was looked at.
  struct View: Codable, Hashable {
    var clock: String
    var knownAt: String?
    var throughBatch: Int64?
    var boundarySet: String?
    /// Whether it is what posting itself would look at, so that results can be booked.
    var isOfLedger: Bool

    enum CodingKeys: String, CodingKey {
      case clock
      case knownAt = "known_at"
      case throughBatch = "through_batch"
      case boundarySet = "boundary_set"
      case isOfLedger = "is_of_ledger"
    }
  }

  /// Where a view was asked for, what was asked.
  var viewpoint: Viewpoint? {
    view.isOfLedger
      ? nil
      : Viewpoint(
        clock: LedgerClock(rawValue: view.clock) ?? .effective,
        knownAt: view.knownAt.flatMap { CalendarDate($0) }, boundarySet: view.boundarySet)
  }

  var kernel: KernelIdentity
  /// The hash of the last entry of the book's log.
  var logHead: String
  var view: View
  var plane: String
  var districts: Int
  var events: Int
  var area: UInt64
  var partitions: [Partition] = []
  /// None where the records are posted as they are.
  var draws: VertexDraws?

  enum CodingKeys: String, CodingKey {
    case kernel, view, plane, districts, events, partitions, draws
    case logHead = "log_head"
    case area = "area_cm2"
  }

  static func read(_ folder: ClusterFolder) throws -> ClusterManifest {
    do {
      return try JSONDecoder().decode(
        ClusterManifest.self, from: Data(contentsOf: folder.manifest))
    } catch {
      throw WorkflowError(
        FileManager.default.fileExists(atPath: folder.manifest.path) ? .unusable : .noInput,
        "\(folder.path) holds no manifest.json that can be read",
        remedy: "Name a folder that landbook cluster write or cluster run has finished.")
    }
  }

  func write(_ folder: ClusterFolder) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: folder.manifest, options: .atomic)
  }
}

/// The files of one job.
struct ClusterFolder {
  let url: URL

  init(_ path: String) {
    url = URL(fileURLWithPath: path)
  }

  var path: String { url.path }
  var manifest: URL { url.appending(path: "manifest.json") }
  var districts: URL { url.appending(path: "districts.frames") }
  var driver: URL { url.appending(path: "driver.py") }
  var driverLog: URL { url.appending(path: "driver.log") }
  private var partitions: URL { url.appending(path: "partitions") }
  private var results: URL { url.appending(path: "results") }

  static func name(ofPartition number: Int) -> String {
    String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number).part"
  }

  func partition(_ name: String) -> URL { partitions.appending(path: name) }
  func result(ofPartition name: String) -> URL { results.appending(path: name + ".result") }

  func makeResults() throws {
    try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
  }

  /// The driver for Spark, for a site that starts it by itself.
  func writeDriver() throws {
    try Data(ClusterTexts.driver.utf8).write(to: driver, options: .atomic)
  }

  /// What a writing that was stopped leaves behind.
  private static let draft: Set = ["districts.frames", "driver.py", "partitions", "results"]

  /// Makes the folders, where nothing is yet but what a writing that was stopped has left.
  func make() throws {
    let files = FileManager.default
    let there = (try? files.contentsOfDirectory(atPath: path)) ?? []
    guard Self.draft.isSuperset(of: there) else {
      throw WorkflowError(
        .cannotCreate, "\(path) is not empty", remedy: "Name a folder that is new or empty.")
    }
    do {
      for name in there { try files.removeItem(at: url.appending(path: name)) }
      try files.createDirectory(at: partitions, withIntermediateDirectories: true)
      try makeResults()
      try writeDriver()
    } catch {
      throw WorkflowError(
        .cannotCreate, "\(path) can't be made (\(error.localizedDescription))",
        remedy: "Check that the folder it is to be in exists and may be written to.")
    }
  }
}
