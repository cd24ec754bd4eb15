/// The checks of the ledger (accounting rules, section 3).
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

    /// Makes a result of its parts.
    public init(
      number: Int, sentence: String, checked: Int, faults: [String], residual: Area
    ) {
      self.number = number
      self.sentence = sentence
      self.checked = checked
      self.faults = faults
      self.residual = residual
    }
  }

  /// Invariant 1: an event's movements inside its polygon add up to its area in `land` and in each
  /// type it names, those outside to what its version lost; no part is negative.
  ///
  /// - Parameter lostArea: square metres of ground that the version before held and this one does
  ///   not, measured another way; nil where it can't be told.
  public static func eventAreas(
    _ ledger: PostedLedger, register: LandRegister, lostArea: (LandEvent) -> Double?
  ) -> Result {
    var result = Result(
      number: 1,
      sentence: "The movements of an event inside its polygon add up to its area, in each layer.",
      checked: register.events.count, faults: [], residual: .zero)
    for event in register.events {
      let parts =
        ledger.place(ofEvent: register.posted(event).id).map { ledger.parts(of: $0) } ?? []
      let name = register.reference(of: event)
      if parts.contains(where: { $0.area < 0 }) {
        result.faults.append("\(name) has a negative part")
      }
      for layer in register.layersOfWhole(event).layers {
        let sum = parts.filter { $0.layers.contains(layer) && $0.transition.isInside }
          .reduce(0) { $0 + $1.area }
        result.hold(sum - event.area.squareCentimetres, allowing: 0) {
          "\(name), \(layer.rawValue): movements and area differ by \($0) m2"
        }
      }
      guard event.action == .version, event.footprint.count > 1, let lost = lostArea(event) else {
        continue
      }
      let outside = parts.filter { $0.layers.contains(.land) && !$0.transition.isInside }
        .reduce(0) { $0 + $1.area }
      result.hold(
        outside - Int64((lost * 10_000).rounded()), allowing: Int64(lost * 0.01) + 10_000
      ) { "\(name): movements and the ground that the version lost differ by \($0) m2" }
    }
    return result
  }

  /// Whether what one event moved inside its polygon is its area, in each layer that has all of it;
  /// nil where no ground was found inside.
  public static func isConserved(
    _ event: LandEvent, _ parts: ArraySlice<LedgerPart>, register: LandRegister
  ) -> Bool? {
    guard parts.contains(where: \.transition.isInside) else { return nil }
    return parts.allSatisfy { $0.area > 0 }
      && register.layersOfWhole(event).layers.allSatisfy { layer in
        let inside = parts.filter { $0.layers.contains(layer) && $0.transition.isInside }
        return inside.reduce(0) { $0 &+ $1.area } == event.area.squareCentimetres
      }
  }

  /// Invariant 2: what crosses into or out of open land has a cause that may do so, so that
  /// closing = opening + in - out by the causes of the account.
  public static func flows(_ ledger: PostedLedger) -> Result {
    let inward: Set<Cause> = [.identified, .reopened, .contested, .revoked, .withdrawn]
    let outward: Set<Cause> = [.released, .withdrawn, .revoked]
    var unexplained: [Account: Int64] = [:]
    var checked: Set<Account> = []
    for part in ledger.parts {
      for layer in part.layers.layers {
        let account = Account(district: part.district, layer: layer, state: .unrecorded)
        checked.insert(account)
        let (from, to) = (part.transition.from, part.transition.to)
        guard from.isOpen != to.isOpen else { continue }
        if !(to.isOpen ? inward : outward).contains(part.transition.cause) {
          unexplained[account, default: 0] += part.area
        }
      }
    }
    var result = Result(
      number: 2, sentence: "Closing = opening + in - out, for every state, district and layer.",
      checked: checked.count, faults: [], residual: .zero)
    for (account, area) in unexplained.sorted(by: { $0.key < $1.key }) {
      result.hold(area, allowing: 0) {
        "\(account.name(in: ledger)): \($0) m2 cross the border of open land under another cause"
      }
    }
    return result
  }

  /// Invariant 3: districts and ground in none add up to the nation, which was posted whole.
  public static func districts(_ ledger: PostedLedger, nation: PostedLedger) -> Result {
    func stock(_ ledger: PostedLedger) -> [Account: Int64] {
      ledger.parts.reduce(into: [:]) { stock, part in
        for layer in part.layers.layers {
          stock[Account(district: -1, layer: layer, state: part.transition.from), default: 0] -=
            part.area
          stock[Account(district: -1, layer: layer, state: part.transition.to), default: 0] +=
            part.area
        }
      }
    }
    let (cut, whole) = (stock(ledger), stock(nation))
    var result = Result(
      number: 3, sentence: "Districts and ground in none add up to the nation.",
      checked: cut.count, faults: [], residual: .zero)
    for account in Set(cut.keys).union(whole.keys).sorted() where account.state != .unrecorded {
      // Posted apart, the nation rounds other parts: at most a square centimetre a movement.
      result.hold(
        (cut[account] ?? 0) - (whole[account] ?? 0), allowing: Int64(ledger.parts.count)
      ) { "\(account.layer.rawValue), \(account.state.rawValue): they differ by \($0) m2" }
    }
    return result
  }

  /// Invariant 4: no balance falls below zero by more than rounding can make it.
  public static func nothingBelowZero(_ ledger: PostedLedger) -> Result {
    var accounts: [Account: (balance: Int64, moved: Int64, count: Int64)] = [:]
    var result = Result(
      number: 4, sentence: "No balance falls below zero, beyond rounding.", checked: 0,
      faults: [], residual: .zero)
    let order = ledger.events.indices.sorted { ledger.events[$0].day < ledger.events[$1].day }
    var ofDay: Set<Account> = []
    for (place, event) in order.enumerated() {
      for part in ledger.parts(of: event) where part.transition.from != part.transition.to {
        for layer in part.layers.layers {
          for (state, area) in [
            (part.transition.from, -part.area), (part.transition.to, part.area),
          ]
          where state != .unrecorded {
            let account = Account(district: part.district, layer: layer, state: state)
            let before = accounts[account] ?? (0, 0, 0)
            accounts[account] = (
              before.balance + area, before.moved + part.area, before.count + 1
            )
            ofDay.insert(account)
          }
        }
      }
      let day = ledger.events[event].day
      guard place + 1 == order.count || ledger.events[order[place + 1]].day != day else { continue }
      // Out after in: what one day takes up and releases is never short in between.
      for account in ofDay {
        guard let now = accounts[account], now.balance < 0 else { continue }
        result.hold(now.balance, allowing: now.count + now.moved / 100_000_000) {
          "\(account.name(in: ledger)), \(account.state.rawValue): \($0) m2"
        }
      }
      ofDay.removeAll(keepingCapacity: true)
    }
    result.checked = accounts.count
    return result
  }

  /// Invariant 6: the ledger in the book is the one that its records give anew.
  public static func repeats(_ stored: PostedLedger, anew: PostedLedger) -> Result {
    var result = Result(
      number: 6, sentence: "The same records give the same ledger.", checked: anew.events.count,
      faults: [], residual: .zero)
    let codes = stored.districtCodes
    func named(_ part: LedgerPart, _ codes: [String]) -> (String, LedgerPart) {
      var plain = part
      plain.district = -1
      return (part.district < 0 ? District.none : codes[Int(part.district)], plain)
    }
    for (place, event) in anew.events.enumerated() {
      guard let other = stored.place(ofEvent: event.id) else {
        result.faults.append("\(event.name) is not in the ledger")
        continue
      }
      let (mine, theirs) = (anew.parts(of: place), stored.parts(of: other))
      let isSame =
        event.day == stored.events[other].day && event.version == stored.events[other].version
        && mine.count == theirs.count
        && zip(mine, theirs).allSatisfy { named($0, anew.districtCodes) == named($1, codes) }
      if !isSame { result.faults.append("\(event.name) differs") }
    }
    for event in stored.events where anew.place(ofEvent: event.id) == nil {
      result.faults.append("\(event.name) is in the ledger and not in the records")
    }
    return result
  }
}

extension LedgerInvariants.Result {
  /// Keeps the greatest remainder and a fault for each that is more than allowed.
  public mutating func hold(
    _ squareCentimetres: Int64, allowing bound: Int64, fault: (String) -> String
  ) {
    let rest = Area(squareCentimetres: abs(squareCentimetres))
    residual = max(residual, rest)
    if rest.squareCentimetres > bound {
      faults.append(fault(Area(squareCentimetres: squareCentimetres).squareMetresText))
    }
  }
}

/// One account of the ledger.
private struct Account: Hashable, Comparable {
  let district: Int32
  let layer: Layer
  let state: LandState

  func name(in ledger: PostedLedger) -> String {
    let code = district < 0 ? District.none : ledger.districtCodes[Int(district)]
    return "\(code), \(layer.rawValue)"
  }

  static func < (left: Account, right: Account) -> Bool {
    (left.district, left.layer.place, left.state) < (right.district, right.layer.place, right.state)
  }
}

extension PostedEvent {
  /// The event in words that need no record.
  var name: String {
    "\(isTakingBack ? "taking back " : "")\(type.rawValue) version \(storedVersion) of the book"
  }
}
