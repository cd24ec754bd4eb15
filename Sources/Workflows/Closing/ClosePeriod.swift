import LandRelease
public import Reporting
import Storage

/// Keeps the figures of a period as they are published.
public struct ClosePeriod {
  private let book: LandBook

  /// Makes the closing of one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// The closings there are.
  public func list() throws -> Report {
    try BookView(book).read { figures in
      let lines = try figures.reader.closings().map { closing in
        var open = Area.zero
        for balance in try closing.id.map({ try figures.reader.balances(ofClosing: $0) }) ?? []
        where balance.layer == .land && balance.state.isOpen { open += balance.area }
        return ClosingLine(closing, open: open)
      }
      return ClosingStatement.list(lines, basis: figures.basis(Period()))
    }
  }

  /// Closes a period of that name, such as `2023`, `2023-Q4`, `2023-12` or `FROM..TO`.
  ///
  /// - Returns: the figures that are kept.
  /// - Throws: ``WorkflowError`` where the name is of no period, the period is not over or closed
  ///   already, or the ledger lacks records.
  public func run(_ name: String) throws -> Report {
    guard let period = Period(named: name), let end = period.to else {
      throw WorkflowError(
        .usage, "\"\(name)\" is no period",
        remedy: "Give a year, a quarter, a month or two days: 2023, 2023-Q4, 2023-12, FROM..TO.")
    }
    return try book.together { try close(name, period, ending: end) }
  }

  private func close(_ name: String, _ period: Period, ending end: CalendarDate) throws -> Report {
    let view = try BookView(book, endingOn: end)
    try refuse(name, period, ending: end, view)
    let (balances, digest, basis) = try view.read { figures in
      let sums = try Self.sums(figures.reader, to: end)
      return (
        Self.balances(sums), ContentHash.ofLines(Self.lines(sums)), figures.basis(period)
      )
    }
    let closing = Closing(
      period: name, from: period.from, to: end, closedAt: Clock.now,
      throughBatch: Int64(view.knowledge.throughBatch), boundarySet: view.boundaries.set,
      programVersion: ProgramVersion.current, ledgerDigest: digest)
    try book.close(closing, balances: balances)
    return ClosingStatement.report(
      ClosingLine(closing, open: .zero), balances.map(ClosedBalance.init), basis: basis)
  }

  private func refuse(
    _ name: String, _ period: Period, ending end: CalendarDate, _ view: BookView
  ) throws {
    if let today = Clock.now.day, end >= today {
      throw WorkflowError(
        .usage, "\(name) ends on \(end), which is not over",
        remedy: "Close it the day after, or close an earlier period.")
    }
    if view.info.ledger.isBehind || view.info.ledger.postedThroughBatch == nil {
      throw WorkflowError(
        .failed, "the ledger lacks records, so its figures are not what would be published",
        remedy: "Run landbook post first.")
    }
    let closings = try view.read { try $0.reader.closings() }
    if let closed = closings.first(where: { $0.from == period.from && $0.to == end }) {
      throw WorkflowError(
        .failed, "\(name) was closed on \(closed.closedAt.day?.description ?? "an earlier day")",
        remedy:
          "What was published stays as it is; later reports show adjustments against it.")
    }
  }

  /// Movements to the end of the period by what a balance needs.
  private static func sums(_ reader: BookReader, to end: CalendarDate) throws -> [MovementSum] {
    try reader.movementSums(
      by: [.district, .layer, .from, .to, .cause, .again], MovementFilter(to: end))
  }

  private static func balances(_ sums: [MovementSum]) -> [ClosingBalance] {
    struct Account: Hashable {
      let district: String
      let layer: Layer
      let state: LandState
    }
    var areas: [Account: Area] = [:]
    for sum in sums {
      guard let district = sum[.district], let layer = sum[.layer, as: Layer.self],
        let from = sum[.from, as: LandState.self], let to = sum[.to, as: LandState.self]
      else { continue }
      areas[Account(district: district, layer: layer, state: from), default: .zero] += -sum.area
      areas[Account(district: district, layer: layer, state: to), default: .zero] += sum.area
    }
    return areas.filter { $0.key.state != .unrecorded && $0.value != .zero }
      .map {
        ClosingBalance(
          district: $0.key.district, layer: $0.key.layer, state: $0.key.state, area: $0.value)
      }
      .sorted { order($0).lexicographicallyPrecedes(order($1)) }
  }

  private static func order(_ balance: ClosingBalance) -> [String] {
    [balance.district, balance.layer.rawValue, balance.state.rawValue]
  }

  private static func lines(_ sums: [MovementSum]) -> [String] {
    sums.map { sum in
      let words = [MovementColumn.district, .layer, .from, .to, .cause, .again].map {
        sum[$0] ?? ""
      }
      return (words + [sum.area.squareMetresText]).joined(separator: ",")
    }.sorted()
  }
}

extension ClosingLine {
  init(_ closing: Closing, open: Area) {
    self.init(
      period: closing.period, from: closing.from, to: closing.to,
      closedAt: closing.closedAt.description, throughBatch: closing.throughBatch.map(Int.init),
      boundarySet: closing.boundarySet, programVersion: closing.programVersion,
      digest: closing.ledgerDigest, open: open)
  }
}

extension ClosedBalance {
  init(_ balance: ClosingBalance) {
    self.init(
      district: balance.district, layer: balance.layer, state: balance.state, area: balance.area)
  }
}
