public import LandRelease

/// A column that movements can be summed by.
public enum MovementColumn: String, CaseIterable, Sendable {
  case date, year, quarter, month, district, layer, organisation, record, cause, again
  case recordType = "record_type"
  case storedVersion = "stored_version"
  case from = "from_state"
  case to = "to_state"
  case isInside = "is_inside"
  case isDated = "is_dated"
  // Of the release behind the movement; empty for hazards.
  case kind, activity, donor
  case operatorName = "operator"

  /// Whether the summary by month can't tell it.
  var isOfEvent: Bool {
    switch self {
    case .organisation, .record, .storedVersion: true
    default: false
    }
  }
}

/// The movements of one group, added up exactly.
public struct MovementSum: Hashable, Sendable {
  private let columns: [MovementColumn]
  private let texts: [String?]
  /// The sum of their areas.
  public var area: Area
  /// How many there are.
  public var count: Int

  init(columns: [MovementColumn], texts: [String?], area: Area, count: Int) {
    self.columns = columns
    self.texts = texts
    self.area = area
    self.count = count
  }

  /// What the group has in each column it was asked for; flags are `0` and `1`.
  public var values: [MovementColumn: String] {
    var values: [MovementColumn: String] = [:]
    for (column, text) in zip(columns, texts) { values[column] = text }
    return values
  }

  /// Empty for the date, year and month of undated movements.
  public subscript(column: MovementColumn) -> String? {
    columns.firstIndex(of: column).flatMap { texts[$0] }
  }

  /// The value of a column as a word of its list.
  public subscript<Word: RawRepresentable<String>>(
    column: MovementColumn, as type: Word.Type
  ) -> Word? {
    self[column].flatMap(Word.init(rawValue:))
  }
}
