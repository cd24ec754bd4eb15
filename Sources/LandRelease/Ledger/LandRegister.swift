public import GeometryValues

/// All hazards and releases that can move land, resolved: versions, links, review, order.
///
/// The register turns stored records into events once; deciding what an event does at a point is
/// the work of ``GroundReplay``. It holds no clock and opens no file.
public struct LandRegister: Sendable {
  /// A hazard or release by its place in the order of keys.
  public struct Subject: Sendable {
    /// Which of the two lists of records the key belongs to; both may use one id.
    public let type: EventReference.RecordType
    /// The organisation and id that all versions of the record share.
    public let key: RecordKey
  }

  /// A distinct polygon that events refer to.
  public struct Ground: Sendable {
    /// Longitude and latitude on WGS 84, put right where the record's own is invalid.
    public let polygon: MultiPolygon
    /// The stored version that brought it, for messages.
    public let type: EventReference.RecordType
    /// The row in the book, in the versions of its type.
    public let storedVersion: Int64
  }

  /// Every record with a version that counts or waits; events name them by index.
  public internal(set) var subjects: [Subject] = []
  /// Every polygon that can matter, once each; footprints name them by index.
  public internal(set) var grounds: [Ground] = []
  /// In the order of events, hazards taken as early.
  public internal(set) var events: [LandEvent] = []
  /// What resolving found: missing dates, contents that contradict, waiting versions, lost links.
  public internal(set) var findings: [Finding] = []
  /// The stored versions that count, whether they have ground or not.
  public internal(set) var countingHazards: [Int64] = []
  /// The rows of the release contents that count, of any review; a statement looks at no other.
  public internal(set) var countingReleases: [Int64] = []
  /// Of each hazard whose latest version waits, the last stored version that counts.
  public internal(set) var countingBeforeWaiting: [Int64] = []
  var steps: [HazardStep] = []
  /// By subject; hazards have an empty entry.
  var releases: [ReleaseFacts] = []
}
