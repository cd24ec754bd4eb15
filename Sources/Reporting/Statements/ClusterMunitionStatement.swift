import LandRelease

/// What form F of an Article 7 report of the Convention on Cluster Munitions asks.
public struct ClusterMunitionFigures: Hashable, Sendable {
  /// Open areas at the end of the period, in the layer of cluster munition remnants.
  public var openLand: [OpenLandLine] = []
  /// What is too little to be one of them.
  public var remainders = OpenRemainders()
  /// Every open area.
  public var areas: [OpenAreaLine] = []
  /// Land released in the period by district.
  public var released: [ReleasedLandLine] = []
  /// Submunitions found and destroyed.
  public var submunitions: [MineLine] = []

  /// Starts with nothing to report.
  public init() {}
}

/// Form F of the Convention on Cluster Munitions: contaminated areas and clearance.
public enum ClusterMunitionStatement {
  /// Makes the form; areas are in square metres, as the published one has them.
  public static func report(_ figures: ClusterMunitionFigures, basis: StatementBasis) -> Report {
    var areas = OpenAreaTable.table(
      figures.areas, id: "areas", title: "Contaminated areas one by one", basis: basis)
    areas.notes.append("Date of use and type of submunition are not recorded with areas.")
    var openLand = OpenLandTable.table(
      figures.openLand, id: "contaminated", title: "Contaminated areas by district",
      byDistrict: true, unit: .squareMetres, basis: basis)
    openLand.notes = figures.remainders.notes
    let tables = [
      openLand, areas,
      ReleasedLandTable.table(
        figures.released, id: "released", title: "Land released by district", basis: basis),
      MineTable.table(
        figures.submunitions, id: "submunitions", title: "Submunitions found and destroyed",
        basis: basis),
      FormTable.table(
        id: "by_hand", title: "To be filled in by hand",
        lines: ["Standards applied", "Measures of risk education", "Warning of the population"]),
    ]
    var report = basis.report(
      "Article 7 report, form F",
      notes: [
        "Areas are in the layer of cluster munition remnants: areas that name no type are in the layer unknown.",
        "What the book does not record is left empty, to be filled in by hand.",
      ], tables: tables, mainTable: "contaminated")
    report.subtitle = "Convention on Cluster Munitions"
    return report
  }
}
