/// A whole ledger in numbers: what posting works out and the book stores.
///
/// Texts stay with the records: an event names its stored version, a part the place of its
/// district in ``districtCodes``. A ``Movement`` is one part in one layer with its texts.
public struct PostedLedger: Sendable {
  /// Codes of the leaf districts, ascending in byte order of UTF-8; parts name them by place.
  public var districtCodes: [String] = []
  /// What releases are told apart by in reports; events name them by place, hazards by -1.
  public var profiles: [ReleaseProfile] = []
  /// In ascending order of ``PostedEvent/id``.
  public var events: [PostedEvent] = []
  /// The parts of all events, one event after the other.
  public var parts: [LedgerPart] = []

  /// Makes a ledger without events.
  public init() {}

  /// The place in ``events`` of the event with an id; nil where the ledger has none.
  public func place(ofEvent id: Int64) -> Int? {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < events.count && events[low].id == id ? low : nil
  }

  /// The parts of one event, by its place in ``events``.
  public func parts(of event: Int) -> ArraySlice<LedgerPart> {
    let start = event == 0 ? 0 : Int(events[event - 1].partsEnd)
    return parts[start..<Int(events[event].partsEnd)]
  }
}

/// One event of a posted ledger.
public struct PostedEvent: Hashable, Sendable {
  /// Whether a hazard or a release is behind it.
  public var type: EventReference.RecordType
  /// Whether it takes its record back: a withdrawal or a revocation.
  public var isTakingBack: Bool
  /// The row of the stored version in the book.
  public var storedVersion: Int64
  /// 1 for the first version that counts, in order of date.
  public var version: Int32
  /// Days since 1970-01-01 of the day the event counts from; ``undated`` is before everything.
  public var day: Int32
  /// The place of the release's profile in ``PostedLedger/profiles``; -1 for hazards.
  public var profile: Int32
  /// Where the event's parts end in ``PostedLedger/parts``.
  public var partsEnd: Int32

  /// Makes an event of its parts.
  public init(
    type: EventReference.RecordType, isTakingBack: Bool, storedVersion: Int64, version: Int32,
    day: Int32, profile: Int32 = -1, partsEnd: Int32 = 0
  ) {
    self.type = type
    self.isTakingBack = isTakingBack
    self.storedVersion = storedVersion
    self.version = version
    self.day = day
    self.profile = profile
    self.partsEnd = partsEnd
  }

  /// The day of a hazard without a date.
  public static let undated = Int32.min

  /// A number that no other event of the book has, whatever else it holds.
  public var id: Int64 {
    storedVersion << 2 | (isTakingBack ? 2 : 0) | (type == .release ? 1 : 0)
  }
}

/// A part of one event's ground: where, what happens, in which layers, and how much.
public struct LedgerPart: Hashable, Sendable {
  /// Whole square centimetres, never negative.
  public var area: Int64
  /// The place of the leaf district in ``PostedLedger/districtCodes``; -1 is no district.
  public var district: Int32
  /// What happens.
  public var transition: Transition
  /// The layers in which it happens, all of them alike.
  public var layers: LayerSet

  /// Makes a part of its values.
  public init(area: Int64, district: Int32, transition: Transition, layers: LayerSet) {
    self.area = area
    self.district = district
    self.transition = transition
    self.layers = layers
  }
}

/// What reports tell releases apart by.
public struct ReleaseProfile: Hashable, Sendable {
  /// How the land was released.
  public var kind: ReleaseKind
  /// The work it came from; nil where the record names none.
  public var activity: Activity?
  /// Who did the work, as the record spells it.
  public var operatorName: String?
  /// Who paid for it, as the record spells it.
  public var donor: String?

  /// Makes a profile of its parts.
  public init(
    kind: ReleaseKind, activity: Activity? = nil, operatorName: String? = nil,
    donor: String? = nil
  ) {
    self.kind = kind
    self.activity = activity
    self.operatorName = operatorName
    self.donor = donor
  }
}
