import Synchronization
import Workflows

/// Which features were found for a filter, kept for the next page of the same question.
final class MatchMemory: Sendable {
  private struct Key: Hashable {
    let head: String
    let profile: String
    let layer: ServedLayer
    let filter: FeatureFilter
  }

  private struct State {
    var rows: [Key: [Int32]] = [:]
    var order: [Key] = []
    var room = 0
  }

  /// Feature numbers that are kept in all.
  private static let mostNumbers = 4 << 20

  private let state = Mutex(State())

  /// The features that a filter admits; nil is all.
  func rows(
    _ filter: FeatureFilter, of layer: ServedLayer, _ shared: SharedLayer, for profile: String
  ) -> [Int32]? {
    if filter.admitsAll { return nil }
    let key = Key(head: shared.state.head, profile: profile, layer: layer, filter: filter)
    if let known = state.withLock({ $0.rows[key] }) { return known }
    let rows = shared.table.rows(admittedBy: filter) ?? []
    state.withLock { state in
      guard state.rows[key] == nil, rows.count <= Self.mostNumbers else { return }
      state.rows[key] = rows
      state.order.append(key)
      state.room += rows.count + 64
      while state.room > Self.mostNumbers, !state.order.isEmpty {
        let oldest = state.order.removeFirst()
        state.room -= (state.rows.removeValue(forKey: oldest)?.count ?? 0) + 64
      }
    }
    return rows
  }
}
