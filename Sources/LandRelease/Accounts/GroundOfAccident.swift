/// A release of the ground where somebody was hurt later.
public struct QuestionedRelease: Hashable, Sendable {
  /// The organisation and the id of the release.
  public var key: RecordKey
  /// How it released the ground.
  public var kind: ReleaseKind
  /// The day it counts from; nil where the ledger has none.
  public var date: CalendarDate?
  /// How far its ground is from the position, in metres; 0 where it holds it.
  public var metres: Double

  /// Makes it of its parts.
  public init(key: RecordKey, kind: ReleaseKind, date: CalendarDate?, metres: Double = 0) {
    self.key = key
    self.kind = kind
    self.date = date
    self.metres = metres
  }
}

/// What the ledger had of a place where somebody was hurt, before the day it happened.
///
/// A hazard that is recorded because of an accident, and on its day, does not hide what the ground
/// was: the state is that of the end of the day before, or of the day itself where the ground was
/// released on it.
public struct GroundOfAccident: Hashable, Sendable {
  /// The state of the land.
  public var state: LandState
  /// The layer in which the ground was released: `land`, or the layer of what exploded where the
  /// land was still open for something else; nil where it was not released.
  public var layer: Layer?
  /// The releases of the ground in that layer by then, in order of their day.
  public var releases: [QuestionedRelease] = []
  /// Releases near by that do not hold the position, the nearest first.
  public var near: [QuestionedRelease] = []

  /// Makes it of the state of the land.
  public init(state: LandState) { self.state = state }

  /// Whether the ground had been released.
  public var isReleased: Bool { layer != nil }
}

extension Layer {
  /// The layer of the contamination that devices of a category are; nil where that says nothing.
  public init?(of category: DeviceCategory) {
    switch category {
    case .apMine: self = .ap
    case .avMine: self = .av
    case .submunition: self = .cmr
    case .uxo, .axo: self = .erw
    case .ied, .boobyTrap, .improvisedMine: self = .ied
    case .otherDevice, .smallArmsAmmunition, .fuzeComponent: return nil
    }
  }
}
