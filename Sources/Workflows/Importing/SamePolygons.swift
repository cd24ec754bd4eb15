import GeometryEngine
import LandRelease
import Storage

/// Finds records of one batch with the rings of another, in the batch or already in the book.
///
/// Holds sixteen bytes a record: the fingerprint of its rings and the row of its version. More
/// than two million go into a file.
struct SamePolygons {
  struct Entry {
    var fingerprint: UInt64
    /// The version's row, with the type in the lowest bit.
    var version: Int64
  }

  /// A batch up to this size looks its neighbours up, a larger one is compared with the whole book.
  private static let few = 5_000

  private let mostHeld: Int
  private var entries: [Entry] = []
  private var file: FingerprintFile?

  init(mostHeld: Int = 2_000_000) {
    self.mostHeld = mostHeld
  }

  /// Takes in a version that was stored.
  mutating func add(
    _ fingerprint: UInt64, _ type: EventReference.RecordType, version: Int64
  ) throws {
    let entry = Entry(
      fingerprint: fingerprint, version: version << 1 | (type == .release ? 1 : 0))
    if let file { return try file.add(entry) }
    entries.append(entry)
    guard entries.count >= mostHeld else { return }
    let file = try FingerprintFile()
    for entry in entries { try file.add(entry) }
    self.file = file
    entries = []
  }

  /// Calls the body with what the rules say of all that has the same rings.
  mutating func forEachFinding(
    _ reader: BookReader, batch: Int64?, _ body: (Finding) throws -> Void
  ) throws {
    if let file {
      try file.forEachPart { try Self.judgeWithin($0, reader, body) }
    } else {
      try Self.judgeWithin(entries, reader, body)
    }
    if let batch, file != nil || !entries.isEmpty, try reader.hasVersions(before: batch) {
      try judgeAgainstBook(reader, batch, body)
    }
    (entries, file) = ([], nil)
  }

  private static func judgeWithin(
    _ given: [Entry], _ reader: BookReader, _ body: (Finding) throws -> Void
  ) throws {
    var entries = given
    entries.sort {
      ($0.fingerprint, $0.version & 1, $0.version) < ($1.fingerprint, $1.version & 1, $1.version)
    }
    var first = 0
    for next in entries.indices.dropFirst() {
      if entries[next].fingerprint != entries[first].fingerprint
        || entries[next].version & 1 != entries[first].version & 1
      {
        first = next
        continue
      }
      let type: EventReference.RecordType = entries[next].version & 1 == 1 ? .release : .hazard
      try judge(
        type, entries[first].version >> 1, entries[next].version >> 1, reader, body)
    }
  }

  private func judgeAgainstBook(
    _ reader: BookReader, _ batch: Int64, _ body: (Finding) throws -> Void
  ) throws {
    let prints = Dictionary(
      entries.map { ($0.version, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    for type in [EventReference.RecordType.hazard, .release] {
      try reader.forEachVersionOfSameArea(
        type, batch: batch, isFew: file == nil && entries.count <= Self.few
      ) { new, old in
        let held = prints[new << 1 | (type == .release ? 1 : 0)]
        let print = try file == nil ? held : Self.fingerprint(type, new, reader)
        guard let print, try Self.fingerprint(type, old, reader) == print else { return }
        try Self.judge(type, old, new, reader, body)
      }
    }
  }

  private static func fingerprint(
    _ type: EventReference.RecordType, _ version: Int64, _ reader: BookReader
  ) throws -> UInt64? {
    try reader.polygon(type, version: version).map { ShapeScan.facts(of: $0).fingerprint }
  }

  private static func judge(
    _ type: EventReference.RecordType, _ first: Int64, _ second: Int64, _ reader: BookReader,
    _ body: (Finding) throws -> Void
  ) throws {
    guard let one = try reader.twin(type, version: first),
      let other = try reader.twin(type, version: second), one.record.key != other.record.key
    else { return }
    var twins = PolygonTwins(first: one.record, second: other.record, area: other.area)
    twins.position = try reader.polygon(type, version: second).flatMap(\.somePoint)
    if let finding = ResubmittedForm.judge(twins) ?? DuplicatePolygon.judge(twins) {
      try body(finding)
    }
  }
}
