public import LandRelease

/// What the monthly progress report shows.
public struct MonthlyContents: Sendable {
  /// One district: its open land, what was released in it and what was found.
  public struct District: Sendable {
    /// Its code.
    public var code: String
    /// Its open land over the period.
    public var balance: Balance
    /// What was released in it.
    public var progress: ProgressLine
    /// What was found in it, by category.
    public var found: [DeviceCategory: Int]
    /// How many records moved ground in it in the period.
    public var records: Int

    /// Makes a district of its parts.
    public init(
      code: String, balance: Balance, progress: ProgressLine, found: [DeviceCategory: Int],
      records: Int
    ) {
      self.code = code
      self.balance = balance
      self.progress = progress
      self.found = found
      self.records = records
    }
  }

  /// Every district with open land, movements or finds.
  public var districts: [District]
  /// Land released over all of them.
  public var total: ProgressLine
  /// From the first record to the end of the period.
  public var cumulative: ProgressLine
  /// Open land by layer.
  public var layers: [(layer: Layer, balance: Balance)]
  /// Land released by operator.
  public var operators: [ProgressLine]
  /// Tasks by operator and status, as the book has them now.
  public var tasks: [String: [String: Int]]

  /// Makes the contents of their parts.
  public init(
    districts: [District], total: ProgressLine, cumulative: ProgressLine,
    layers: [(layer: Layer, balance: Balance)], operators: [ProgressLine],
    tasks: [String: [String: Int]]
  ) {
    self.districts = districts
    self.total = total
    self.cumulative = cumulative
    self.layers = layers
    self.operators = operators
    self.tasks = tasks
  }
}

/// The progress of a month by district, layer and operator.
public enum MonthlyStatement {
  /// Makes the report; what the book has no data for is named in a note.
  ///
  /// - Parameter people: tables of indicators, teams and money; none where the book has none.
  public static func report(
    _ contents: MonthlyContents, people: [Table] = [], basis: StatementBasis
  ) -> Report {
    let tables =
      [HeadlineTable.table(contents.total)]
      + [land(contents, basis), found(contents, basis), layers(contents)]
      + [OperatorTable.table(contents.operators, total: contents.total, by: .operatorName, basis)]
      + [tasks(contents), cumulative(contents)] + people
    return basis.report(
      "Monthly progress",
      notes: [
        "Closing = opening + came in - cancelled - reduced - cleared - withdrawn. Came in = identified + reopened + contested + revoked.",
        "Worked again is ground of polygons that was released before, or that had no effect: gross less net.",
        people.isEmpty
          ? "Not recorded in this book: teams, person-days, quality visits."
          : StatementBasis.onlyTablesNote,
      ],
      tables: tables.filter { !$0.rows.isEmpty }, mainTable: "monthly")
  }

  private static func land(_ contents: MonthlyContents, _ basis: StatementBasis) -> Table {
    let total = contents.districts.reduce(Balance()) { $0 + $1.balance }
    return Table(
      id: "monthly", title: "Open and released land by district",
      columns: basis.groupColumns([.district]) + [
        Column("opening_m2", "Opening", .area), Column("came_in_m2", "Came in", .area),
        Column("cancelled_m2", "Cancelled", .area), Column("reduced_m2", "Reduced", .area),
        Column("cleared_m2", "Cleared", .area), Column("released_m2", "Released", .area),
        Column("withdrawn_m2", "Withdrawn", .area), Column("closing_m2", "Closing", .area),
        Column("outside_m2", "Cleared outside", .area),
        Column("worked_again_m2", "Worked again", .area),
      ],
      rows: contents.districts.map { district in
        var row = Row(
          .body,
          basis.groupCells([.district], [district.code])
            + cells(district.balance, district.progress.account))
        row.records = district.records
        return row
      } + [Row(.total, basis.totalCells([.district]) + cells(total, contents.total.account))])
  }

  private static func cells(_ balance: Balance, _ account: ReleaseAccount) -> [Cell] {
    [.area(balance.opening.open), .area(balance.cameIn)] + account.releasedCells + [
      .area(balance.withdrawn), .area(balance.closing.open), .area(account.outside),
      .area(account.grossTotal - account.netTotal),
    ]
  }

  private static let categories = DeviceCategory.allCases

  private static func found(_ contents: MonthlyContents, _ basis: StatementBasis) -> Table {
    func row(_ style: Row.Style, _ lead: [Cell], _ found: [DeviceCategory: Int]) -> Row {
      let items = found.filter(\.key.isItem).values.reduce(0, +)
      return Row(
        style,
        lead + categories.map { .count(found[$0] ?? 0) } + [.count(items)])
    }
    let some = contents.districts.filter { !$0.found.isEmpty }
    let sum = some.reduce(into: [:]) { $0.merge($1.found, uniquingKeysWith: +) }
    var table = Table(
      id: "found", title: "Explosive ordnance found by district",
      columns: basis.groupColumns([.district])
        + categories.map { Column($0.rawValue, $0.label, .count) }
        + [Column("items", "Items", .count)],
      rows: some.map { row(.body, basis.groupCells([.district], [$0.code]), $0.found) })
    if !some.isEmpty { table.rows.append(row(.total, basis.totalCells([.district]), sum)) }
    table.notes = ["Small-arms ammunition and fuzes are listed and are no items."]
    return table
  }

  private static func layers(_ contents: MonthlyContents) -> Table {
    var table = Table(
      id: "layers", title: "Open land by contamination",
      columns: [
        .words("layer", "Layer"), Column("opening_m2", "Opening", .area),
        Column("came_in_m2", "Came in", .area), Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area), Column("cleared_m2", "Cleared", .area),
        Column("withdrawn_m2", "Withdrawn", .area), Column("closing_m2", "Closing", .area),
      ],
      rows: contents.layers.map { layer, balance in
        Row(
          .body,
          [.text(layer.rawValue), .area(balance.opening.open), .area(balance.cameIn)]
            + ReleaseKind.allCases.map { .area(balance.released[$0, default: .zero]) }
            + [.area(balance.withdrawn), .area(balance.closing.open)])
      })
    table.notes = [
      "One square metre can be open for several kinds of contamination: layers do not add up to land."
    ]
    return table
  }

  private static func tasks(_ contents: MonthlyContents) -> Table {
    let statuses = Set(contents.tasks.values.flatMap(\.keys)).sorted()
    var table = Table(
      id: "tasks", title: "Tasks by operator and status",
      columns: [
        Column("operator", "Operator", .text), .words("status", "Status"),
        Column("tasks", "Tasks", .count),
      ],
      rows: contents.tasks.sorted { $0.key < $1.key }.flatMap { name, counts in
        statuses.compactMap { status in
          counts[status].map { Row(.body, [.word(name), .word(status), .count($0)]) }
        }
      })
    table.notes = ["The status is that of the book today; earlier ones are not kept."]
    return table
  }

  private static func cumulative(_ contents: MonthlyContents) -> Table {
    let account = contents.cumulative.account
    return Table(
      id: "cumulative", title: "From the first record to the end of the period",
      columns: [
        Column("cancelled_m2", "Cancelled", .area), Column("reduced_m2", "Reduced", .area),
        Column("cleared_m2", "Cleared", .area), Column("released_m2", "Released", .area),
        Column("net_cleared_m2", "Net cleared", .area),
        Column("gross_cleared_m2", "Gross cleared", .area), Column("items", "Items", .count),
      ],
      rows: [
        Row(
          .body,
          account.releasedCells + [
            .area(account.netCleared), .area(account.gross[.cleared, default: .zero]),
            .count(contents.cumulative.items),
          ])
      ])
  }
}

extension Balance {
  /// All that came into open land, under whatever cause.
  var cameIn: Area { identified + reopened + contested + revoked }
}

extension ReleaseAccount {
  /// Cleared ground once ever, and what the other kinds took from open land.
  var netTotal: Area {
    netCleared + netReleased[.cancelled, default: .zero] + netReleased[.reduced, default: .zero]
  }
}

extension DeviceCategory {
  /// The category as the head of a column.
  var label: String {
    switch self {
    case .apMine: "AP mines"
    case .avMine: "AV mines"
    case .improvisedMine: "Improvised mines"
    case .submunition: "Submunitions"
    case .uxo: "UXO"
    case .axo: "AXO"
    case .ied: "IED"
    case .boobyTrap: "Booby traps"
    case .otherDevice: "Other devices"
    case .smallArmsAmmunition: "Small-arms ammunition"
    case .fuzeComponent: "Fuzes"
    }
  }
}
