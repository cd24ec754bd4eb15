import Interchange
import LandRelease
import Storage

/// The rows of a file that must not be stored, whatever the book says of them.
struct RowsToLeave {
  /// Says that a pass has met such rows, so that they have to be known before the first is stored.
  struct Needed: Error {}

  let isSynthetic: Bool
  /// Two contents for one event of one moment: both are refused.
  private(set) var contradictions: Set<Int> = []
  /// Made-up records never stand beside real ones.
  private(set) var strangers: Set<Int> = []
  private var events: [(row: Int, identity: EventIdentity)] = []

  init(isSynthetic: Bool) {
    self.isSynthetic = isSynthetic
  }

  static func isStranger(_ record: PreparedRow.Record, isSynthetic: Bool) -> Bool {
    record.identifier.map { $0.hasPrefix("SYN-") != isSynthetic } ?? false
  }

  mutating func look(at prepared: PreparedRow) {
    if let identity = prepared.record.identity { events.append((prepared.row.number, identity)) }
    if Self.isStranger(prepared.record, isSynthetic: isSynthetic) {
      strangers.insert(prepared.row.number)
    }
  }

  /// Works out the contradictions, once all rows were looked at.
  mutating func finish() {
    contradictions = Set(
      EventIdentity.conflicts(in: events.map(\.identity)).map { events[$0].row })
    strangers.subtract(contradictions)
    events = []
  }

  func contradiction(_ name: String) -> Refusal {
    Refusal(
      field: "id", reason: "\(name) has another content in this file, recorded at the same time",
      remedy: "Keep one row, or give recorded_at so that the later one counts.")
  }

  func strangeness(_ name: String) -> Refusal {
    isSynthetic
      ? Refusal(
        field: "id", reason: "this book is synthetic and \(name) is not",
        remedy: "Make a book of its own for real records.")
      : Refusal(
        field: "id", reason: "\(name) is synthetic, by its SYN- id",
        remedy: "Make a book for made-up records with landbook init --synthetic.")
  }
}
