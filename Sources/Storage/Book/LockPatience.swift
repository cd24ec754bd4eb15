internal import Foundation
internal import Synchronization

/// How long a connection waits for others that hold its file: five seconds at the beginning of a
/// transaction and five at its end.
///
/// What is waited in between, when memory runs short while somebody reads, counts towards the
/// beginning: else a writer of many rows would wait anew at each of them.
final class LockPatience: Sendable {
  static let seconds = 5.0
  private static let longestNap = 0.05

  private let left = Mutex(seconds)

  /// Begins to count anew.
  func renew() { left.withLock { $0 = Self.seconds } }

  /// Waits a little.
  ///
  /// - Returns: whether it is worth another try.
  func rest(tries: Int) -> Bool {
    let nap = left.withLock { left in
      let nap = min(left, Self.longestNap, 0.001 * Double(tries + 1))
      left -= nap
      return nap
    }
    guard nap > 0 else { return false }
    Thread.sleep(forTimeInterval: nap)
    return true
  }
}
