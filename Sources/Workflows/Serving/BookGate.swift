import Foundation

/// Lets many read a book, or one open, write or replace it.
///
/// A system's locks on a file belong to the whole process and go with the first descriptor of that
/// file that is closed, so that nobody may open or close the book while another thread reads it.
final class BookGate: Sendable {
  private struct State {
    var readers = 0
    var isHeld = false
    var waiting = 0
  }

  private let condition = NSCondition()
  nonisolated(unsafe) private var state = State()

  /// Does work that reads; it waits for whoever holds the gate or waits for it.
  func reading<Value>(_ work: () throws -> Value) rethrows -> Value {
    condition.lock()
    while state.isHeld || state.waiting > 0 { condition.wait() }
    state.readers += 1
    condition.unlock()
    defer {
      condition.lock()
      state.readers -= 1
      condition.broadcast()
      condition.unlock()
    }
    return try work()
  }

  /// Does work alone, after those who read now.
  func alone<Value>(_ work: () throws -> Value) rethrows -> Value {
    condition.lock()
    state.waiting += 1
    while state.isHeld || state.readers > 0 { condition.wait() }
    state.waiting -= 1
    state.isHeld = true
    condition.unlock()
    defer { release() }
    return try work()
  }

  /// Does work alone if nobody is there; nil where somebody is.
  func aloneAtOnce<Value>(_ work: () throws -> Value) rethrows -> Value? {
    condition.lock()
    guard !state.isHeld, state.readers == 0 else {
      condition.unlock()
      return nil
    }
    state.isHeld = true
    condition.unlock()
    defer { release() }
    return try work()
  }

  private func release() {
    condition.lock()
    state.isHeld = false
    condition.broadcast()
    condition.unlock()
  }
}
