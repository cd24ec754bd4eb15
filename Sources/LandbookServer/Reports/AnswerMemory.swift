import Synchronization

/// Answers that took long, kept for who asks the same of the same state; the oldest go first.
final class AnswerMemory: Sendable {
  private struct State {
    var answers: [String: Answer] = [:]
    var order: [String] = []
    var bytes = 0
  }

  private let most: Int
  private let state = Mutex(State())

  /// - Parameter most: how many bytes are kept in all.
  init(most: Int) { self.most = most }

  subscript(_ key: String) -> Answer? { state.withLock { $0.answers[key] } }

  func keep(_ answer: Answer, as key: String) {
    guard answer.body.count < most / 4 else { return }
    state.withLock { state in
      if let old = state.answers.updateValue(answer, forKey: key) {
        state.bytes -= old.body.count
      } else {
        state.order.append(key)
      }
      state.bytes += answer.body.count
      while state.bytes > most, !state.order.isEmpty {
        let oldest = state.order.removeFirst()
        state.bytes -= state.answers.removeValue(forKey: oldest)?.body.count ?? 0
      }
    }
  }
}
