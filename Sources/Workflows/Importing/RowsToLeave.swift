import Interchange
import LandRelease
import Storage

/// The rows of a file that contradict each other, whatever the book says of them.
struct RowsToLeave {
  /// Says that a pass has met such rows, so that they have to be known before the first is stored.
  struct Needed: Error {
    /// The numbers of the events that the rows may be of.
    let events: Set<Int>
  }

  /// Two contents for one event of one moment: both are refused.
  private(set) var contradictions: Set<Int> = []
  private let suspected: Set<Int>
  private var events: [(row: Int, identity: EventIdentity)] = []

  init(suspected: Set<Int>) {
    self.suspected = suspected
  }

  mutating func look(at prepared: PreparedRow) {
    guard let identity = prepared.record.identity, suspected.contains(identity.number) else {
      return
    }
    events.append((prepared.row.number, identity))
  }

  /// Works out the contradictions, once all rows were looked at.
  mutating func finish() {
    contradictions = Set(
      EventIdentity.conflicts(in: events.map(\.identity)).map { events[$0].row })
    events = []
  }

  static func contradiction(_ name: String) -> Refusal {
    Refusal(
      field: "id", reason: "\(name) has another content in this file, recorded at the same time",
      remedy: "Keep one row, or give recorded_at so that the later one counts.")
  }

  /// Made-up records never stand beside real ones.
  static func isStranger(_ record: PreparedRow.Record, isSynthetic: Bool) -> Bool {
    record.identifier.map { $0.hasPrefix("SYN-") != isSynthetic } ?? false
  }

  static func strangeness(_ name: String, isSynthetic: Bool) -> Refusal {
    isSynthetic
      ? Refusal(
        field: "id", reason: "this book is synthetic and \(name) is not",
        remedy: "Make a book of its own for real records.")
      : Refusal(
        field: "id", reason: "\(name) is synthetic, by its SYN- id",
        remedy: "Make a book for made-up records with landbook init --synthetic.")
  }
}
