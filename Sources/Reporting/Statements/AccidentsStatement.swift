public import LandRelease

/// Accidents by period and district, the ground they happened on, and the releases they question.
public enum AccidentsStatement {
  /// - Parameters:
  ///   - lines: accidents, and victims that name none.
  ///   - near: metres within which a release is near, where a position says nothing of itself.
  public static func report(
    _ lines: [AccidentLine], by dimensions: [LedgerDimension], near: Double, basis: StatementBasis
  ) -> Report {
    let accidents = lines.filter { $0.kind == .accident }
    var tables = [
      counts(accidents, by: dimensions, basis), grounds(lines), questioned(lines, basis),
      nearby(lines, basis),
      words(accidents, id: "activities", "Accidents by activity", "activity", "Activity") {
        $0.activity
      },
      words(accidents, id: "devices", "Accidents by device", "device", "Device") {
        $0.device?.lowercased()
      },
    ]
    tables[1].notes = [
      "\(lines.count { $0.ground != nil }) of \(lines.count) have a day and a position. The ground is as the records had it before that day; released on that very day counts as released."
    ]
    tables[3].notes = [
      "Within \(Int(near.rounded())) m, or as far as the record says that its position may be off."
    ]
    var basis = basis
    basis.layer = "none: accidents are counted"
    return basis.report(
      "Accidents with explosive ordnance",
      notes: [
        "Of people killed and of injured the greater of what the accident states and its victims' records counts.",
        "Victims that name no accident are no accidents here; they are in report victims.",
      ], tables: tables, mainTable: "accidents")
  }

  private static let unknown = "unknown"

  private static let peopleColumns = [
    Column("killed", "Killed", .count), Column("injured", "Injured", .count),
    Column("outcome_unknown", "Outcome unknown", .count), Column("victims", "Victims", .count),
    Column("without_record", "Without a record", .count),
  ]

  private static func cells(_ lines: [AccidentLine]) -> [Cell] {
    let people = lines.reduce(HurtPeople.none) { $0 + $1.people }
    return [
      people.killed, people.injured, people.outcomeUnknown, people.total, people.withoutRecord,
    ]
    .map { .count($0) }
  }

  private static func counts(
    _ accidents: [AccidentLine], by dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    func row(_ style: Row.Style, _ names: [Cell], _ lines: [AccidentLine]) -> Row {
      var row = Row(
        style,
        names + [
          .count(lines.count), .count(lines.count { $0.isDemining == true }),
          .count(lines.count { $0.ground != nil }),
          .count(lines.count { $0.ground?.isReleased == true }),
        ] + cells(lines))
      row.records = lines.count
      row.columnRecords["on_released"] = lines.count { $0.ground?.isReleased == true }
      row.columnRecords["demining"] = lines.count { $0.isDemining == true }
      return row
    }
    let groups = Dictionary(grouping: accidents) { $0.group(dimensions) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return Table(
      id: "accidents", title: "Accidents by \(BalanceStatement.phrase(dimensions))",
      columns: basis.groupColumns(dimensions) + [
        Column("accidents", "Accidents", .count), Column("demining", "During demining", .count),
        Column("located", "With day and position", .count),
        Column("on_released", "On released ground", .count),
      ] + peopleColumns,
      rows: groups.map { row(.body, basis.groupCells(dimensions, $0.key), $0.value) } + [
        row(.total, basis.totalCells(dimensions), accidents)
      ])
  }

  private static func grounds(_ lines: [AccidentLine]) -> Table {
    func row(_ style: Row.Style, _ name: String, _ lines: [AccidentLine]) -> Row {
      let accidents = lines.count { $0.kind == .accident }
      var row = Row(
        style, [.text(name), .count(accidents), .count(lines.count - accidents)])
      row.records = lines.count
      return row
    }
    let states = LandState.allCases.reversed().map(\.rawValue) + [unknown]
    let groups = Dictionary(grouping: lines) { $0.ground?.state.rawValue ?? unknown }
    return Table(
      id: "ground", title: "The ground on that day",
      columns: [
        Column.words("state", "State"), Column("accidents", "Accidents", .count),
        Column("victims_alone", "Victims without an accident", .count),
      ],
      rows: states.compactMap { state in groups[state].map { row(.body, state, $0) } } + [
        row(.total, "Total", lines)
      ])
  }

  private static let recordColumns = [
    Column("record", "Record", .text, reveals: .record),
    Column("date", "Date", .date, reveals: .day), Column("district", "District", .text),
  ]

  private static let releaseColumns = [
    Column("release", "Release", .text, reveals: .record), Column.words("kind", "Kind"),
    Column("released_on", "Released on", .date, reveals: .day),
  ]

  private static func questioned(_ lines: [AccidentLine], _ basis: StatementBasis) -> Table {
    Table(
      id: "questioned", title: "On released ground, with the releases in question",
      columns: recordColumns + [
        Column.words("state", "State"), Column("layer", "Layer", .text),
        Column("accuracy_m", "Accuracy", .number(unit: "m")),
      ] + releaseColumns + [Column("days", "Days since", .count)],
      rows: lines.flatMap { line -> [Row] in
        guard let ground = line.ground, let layer = ground.layer else { return [] }
        let own: [Cell] =
          line.cells + [
            .text(ground.state.rawValue), .text(layer.rawValue),
            line.accuracyMetres.map { .number($0, decimals: 0) } ?? .empty,
          ]
        let releases = ground.releases.map { $0.cells + [since($0, line)] }
        return (releases.isEmpty ? [[.empty, .empty, .empty, .empty]] : releases)
          .map { Row(.body, own + $0).resting(on: 1) }
      })
  }

  private static func since(_ release: QuestionedRelease, _ line: AccidentLine) -> Cell {
    guard let from = release.date, let day = line.date else { return .empty }
    return .count(day.dayNumber - from.dayNumber)
  }

  private static func nearby(_ lines: [AccidentLine], _ basis: StatementBasis) -> Table {
    Table(
      id: "near", title: "Near released ground, and not on it",
      columns: recordColumns + [Column("metres", "Distance", .number(unit: "m"))] + releaseColumns,
      rows: lines.flatMap { line in
        (line.ground?.near ?? []).map { release in
          Row(.body, line.cells + [.number(release.metres, decimals: 1)] + release.cells)
            .resting(on: 1)
        }
      })
  }

  private static func words(
    _ accidents: [AccidentLine], id: String, _ title: String, _ key: String, _ label: String,
    _ word: (AccidentLine) -> String?
  ) -> Table {
    func row(_ style: Row.Style, _ name: String, _ lines: [AccidentLine]) -> Row {
      var row = Row(style, [.text(name), .count(lines.count)] + cells(lines))
      row.records = lines.count
      return row
    }
    let groups = Dictionary(grouping: accidents) { word($0) ?? unknown }
      .sorted { $0.key < $1.key }
    return Table(
      id: id, title: title,
      columns: [Column.words(key, label), Column("accidents", "Accidents", .count)] + peopleColumns,
      rows: groups.map { row(.body, $0.key, $0.value) } + [row(.total, "Total", accidents)])
  }
}

extension AccidentLine {
  fileprivate var cells: [Cell] {
    let name = kind == .accident ? "accident \(key)" : "victim \(key)"
    return [.text(name), date.map { .date($0) } ?? .empty, .text(district)]
  }

  fileprivate func group(_ dimensions: [LedgerDimension]) -> [String] {
    dimensions.map { dimension in
      dimension == .district ? district : date.map { $0.group(dimension) } ?? "unknown"
    }
  }
}

extension QuestionedRelease {
  fileprivate var cells: [Cell] {
    [.text(key.description), .text(kind.rawValue), date.map { .date($0) } ?? .empty]
  }
}
