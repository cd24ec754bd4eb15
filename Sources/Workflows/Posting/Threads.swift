import Dispatch
import Foundation
import Synchronization

/// Work shared out over threads.
enum Threads {
  /// As many as the machine has cores, or what LANDBOOK_THREADS says; the results are the same.
  static var count: Int {
    Surroundings().threads
      ?? min(max(1, ProcessInfo.processInfo.activeProcessorCount), Surroundings.mostThreads)
  }

  /// The outputs in the order of the inputs, whichever thread made them.
  ///
  /// - Parameter worker: makes what one thread keeps from input to input.
  static func map<Input: Sendable, Output: Sendable, Worker>(
    _ inputs: [Input], threads: Int = count, worker: @Sendable () -> Worker,
    _ work: @Sendable (inout Worker, Input) -> Output
  ) -> [Output] {
    let next = Atomic<Int>(0)
    var outputs = [Output?](repeating: nil, count: inputs.count)
    outputs.withUnsafeMutableBufferPointer { buffer in
      // Each input is taken by one thread, which writes its own element and nothing else; the
      // compiler can't see that.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: min(threads, inputs.count)) { _ in
        var worker = worker()
        while true {
          let input = next.add(1, ordering: .relaxed).oldValue
          guard input < inputs.count else { return }
          slots[input] = work(&worker, inputs[input])
        }
      }
    }
    return outputs.compactMap { $0 }
  }
}
