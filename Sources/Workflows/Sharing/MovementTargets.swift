import LandRelease
import Reporting
import Storage

/// Finds the cells of counted tables that a movement has a part in; movements of one ``code(_:)``
/// have the same.
struct MovementTargets {
  /// A column, the rows whose figures in it the movement can be part of, and on which days.
  struct Target {
    let table: Int
    let column: Int
    let span: Figure.Span
    let rows: [Int]
    /// In days since 1970-01-01.
    fileprivate let days: Range<Int>
    fileprivate let isOfUndated: Bool

    /// - Parameter day: in days since 1970-01-01; nil for what has no date.
    func isOf(_ day: Int?) -> Bool { day.map(days.contains) ?? isOfUndated }
  }

  private let tables: [CountedTable]
  private let words: LedgerWords
  private let period: Period
  private let layer: Layer
  private let transitions = (0..<Transition.codeCount).map(Transition.init(code:))
  /// By number of a profile, the number of the first that no table tells from it.
  private let alike: [Int]
  private let timeDimensions: [LedgerDimension?]

  init(_ tables: [CountedTable], _ words: LedgerWords, period: Period, layer: Layer) {
    self.tables = tables
    self.words = words
    self.period = period
    self.layer = layer
    timeDimensions = tables.map(\.time)
    let told = Set(tables.flatMap(\.dimensions))
    var numbers: [ReleaseProfile?: Int] = [:]
    alike = words.profiles.enumerated().map { number, profile in
      var profile = profile
      if !told.contains(.operatorName) { profile?.operatorName = nil }
      if !told.contains(.donor) { profile?.donor = nil }
      let first = numbers[profile] ?? number
      numbers[profile] = first
      return first
    }
  }

  /// A number that movements share which have their part in the same rows.
  func code(_ entry: LedgerEntry) -> Int {
    let kind = entry.transition * words.profiles.count + alike[entry.profile]
    return (kind * words.districts.count + entry.district) << 8 | Int(entry.layers.rawValue)
  }

  /// What a day is called in each table; empty where the table is not by time or there is no day.
  func times(of day: Int?) -> [String] {
    let date = day.flatMap { CalendarDate(dayNumber: $0) }
    return timeDimensions.map { $0.flatMap { date?.group($0) } ?? "" }
  }

  /// The cells of a movement.
  func targets(_ entry: LedgerEntry) -> [Target] {
    guard let transition = transitions[entry.transition] else { return [] }
    let profile = words.profiles[entry.profile]
    let sum = LedgerSum(
      transition, profile: profile, isRelease: entry.isRelease,
      area: Area(squareCentimetres: 1))
    return tables.indices.flatMap { place in
      let table = tables[place]
      let group = table.dimensions.map { value($0, entry, profile) }
      return ways(sum, table).compactMap { column, span, label -> Target? in
        let rows = Set(
          layers(entry.layers, of: table).flatMap {
            table.rows(of: group, label: label, layer: $0, in: column)
          })
        if rows.isEmpty { return nil }
        let (days, isOfUndated) = self.days(span, of: table)
        return Target(
          table: place, column: column, span: span, rows: Array(rows), days: days,
          isOfUndated: isOfUndated)
      }
    }
  }

  /// The columns that a movement is part of.
  private func ways(
    _ sum: LedgerSum, _ table: CountedTable
  ) -> [(column: Int, span: Figure.Span, label: String?)] {
    if table.tellsTransitions {
      let label = CountedTable.label([
        sum.from.rawValue, sum.to.rawValue, sum.cause.rawValue, sum.again ? "yes" : "no",
      ])
      return [(0, .within, label)]
    }
    var ways: [(column: Int, span: Figure.Span, label: String?)] = []
    for (column, counted) in table.columns.enumerated() {
      for span in Set(counted.figures.filter { $0.part(of: sum) != .zero }.map(\.span)) {
        ways.append((column, span, nil))
      }
    }
    return ways
  }

  /// The days that a column is of; in a table by time its rows decide.
  private func days(
    _ span: Figure.Span, of table: CountedTable
  ) -> (days: Range<Int>, isOfUndated: Bool) {
    let first = table.isCumulative ? nil : period.from.map(\.dayNumber)
    let since = (first ?? .min)..<Int.max
    if table.tellsTransitions { return (since, first == nil) }
    return switch span {
    case .within: (since, false)
    case .through: (.min..<Int.max, true)
    case .before: (.min..<(table.time == nil ? first ?? .min : .max), true)
    }
  }

  private func layers(_ layers: LayerSet, of table: CountedTable) -> [Layer] {
    if table.hasLayers { return layers.layers }
    return layers.contains(layer) ? [layer] : []
  }

  /// What a dimension says of a movement; nothing where it is of time.
  private func value(
    _ dimension: LedgerDimension, _ entry: LedgerEntry, _ profile: ReleaseProfile?
  ) -> String {
    switch dimension {
    case .district: words.districts[entry.district]
    case .year, .quarter, .month: ""
    case .operatorName: profile?.operatorName ?? ""
    case .donor: profile?.donor ?? ""
    case .kind: profile?.kind.rawValue ?? ""
    case .activity: profile?.activity?.rawValue ?? ""
    }
  }
}
