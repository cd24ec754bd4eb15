import LandRelease

/// What the forms C, F and G of an Article 7 report of the Anti-Personnel Mine Ban Convention ask.
public struct Article7Figures: Hashable, Sendable {
  /// Open areas at the end of the period by district, in the layer of anti-personnel mines.
  public var openLand: [OpenLandLine] = []
  /// What is too little to be one of them.
  public var remainders = OpenRemainders()
  /// The same over all districts in other layers.
  public var otherLayers: [OpenLandLine] = []
  /// Every open area.
  public var areas: [OpenAreaLine] = []
  /// Land released in the period by district.
  public var released: [ReleasedLandLine] = []
  /// Mines found and destroyed.
  public var mines: [MineLine] = []

  /// Starts with nothing to report.
  public init() {}
}

/// The documents C, F and G of an Article 7 report.
public enum Article7Statement {
  /// Makes the forms; areas are in square metres, as the published ones have them.
  public static func report(_ figures: Article7Figures, basis: StatementBasis) -> Report {
    var openLand = OpenLandTable.table(
      figures.openLand, id: "c1",
      title: "C1 Areas known and suspected by district",
      byDistrict: true, unit: .squareMetres, basis: basis)
    openLand.notes =
      [
        "CHAs are the areas known, SHAs those suspected; given-up ground is open until a release covers it.",
        "An area counts once, by its highest class, in the district where most of it lies; its ground counts where it lies.",
      ] + figures.remainders.notes
    var others = OpenLandTable.table(
      figures.otherLayers, id: "c1_layers", title: "C1 Second reading: all contamination by layer",
      byDistrict: false, unit: .squareMetres, basis: basis)
    others.notes = [
      "An area of several types is in several layers; land is all together, each square metre once."
    ]
    var tables = [
      openLand, others,
      OpenAreaTable.table(
        figures.areas, id: "c2", title: "C2 Areas one by one", basis: basis),
    ]
    for index in tables.indices { tables[index].section = "Form C: Location of mined areas" }
    var ofProgress = [
      ReleasedLandTable.table(
        figures.released, id: "f1", title: "F1 Land released and mines destroyed", basis: basis),
      plan(),
    ]
    for index in ofProgress.indices {
      ofProgress[index].section = "Form F: Status of programmes"
    }
    var ofMines = MineTable.table(
      figures.mines, id: "g", title: "G Anti-personnel mines found and destroyed", basis: basis)
    ofMines.section = "Form G: Mines destroyed"
    var report = basis.report(
      "Article 7 report, forms C, F and G",
      notes: [
        "Areas are in the layer of anti-personnel mines: areas that name no type are in the layer unknown.",
        "What the book does not record is left empty, to be filled in by hand.",
      ], tables: tables + ofProgress + [ofMines], mainTable: "c1")
    report.subtitle = "Anti-Personnel Mine Ban Convention"
    return report
  }

  private static func plan() -> Table {
    Table(
      id: "f2", title: "F2 Mined area that will remain, by year",
      columns: [
        Column("year", "Year", .text), Column("remaining", "Remaining", .text),
        Column.words("remark", "Remark"),
      ],
      rows: [Row(.body, [.empty, .empty, .text("not recorded in this book")])])
  }
}
