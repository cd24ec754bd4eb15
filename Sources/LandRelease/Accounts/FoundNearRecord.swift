/// What was found near a minefield record, of devices that no other record is nearer to.
public struct FoundNearRecord: Hashable, Sendable {
  /// How many device records there are.
  public var finds = 0
  /// How many items they count.
  public var items = 0
  /// The distance from the record to the nearest of them, in metres.
  public var nearest: Double?
  /// How many items lie within the distance that confirms a record.
  public var itemsWithin = 0
  /// Of a record drawn as points: how many points have a find within that distance.
  public var pointsConfirmed: Int?
  /// From the middle of the record to the middle of the finds, in metres.
  public var displacement: Double?
  /// How far the middle of the finds lies outside the record, in metres; 0 where it lies inside.
  public var outside: Double?

  /// Nothing found.
  public init() {}
}

/// A minefield record with what was found near it.
public struct CheckedRecord: Hashable, Sendable {
  /// The record.
  public var record: MinefieldRecord
  /// What was found near it; nil where the record has no place.
  public var found: FoundNearRecord?

  /// Makes it of its parts.
  public init(record: MinefieldRecord, found: FoundNearRecord?) {
    self.record = record
    self.found = found
  }

  /// What was found of what the record gives: as survey states it, else the items near by.
  ///
  /// Nil where nobody states it and nothing was found: that is no zero.
  public var foundQuantity: Int? {
    record.foundQuantity ?? found.flatMap { $0.finds > 0 ? $0.items : nil }
  }

  /// From where the record has it to where it was, in metres: as survey states it, else as measured.
  public var displacement: Double? { record.displacementMetres ?? found?.displacement }

  /// Whether anything was found within the distance that confirms it; nil without a place.
  public var isConfirmed: Bool? { found.map { $0.itemsWithin > 0 } }
}
