public import Foundation
import Interchange
import Synchronization

/// How far a piece of work is, for somebody who watches it from another thread and may stop it.
///
/// The work counts and goes on; nothing is printed here, and nobody is waited for.
public final class WorkProgress: Sendable {
  /// What can be said of the work at one moment.
  public struct Reading: Sendable {
    /// What is being done, as the beginning of a line.
    public var step: String
    /// When the step began.
    public var began: Date
    /// Rows passed in the step.
    public var rows: Int
    /// How much of the step is done, 0 to 1; nil where nobody knows.
    public var fraction: Double?
  }

  private struct Step {
    var name = ""
    var began = Date()
    var total = 0
    var countsRows = true
  }

  private let step = Mutex(Step())
  private let rows = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let isAsked: @Sendable () -> Bool

  /// Makes a progress of work that has not begun.
  ///
  /// - Parameter isStopped: asked between two rows; true ends the work.
  public init(isStopped: @escaping @Sendable () -> Bool = { false }) {
    isAsked = isStopped
  }

  /// Whether somebody asked for the work to end.
  public var isStopped: Bool { isAsked() }

  /// What can be said now.
  public var now: Reading {
    let step = step.withLock { $0 }
    let (rows, bytes) = (rows.load(ordering: .relaxed), bytes.load(ordering: .relaxed))
    let done = step.countsRows ? rows : bytes
    return Reading(
      step: step.name, began: step.began, rows: rows,
      fraction: step.total > 0 ? min(Double(done) / Double(step.total), 1) : nil)
  }

  /// Begins a step.
  ///
  /// - Parameter rows: how many rows it has, where that is known.
  func begin(_ name: String, rows total: Int? = nil) {
    rows.store(0, ordering: .relaxed)
    bytes.store(0, ordering: .relaxed)
    step.withLock { $0 = Step(name: name, total: total ?? 0) }
  }

  /// Notes that a row comes.
  ///
  /// - Throws: ``WorkStopped`` where somebody asked for the work to end.
  func row() throws {
    rows.wrappingAdd(1, ordering: .relaxed)
    try goOn()
  }

  /// Notes rows that were passed together.
  func passed(rows count: Int) { rows.wrappingAdd(count, ordering: .relaxed) }

  /// - Throws: ``WorkStopped`` where somebody asked for the work to end.
  func goOn() throws {
    if isAsked() { throw WorkStopped() }
  }

  /// Notes how far a file was read, which tells more than its rows of which nobody knows the number.
  var watch: ReadingWatch {
    ReadingWatch { [self] read, total in
      if bytes.exchange(read, ordering: .relaxed) == 0 {
        step.withLock { ($0.total, $0.countsRows) = (total, false) }
      }
      try goOn()
    }
  }
}

/// The end of work that somebody asked to stop.
public struct WorkStopped: Error {
  /// What stands in the book, as a whole sentence but for the full stop.
  public var message = Self.nothingStored

  /// What is said unless something stands in the book.
  public static let nothingStored = "Stopped: nothing was stored"

  /// Makes the stop of work that left the book as it was, unless it is said otherwise.
  public init(message: String = Self.nothingStored) {
    self.message = message
  }
}
