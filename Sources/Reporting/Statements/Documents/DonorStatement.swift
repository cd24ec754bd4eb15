public import LandRelease

/// What became of released land that a donor paid for.
public struct LandUseLine: Hashable, Sendable {
  /// The donor as records name it; empty where none is named.
  public var donor: String
  /// What the land is for; empty where no record says.
  public var landUse: String
  /// How many releases there are.
  public var releases: Int
  /// Their measured polygons, as often as records repeat them.
  public var gross: Area
  /// Of these, what was handed over by the end of the period.
  public var handedOver: Area

  /// Makes a line of its parts.
  public init(donor: String, landUse: String, releases: Int, gross: Area, handedOver: Area) {
    self.donor = donor
    self.landUse = landUse
    self.releases = releases
    self.gross = gross
    self.handedOver = handedOver
  }
}

/// What each donor's money released: in the period and since the beginning, net beside gross.
public enum DonorStatement {
  /// Makes the report; what the book has no data for is named in a note.
  public static func report(
    period: (lines: [ProgressLine], total: ProgressLine),
    cumulative: (lines: [ProgressLine], total: ProgressLine), operators: [ProgressLine],
    landUse: [LandUseLine], people: [Table] = [], basis: StatementBasis
  ) -> Report {
    let ofOperators = Table(
      id: "by_donor_and_operator", title: "In the period by donor and operator",
      columns: basis.groupColumns([.donor, .operatorName]) + OperatorTable.columns,
      rows: operators.map {
        Row(.body, basis.groupCells([.donor, .operatorName], $0.group) + OperatorTable.cells($0))
      })
    let tables =
      [
        HeadlineTable.table(period.total),
        OperatorTable.table(period.lines, total: period.total, by: .donor, basis),
        OperatorTable.table(
          cumulative.lines, total: cumulative.total, by: .donor, basis, id: "cumulative",
          title: "From the first record to the end of the period"),
        ofOperators, uses(landUse),
      ] + people
    return basis.report(
      "Donor report",
      notes: [
        people.isEmpty
          ? "Not recorded in this book: projects, baselines, targets, beneficiaries, costs."
          : StatementBasis.onlyTablesNote
      ],
      tables: tables.filter { !$0.rows.isEmpty }, mainTable: "by_donor")
  }

  private static func uses(_ lines: [LandUseLine]) -> Table {
    var table = Table(
      id: "land_use", title: "What the land is for, as records of the period say",
      columns: [
        Column("donor", "Donor", .text), Column("land_use", "Land use", .text),
        Column("releases", "Releases", .count), Column("gross_m2", "Gross", .area),
        Column("handed_over_m2", "of it handed over", .area),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [
            .word(line.donor), .word(line.landUse), .count(line.releases), .area(line.gross),
            .area(line.handedOver),
          ])
        row.records = line.releases
        return row
      })
    table.notes = ["Measured polygons, gross. A blank is a record that does not say."]
    return table
  }
}
