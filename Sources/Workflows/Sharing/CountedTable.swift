import LandRelease
import Reporting
import Storage

/// A table whose rows are of the ledger's dimensions, and the records behind its figures.
///
/// Counting stops at ``enough``, since no profile asks for more.
struct CountedTable {
  static let enough = 100

  /// Rows of the same ground, operator and so on, of whatever time.
  private typealias Lines = [[String]: [Int]]

  let dimensions: [LedgerDimension]
  let isCumulative: Bool
  /// Whether its rows are ways of moving.
  let tellsTransitions: Bool
  let columns: [CountedColumn]
  /// The dimension that its rows follow each other by.
  let time: LedgerDimension?
  let hasLayers: Bool
  private var lines: Lines = [:]
  private var times: [String?]
  private var labels: [Int: String] = [:]
  private var totals: [Int] = []
  private var cells: [[Set<Int>]]

  /// - Returns: nil where a row is named by something that the ledger does not tell.
  init?(_ table: Table) {
    let names = table.columns.prefix { !$0.isFigure }
    var dimensions: [LedgerDimension] = []
    var places: [Int] = []
    var layer: Int?
    var labelled: [Int] = []
    for (place, column) in names.enumerated() {
      if let dimension = LedgerDimension(rawValue: column.key) {
        dimensions.append(dimension)
        places.append(place)
      } else if column.key == "layer" {
        layer = place
      } else if column.key == "line" || column.key == "measure" {
        labelled = [place]
      } else if Self.ofTransitions.contains(column.key) {
        labelled.append(place)
      } else if column.key != "name" {
        return nil
      }
    }
    isCumulative = table.id == "cumulative"
    tellsTransitions = labelled.count == Self.ofTransitions.count
    columns = tellsTransitions ? [.ofTransitions] : CountedColumn.columns(of: table)
    let isUnknown = !tellsTransitions && (labelled.count > 1 || labelled.count + places.count > 1)
    if columns.isEmpty || !labelled.isEmpty && isUnknown { return nil }
    self.dimensions = dimensions
    time = dimensions.first(where: \.isPeriod)
    hasLayers = layer != nil
    times = Array(repeating: nil, count: table.rows.count)
    cells = Array(
      repeating: Array(repeating: [], count: columns.count), count: table.rows.count)
    for (number, row) in table.rows.enumerated() where row.style != .heading {
      if row.style == .total || row.style == .subtotal {
        totals.append(number)
        continue
      }
      let group = places.map { row.text(at: $0) }
      if !labelled.isEmpty { labels[number] = Self.label(labelled.map { row.text(at: $0) }) }
      if let at = dimensions.firstIndex(where: \.isPeriod) { times[number] = group[at] }
      lines[
        Self.line(group, dimensions, layer.map { row.text(at: $0) }), default: []
      ].append(number)
    }
  }

  private static let ofTransitions: Set<String> = ["from", "to", "cause", "again"]

  /// What a row is called whose cells say several things.
  static func label(_ words: [String]) -> String { words.joined(separator: "\u{0}") }

  private static func line(
    _ group: [String], _ dimensions: [LedgerDimension], _ layer: String?
  ) -> [String] {
    zip(dimensions, group).filter { !$0.0.isPeriod }.map(\.1) + (layer.map { [$0] } ?? [])
  }

  /// Adds a record to a column of the rows that it belongs to.
  ///
  /// - Parameters:
  ///   - group: the values of the dimensions; that of time is empty for what has no date.
  ///   - layer: the layer it counts in.
  mutating func add(_ record: Int, to column: Int, group: [String], layer: Layer) {
    let time = dimensions.firstIndex(where: \.isPeriod).map { group[$0] } ?? ""
    let rows = self.rows(of: group, label: nil, layer: layer, in: column)
    add(record, to: column, rows: rows, at: time, .within)
  }

  /// The rows of a column that something of a group can be part of, whenever it is.
  ///
  /// - Parameters:
  ///   - group: the values of the dimensions, of which that of time does not matter.
  ///   - label: what the row is called; nil where the column says so.
  func rows(of group: [String], label: String?, layer: Layer, in column: Int) -> [Int] {
    let label = label ?? columns[column].label
    let named = lines[Self.line(group, dimensions, hasLayers ? layer.rawValue : nil)] ?? []
    return totals + named.filter { label == nil || label == labels[$0] }
  }

  /// Adds a record to a column of those rows that are of its time.
  ///
  /// - Parameters:
  ///   - time: what the table's dimension of time calls its day; empty for what has no date.
  ///   - span: which days the column is of; a stock stands in all rows that follow.
  mutating func add(
    _ record: Int, to column: Int, rows: [Int], at time: String, _ span: Figure.Span
  ) {
    for row in rows where cells[row][column].count < Self.enough && isOf(span, time, row) {
      cells[row][column].insert(record)
    }
  }

  private func isOf(_ span: Figure.Span, _ time: String, _ row: Int) -> Bool {
    guard let own = times[row] else { return true }
    return switch span {
    case .within: own == time
    case .through: time <= own
    case .before: time < own
    }
  }

  /// The table with the records of its rows, where it does not say them itself.
  func counted(_ table: Table) -> Table {
    var table = table
    for row in table.rows.indices where table.rows[row].style != .heading {
      var all: Set<Int> = []
      for (place, column) in columns.enumerated()
      where column.label == nil || column.label == labels[row] {
        let records = cells[row][place]
        all.formUnion(records)
        if table.rows[row].columnRecords[column.key] == nil {
          table.rows[row].columnRecords[column.key] = records.count
        }
      }
      table.rows[row].records = table.rows[row].records ?? all.count
    }
    return table
  }
}

extension Row {
  fileprivate func text(at place: Int) -> String {
    guard cells.indices.contains(place), case .text(let text) = cells[place] else { return "" }
    return text
  }
}

extension Column {
  fileprivate var isFigure: Bool {
    switch kind {
    case .text, .date: false
    default: true
    }
  }
}
