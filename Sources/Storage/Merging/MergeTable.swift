internal import GRDB

/// A table of records that books are joined by, and what tells its records apart.
struct MergeTable {
  /// How the content that counts is chosen among several of one record.
  enum Choice {
    /// Of each event what was recorded last; of two contents recorded at one moment neither.
    case recorded
    /// What the latest batch brought, and of one batch the last row.
    case latest
    /// Each content is a record of its own.
    case each
  }

  let name: String
  /// What people call a record of it.
  let word: String
  let key: [String]
  var choice = Choice.latest
  /// The SQL of what tells the events of a record apart.
  var event = "''"
  var isLayer = false

  /// In the order in which they are written.
  static let all = [
    MergeTable(
      name: "district", word: "district", key: ["boundary_set", "code"], choice: .each,
      event: "ifnull(valid_from, '') || '/' || ifnull(valid_to, '')", isLayer: true),
    MergeTable(
      name: "hazard_version", word: "hazard", key: keyed, choice: .recorded,
      event: "ifnull(date, '')", isLayer: true),
    MergeTable(
      name: "release_version", word: "release", key: keyed, choice: .recorded, isLayer: true),
    MergeTable(name: "task", word: "task", key: keyed),
    MergeTable(name: "device", word: "device", key: keyed, isLayer: true),
    MergeTable(name: "victim", word: "victim", key: keyed, isLayer: true),
    MergeTable(name: "accident", word: "accident", key: keyed, isLayer: true),
    MergeTable(name: "minefield_record", word: "minefield record", key: keyed, isLayer: true),
    MergeTable(name: "zone", word: "zone", key: keyed, isLayer: true),
    MergeTable(name: "environment_check", word: "environment check", key: keyed),
    MergeTable(name: "statement", word: "statement", key: ["content_hash"], choice: .each),
    MergeTable(name: "claim", word: "claim", key: ["id"]),
    MergeTable(name: "indicator_code", word: "indicator code", key: ["code"]),
    MergeTable(
      name: "indicator", word: "indicator", key: UndoChange.keys["indicator", default: []]),
    MergeTable(name: "team", word: "team", key: UndoChange.keys["team", default: []]),
    MergeTable(name: "team_day", word: "team day", key: UndoChange.keys["team_day", default: []]),
    MergeTable(
      name: "contribution", word: "contribution", key: UndoChange.keys["contribution", default: []]
    ),
  ]

  private static let keyed = ["organisation", "id"]

  /// Every row with its key as text, in the order of that, and within a record as it was stored.
  var select: String {
    let list = key.map { "\"\($0)\"" }.joined(separator: ", ")
    let recorded = choice == .recorded ? "recorded_at, is_recorded_at_given" : "NULL, 0"
    return """
      SELECT json_array(\(list)) AS record, fid, content_hash, batch, \(event), \(recorded)
      FROM "\(name)" ORDER BY record, fid
      """
  }

  /// What people read of a record: `hazard ORG/ID`.
  func title(_ key: String) -> String {
    let parts = JSONText.read(key, as: [String?].self) ?? []
    if choice == .each, name == "statement" { return word }
    let said = parts.map { $0 ?? "" }
    if self.key == Self.keyed {
      return said[0].isEmpty ? "\(word) \(said[1])" : "\(word) \(said[0])/\(said[1])"
    }
    return "\(word) \(said.filter { !$0.isEmpty }.joined(separator: " "))"
  }
}
