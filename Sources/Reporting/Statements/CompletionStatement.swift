public import LandRelease

/// What a completion report of one task is made of.
public struct CompletionFigures: Hashable, Sendable {
  /// The task.
  public var task: LandTask
  /// Releases of the task that count, of any review.
  public var releases: [CompletedRelease] = []
  /// Hazards that the task or its releases name.
  public var hazards: [CompletionHazard] = []
  /// The border of the released polygons, ring after ring.
  public var points: [BorderPoint] = []
  /// Devices found under the task, by category and model.
  public var devices: [MineLine] = []

  /// Checks of the environment of the releases.
  public var environment: [EnvironmentCheck] = []

  /// Starts with the task alone.
  public init(task: LandTask) { self.task = task }
}

/// One release of a task.
public struct CompletedRelease: Hashable, Sendable {
  /// What it says.
  public var content: Release
  /// Where most of it lies.
  public var district: String
  /// What its polygon measures; nil without one.
  public var measured: Area?
  /// What it took from open land.
  public var released: Area

  /// Makes a line of its parts.
  public init(content: Release, district: String, measured: Area?, released: Area) {
    self.content = content
    self.district = district
    self.measured = measured
    self.released = released
  }
}

/// One hazard of a task, and what of it is still open.
public struct CompletionHazard: Hashable, Sendable {
  /// What names it.
  public var key: RecordKey
  /// Its class as recorded last.
  public var hazardClass: HazardClass
  /// The contamination it names.
  public var contamination: ContaminationTypes
  /// What its polygon measures.
  public var measured: Area?
  /// What is open of it at the end; nil where nothing is.
  public var open: Area?

  /// Makes a line of its parts.
  public init(
    key: RecordKey, hazardClass: HazardClass, contamination: ContaminationTypes, measured: Area?,
    open: Area?
  ) {
    self.key = key
    self.hazardClass = hazardClass
    self.contamination = contamination
    self.measured = measured
    self.open = open
  }
}

/// One turning point of the border of a release.
public struct BorderPoint: Hashable, Sendable {
  /// The release.
  public var release: RecordKey
  /// Its number: polygon, ring and place, such as `1` or `2.1.7`.
  public var number: String
  /// The first of its ring, another one, or one of a hole.
  public var type: String
  /// Degrees east on WGS 84.
  public var longitude: Double
  /// Degrees north on WGS 84.
  public var latitude: Double
  /// Degrees clockwise from true north to the next point.
  public var bearing: Double
  /// Metres on the ellipsoid to the next point.
  public var distance: Double

  /// Makes a point of its parts.
  public init(
    release: RecordKey, number: String, type: String, longitude: Double, latitude: Double,
    bearing: Double, distance: Double
  ) {
    self.release = release
    self.number = number
    self.type = type
    self.longitude = longitude
    self.latitude = latitude
    self.bearing = bearing
    self.distance = distance
  }
}

/// The completion report and handover certificate of one task.
public enum CompletionStatement {
  /// Makes the document; what the book has not recorded is an empty line to be filled in by hand.
  public static func report(_ figures: CompletionFigures, basis: StatementBasis) -> Report {
    var tables = [
      task(figures), areas(figures.releases), releases(figures.releases, basis),
      hazards(figures.hazards),
      MineTable.table(
        figures.devices, id: "devices", title: "Explosive ordnance found", basis: basis),
      environment(figures.environment), points(figures.points), byHand(figures), signatures(),
    ]
    for index in tables.indices {
      tables[index].section =
        switch tables[index].id {
        case "by_hand", "signatures": "Handover"
        case "points": "Turning points"
        default: "Completion"
        }
    }
    var report = basis.report(
      "Completion report and handover certificate",
      notes: [
        "Empty lines are not recorded in the book and are filled in by hand.",
        "The certificate is of the work that is recorded here; it says nothing of ground beside it.",
      ], tables: tables, mainTable: "releases")
    report.subtitle = "\(figures.task.key)"
    return report
  }

  private static func task(_ figures: CompletionFigures) -> Table {
    let task = figures.task
    let releases = figures.releases.map(\.content)
    func each(_ texts: [String?]) -> String? {
      let known = Set(texts.compactMap(\.self)).sorted()
      return known.isEmpty ? nil : known.joined(separator: ", ")
    }
    return FormTable.table(
      id: "task", title: "Task",
      facts: [
        ("Task", "\(task.key)"),
        ("Hazards", each(task.hazards + releases.flatMap(\.hazards))),
        ("Operator", each([task.operatorName] + releases.map(\.operatorName))),
        ("Donor", each([task.donor] + releases.map(\.donor))),
        ("Type of task", task.type), ("Status", task.status),
        ("Start", task.start?.description), ("End", task.end?.description),
        ("Method", each(releases.map(\.releaseMethod))),
        ("Depth cleared, cm", each(releases.map { $0.depthCentimetres.map(Self.depth) })),
        ("Depth required, cm", nil),
        ("Land use", each(releases.map(\.landUse))),
        ("Handed over on", each(releases.map { $0.handedOverOn?.description })),
        ("Beneficiaries: women, men, girls, boys", nil), ("Restrictions", nil),
      ], reveals: .record)
  }

  private static func depth(_ centimetres: Double) -> String {
    FixedDecimal(centimetres)?.shortestText ?? "\(centimetres)"
  }

  /// Reported and measured area by kind, of accepted releases.
  private static func areas(_ releases: [CompletedRelease]) -> Table {
    func row(_ style: Row.Style, _ name: String, _ releases: [CompletedRelease]) -> Row {
      let reported = releases.compactMap { $0.content.reportedArea?.unitCorrected }
      let measured = releases.compactMap(\.measured)
      var row = Row(
        style,
        [
          .text(name), .count(releases.count),
          reported.isEmpty ? .empty : .area(reported.reduce(.zero, +)),
          measured.isEmpty ? .empty : .area(measured.reduce(.zero, +)),
          .area(releases.reduce(.zero) { $0 + $1.released }),
        ])
      row.records = releases.count
      return row
    }
    let accepted = releases.filter { $0.content.review == .accepted }
    var table = Table(
      id: "areas", title: "Areas by kind",
      columns: [
        .words("kind", "Kind"), Column("releases", "Releases", .count),
        Column("reported_m2", "Reported", .area), Column("measured_m2", "Measured", .area),
        Column("released_m2", "Took from open land", .area),
      ].map { $0.kind == .area ? $0.fixed(in: .squareMetres) : $0 },
      rows: ReleaseKind.allCases.reversed().map { kind in
        row(.body, kind.rawValue, accepted.filter { $0.content.kind == kind })
      } + [row(.total, "Total", accepted)])
    table.notes = [
      "Accepted releases only; measured polygons are added up, also where they overlap."
    ]
    return table
  }

  private static func releases(_ lines: [CompletedRelease], _ basis: StatementBasis) -> Table {
    Table(
      id: "releases", title: "Releases of the task",
      columns: [
        Column("release", "Release", .text, reveals: .record), .words("kind", "Kind"),
        .words("activity", "Activity"), .words("stage", "Stage"),
        .words("review", "Review"),
      ] + basis.groupColumns([.district]) + [
        Column("date", "Date", .date, reveals: .day),
        Column("approved_on", "Approved on", .date, reveals: .day),
        Column("handed_over_on", "Handed over on", .date, reveals: .day),
        Column("reported_m2", "Reported", .area).fixed(in: .squareMetres),
        Column("measured_m2", "Measured", .area).fixed(in: .squareMetres),
        Column("released_m2", "Took from open land", .area).fixed(in: .squareMetres),
        Column("depth_cm", "Depth", .number(unit: "cm")),
      ],
      rows: lines.map { line in
        let release = line.content
        func date(_ date: CalendarDate?) -> Cell { date.map { .date($0) } ?? .empty }
        func area(_ area: Area?) -> Cell { area.map { .area($0) } ?? .empty }
        var row = Row(
          .body,
          [
            .text("\(release.key)"), .text(release.kind.rawValue),
            release.activity.map { .text($0.rawValue) } ?? .empty,
            release.stage.map { .text($0.rawValue) } ?? .empty, .text(release.review.rawValue),
          ] + basis.groupCells([.district], [line.district]) + [
            date(release.date), date(release.approvedOn), date(release.handedOverOn),
            area(release.reportedArea?.unitCorrected), area(line.measured), .area(line.released),
            release.depthCentimetres.map { .number($0, decimals: 0) } ?? .empty,
          ])
        row.records = 1
        return row
      })
  }

  private static func hazards(_ lines: [CompletionHazard]) -> Table {
    Table(
      id: "hazards", title: "Hazards of the task",
      columns: [
        Column("hazard", "Hazard", .text, reveals: .record), .words("class", "Class"),
        Column.words("contamination", "Types"),
        Column("measured_m2", "Measured", .area).fixed(in: .squareMetres),
        Column("open_m2", "Still open", .area).fixed(in: .squareMetres),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [
            .text("\(line.key)"), .text(line.hazardClass.rawValue),
            .text(line.contamination.text), line.measured.map { .area($0) } ?? .empty,
            .area(line.open ?? .zero),
          ])
        row.records = 1
        return row
      })
  }
}
