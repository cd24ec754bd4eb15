import Synchronization
import Workflows

/// An answer and the state of the book that it is of.
struct MadeAnswer: Sendable {
  let state: BookState
  let answer: Answer
}

/// Work that goes on when whoever asked for it has gone: the next who asks gets what it made.
final class RunningWork: Sendable {
  private let tasks = Mutex<[String: Task<MadeAnswer, any Error>]>([:])

  /// The work of that name, begun by the first who asks.
  func task(
    _ name: String,
    _ work: @escaping @Sendable () async throws -> MadeAnswer
  ) -> Task<MadeAnswer, any Error> {
    tasks.withLock { tasks in
      if let known = tasks[name] { return known }
      let task = Task {
        defer { self.tasks.withLock { $0[name] = nil } }
        return try await work()
      }
      tasks[name] = task
      return task
    }
  }
}

extension Site {
  /// Waits a while for work that goes on behind.
  ///
  /// - Throws: ``Problem`` 503 where it takes longer.
  func patiently<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    return try await patiently(task)
  }

  func patiently<Value: Sendable>(_ task: Task<Value, any Error>) async throws -> Value {
    let seconds = settings.limits.patienceSeconds
    return try await withCheckedThrowingContinuation { continuation in
      let once = Once(continuation)
      Task { once.resume(await task.result) }
      Task {
        try? await Task.sleep(for: .seconds(seconds))
        once.resume(
          .failure(Problem.busy("This is still being worked out; ask again.", retryAfter: 5)))
      }
    }
  }
}

/// A continuation that the first of two resumes.
private final class Once<Value: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

  init(_ continuation: CheckedContinuation<Value, any Error>) {
    self.continuation = Mutex(continuation)
  }

  func resume(_ result: Result<Value, any Error>) {
    let waiting = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    waiting?.resume(with: result)
  }
}
