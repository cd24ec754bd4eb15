import Storage

/// How an import would change the ground of the records that count.
enum StandingChanges {
  private static let order = [
    "confirmed", "suspected", "given_up", "cleared", "reduced", "cancelled",
  ]

  /// - Parameter before: what the layers showed before the batch.
  static func of(
    _ writer: BatchWriter, _ before: [LayerSum]
  ) throws -> [ImportOutcome.StandingChange] {
    let after = try writer.layerSumsAfterwards()
    return order.compactMap { state in
      var change = ImportOutcome.StandingChange(state: state)
      if let sum = before.first(where: { $0.state == state }) {
        (change.recordsBefore, change.areaBefore) = (sum.records, sum.area)
      }
      if let sum = after.first(where: { $0.state == state }) {
        (change.recordsAfter, change.areaAfter) = (sum.records, sum.area)
      }
      return change.before == change.after ? nil : change
    }
  }
}
