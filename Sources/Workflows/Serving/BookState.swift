import Foundation
public import Reporting
import Storage
import Synchronization

/// What a book holds after one commit and before the next.
public final class BookState: Sendable {
  /// The hash of the last entry of the log, by which `landbook verify --head` knows the state again.
  public let head: String
  /// When that entry was made, in UTC.
  public let moment: String
  /// What its maker called the book.
  public let name: String
  /// Whether what it holds is made up.
  public let isSynthetic: Bool
  /// How many records the ledger lacks.
  public let recordsBehind: Int
  /// Whether the map of open ground is drawn and shows what the ledger says.
  public let isMapDrawn: Bool
  /// What tells apart states that no entry of the log does, such as a map that was drawn.
  let edition: String
  /// The same, for those who name answers.
  public var editionMark: String { edition }
  /// What nobody knows who does not have the book.
  let secret: String

  private let readers: Mutex<[Book]>
  private let room: DispatchSemaphore
  private struct LayerKey: Hashable {
    let layer: ServedLayer
    let sharing: SharingProfile
  }

  private let slots = Mutex<[LayerKey: LayerSlot]>([:])

  /// - Throws: ``BookError`` of kind `moved` where somebody wrote while it was opened.
  init(at path: String, readers: Int) throws {
    let books = try (0..<readers).map { _ in try Book.open(at: path, for: .reading) }
    let looks = try books.map { book in
      try book.store.read { Look(head: try $0.logHead(), first: try $0.firstLogHash()) }
    }
    let info = try books[0].store.info()
    guard let look = looks.first, looks.allSatisfy({ $0 == look }) else { throw BookError.moved }
    head = look.head?.hash ?? String(repeating: "0", count: 64)
    moment = look.head?.at ?? info.createdAt
    secret = look.first ?? info.createdAt
    name = info.name
    isSynthetic = info.isSynthetic
    recordsBehind = info.ledger.recordsBehind
    isMapDrawn = info.ledger.isMapCurrent
    edition = "\(info.ledger)"
    self.readers = Mutex(books)
    room = DispatchSemaphore(value: readers)
  }

  private struct Look: Equatable {
    let head: LogHead?
    let first: String?
  }

  func withReader<Value>(_ work: (Book) throws -> Value) throws -> Value {
    room.wait()
    defer { room.signal() }
    guard let book = readers.withLock({ $0.popLast() }) else {
      throw WorkflowError(.failed, "no connection is free", remedy: "Try again.")
    }
    defer { readers.withLock { $0.append(book) } }
    return try work(book)
  }

  /// Takes over the connections of a state that says the same, since the old ones saw a write.
  func replaceReaders(by other: BookState) {
    let fresh = other.readers.withLock { readers in
      defer { readers = [] }
      return readers
    }
    readers.withLock { $0 = fresh }
  }

  func slot(_ layer: ServedLayer, _ sharing: SharingProfile) -> LayerSlot {
    slots.withLock { slots in
      let key = LayerKey(layer: layer, sharing: sharing)
      if let slot = slots[key] { return slot }
      let slot = LayerSlot()
      slots[key] = slot
      return slot
    }
  }

  /// A layer that was asked for before; nil where it is still to be worked out.
  public func known(_ layer: ServedLayer, for sharing: SharingProfile) -> SharedLayer? {
    slot(layer, sharing).known
  }
}

/// One layer of a state for one profile, worked out by the first who asks; others wait for it.
final class LayerSlot: Sendable {
  private let work = NSLock()
  private let layer = Mutex<SharedLayer?>(nil)

  var known: SharedLayer? { layer.withLock { $0 } }

  func made(_ make: () throws -> SharedLayer) throws -> SharedLayer {
    if let known { return known }
    return try work.withLock {
      if let known { return known }
      let made = try make()
      layer.withLock { $0 = made }
      return made
    }
  }
}
