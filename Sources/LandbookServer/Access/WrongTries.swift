import Foundation
import Synchronization

/// Counts wrong tokens by the address that they came from, a minute at a time.
final class WrongTries: Sendable {
  private struct State {
    var minute = 0
    var counts: [String: Int] = [:]
  }

  /// More addresses than this in a minute are one attack.
  private static let mostAddresses = 10_000

  private let most: Int
  private let state = Mutex(State())

  init(most: Int) { self.most = most }

  func mayTry(_ peer: String) -> Bool {
    state.withLock { state in
      Self.turn(&state)
      return state.counts[peer, default: 0] < most && state.counts.count < Self.mostAddresses
    }
  }

  func add(_ peer: String) {
    state.withLock { state in
      Self.turn(&state)
      state.counts[peer, default: 0] += 1
    }
  }

  private static func turn(_ state: inout State) {
    let minute = Int(Date().timeIntervalSince1970 / 60)
    if minute != state.minute { state = State(minute: minute) }
  }
}
