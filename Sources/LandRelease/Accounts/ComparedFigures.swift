/// The figures by which two states of knowledge are compared.
public struct ComparedFigures: Hashable, Sendable {
  /// Ground that some hazard holds.
  public private(set) var open = Area.zero
  /// What left open land, by the record's kind.
  public private(set) var released: [ReleaseKind: Area] = [:]
  /// Each square metre once ever.
  public private(set) var netCleared = Area.zero

  /// Starts with nothing.
  public init() {}

  /// Whether all figures are zero.
  public var isZero: Bool {
    open == .zero && netCleared == .zero && released.values.allSatisfy { $0 == .zero }
  }

  /// The largest figure without its sign.
  public var magnitude: Area {
    ([open, netCleared] + released.values).map { max($0, -$0) }.max() ?? .zero
  }

  /// Adds movements.
  public mutating func add(_ sum: LedgerSum) {
    if sum.from.isOpen != sum.to.isOpen { open += sum.to.isOpen ? sum.area : -sum.area }
    var account = ReleaseAccount()
    account.add(sum)
    netCleared += account.netCleared
    released.merge(account.netReleased, uniquingKeysWith: +)
  }

  /// Adds the figures of other ground or other records.
  public static func + (left: ComparedFigures, right: ComparedFigures) -> ComparedFigures {
    var sum = left
    sum.open += right.open
    sum.netCleared += right.netCleared
    sum.released.merge(right.released, uniquingKeysWith: +)
    return sum
  }

  /// The figures with the other sign.
  public static prefix func - (figures: ComparedFigures) -> ComparedFigures {
    var negative = figures
    negative.open = -figures.open
    negative.netCleared = -figures.netCleared
    negative.released = figures.released.mapValues { -$0 }
    return negative
  }
}
