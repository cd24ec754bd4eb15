extension Figure {
  /// What movements add to the figure, with their sign; zero where they are no part of it.
  ///
  /// Only movements of the figure's ``span`` may be asked for.
  public func part(of sum: LedgerSum) -> Area {
    switch line {
    case .opening, .closing, .open: Self.change(sum) { $0.isOpen }
    case .confirmed: Self.change(sum) { $0 == .confirmed }
    case .suspected: Self.change(sum) { $0 == .suspected }
    case .givenUp: Self.change(sum) { $0 == .givenUp }
    case .identified: Self.crossing(sum, .identified)
    case .reopened: Self.crossing(sum, .reopened)
    case .contested: Self.crossing(sum, .contested)
    case .revoked: Self.crossing(sum, .revoked)
    case .withdrawn: -Self.crossing(sum, .withdrawn)
    case .everRecorded: EverRecorded.change(sum)
    case .surfaceSearch: Self.isRelease(sum) && sum.isSurfaceSearch ? Self.signed(sum) : .zero
    default: ofRelease(sum)
    }
  }

  /// Lines of releases with a polygon, surface searches not among them.
  private func ofRelease(_ sum: LedgerSum) -> Area {
    guard Self.isRelease(sum), !sum.isSurfaceSearch, kind == nil || kind == sum.kind else {
      return .zero
    }
    switch line {
    case .released: return Self.released(sum)
    case .net: return Self.net(sum)
    case .gross, .corrected, .reported: return Self.signed(sum)
    case .repeated: return Self.signed(sum) - Self.net(sum)
    case .outside: return Self.outside(sum)
    case .openAgain: return Self.openAgain(sum)
    case .low, .records, .high:
      // Of cleared land the net counts, which a revocation takes back itself.
      return kind == .cleared ? Self.net(sum) : Self.released(sum) - Self.openAgain(sum)
    default: return .zero
    }
  }

  private static func isRelease(_ sum: LedgerSum) -> Bool {
    sum.type == .release && sum.kind != nil
  }

  /// What a set of states gains, less what it loses.
  private static func change(_ sum: LedgerSum, of states: (LandState) -> Bool) -> Area {
    if states(sum.from) == states(sum.to) { return .zero }
    return states(sum.to) ? sum.area : -sum.area
  }

  /// What open land gains under one cause.
  private static func crossing(_ sum: LedgerSum, _ cause: Cause) -> Area {
    sum.cause == cause ? change(sum) { $0.isOpen } : .zero
  }

  private static func signed(_ sum: LedgerSum) -> Area {
    sum.cause == .revoked ? -sum.area : sum.area
  }

  private static func released(_ sum: LedgerSum) -> Area { -crossing(sum, .released) }

  /// Cleared ground counts once ever; of other kinds what left open land.
  private static func net(_ sum: LedgerSum) -> Area {
    guard sum.kind == .cleared else { return released(sum) }
    return sum.again ? .zero : signed(sum)
  }

  private static func outside(_ sum: LedgerSum) -> Area {
    if sum.cause == .outside { return sum.area }
    guard sum.cause == .revoked, sum.to == .unrecorded, sum.kind == .cleared else { return .zero }
    return -sum.area
  }

  private static func openAgain(_ sum: LedgerSum) -> Area { max(.zero, crossing(sum, .revoked)) }
}
