import Interchange
import LandRelease

/// What land comes to at the end, as it is recorded and over many draws of vertex error.
struct DrawnFigures {
  private let draws: VertexDraws
  private let districts: [String]
  /// By draw, in square centimetres.
  private var areas: [Account: [Int64]] = [:]

  private enum Figure: Hashable, Comparable {
    case state(LandState)
    case open

    var word: String {
      switch self {
      case .state(let state): state.rawValue
      case .open: "open"
      }
    }
  }

  private struct Account: Hashable, Comparable {
    /// By number; one more than the last for all together, -1 for none.
    let district: Int
    let figure: Figure

    static func < (left: Account, right: Account) -> Bool {
      left.district == right.district
        ? left.figure < right.figure : left.district < right.district
    }
  }

  /// - Parameters:
  ///   - sums: of each draw, those of the records as they are first.
  ///   - districts: codes by number.
  init(_ sums: [DrawnSums], _ draws: VertexDraws, districts: [String]) {
    self.draws = draws
    self.districts = districts
    for (draw, sums) in sums.enumerated() {
      for (account, area) in sums {
        guard let transition = Transition(code: account.transition) else { continue }
        add(area, to: transition.to, Int(account.district), draw)
        add(-area, to: transition.from, Int(account.district), draw)
      }
    }
  }

  private mutating func add(_ area: Int64, to state: LandState, _ district: Int, _ draw: Int) {
    guard state != .unrecorded else { return }
    for district in [district, districts.count] {
      for figure in [.state(state)] + (state.isOpen ? [Figure.open] : []) {
        areas[
          Account(district: district, figure: figure),
          default: [Int64](repeating: 0, count: draws.ledgers)][draw] += area
      }
    }
  }

  /// A row a district and figure; 95 of 100 draws lie from `low_m2` to `high_m2`.
  var table: ExportTable {
    let rows = areas.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    return ExportTable(
      name: "vertex_error",
      columns: [
        .init("district"), .init("figure"), .init("recorded_m2", .decimal),
        .init("mean_m2", .decimal), .init("deviation_m2", .decimal), .init("low_m2", .decimal),
        .init("median_m2", .decimal), .init("high_m2", .decimal), .init("draws", .integer),
        .init("vertex_error_m", .decimal), .init("seed"),
      ], hasGeometry: false
    ) { visit in for row in rows { try visit(row) } }
  }

  private func row(_ account: Account, _ areas: [Int64]) -> ExportRow {
    let drawn = areas.dropFirst().sorted()
    let (count, numbers) = (Double(drawn.count), drawn.map(Double.init))
    let mean = numbers.reduce(0, +) / count
    let spread = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    func cell(_ area: Double) -> ExportCell {
      .decimal(Area(squareCentimetres: Int64(area.rounded())).squareMetresText)
    }
    func share(_ part: Double) -> ExportCell {
      cell(numbers[Int(((count - 1) * part).rounded())])
    }
    return ExportRow(cells: [
      .text(name(account.district)), .text(account.figure.word), cell(Double(areas[0])),
      cell(mean), cell(count > 1 ? (spread / (count - 1)).squareRoot() : 0), share(0.025),
      cell(Median.of(numbers) ?? 0), share(0.975), .integer(draws.count),
      .decimal("\(draws.metres)"), .text("\(draws.seed)"),
    ])
  }

  private func name(_ district: Int) -> String {
    if district < 0 { return District.none }
    return district < districts.count ? districts[district] : "total"
  }
}
