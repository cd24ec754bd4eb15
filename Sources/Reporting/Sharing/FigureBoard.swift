import LandRelease

/// The figures of some tables, each once however often it is printed, and which are withheld.
struct FigureBoard {
  /// Why a figure is withheld.
  enum Reason { case small, unknown, complementary }

  /// One figure; areas that are equal to the square centimetre are the same one.
  struct Figure {
    /// In square centimetres or pieces, without a sign.
    var amount: Int64
    /// How many records it rests on, as far as is known.
    var records: Int?
    var isTotal: Bool
    var reason: Reason?

    var isSensitive: Bool { reason == .small || reason == .unknown }
  }

  /// A figure as it stands in a cell.
  struct Term: Hashable {
    var figure: Int
    /// 1, or -1 where the cell prints it below zero.
    var sign: Int64
  }

  let tables: [Table]
  /// Figures on fewer records are withheld.
  let smallest: Int
  private(set) var figures: [Figure] = []
  /// By table, row and column; nil for texts, shares and zeros.
  private(set) var terms: [[[Term?]]] = []
  private var places: [Identity: Int] = [:]

  private enum Identity: Hashable {
    case area(Int64)
    case count(String, [Cell], Int)
    case cell(Int, Int, Int)
  }

  init(_ tables: [Table], smallest: Int) {
    self.tables = tables
    self.smallest = smallest
    for (number, table) in tables.enumerated() {
      let records = RecordCounts(table)
      terms.append(
        table.rows.indices.map { row in
          table.columns.indices.map { column in
            let count = records.count(row: row, column: column)
            return add(number, row, column, count)
          }
        })
    }
  }

  private mutating func add(
    _ number: Int, _ row: Int, _ column: Int, _ count: RecordCounts.Count
  ) -> Term? {
    let table = tables[number]
    let line = table.rows[row]
    guard line.style != .heading, let amount = line.cell(at: column).quantity else { return nil }
    let reason = reason(count, isZero: amount == 0)
    if amount == 0, reason == nil { return nil }
    let identity: Identity =
      switch line.cell(at: column) {
      case .area where amount != 0: .area(abs(amount))
      case .count where amount != 0:
        .count(table.columns[column].key, table.names(of: line), Int(amount))
      default: .cell(number, row, column)
      }
    let place = places[identity] ?? figures.count
    let isTotal = line.style == .total || line.style == .subtotal
    if place == figures.count {
      places[identity] = place
      figures.append(
        Figure(amount: abs(amount), records: count.number, isTotal: isTotal, reason: reason))
    } else {
      figures[place].reason = Self.merged(figures[place].reason, reason)
      if let known = count.number {
        figures[place].records = min(figures[place].records ?? known, known)
      }
      // What is a total somewhere is one also where a headline repeats it.
      figures[place].isTotal = figures[place].isTotal || isTotal
    }
    return Term(figure: place, sign: amount < 0 ? -1 : 1)
  }

  /// Nothing rests on no record but a zero; what nobody counted may rest on a single one.
  private func reason(_ count: RecordCounts.Count, isZero: Bool) -> Reason? {
    guard let number = count.number else { return isZero ? nil : .unknown }
    if number >= smallest { return nil }
    if number == 0 { return isZero ? nil : .unknown }
    return isZero && !count.isOfRow ? nil : .small
  }

  /// Of one figure printed twice: what is counted in one place is known in the other.
  private static func merged(_ first: Reason?, _ second: Reason?) -> Reason? {
    if first == .small || second == .small { return .small }
    return first == nil || second == nil ? nil : first
  }

  func withheldCount(in table: Int) -> Int {
    terms[table].reduce(0) { sum, row in
      sum + row.count { $0.map { figures[$0.figure].reason != nil } ?? false }
    }
  }

  mutating func withhold(_ figure: Int) {
    if figures[figure].reason == nil { figures[figure].reason = .complementary }
  }

  /// Withheld areas, which no share may tell.
  var hiddenAreas: Set<Int64> {
    Set(figures.filter { $0.reason != nil && $0.amount != 0 }.map(\.amount))
  }

  /// A table as it may be shared.
  func shared(_ number: Int, hidden: Set<Int64>, _ left: inout LeftOut) -> Table {
    var table = tables[number]
    for row in table.rows.indices where table.rows[row].style != .heading {
      var isCut = false
      for column in table.columns.indices {
        guard let term = terms[number][row][column], let reason = figures[term.figure].reason
        else { continue }
        table.rows[row].cells[column] = .withheld
        isCut = true
        switch reason {
        case .small: left.small += 1
        case .unknown: left.unknown += 1
        case .complementary: left.complementary += 1
        }
      }
      left.complementary += Self.withholdQuotients(&table, row, isCut: isCut, hidden: hidden)
    }
    return table
  }

  /// Withholds shares and ratios that would tell a withheld figure.
  ///
  /// - Returns: how many.
  private static func withholdQuotients(
    _ table: inout Table, _ row: Int, isCut: Bool, hidden: Set<Int64>
  ) -> Int {
    var count = 0
    for column in table.columns.indices {
      let areas: [Int64]
      switch table.rows[row].cell(at: column) {
      case .share(let part, let whole, _): areas = [part, whole].compactMap(\.area)
      case .ratio(_, let area, _): areas = [area.squareCentimetres]
      default: continue
      }
      guard isCut || areas.contains(where: { hidden.contains(abs($0)) }) else { continue }
      table.rows[row].cells[column] = .withheld
      count += 1
    }
    return count
  }
}

extension Quantity {
  fileprivate var area: Int64? {
    if case .area(let area) = self { area.squareCentimetres } else { nil }
  }
}

extension Cell {
  /// Whole units of what can be added up; a number with decimals in millionths.
  var quantity: Int64? {
    switch self {
    case .area(let area): area.squareCentimetres
    case .count(let count): Int64(count)
    case .number(let number, _): Int64(exactly: (number * 1e6).rounded())
    default: nil
    }
  }
}

extension Table {
  /// The cells that name a row.
  func names(of row: Row) -> [Cell] {
    columns.prefix { !$0.kind.isNumeric }.indices.map { row.cell(at: $0) }
  }
}
