import LandRelease

extension CompletionStatement {
  /// What checks of the environment say, theme by theme; of several, what each of them says.
  static func environment(_ checks: [EnvironmentCheck]) -> Table {
    func entry(_ theme: EnvironmentTheme) -> String? {
      let told = checks.filter { $0.says(theme) }
      if told.isEmpty { return nil }
      func each(_ answer: (EnvironmentCheck) -> Bool?) -> String {
        Set(told.compactMap(answer)).map { $0 ? "yes" : "no" }.sorted().joined(separator: ", ")
      }
      return switch theme {
      case .vegetationRemoved:
        told.reduce(.zero) { $0 + ($1.vegetationRemoved ?? .zero) }.figure(in: .squareMetres)
          + " m2"
      case .detonationsInPlace: "\(told.reduce(0) { $0 + ($1.detonationsInPlace ?? 0) })"
      case .wasteTaken: each(\.isWasteTaken)
      case .soilReinstated: each(\.isSoilReinstated)
      case .erosionSeen: each(\.isErosionSeen)
      case .waterAffected: each(\.isWaterAffected)
      case .heritageFound: each(\.isHeritageFound)
      }
    }
    return FormTable.table(
      id: "environment", title: "Environment",
      facts: EnvironmentTheme.allCases.map { ($0.words, entry($0)) })
  }

  static func points(_ points: [BorderPoint]) -> Table {
    var table = Table(
      id: "points", title: "Turning points",
      columns: [
        Column("release", "Release", .text, reveals: .record),
        Column("point", "Point", .text), .words("type", "Type"),
        Column("x", "Longitude", .number(unit: "°"), reveals: .place),
        Column("y", "Latitude", .number(unit: "°"), reveals: .place),
        Column("crs", "Reference", .text),
        Column("bearing", "Bearing to the next", .number(unit: "°"), reveals: .place),
        Column("distance", "Distance to the next", .number(unit: "m"), reveals: .place),
      ],
      rows: points.map { point in
        var row = Row(
          .body,
          [
            .text("\(point.release)"), .text(point.number), .text(point.type),
            .number(point.longitude, decimals: 7), .number(point.latitude, decimals: 7),
            .text("EPSG:4326"), .number(point.bearing, decimals: 2),
            .number(point.distance, decimals: 2),
          ])
        row.records = 1
        return row
      })
    table.notes = [
      "Bearings are degrees clockwise from true north, distances metres on the ellipsoid of WGS 84; the last point of a ring leads back to its first."
    ]
    return table
  }

  static func byHand(_ figures: CompletionFigures) -> Table {
    FormTable.table(
      id: "by_hand", title: "Quality and handover",
      lines: [
        "Quality assurance visits", "Nonconformities", "Sampling: area and result", "Markers",
        "Accidents", "Remarks of the community",
      ])
  }

  static func signatures() -> Table {
    let roles = [
      "For the operator", "For quality management", "For the mine action authority",
      "For the community or owner of the land",
    ]
    return Table(
      id: "signatures", title: "Signatures",
      columns: [
        .words("role", "Who"), Column("person", "Name", .text),
        Column("signature", "Signature", .text), Column("signed_on", "Date", .date),
      ],
      rows: roles.map { Row(.body, [.text($0), .empty, .empty, .empty]) })
  }
}
