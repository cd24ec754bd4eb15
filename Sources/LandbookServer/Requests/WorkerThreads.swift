import Foundation

/// Threads that do work which waits for disks and locks; only so much of it may queue.
final class WorkerThreads: Sendable {
  private struct State {
    var queue: [@Sendable () -> Void] = []
    var isOver = false
  }

  private let condition = NSCondition()
  nonisolated(unsafe) private var state = State()
  private let mostWaiting: Int
  private let what: String

  /// - Parameter what: what is told to those who come when all are taken.
  init(_ count: Int, mostWaiting: Int, _ what: String) {
    self.mostWaiting = mostWaiting
    self.what = what
    for _ in 0..<count {
      let thread = Thread { [self] in work() }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Does the work on one of the threads.
  ///
  /// - Throws: ``Problem`` 503 where too much waits already, and what the work throws.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = add { continuation.resume(with: Result { try work() }) }
      if !isTaken { continuation.resume(throwing: Problem.busy(what)) }
    }
  }

  private func add(_ job: @escaping @Sendable () -> Void) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    guard state.queue.count < mostWaiting, !state.isOver else { return false }
    state.queue.append(job)
    condition.signal()
    return true
  }

  private func work() {
    while true {
      condition.lock()
      while state.queue.isEmpty, !state.isOver { condition.wait() }
      guard !state.queue.isEmpty else {
        condition.unlock()
        return
      }
      let job = state.queue.removeFirst()
      condition.unlock()
      job()
    }
  }

  /// Ends the threads when what is queued is done.
  func end() {
    condition.lock()
    state.isOver = true
    condition.broadcast()
    condition.unlock()
  }
}
