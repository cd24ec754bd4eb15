internal import GRDB
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

  var sql: String {
    switch self {
    case .year: "substr(date, 1, 4)"
    case .quarter: "substr(date, 1, 4) || '-Q' || ((CAST(substr(date, 6, 2) AS INTEGER) + 2) / 3)"
    case .month: "substr(date, 1, 7)"
    case .isDated: "date IS NOT NULL"
    case .kind, .activity, .donor, .operatorName:
      "(SELECT release_version.\(rawValue) FROM release_version WHERE record_type = 'release' AND release_version.fid = movement.stored_version)"
    default: rawValue
    }
  }
}

/// The movements of one group, added up exactly.
public struct MovementSum: Hashable, Sendable {
  /// What the group has in each column it was asked for; flags are `0` and `1`.
  public var values: [MovementColumn: String]
  /// The sum of their areas.
  public var area: Area
  /// How many there are.
  public var count: Int

  /// Empty for the date, year and month of undated movements.
  public subscript(column: MovementColumn) -> String? { values[column] }

  /// The value of a column as a word of its list.
  public subscript<Word: RawRepresentable<String>>(
    column: MovementColumn, as type: Word.Type
  ) -> Word? {
    values[column].flatMap(Word.init(rawValue:))
  }
}

extension BookReader {
  /// Adds up the movements that a filter admits, by the columns asked for and in their order.
  ///
  /// - Throws: ``BookError`` where a sum passes 9.2e18 cm2.
  public func movementSums(
    by columns: [MovementColumn], _ filter: MovementFilter = MovementFilter()
  ) throws -> [MovementSum] {
    let (condition, arguments) = filter.condition
    let group = columns.map(\.sql).joined(separator: ", ")
    let places = columns.indices.map { String($0 + 3) }.joined(separator: ", ")
    let grouping = columns.isEmpty ? "" : "GROUP BY \(places) ORDER BY \(places)"
    let selection = columns.isEmpty ? "" : ", \(group)"
    return try all(
      """
      SELECT count(*), ifnull(sum(area_cm2), 0)\(selection)
      FROM movement WHERE \(condition) \(grouping)
      """, arguments
    ) { row in
      var values: [MovementColumn: String] = [:]
      for (place, column) in columns.enumerated() {
        let value: DatabaseValue = row[place + 2]
        values[column] =
          String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value)?.description
      }
      return MovementSum(
        values: values, area: Area(squareCentimetres: row[1]), count: row[0])
    }
  }
}
