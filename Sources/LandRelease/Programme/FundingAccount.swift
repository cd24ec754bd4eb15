/// An agreement of one donor in one currency, with the releases of the ground that it pays for.
public struct Agreement: Hashable, Sendable {
  /// The organisation and the id of the agreement.
  public var key: RecordKey
  /// Who gives the money.
  public var donor: String
  /// Whether that is the state itself; nil where nobody says.
  public var donorType: DonorType?
  /// The currency of its amounts.
  public var currency: String
  /// Pledged, received and spent, as far as they are given.
  public var amounts: [ContributionKind: ExactDecimal]
  /// The first day it is for.
  public var from: CalendarDate?
  /// The last day it is for.
  public var to: CalendarDate?
  /// The releases in its tasks or districts, in its days, by number.
  public var releases: Set<Int>

  /// Makes an agreement of its parts.
  public init(
    key: RecordKey, donor: String, donorType: DonorType?, currency: String,
    amounts: [ContributionKind: ExactDecimal], from: CalendarDate?, to: CalendarDate?,
    releases: Set<Int>
  ) {
    self.key = key
    self.donor = donor
    self.donorType = donorType
    self.currency = currency
    self.amounts = amounts
    self.from = from
    self.to = to
    self.releases = releases
  }
}

/// Ground that one or several agreements pay for together, and what it cost.
public struct FundedGround: Hashable, Sendable {
  /// The agreements; none of them pays for ground of another entry.
  public var agreements: [Agreement]
  /// The releases, each once.
  public var releases: Set<Int>

  /// The currencies of the money, in order.
  public var currencies: [String] { Set(agreements.map(\.currency)).sorted() }

  /// Money of one currency that was spent, or received where nobody says what was spent.
  public func money(in currency: String) -> ExactDecimal? {
    let costed = costs.filter { $0.currency == currency }.compactMap(\.amount)
    return costed.isEmpty ? nil : costed.reduce(.zero, +)
  }

  /// What was spent of each agreement, else what was received; a pledge costs nothing.
  ///
  /// An agreement can have several entries, such as one for what came and one for what was spent.
  private var costs: [(currency: String, amount: ExactDecimal?)] {
    Dictionary(grouping: agreements) { [$0.key.organisation, $0.key.id, $0.currency] }
      .map { key, entries in
        func sum(_ kind: ContributionKind) -> ExactDecimal? {
          let amounts = entries.compactMap { $0.amounts[kind] }
          return amounts.isEmpty ? nil : amounts.reduce(.zero, +)
        }
        return (key[2], sum(.spent) ?? sum(.received))
      }
  }

  /// The money of its only currency, where all agreements say what was spent or received.
  public var wholeCost: ExactDecimal? {
    guard currencies.count == 1, costs.allSatisfy({ $0.amount != nil }) else { return nil }
    return money(in: currencies[0])
  }

  /// Puts agreements together that pay for a release of each other, and leaves out those that pay
  /// for none: money is held against ground once, and ground against money once.
  public static func list(_ agreements: [Agreement]) -> [FundedGround] {
    var grounds: [FundedGround] = []
    for agreement in agreements where !agreement.releases.isEmpty {
      var own = FundedGround(agreements: [agreement], releases: agreement.releases)
      for ground in grounds where !ground.releases.isDisjoint(with: own.releases) {
        own.agreements = ground.agreements + own.agreements
        own.releases.formUnion(ground.releases)
      }
      grounds.removeAll { !$0.releases.isDisjoint(with: own.releases) }
      grounds.append(own)
    }
    return grounds
  }
}

/// How long open land lasts at the rates of some years.
public struct Outlook: Hashable, Sendable {
  /// Open land at the end of the last day.
  public var open: Area
  /// What releases took from open land in twelve months.
  public var released: ClosedRange<Area>
  /// What releases took less what came in, in the twelve months that were worst.
  public var slowest: Area
  /// Twelve-month spans behind the ranges; 0 for a planned rate.
  public var spans: Int

  /// Makes an outlook of its parts.
  public init(
    open: Area, released: ClosedRange<Area>, slowest: Area, spans: Int
  ) {
    self.open = open
    self.released = released
    self.slowest = slowest
    self.spans = spans
  }

  /// Years at the highest rate if nothing more is found; nil where nothing is released.
  public var fewestYears: Double? {
    released.upperBound > .zero ? open.squareMetres / released.upperBound.squareMetres : nil
  }

  /// Years if all years are like the worst; nil where open land then grows or stays.
  public var mostYears: Double? {
    slowest > .zero ? open.squareMetres / slowest.squareMetres : nil
  }
}
