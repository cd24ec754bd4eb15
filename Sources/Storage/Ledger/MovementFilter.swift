internal import GRDB
public import LandRelease

/// Which movements are asked for; a part left out admits all.
public struct MovementFilter: Hashable, Sendable {
  /// Movements of one record.
  public var record: LedgerRecord?
  /// Movements in one of the districts.
  public var districts: Set<String>?
  /// Movements of one layer.
  public var layer: Layer?
  /// Movements on the day or after it; an undated one is before every day.
  public var from: CalendarDate?
  /// Movements on the day or before it, undated ones with them.
  public var to: CalendarDate?

  /// Makes a filter of its parts.
  public init(
    record: LedgerRecord? = nil, districts: Set<String>? = nil, layer: Layer? = nil,
    from: CalendarDate? = nil, to: CalendarDate? = nil
  ) {
    self.record = record
    self.districts = districts
    self.layer = layer
    self.from = from
    self.to = to
  }

  var condition: (sql: String, arguments: StatementArguments) {
    var terms: [String] = []
    var arguments: StatementArguments = []
    func require(_ term: String, _ values: StatementArguments) {
      terms.append(term)
      arguments += values
    }
    if let record {
      require(
        "record = ? AND organisation = ? AND record_type = ?",
        [record.key.id, record.key.organisation, record.type.rawValue])
    }
    if let districts {
      let marks = districts.map { _ in "?" }.joined(separator: ", ")
      require("district IN (\(marks))", StatementArguments(districts.sorted()))
    }
    if let layer { require("layer = ?", [layer.rawValue]) }
    if let from { require("date >= ?", [from.description]) }
    if let to { require("(date IS NULL OR date <= ?)", [to.description]) }
    return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), arguments)
  }
}
