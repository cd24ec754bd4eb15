import GeometryEngine
import GeometryValues
import LandRelease
import Storage

/// Holds all rules against a whole book, and keeps what they find.
public struct RunRulebook {
  /// What the run came to.
  public struct Outcome: Sendable {
    /// How many rules there are.
    public var rules = 0
    /// How many records they were held against.
    public var records = 0
    /// How many findings they gave.
    public var findings = 0
  }

  private let book: LandBook

  /// Makes the run over one book; nothing is read yet.
  public init(_ book: Book) {
    self.book = book.store
  }

  /// Reads the book once, judges it and writes the findings.
  public func run() throws -> Outcome { try book.together(runOnce) }

  private func runOnce() throws -> Outcome {
    let info = try book.info()
    let (findings, records) = try book.read { reader in
      var walk = try BookWalk(reader, boundarySet: info.defaultBoundarySet)
      try walk.run(reader)
      return (try FindingPlaces(reader).placed(walk.findings), walk.recordCount)
    }
    try book.replaceFindings(
      of: Rulebook.codes, with: findings, at: Clock.now, throughBatch: info.ledger.lastBatch,
      programVersion: ProgramVersion.current)
    return Outcome(rules: Rulebook.all.count, records: records, findings: findings.count)
  }
}

/// One walk through the records of a book, which keeps of each what the rules ask.
struct BookWalk {
  private(set) var findings: [Finding] = []
  private(set) var recordCount = 0
  private var facts = BookFacts()
  private var polygons = SamePolygons()
  private let areas: DistrictAreas
  private let districts: NamedDistricts
  private let chains: DistrictChains
  private let today: CalendarDate
  private let context: GEOSContext
  /// The stored version of each record that names a district, with the name.
  private var named: [Int64: (record: String, district: String)] = [:]

  init(_ reader: BookReader, boundarySet: String?) throws {
    areas = try DistrictAreas(reader)
    let held = try boundarySet.map { try reader.districts(set: $0).map(\.content) } ?? []
    districts = NamedDistricts(held)
    chains = DistrictChains(held)
    today = RowRules.day(of: Clock.now)
    context = try GEOSContext()
  }

  mutating func run(_ reader: BookReader) throws {
    facts.districtNames = districts.names
    let asked = try reader.findings().filter {
      $0.finding.rule == PlaceRules.district && $0.status != .fixed
    }
    facts.districtsAsked = Set(
      asked.compactMap { kept in
        kept.finding.message.split(separator: "\"").dropFirst().first.map {
          BookFacts.folded(String($0))
        }
      })
    try walkLand(reader)
    try walkProgramme(reader)
    try polygons.forEachFinding(reader, batch: nil) { findings.append($0) }
    try findDisplaced(reader)
    findings += BookRules.judge(facts)
  }

  private mutating func walkLand(_ reader: BookReader) throws {
    try reader.forEachHazard { stored, isSuperseded in
      facts.hazards.append(BookFacts.HazardMoment(stored, isSuperseded: isSuperseded))
      if isSuperseded { return }
      let hazard = stored.content
      try judge(
        RecordFacts(hazard, today: today), hazard.polygon, stored.measuredArea,
        isValid: stored.isValid, hazard.district, row: stored.sourceRow, (.hazard, stored.version),
        name: "hazard \(hazard.key)")
    }
    let counts = try reader.releaseCounts()
    try reader.forEachRelease { stored in
      let release = stored.content
      let counted = counts[stored.version] ?? [:]
      facts.releases.append(BookFacts.ReleaseMoment(stored, counts: counted))
      try judge(
        RecordFacts(release, counts: counted, today: today), release.polygon, stored.measuredArea,
        isValid: stored.isValid, release.district, row: stored.sourceRow,
        (.release, stored.version), name: "release \(release.key)")
    }
  }

  private mutating func judge(
    _ given: RecordFacts, _ polygon: MultiPolygon?, _ area: Area?, isValid: Bool,
    _ district: String?, row: Int?, _ version: (type: EventReference.RecordType, row: Int64),
    name: @autoclosure () -> String
  ) throws {
    var record = given
    recordCount += 1
    record.measuredArea = area
    if let polygon, !polygon.isEmpty {
      let shape = ShapeScan.facts(of: polygon)
      record.shape = shape
      try polygons.add(shape.fingerprint, version.type, version: version.row)
      if !isValid, let overlap = PartOverlap.of(polygon.withoutSeam, context) {
        record.partOverlap = Area(squareMetres: overlap.area)
        record.hasTwinParts = overlap.hasTwins
      }
    }
    areas.add(to: &record, district: district)
    if let district, area != nil {
      named[version.row << 1 | (version.type == .release ? 1 : 0)] = (name(), district)
    }
    for var finding in RecordRules.judge(record, name: name()) {
      finding.place.row = row
      if finding.place.position == nil {
        finding.place.position = polygon.flatMap(\.somePoint)
      }
      findings.append(finding)
    }
  }

  private mutating func walkProgramme(_ reader: BookReader) throws {
    facts.tasks = try reader.tasks().map(\.content)
    facts.devices = try reader.devices().map(\.content)
    let victims = try reader.victims().map(\.content)
    let minefields = try reader.minefieldRecords().map(\.content)
    let accidents = try reader.accidents().map(\.content)
    facts.victims = victims.map(\.key)
    facts.accidentRecords = accidents
    facts.victimLinks = VictimLinks(accidents: accidents, victims: victims)
    facts.accidents =
      try AccidentGrounds.facts(
        accidents, alone: facts.victimLinks.withoutAccident, of: reader) ?? []
    facts.checkedRecords = try checkedRecords(minefields, reader)
    facts.minefieldRecords = minefields.map(\.key)
    let zones = try reader.zones().map(\.content)
    facts.zones = zones.map(\.key)
    facts.environmentChecks = try reader.environmentChecks().map(\.content)
    for zone in zones { judge(RecordFacts(zone, today: today), "zone \(zone.key)") }
    for check in facts.environmentChecks {
      judge(RecordFacts(check, today: today), "environment check \(check.key)")
    }
    for task in facts.tasks { judge(RecordFacts(task, today: today), "task \(task.key)") }
    for device in facts.devices {
      judge(RecordFacts(device, today: today), "device \(device.key)", at: device.position)
    }
    for victim in victims {
      judge(RecordFacts(victim, today: today), "victim \(victim.key)", at: victim.position)
    }
    for accident in accidents {
      judge(RecordFacts(accident, today: today), "accident \(accident.key)", at: accident.position)
    }
    for record in minefields {
      judge(RecordFacts(record, today: today), "minefield record \(record.key)")
    }
    try walkPeople(reader)
    for statement in try reader.statements().map(\.content) {
      judge(RecordFacts(statement, today: today), "statement of \(statement.actor)")
    }
  }

  private func checkedRecords(
    _ records: [MinefieldRecord], _ reader: BookReader
  ) throws -> [CheckedRecord] {
    if records.isEmpty { return [] }
    let releases = StandingContents.releases(try reader.releasesWithoutPolygons()).filter {
      $0.content.review == .accepted || $0.content.review == .revoked
    }
    let devices = CountedDevices.list(
      devices: facts.devices, releases: releases, counts: try reader.releaseCounts())
    return try FindsNearRecords(
      records, devices: devices, within: FindsNearRecords.usualDistance
    ).checked()
  }

  private mutating func walkPeople(_ reader: BookReader) throws {
    facts.indicators = try reader.indicators().map(\.content)
    facts.teams = try reader.teams().map(\.content)
    facts.teamDays = try reader.teamDays().map(\.content)
    facts.contributions = try reader.contributions().map(\.content)
    facts.figureDoubts =
      IndicatorAccount(
        facts.indicators, codes: try KnownIndicators.of(reader), places: chains.chain
      ).doubts
    for figure in facts.indicators { judge(RecordFacts([figure], today: today), figure.name) }
    for team in facts.teams { judge(RecordFacts(team, today: today), "team \(team.key)") }
    for day in facts.teamDays { judge(RecordFacts(day, today: today), day.name) }
    for money in facts.contributions { judge(RecordFacts([money], today: today), money.name) }
  }

  private mutating func judge(
    _ record: RecordFacts, _ name: @autoclosure () -> String, at position: Position? = nil
  ) {
    recordCount += 1
    for var finding in RecordRules.judge(record, name: name()) {
      if finding.place.position == nil { finding.place.position = position }
      findings.append(finding)
    }
  }

  /// Compares where the ledger books each record with the district that its row names.
  private mutating func findDisplaced(_ reader: BookReader) throws {
    guard !named.isEmpty, !districts.names.isEmpty else { return }
    let ledger = try reader.postedLedger()
    var seen: Set<String> = []
    // The latest event of a record comes last.
    for place in ledger.events.indices.reversed() {
      let event = ledger.events[place]
      let number = event.storedVersion << 1 | (event.type == .release ? 1 : 0)
      guard !event.isTakingBack, let (record, name) = named[number],
        seen.insert(record).inserted, let codes = districts.codes(of: name)
      else { continue }
      var (inside, whole) = (Int64(0), Int64(0))
      for part in ledger.parts(of: place)
      where part.layers.contains(.land) && part.transition.isInside {
        whole += part.area
        if part.district >= 0, codes.contains(ledger.districtCodes[Int(part.district)]) {
          inside += part.area
        }
      }
      // Many hazards lie across a border, and name the district of the larger part, or nearly so.
      guard whole > 0, 4 * inside < whole else { continue }
      facts.displaced.append(
        BookFacts.Displaced(
          record: record, district: name, inside: Area(squareCentimetres: inside),
          whole: Area(squareCentimetres: whole)))
    }
    facts.displaced.reverse()
  }
}
