public import Reporting
import Storage
import Synchronization

/// A book that answers many readers at once while others write to it: each answer is of one state.
public final class ServedBook: Sendable {
  /// Where the book is.
  public let path: String
  private let gate = BookGate()
  private let readers: Int

  private struct Current {
    var watch: BookWatch
    var mark: BookWatch.Mark?
    var state: BookState
  }

  private let current: Mutex<Current>

  /// Opens a book for reading; no byte of it changes.
  ///
  /// - Parameter readers: how many can read it at a time.
  /// - Throws: ``WorkflowError`` where it can't be read.
  public init(at path: String, readers: Int) throws {
    self.path = path
    self.readers = readers
    current = Mutex(
      try WorkflowError.wording {
        let watch = try BookWatch(path)
        let (mark, state) = try Self.look(at: path, watch, readers)
        return Current(watch: watch, mark: mark, state: state)
      })
  }

  /// The state and the mark that goes with it, again where somebody writes in between.
  private static func look(
    at path: String, _ watch: BookWatch, _ readers: Int
  ) throws -> (BookWatch.Mark?, BookState) {
    var tries = 0
    while true {
      let mark = watch.mark
      do {
        let state = try BookState(at: path, readers: readers)
        if mark == watch.mark || tries == mostTries { return (mark, state) }
      } catch let error as BookError where error.kind == .moved && tries < mostTries {}
      tries += 1
    }
  }

  /// The state of the book as it is now, as far as it can be seen without waiting; while somebody
  /// writes, the one before.
  public var state: BookState {
    if let known = unchanged() { return known }
    let fresh = try? gate.aloneAtOnce { try refreshed() }
    return fresh ?? current.withLock { $0.state }
  }

  /// The state of the book as it is now.
  ///
  /// - Throws: ``WorkflowError`` of kind `locked` where others keep writing.
  public func awaitedState() throws -> BookState {
    if let known = unchanged() { return known }
    return try gate.alone { try refreshed() }
  }

  private func unchanged() -> BookState? {
    current.withLock { current in
      guard let mark = current.watch.mark, mark == current.mark else { return nil }
      return current.state
    }
  }

  /// Under the gate, so that nobody reads meanwhile.
  private func refreshed() throws -> BookState {
    if let known = unchanged() { return known }
    return try WorkflowError.wording {
      let watch = try current.withLock { current in
        if current.watch.isReplaced { current.watch = try BookWatch(path) }
        return current.watch
      }
      let (mark, fresh) = try Self.look(at: path, watch, readers)
      return current.withLock { current in
        current.mark = mark
        // A write that moves nothing, such as one that was taken back, leaves all as it was.
        if fresh.head != current.state.head || fresh.edition != current.state.edition {
          current.state = fresh
        } else {
          current.state.replaceReaders(by: fresh)
        }
        return current.state
      }
    }
  }

  /// Reads the book, again from the beginning where somebody wrote in between.
  ///
  /// - Throws: ``WorkflowError`` of kind `locked` where others keep writing.
  func reading<Value>(_ work: (BookState, Book) throws -> Value) throws -> Value {
    var tries = 0
    while true {
      let state = try awaitedState()
      do {
        return try gate.reading { try state.withReader { try work(state, $0) } }
      } catch let error as BookError where error.kind == .moved && tries < Self.mostTries {
        tries += 1
      } catch let error as WorkflowError where error.kind == .locked && tries < Self.mostTries {
        tries += 1
      } catch {
        throw WorkflowError(describing: error)
      }
    }
  }

  private static let mostTries = 3

  /// Does work that opens the book by itself, while nobody else reads it here.
  func alone<Value>(_ work: () throws -> Value) throws -> Value {
    try gate.alone { try WorkflowError.wording(work) }
  }
}

extension ServedBook {
  /// One layer as a profile lets it out; worked out once for each state of the book.
  ///
  /// - Throws: ``WorkflowError`` of kind `usage` where the profile does not let it out.
  public func table(_ layer: ServedLayer, for sharing: SharingProfile) throws -> SharedLayer {
    let state = try awaitedState()
    let slot = state.slot(layer, sharing)
    return try slot.made {
      try reading { state, book in
        SharedLayer(state: state, table: try layer.table(of: book, secret: state.secret, sharing))
      }
    }
  }
}

/// A layer of one state of a book.
public struct SharedLayer: Sendable {
  /// The state that it is of.
  public let state: BookState
  /// Its features.
  public let table: FeatureTable
}
