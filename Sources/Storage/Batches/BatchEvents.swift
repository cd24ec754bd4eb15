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
  private var keys: Set<Int> = []
  private var contents: [Int: SIMD2<UInt64>] = [:]
  /// Whether two rows seem to say different things of one event recorded at one moment.
  private(set) var mayContradict = false

  /// - Parameter content: the beginning of the content's hash.
  /// - Returns: whether the record has come before in this batch.
  mutating func meet(_ event: LandEvent, _ content: SIMD2<UInt64>) -> Bool {
    var hasher = Hasher()
    hasher.combine(event.key)
    var eventHasher = hasher
    let isNew = keys.insert(hasher.finalize()).inserted
    eventHasher.combine(event.date)
    eventHasher.combine(event.moment)
    let identity = eventHasher.finalize()
    if let before = contents[identity] {
      if before != content { mayContradict = true }
    } else {
      contents[identity] = content
    }
    return !isNew
  }
}
