internal import LandRelease

/// The event that a row reports.
struct LandEvent {
  var key: RecordKey
  /// Nil where the date does not tell events apart.
  var date: CalendarDate??
  /// When the row says it was recorded, in UTC; nil where it does not say.
  var moment: String?

  /// Whether a version that the book has is of this event.
  func isOf(_ version: KnownVersion) -> Bool {
    date.map { $0?.description == version.date } ?? true
  }
}

/// A version that the book has of a record.
struct KnownVersion {
  var version: Int64
  var date: String?
  var hash: String
  var recordedAt: String
  var isGiven: Bool
}

/// What a batch has brought so far, told apart by hashes so that a million events fit in memory.
///
/// Hashes of two events can be equal by chance, so that a contradiction is only suspected here.
struct BatchEvents {
  /// From so many events on, the book itself is asked, which costs time instead of memory.
  static let most = 1_500_000

  private let most: Int
  private var keys: Set<Int> = []
  private var contents: [Int: SIMD2<UInt64>] = [:]
  /// Events of which two rows seem to say different things recorded at one moment.
  private(set) var contradicted: Set<Int> = []

  init(most: Int = BatchEvents.most) {
    self.most = most
  }

  /// Whether later events are not remembered: what was stored of them has to be looked up.
  var isFull: Bool { contents.count >= most }

  /// - Parameter content: the beginning of the content's hash.
  /// - Returns: whether the record has come before in this batch, or may have.
  mutating func meet(_ event: LandEvent, _ content: SIMD2<UInt64>) -> Bool {
    let number = EventIdentity.number(event.key, event.date, event.moment)
    if let before = contents[number] {
      if before != content { contradicted.insert(number) }
    } else if isFull {
      return true
    } else {
      contents[number] = content
    }
    var hasher = Hasher()
    hasher.combine(event.key)
    return !keys.insert(hasher.finalize()).inserted
  }

  /// Compares an event with the versions of its record that the batch has stored, where it is not
  /// remembered itself.
  mutating func compare(
    _ event: LandEvent, _ hash: @autoclosure () -> String, with stored: [KnownVersion]
  ) {
    guard isFull, !stored.isEmpty else { return }
    let hash = hash()
    let contradicts = stored.contains { version in
      event.isOf(version) && version.hash != hash
        && (version.isGiven ? version.recordedAt : nil) == event.moment
    }
    if contradicts {
      contradicted.insert(EventIdentity.number(event.key, event.date, event.moment))
    }
  }
}
