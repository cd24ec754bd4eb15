import LandRelease
import Storage

/// Computes, for one claim after the other, what the book comes to for its measure and scope.
struct ClaimFigures {
  private let figures: BookFigures
  let records: StandingRecords
  let places: RecordPlaces
  private let sums: ClaimScopeSums
  private let uses: ClaimUseSums
  let victims: [Victim]
  let accidents: [Accident]
  let minefieldRecords: [MinefieldRecord]
  private let releaseByVersion: [Int64: Stored<Release>]
  let codes: [String: String]
  let scope: BookScope
  private let programmeClaims: PeopleClaims

  /// - Parameter tellsUses: whether any claim is of land for one use.
  init(_ programme: ProgrammeFigures, tellsUses: Bool = false) throws {
    figures = programme.figures
    records = try programme.records()
    places = try programme.places()
    sums = try ClaimScopeSums(figures)
    uses = try ClaimUseSums(figures, records.accepted, isWanted: tellsUses)
    victims = try programme.victims()
    accidents = try figures.reader.accidents().map(\.content)
    minefieldRecords = try figures.reader.minefieldRecords().map(\.content)
    releaseByVersion = try programme.releaseByVersion()
    let districts = figures.districts.map(\.content)
    codes = Dictionary(
      districts.flatMap { district in
        ([district.code, district.name] + district.aliases).map { ($0.lowercased(), district.code) }
      }, uniquingKeysWith: { first, _ in first })
    var scope = Self.scope(
      records, districts: districts, victims: victims, accidents: accidents)
    scope.landUses = uses.known
    self.scope = scope
    programmeClaims = try PeopleClaims(programme, codes: codes, scope: scope)
  }

  /// What the book can answer for; monthly returns make a month's last record its end.
  private static func scope(
    _ records: StandingRecords, districts: [District], victims: [Victim], accidents: [Accident]
  ) -> BookScope {
    var scope = BookScope()
    if !districts.isEmpty {
      scope.districts = Set(districts.flatMap { [$0.code, $0.name] + $0.aliases })
    }
    scope.actors = records.actorsWithRecords.union(records.statements.map(\.actor))
    let dates =
      records.accepted.compactMap(\.content.date) + victims.compactMap(\.date)
      + accidents.compactMap(\.date) + records.devices.compactMap(\.date)
      + records.hazards.compactMap(\.content.date)
    scope.lastRecord = dates.max().flatMap { .lastDay(ofMonth: $0.month, of: $0.year) }
    return scope
  }

  /// The book's figures for a claim; nil where the book keeps no such measure.
  func computed(for claim: Claim) -> ComputedFigures? {
    claim.qualifier.trend == nil ? value(for: claim) : trend(claim)
  }

  /// The book's figures for the claim's scope, whatever the claim says of them.
  func value(for claim: Claim) -> ComputedFigures? {
    switch claim.measure.code {
    case "area_cleared": area(claim, kinds: [.cleared])
    case "area_reduced": area(claim, kinds: [.reduced])
    case "area_cancelled": area(claim, kinds: [.cancelled])
    case "area_released": area(claim, kinds: Set(ReleaseKind.allCases))
    case "area_handed_over": handedOver(claim)
    case "area_contaminated": openLand(claim)
    case "area_contaminated_share": contaminatedShare(claim)
    case "items_cleared", "items_found": items(claim) { $0.isItem }
    case "ap_mines": items(claim) { $0 == .apMine }
    case "av_mines": items(claim) { $0 == .avMine }
    case "mines": items(claim) { $0 == .apMine || $0 == .avMine || $0 == .improvisedMine }
    case "uxo": items(claim) { $0 == .uxo || $0 == .submunition }
    case "victims": people(claim) { _ in true }
    case "victims_killed": people(claim) { $0.outcome == .killed }
    case "victims_injured": people(claim) { $0.outcome == .injured }
    case "victims_civilian": people(claim) { $0.isCivilian == true }
    case "victims_women": group(claim, .women) { $0.sex == "female" }
    case "victims_children": children(claim)
    case "accidents": accidents(claim)
    case "maps_accurate_share": accurateMaps(claim)
    case "maps_useful_share": usefulMaps(claim)
    case "maps_submitted": count(claim, minefieldRecords.count, in: minefieldRecords.count)
    default: programmeClaims.computed(for: claim)
    }
  }

  private func area(_ claim: Claim, kinds: Set<ReleaseKind>) -> ComputedFigures? {
    guard let unit = claim.areaUnit else { return nil }
    let period = period(claim)
    var account = ReleaseAccount()
    // What is for no use that any record gives may be for any.
    var unsaid = ReleaseAccount()
    if let use = claim.landUse, uses.known != nil {
      uses.forEach(period, districts: districts(claim), actors: actors(claim)) { said, sum in
        if said == nil {
          unsaid.add(sum)
        } else if said == ClaimUseSums.use(use) {
          account.add(sum)
        }
      }
    } else {
      sums.forEach(period, districts: districts(claim), actors: actors(claim)) { account.add($0) }
    }
    let (declared, count) = declared(claim, period, kinds)
    func total(_ areas: [ReleaseKind: Area]) -> Area {
      kinds.reduce(.zero) { $0 + areas[$1, default: .zero] }
    }
    let net = kinds == [.cleared] ? account.netCleared : total(account.netReleased)
    let gross = total(account.gross)
    let corrections = total(declared.overMeasured) - total(declared.undeclared)
    let slips = total(declared.unitSlips)
    let reported = gross + corrections + total(declared.withoutPolygon) + slips
    let unplaced = total(declared.unplaced)
    let open = kinds == [.cleared] ? unsaid.netCleared : total(unsaid.netReleased)
    let stated = claim.landUse == nil ? stated(claim, period, kinds) : open
    func figure(_ area: Area) -> ExactDecimal { ExactDecimal(area, in: unit) }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: [
        .init("net", figure(net)), .init("gross", figure(gross)),
        .init("reported", figure(reported)),
      ],
      low: figure(net), records: figure(net + unplaced), high: figure(net + unplaced + stated),
      shareWithGeometry: (net + unplaced) > .zero
        ? net.squareMetres / (net + unplaced).squareMetres : nil,
      recordCount: count, scope: scope,
      bridge: [
        .init("net", figure(net)),
        .init("released more than once, or without effect", figure(gross - net)),
        .init("declared less measured", figure(corrections)),
        .init("wrong units as typed", figure(slips)),
        .init("declared without a polygon", figure(total(declared.withoutPolygon))),
        .init(
          claim.landUse == nil
            ? "statements of actors without records" : "released land whose use no record gives",
          figure(stated)),
      ])
  }

  /// What releases of the claim's scope declare, and how many of some kinds there are.
  private func declared(
    _ claim: Claim, _ period: Period, _ kinds: Set<ReleaseKind>
  ) -> (Declared, count: Int) {
    let districts = districts(claim)
    let actors = actors(claim)
    var declared = Declared()
    var count = 0
    let all = DeclaredReleases.list(
      records.releases, hazards: records.hazards, asOf: period.to)
    for entry in all where period.contains(entry.date) {
      guard let stored = releaseByVersion[entry.storedVersion] else { continue }
      if !districts.isEmpty, !districts.contains(places.district(of: stored)) { continue }
      if !actors.isEmpty, !actors.contains(stored.content.operatorName ?? "") { continue }
      if let use = claim.landUse, uses.known != nil,
        stored.content.landUse.map({ ClaimUseSums.use($0) }) != ClaimUseSums.use(use)
      {
        continue
      }
      declared.add(entry)
      if kinds.contains(entry.kind) { count += 1 }
    }
    return (declared, count)
  }

  private func stated(_ claim: Claim, _ period: Period, _ kinds: Set<ReleaseKind>) -> Area {
    let wanted = districts(claim)
    let statements = records.statements.filter { statement in
      wanted.isEmpty
        || !wanted.isDisjoint(with: statement.districts.compactMap { codes[$0.lowercased()] })
    }
    return StatedArea.total(
      statements, period: period, actorsWithRecords: records.actorsWithRecords, kinds: kinds)
  }

  /// The polygons of completed clearances that were handed over in the claim's period.
  private func handedOver(_ claim: Claim) -> ComputedFigures? {
    guard let unit = claim.areaUnit else { return nil }
    let (period, districts, actors) = (period(claim), districts(claim), actors(claim))
    let use = claim.landUse.map { ClaimUseSums.use($0) }
    let counted = records.accepted.filter { stored in
      let release = stored.content
      guard release.isCompletedClearance, let day = release.handedOverOn, period.contains(day),
        actors.isEmpty || actors.contains(release.operatorName ?? ""),
        use == nil || release.landUse.map({ ClaimUseSums.use($0) }) == use
      else { return false }
      return districts.isEmpty || districts.contains(places.district(of: stored))
    }
    let area = counted.reduce(Area.zero) { $0 + ($1.measuredArea ?? .zero) }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: [.init("gross", ExactDecimal(area, in: unit))], recordCount: counted.count,
      scope: scope)
  }

  /// Open at the claim's day, and ever recorded by then.
  private func ground(_ claim: Claim) -> (open: Area, everRecorded: Area) {
    var open = Area.zero
    var ever = Area.zero
    let until = Period(to: claim.scope.asOf)
    sums.forEach(until, districts: districts(claim), actors: [], includingUndated: true) { sum in
      if sum.from.isOpen != sum.to.isOpen { open += sum.to.isOpen ? sum.area : -sum.area }
      ever += EverRecorded.change(sum)
    }
    return (open, ever)
  }

  private func openLand(_ claim: Claim) -> ComputedFigures? {
    guard let unit = claim.areaUnit else { return nil }
    let ground = ground(claim)
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: [
        .init("open now", ExactDecimal(ground.open, in: unit)),
        .init("ever recorded", ExactDecimal(ground.everRecorded, in: unit)),
      ], recordCount: hazardCount(claim), scope: scope)
  }

  /// How many hazards the open land of the whole book rests on; nil for a part of it.
  private func hazardCount(_ claim: Claim) -> Int? {
    districts(claim).isEmpty ? records.hazards.count : nil
  }

  private func contaminatedShare(_ claim: Claim) -> ComputedFigures? {
    let wanted = districts(claim)
    let territory = figures.districts
      .filter { wanted.isEmpty || wanted.contains($0.content.code) }
      .reduce(Area.zero) { $0 + ($1.measuredArea ?? .zero) }
    guard territory > .zero else { return nil }
    let ground = ground(claim)
    let shares = [("open now", ground.open), ("ever recorded", ground.everRecorded)].compactMap {
      name, area in
      ExactDecimal(100 * area.squareMetres / territory.squareMetres, places: 2).map {
        ComputedFigures.Basis(name, $0)
      }
    }
    return ComputedFigures(
      measure: claim.measure, unit: claim.unit, bases: shares, recordCount: hazardCount(claim),
      scope: scope)
  }

  private func items(
    _ claim: Claim, _ isCounted: (DeviceCategory) -> Bool
  ) -> ComputedFigures {
    let period = period(claim)
    let districts = districts(claim)
    let actors = actors(claim)
    let counted = records.devices.filter { device in
      guard isCounted(device.category), let date = device.date, period.contains(date) else {
        return false
      }
      let stored = device.release.flatMap { releaseByVersion[$0] }
      if !actors.isEmpty, !actors.contains(stored?.content.operatorName ?? "") { return false }
      return districts.isEmpty
        || districts.contains(places.district(of: device, releases: releaseByVersion))
    }
    let quantity = counted.reduce(0) { $0 + $1.quantity }
    return count(claim, quantity, in: counted.count, of: records.devices.count)
  }

  func count(_ claim: Claim, _ value: Int, in counted: Int) -> ComputedFigures {
    count(claim, value, in: counted, of: counted)
  }

  private func count(
    _ claim: Claim, _ value: Int, in counted: Int, of records: Int
  ) -> ComputedFigures {
    ComputedFigures(
      measure: claim.measure, unit: claim.unit,
      bases: records == 0 ? [] : [.init("net", ExactDecimal(Int64(value)))],
      recordCount: counted, scope: scope)
  }

  func period(_ claim: Claim) -> Period {
    Period(from: claim.periodFrom ?? claim.scope.since, to: claim.scope.asOf)
  }

  func districts(_ claim: Claim) -> Set<String> {
    Set(claim.scope.districts.compactMap { codes[$0.lowercased()] })
  }

  private func actors(_ claim: Claim) -> Set<String> {
    Set(claim.scope.actors + (claim.actor.map { [$0] } ?? []))
  }
}
