import ArgumentParser
import Workflows

/// Whether a person is shown how far the work is.
struct WatchOptions: ParsableArguments {
  @Flag(help: "Show no progress.")
  var quiet = false

  /// Does a piece of work that shows how far it is and that Ctrl-C stops.
  func watch<Value>(_ work: (WorkProgress) throws -> Value) throws -> Value {
    let progress = WorkProgress { StopSignals.isStopped }
    let line = quiet ? nil : ProgressLine(progress)
    defer { line?.erase() }
    return try StopSignals.watching { try work(progress) }
  }

  /// Posts, and says what stands where that is stopped.
  func post(
    _ book: Book, anew: Bool = false, drawingMap: Bool = false
  ) throws -> PostLedger.Outcome {
    do {
      return try watch {
        try PostLedger(book, progress: $0).run(anew: anew, drawingMap: drawingMap)
      }
    } catch var stopped as WorkStopped where stopped.message == WorkStopped.nothingStored {
      stopped.message =
        "Stopped: the records are stored, the ledger is as it was. Run landbook post to go on"
      throw stopped
    }
  }
}
