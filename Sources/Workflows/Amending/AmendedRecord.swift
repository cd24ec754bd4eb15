import LandRelease
import Storage

/// The content of one record that counts, found by the name that a person gave.
struct AmendedRecord {
  /// `hazard ORG/ID` or `release ID`.
  let name: String
  let cells: RecordCells
  let area: Area?
  let recordedAt: String
  let batch: Int64?

  /// - Throws: ``WorkflowError`` where the name is of no record, or of several.
  init(named name: String, _ reader: BookReader) throws {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    let isTyped = words.count == 2 && ["hazard", "release"].contains(words[0])
    let key = isTyped ? words[1] : name
    var found: [AmendedRecord] = []
    if !isTyped || words[0] == "hazard" {
      let all = try reader.hazards().filter { Self.matches($0.content.key, key) }
      found += StandingContents.hazards(all).map { Self("hazard", $0) { RecordCells($0) } }
    }
    if !isTyped || words[0] == "release" {
      let all = try reader.releases().filter { Self.matches($0.content.key, key) }
      let counts = all.isEmpty ? [:] : try reader.releaseCounts()
      found += StandingContents.releases(all).map { stored in
        Self("release", stored) { RecordCells($0, counts: counts[stored.version] ?? [:]) }
      }
    }
    // An id without its organisation is the record that has none, where there is one.
    if found.count > 1, !isTyped || !key.contains("/") {
      let exact = found.filter { $0.name == "hazard \(key)" || $0.name == "release \(key)" }
      if exact.count == 1 { found = exact }
    }
    guard let only = found.first else {
      throw WorkflowError(
        .noInput, "the book holds no hazard and no release \"\(name)\"",
        remedy: "Give an id, organisation/id, or either after hazard or release.")
    }
    guard found.count == 1 else {
      let names = found.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw WorkflowError(
        .usage, "\"\(name)\" can be \(found.count) records", remedy: "Name one of: \(names).")
    }
    self = only
  }

  private init<Content: RecordContent>(
    _ type: String, _ stored: Stored<Content>, _ cells: (Content) -> RecordCells
  ) {
    name = "\(type) \(stored.content.key)"
    self.cells = cells(stored.content)
    area = stored.measuredArea
    recordedAt = stored.recordedAt
    batch = stored.batch
  }

  private static func matches(_ key: RecordKey, _ name: String) -> Bool {
    key.id == name || key.description == name
  }
}

/// A content that is kept under a key.
private protocol RecordContent: Hashable, Sendable {
  var key: RecordKey { get }
}

extension Hazard: RecordContent {}
extension Release: RecordContent {}
