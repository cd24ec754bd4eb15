public import GeometryValues

/// An accident, or a victim that names none, as far as the rules ask.
public struct AccidentFact: Sendable {
  /// As findings name it: `accident A1`, `victim V3`.
  public var record: String
  /// The day it happened.
  public var date: CalendarDate
  /// Where it happened.
  public var position: Position
  /// How far off, in metres, the position may be.
  public var accuracyMetres: Double?
  /// What the ledger had of the ground.
  public var ground: GroundOfAccident

  /// Makes it of its parts.
  public init(
    record: String, date: CalendarDate, position: Position, accuracyMetres: Double?,
    ground: GroundOfAccident
  ) {
    self.record = record
    self.date = date
    self.position = position
    self.accuracyMetres = accuracyMetres
    self.ground = ground
  }
}

extension QuestionedRelease {
  /// `release R1 (cleared, 2023-05-01)`.
  var spoken: String {
    "release \(key) (\(kind.rawValue)\(date.map { ", \($0)" } ?? ""))"
  }
}
