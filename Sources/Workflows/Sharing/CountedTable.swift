import LandRelease
import Reporting
import Storage

/// A table whose rows are of the ledger's dimensions, and the records behind its figures.
///
/// Counting stops at ``enough``, since no profile asks for more.
struct CountedTable {
  static let enough = 100

  /// Rows of the same ground, operator and so on, in order of time.
  private typealias Lines = [[String]: [Int]]

  let dimensions: [LedgerDimension]
  let isCumulative: Bool
  /// Whether its rows are ways of moving.
  let tellsTransitions: Bool
  let columns: [CountedColumn]
  private let time: LedgerDimension?
  let hasLayers: Bool
  private var lines: Lines = [:]
  private var times: [Int: String] = [:]
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
    for key in lines.keys { lines[key]?.sort { times[$0] ?? "" < times[$1] ?? "" } }
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
  ///   - label: what the row is called; nil where the column says so.
  ///   - layer: the layer it moves in; nil where it is none that is asked for.
  ///   - span: which days the column is of; a stock stands in all rows that follow.
  mutating func add(
    _ record: Int, to column: Int, group: [String], label: String? = nil, layer: Layer?,
    span: Figure.Span
  ) {
    let label = label ?? columns[column].label

    for total in totals { insert(record, total, column) }
    let key = Self.line(group, dimensions, hasLayers ? layer?.rawValue ?? "" : nil)
    guard let rows = lines[key] else { return }
    guard let time, let at = dimensions.firstIndex(of: time) else {
      for row in rows where label == nil || label == labels[row] {
        insert(record, row, column)
      }
      return
    }
    for row in rows where label == nil || label == labels[row] {
      let isIn =
        switch span {
        case .within: times[row] == group[at]
        case .through: group[at] <= times[row] ?? ""
        case .before: group[at] < times[row] ?? ""
        }
      if isIn { insert(record, row, column) }
    }
  }

  private mutating func insert(_ record: Int, _ row: Int, _ column: Int) {
    if cells[row][column].count < Self.enough { cells[row][column].insert(record) }
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
