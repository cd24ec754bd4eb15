internal import Foundation
internal import GRDB

/// Boxes of a tree that are too many to hold, in a file beside the book that has no name.
///
/// They lie there in runs, each in the order of the curve, and come back as one.
final class SortedRuns {
  private static let buffered = 1 << 14
  private static let stride = MemoryLayout<PackedTree.Entry>.stride

  private let file: FileHandle
  private var ends: [Int] = []
  /// How many boxes there are.
  var count: Int { ends.last ?? 0 }

  init(beside db: Database) throws {
    let path = try String.fetchOne(db, sql: "SELECT file FROM pragma_database_list") ?? ""
    let folder =
      path.isEmpty
      ? FileManager.default.temporaryDirectory
      : URL(fileURLWithPath: path).deletingLastPathComponent()
    let place = folder.appendingPathComponent(".landbook-\(UUID().uuidString)").path
    let number = open(place, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard number >= 0 else {
      throw BookError(
        .inputOutput, path: place, "the file can't be made", remedy: "check the folder's rights")
    }
    // Without a name it goes with the program, however that ends.
    unlink(place)
    file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  /// Adds boxes that stand in the order of the curve.
  func add(_ entries: [PackedTree.Entry]) throws {
    try entries.withUnsafeBytes { try file.write(contentsOf: Data($0)) }
    ends.append(count + entries.count)
  }

  /// Calls the body with all boxes in the order of the curve.
  func forEach(
    by key: (PackedTree.Entry) -> UInt32, _ body: (PackedTree.Entry) throws -> Void
  ) throws {
    var runs = zip([0] + ends, ends).map { Run(next: $0, end: $1) }
    for place in runs.indices { try fill(&runs[place], key) }
    while true {
      var first = -1
      for place in runs.indices where runs[place].place < runs[place].entries.count {
        if first < 0 || runs[place].key < runs[first].key { first = place }
      }
      guard first >= 0 else { return }
      try body(runs[first].entries[runs[first].place])
      runs[first].place += 1
      if runs[first].place == runs[first].entries.count {
        try fill(&runs[first], key)
      } else {
        runs[first].key = key(runs[first].entries[runs[first].place])
      }
    }
  }

  /// A run with the part of it that is in memory.
  private struct Run {
    var next: Int
    var end: Int
    var entries: [PackedTree.Entry] = []
    var place = 0
    var key: UInt32 = 0
  }

  private func fill(_ run: inout Run, _ key: (PackedTree.Entry) -> UInt32) throws {
    let count = min(Self.buffered, run.end - run.next)
    run.place = 0
    run.entries = []
    guard count > 0 else { return }
    try file.seek(toOffset: UInt64(run.next * Self.stride))
    let bytes = try file.read(upToCount: count * Self.stride) ?? Data()
    guard bytes.count == count * Self.stride else {
      throw BookError.damaged("the boxes of a spatial index can't be read back")
    }
    run.entries = bytes.withUnsafeBytes { Array($0.bindMemory(to: PackedTree.Entry.self)) }
    run.next += count
    run.key = key(run.entries[0])
  }
}
