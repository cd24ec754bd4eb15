public import LandRelease

/// What tells two rows of a file apart that speak of one event.
public struct EventIdentity: Hashable, Sendable {
  private struct Event: Hashable {
    var key: RecordKey
    var date: CalendarDate?
    var recordedAt: String?
  }

  /// Tells events apart as ``BatchWriter/contradictedEvents`` does, within one run of the program.
  ///
  /// Two events can have one number by chance.
  public let number: Int
  private var event: Event
  private var hash: String

  /// The event of a hazard is its date.
  public init(_ hazard: Hazard) {
    event = Event(
      key: hazard.key, date: hazard.date, recordedAt: Self.moment(hazard.recordedAt))
    number = Self.number(hazard.key, .some(hazard.date), event.recordedAt)
    hash = ContentHash.of(hazard)
  }

  /// A release is one event, whatever its date.
  public init(_ release: Release, counts: [DeviceCategory: Int] = [:]) {
    event = Event(key: release.key, date: nil, recordedAt: Self.moment(release.recordedAt))
    number = Self.number(release.key, nil, event.recordedAt)
    hash = ContentHash.of(release, counts: counts)
  }

  /// The rows that say different things of one event recorded at one moment: all are refused.
  ///
  /// - Parameter rows: every row of the batch, in order.
  /// - Returns: their places among the rows.
  public static func conflicts(in rows: [EventIdentity]) -> Set<Int> {
    var first: [Event: String] = [:]
    var contested: Set<Event> = []
    for row in rows {
      if let hash = first[row.event] {
        if hash != row.hash { contested.insert(row.event) }
      } else {
        first[row.event] = row.hash
      }
    }
    return Set(rows.indices.filter { contested.contains(rows[$0].event) })
  }

  static func number(_ key: RecordKey, _ date: CalendarDate??, _ moment: String?) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    hasher.combine(date)
    hasher.combine(moment)
    return hasher.finalize()
  }

  private static func moment(_ text: String?) -> String? {
    text.map { text in Timestamp(text)?.description ?? text }
  }
}
