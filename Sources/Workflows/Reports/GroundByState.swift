public import LandRelease
import Storage

/// How much ground of the whole book stands in each state, after everything that is posted.
public struct GroundByState: Hashable, Sendable {
  private var areas: [LandState: Area] = [:]

  /// Reads the land layer of a book's ledger.
  public init(_ book: Book) throws {
    let sums = try book.store.read {
      try $0.movementSums(by: [.from, .to], MovementFilter(layer: .land))
    }
    for sum in sums {
      guard let from = sum[.from].flatMap(LandState.init(rawValue:)),
        let to = sum[.to].flatMap(LandState.init(rawValue:)), from != to
      else { continue }
      areas[from, default: .zero] -= sum.area
      areas[to, default: .zero] += sum.area
    }
  }

  /// What each state has gained since, those that stayed left out; unrecorded ground is nobody's.
  public func changes(since earlier: GroundByState) -> [(state: LandState, area: Area)] {
    LandState.allCases.reversed().compactMap { state in
      let change = areas[state, default: .zero] - earlier.areas[state, default: .zero]
      return state == .unrecorded || change == .zero ? nil : (state, change)
    }
  }
}
