import Foundation

/// How long each step of a piece of work took.
public struct StepTimes: Sendable {
  /// One step.
  public struct Step: Sendable {
    /// What was done, in words.
    public let name: String
    /// Seconds of processor time, over all threads.
    public let processor: Double
    /// Seconds by the clock on the wall.
    public let wall: Double
  }

  /// The steps in the order in which they were done.
  public private(set) var steps: [Step] = []

  private let progress: WorkProgress

  init(_ progress: WorkProgress = WorkProgress()) {
    self.progress = progress
  }

  /// Does a step and notes how long it took.
  ///
  /// - Throws: ``WorkStopped`` where somebody asked for the work to end before the step.
  mutating func measure<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
    try progress.goOn()
    progress.begin("Posting: \(name)")
    let start = (Self.processorSeconds, Date().timeIntervalSince1970)
    defer {
      steps.append(
        Step(
          name: name, processor: Self.processorSeconds - start.0,
          wall: Date().timeIntervalSince1970 - start.1))
    }
    return try body()
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
