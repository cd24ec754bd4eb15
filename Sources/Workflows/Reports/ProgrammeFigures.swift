import LandRelease
import Storage

/// Records and sums of a book that the documents of one set share, each read once.
///
/// One thread works on it.
final class ProgrammeFigures {
  let figures: BookFigures
  private var keptRecords: StandingRecords?
  private var keptPlaces: RecordPlaces?
  private var keptVersions: [Stored<Hazard>]?
  private var keptDeclared: (day: CalendarDate?, list: [DeclaredRelease])?
  private var keptReleases: [Int64: Stored<Release>]?
  private var keptFindings: [KeptFinding]?
  private var keptClaims: JudgedClaims?
  private var keptVictims: [Victim]?
  private var keptTasks: [LandTask]?
  private var keptOpenHazards: [CalendarDate?: OpenHazards] = [:]

  init(_ figures: BookFigures) {
    self.figures = figures
  }

  /// The same book read for one layer; none is all land.
  func figures(of layer: Layer?) -> BookFigures {
    var figures = figures
    figures.layer = layer ?? .land
    return figures
  }

  /// Land released in a period, cut by dimensions; no layer is all land.
  func progress(
    _ period: Period, by dimensions: [LedgerDimension] = [], layer: Layer? = nil
  ) throws -> ProgressFigures {
    try ProgressFigures(self, figures(of: layer), period: period, dimensions: dimensions)
  }

  /// The accepted releases by the row of their content.
  func releaseByVersion() throws -> [Int64: Stored<Release>] {
    if let keptReleases { return keptReleases }
    let releases = Dictionary(
      try records().accepted.map { ($0.version, $0) }, uniquingKeysWith: { first, _ in first })
    keptReleases = releases
    return releases
  }

  /// Every version of every hazard, without its polygon.
  func hazardVersions() throws -> [Stored<Hazard>] {
    if let keptVersions { return keptVersions }
    let versions = try figures.reader.hazardsWithoutPolygons()
    keptVersions = versions
    return versions
  }

  /// What the releases that stand on a day declare.
  func declared(asOf day: CalendarDate?) throws -> [DeclaredRelease] {
    if let keptDeclared, keptDeclared.day == day { return keptDeclared.list }
    let records = try records()
    let list = DeclaredReleases.list(records.releases, hazards: records.hazards, asOf: day)
    keptDeclared = (day, list)
    return list
  }

  /// The contents that count of hazards and releases, without their polygons, with the devices
  /// counted once.
  func records() throws -> StandingRecords {
    if let keptRecords { return keptRecords }
    let records = try StandingRecords(
      figures.reader, clock: figures.view.clock, versions: hazardVersions())
    keptRecords = records
    return records
  }

  /// In which district a record or a device counts.
  func places() throws -> RecordPlaces {
    if let keptPlaces { return keptPlaces }
    let places = try RecordPlaces(figures, hazards: records().hazards)
    keptPlaces = places
    return places
  }

  /// The hazards that hold open ground at the end of each of some days, cut once for all.
  func openHazards(at days: [CalendarDate?]) throws -> [OpenHazards] {
    let missing = days.filter { keptOpenHazards[$0] == nil }
    for (day, hazards) in zip(missing, try openHazards(cutAt: missing)) {
      keptOpenHazards[day] = hazards
    }
    return days.compactMap { keptOpenHazards[$0] }
  }

  /// The hazards that hold open ground at the end of a day; nil is after everything.
  func openHazards(at day: CalendarDate?) throws -> OpenHazards {
    if let kept = keptOpenHazards[day] { return kept }
    let hazards = try openHazards(cutAt: [day])[0]
    keptOpenHazards[day] = hazards
    return hazards
  }

  private func openHazards(cutAt days: [CalendarDate?]) throws -> [OpenHazards] {
    let own = Dictionary(
      try records().hazards.compactMap { hazard in
        hazard.measuredArea.map { (hazard.content.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
    return try OpenHazards.list(figures, at: days, own: own)
  }

  /// What was found, whatever was decided about it.
  func findings() throws -> [KeptFinding] {
    if let keptFindings { return keptFindings }
    let findings = try figures.reader.findings()
    keptFindings = findings
    return findings
  }

  /// Every claim, held against the records and the other claims.
  func claims() throws -> JudgedClaims {
    if let keptClaims { return keptClaims }
    let claims = try JudgedClaims(self)
    keptClaims = claims
    return claims
  }

  /// The victims, with what their accidents say of the day and the place where they don't.
  func victims() throws -> [Victim] {
    if let keptVictims { return keptVictims }
    let victims = VictimLinks.filled(
      try figures.reader.victims().map(\.content),
      from: try figures.reader.accidents().map(\.content))
    keptVictims = victims
    return victims
  }

  func tasks() throws -> [LandTask] {
    if let keptTasks { return keptTasks }
    let tasks = try figures.reader.tasks().map(\.content)
    keptTasks = tasks
    return tasks
  }
}
