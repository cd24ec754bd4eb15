import LandRelease
import Storage

/// Invariant 7: what is known through the last batch is what plain reports say.
enum KnownToday {
  /// Adds up what all reports are made of, from the stored ledger and from one known through the
  /// last batch.
  ///
  /// - Parameter anew: worked out from the records known through the batch.
  static func check(
    _ book: LandBook, _ anew: PostedLedger, throughBatch batch: Int64
  ) throws -> LedgerInvariants.Result {
    let plain = try book.read { try sums($0) }
    var known = try book.read(with: anew, throughBatch: batch) { try sums($0) }
    var result = LedgerInvariants.Result(
      number: 7, sentence: "Known at today is the plain report.", checked: plain.count,
      faults: [], residual: .zero)
    for (group, area) in plain.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let other = known.removeValue(forKey: group) ?? .zero
      result.hold((area - other).squareCentimetres, allowing: 0) {
        "\(name(group)): the plain report has \($0) m2 more"
      }
    }
    for (group, area) in known.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      result.hold(area.squareCentimetres, allowing: 0) {
        "\(name(group)): the plain report lacks \($0) m2"
      }
    }
    return result
  }

  private static let columns: [MovementColumn] = [
    .month, .district, .layer, .recordType, .kind, .activity, .operatorName, .donor, .from, .to,
    .cause, .again,
  ]

  private static func sums(_ reader: BookReader) throws -> [[String]: Area] {
    try reader.movementSums(by: columns).reduce(into: [:]) { sums, sum in
      sums[columns.map { sum[$0] ?? "" }, default: .zero] += sum.area
    }
  }

  private static func name(_ group: [String]) -> String {
    group.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
