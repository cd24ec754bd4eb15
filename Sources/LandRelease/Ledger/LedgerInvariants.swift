/// The checks of the ledger (accounting rules, section 3) on its movements.
public enum LedgerInvariants {
  /// What one check found.
  public struct Result: Hashable, Sendable {
    /// The invariant's number in the accounting rules, which reports print.
    public var number: Int
    /// The invariant as one sentence for reports.
    public var sentence: String
    /// How many cases were looked at.
    public var checked: Int
    /// What is wrong, in words; none is as it should be.
    public var faults: [String]
    /// The greatest remainder, printed even where it is within its bounds.
    public var residual: Area
  }

  /// Invariant 1: an event's movements inside its polygon add up to its area; no part is negative.
  public static func eventAreas(_ movements: [Movement], events: [LandEvent]) -> Result {
    var sums: [EventKey: Area] = [:]
    var faults: [String] = []
    for movement in movements where movement.layer == .land {
      if movement.area < .zero { faults.append("a movement of \(name(movement)) is negative") }
      if movement.isInside { sums[EventKey(movement), default: .zero] += movement.area }
    }
    var residual = Area.zero
    for event in events {
      let rest = (sums[EventKey(event)] ?? .zero) - event.area
      residual = max(residual, rest < .zero ? -rest : rest)
      if rest != .zero {
        faults.append(
          "\(event.reference.type.rawValue) \(event.reference.key), version \(event.reference.version): movements and area differ by \(rest.squareMetresText) m2"
        )
      }
    }
    return Result(
      number: 1, sentence: "The movements of an event inside its polygon add up to its area.",
      checked: events.count, faults: faults, residual: residual)
  }

  /// Invariant 2: what crosses into or out of open land has a cause that may do so.
  public static func flows(_ movements: [Movement]) -> Result {
    let inward: Set<Cause> = [.identified, .reopened, .contested, .revoked, .withdrawn]
    let outward: Set<Cause> = [.released, .withdrawn, .revoked]
    var faults: [String] = []
    var balances: [String: Balance] = [:]
    for movement in movements where movement.layer == .land {
      if movement.from.isOpen != movement.to.isOpen {
        let allowed = movement.to.isOpen ? inward : outward
        if !allowed.contains(movement.cause) {
          faults.append(
            "\(name(movement)): \(movement.cause.rawValue) moves \(movement.from.rawValue) to \(movement.to.rawValue)"
          )
        }
      }
      balances[movement.district, default: Balance()].add(sum(movement))
    }
    let residual = balances.values.map(\.residual).reduce(Area.zero) {
      max($0, $1 < .zero ? -$1 : $1)
    }
    if residual != .zero {
      faults.append("the account of open land leaves \(residual.squareMetresText) m2 over")
    }
    return Result(
      number: 2, sentence: "Closing = opening + in - out, for every state and district.",
      checked: balances.count, faults: faults, residual: residual)
  }

  /// Invariant 3: districts and ground in none add up to the nation.
  public static func districts(
    _ movements: [Movement], nation: [LandState: Area]
  ) -> Result {
    var stock = Stock()
    for movement in movements where movement.layer == .land { stock.apply(sum(movement)) }
    var residual = Area.zero
    for state in LandState.allCases where state != .unrecorded {
      let rest = stock[state] - (nation[state] ?? .zero)
      residual = max(residual, rest < .zero ? -rest : rest)
    }
    // Posted apart, the nation rounds other parts: at most a square centimetre a movement.
    let bound = Area(squareCentimetres: Int64(movements.count))
    return Result(
      number: 3, sentence: "Districts and ground in none add up to the nation.",
      checked: LandState.allCases.count - 1,
      faults: residual <= bound
        ? [] : ["districts and nation differ by \(residual.squareMetresText) m2"],
      residual: residual)
  }

  /// Invariant 4: no balance falls below zero by more than rounding can make it.
  public static func nothingBelowZero(_ movements: [Movement]) -> Result {
    struct Account {
      var balance: Int64 = 0
      var moved: Int64 = 0
      var count: Int64 = 0
    }
    struct Key: Hashable {
      var district: String
      var state: LandState
    }
    var accounts: [Key: Account] = [:]
    var faults: Set<String> = []
    var residual = Area.zero
    func change(_ movement: Movement, _ state: LandState, _ area: Int64) {
      guard state != .unrecorded else { return }
      var account = accounts[Key(district: movement.district, state: state)] ?? Account()
      account.balance += area
      account.moved += abs(area)
      account.count += 1
      accounts[Key(district: movement.district, state: state)] = account
      guard account.balance < 0 else { return }
      residual = max(residual, Area(squareCentimetres: -account.balance))
      if -account.balance > account.count + account.moved / 100_000_000 {
        faults.insert("\(state.rawValue) in \(movement.district) falls below zero")
      }
    }
    // Out after in: what one day takes up and releases is never short in between.
    for ofDay in byDay(movements) {
      for movement in ofDay where movement.from != movement.to {
        change(movement, movement.to, movement.area.squareCentimetres)
      }
      for movement in ofDay where movement.from != movement.to {
        change(movement, movement.from, -movement.area.squareCentimetres)
      }
    }
    return Result(
      number: 4, sentence: "No balance falls below zero, beyond rounding.",
      checked: accounts.count, faults: faults.sorted(), residual: residual)
  }

  /// Invariant 6: the ledger in the book is the one that its records give anew.
  public static func repeats(_ stored: [Movement], anew: [Movement]) -> Result {
    func text(_ movement: Movement) -> String {
      "\(movement.date?.description ?? ""),\(name(movement)),\(movement.event.version),\(movement.district),\(movement.layer.rawValue),\(movement.from.rawValue),\(movement.to.rawValue),\(movement.cause.rawValue),\(movement.again),\(movement.isInside),\(movement.area.squareCentimetres)"
    }
    let differing = Set(stored.map(text)).symmetricDifference(anew.map(text))
    return Result(
      number: 6, sentence: "The same records give the same ledger.", checked: stored.count,
      faults: differing.sorted().prefix(5).map { "differs: \($0)" }
        + (stored.count == anew.count ? [] : ["\(stored.count) movements against \(anew.count)"]),
      residual: .zero)
  }

  private static func byDay(_ movements: [Movement]) -> [ArraySlice<Movement>] {
    movements.filter { $0.layer == .land }
      .sorted { ($0.date?.dayNumber ?? Int.min) < ($1.date?.dayNumber ?? Int.min) }
      .runs(by: \.date)
  }

  private static func sum(_ movement: Movement) -> LedgerSum {
    LedgerSum(
      group: [], type: movement.event.type,
      kind: movement.event.type == .release ? .cleared : nil, isSurfaceSearch: false,
      from: movement.from, to: movement.to, cause: movement.cause, again: movement.again,
      area: movement.area)
  }

  private static func name(_ movement: Movement) -> String {
    "\(movement.event.type.rawValue) \(movement.event.key)"
  }

  /// Two events of one stored version are told apart by whether they take the record back.
  private struct EventKey: Hashable {
    let type: EventReference.RecordType
    let storedVersion: Int64
    let isTakingBack: Bool

    init(_ movement: Movement) {
      type = movement.event.type
      storedVersion = movement.event.storedVersion
      isTakingBack = movement.cause == .revoked || movement.cause == .withdrawn
    }

    init(_ event: LandEvent) {
      type = event.reference.type
      storedVersion = event.reference.storedVersion
      isTakingBack = event.action == .revocation || event.action == .withdrawal
    }
  }
}
