public import LandRelease

/// Money of one group in one currency.
public struct ContributionLine: Sendable {
  /// The values of the dimensions asked for.
  public var group: [String]
  /// The currency of the amounts.
  public var currency: String
  /// Agreements, each once however many amounts it has.
  public var agreements: Int
  /// What was pledged, received and spent.
  public var amounts: [ContributionKind: ExactDecimal]
  /// Measured polygons of the releases in their tasks or districts, each once.
  public var area: Area
  /// Of these what agreements of other lines pay for too.
  public var shared: Area

  /// Makes a line of its parts.
  public init(
    group: [String], currency: String, agreements: Int,
    amounts: [ContributionKind: ExactDecimal], area: Area, shared: Area
  ) {
    self.group = group
    self.currency = currency
    self.agreements = agreements
    self.amounts = amounts
    self.area = area
    self.shared = shared
  }
}

/// Ground that agreements pay for together, with what it cost in one currency.
public struct CostLine: Sendable {
  /// Who pays.
  public var donors: [String]
  /// The currency of the money.
  public var currency: String
  /// The first and the last day of the agreements; none where they name none.
  public var days: ClosedRange<CalendarDate>?
  /// How many agreements there are.
  public var agreements: Int
  /// What was spent or received; none where all is pledged.
  public var money: ExactDecimal?
  /// Whether the money is all that was paid for the ground.
  public var isWhole: Bool
  /// Measured polygons of the releases, each once.
  public var area: Area
  /// Items found in them.
  public var items: Int
  /// How many releases there are.
  public var releases: Int

  /// Makes a line of its parts.
  public init(
    donors: [String], currency: String, days: ClosedRange<CalendarDate>?, agreements: Int,
    money: ExactDecimal?, isWhole: Bool, area: Area, items: Int, releases: Int
  ) {
    self.days = days
    self.donors = donors
    self.currency = currency
    self.agreements = agreements
    self.money = money
    self.isWhole = isWhole
    self.area = area
    self.items = items
    self.releases = releases
  }

  /// Money for a square metre; none where the money is not whole or no land was released.
  public var perSquareMetre: Double? {
    guard isWhole, let money, area > .zero else { return nil }
    return money.approximate / area.squareMetres
  }

  /// Money for an item.
  public var perItem: Double? {
    guard isWhole, let money, items > 0 else { return nil }
    return money.approximate / Double(items)
  }
}

/// What a report of contributions shows.
public struct ContributionContents: Sendable {
  /// A line for each group and currency.
  public var lines: [ContributionLine]
  /// A line for each piece of ground and currency.
  public var costs: [CostLine]
  /// Amounts of days that reach beyond the report's.
  public var crossing: Int
  /// Amounts without any day.
  public var undated: Int
  /// Agreements that pay for no release.
  public var withoutGround: Int

  /// Makes the contents of their parts.
  public init(
    lines: [ContributionLine], costs: [CostLine], crossing: Int, undated: Int, withoutGround: Int
  ) {
    self.lines = lines
    self.costs = costs
    self.crossing = crossing
    self.undated = undated
    self.withoutGround = withoutGround
  }
}

/// Money of donors and the state, and what land and items cost.
public enum ContributionsStatement {
  /// Makes the report.
  public static func report(
    _ contents: ContributionContents, by dimensions: [LedgerDimension], basis: StatementBasis
  ) -> Report {
    var notes = [
      "Amounts as their givers or users state them. Currencies are neither added up nor converted.",
      "Ground of an agreement: releases of its tasks, else in its districts, else those that name its donor, within its days. A release counts once in a line.",
      "Costs are of ground and money taken together: agreements that pay for the same release stand in one line, so that no money and no ground counts twice. Money is what was spent, else received.",
    ]
    if contents.crossing > 0 {
      notes.append(
        "\(contents.crossing) amounts are for days beyond these: they are not counted here.")
    }
    if contents.undated > 0 {
      notes.append(
        "\(contents.undated) amounts have no days: they count only where all days are asked for.")
    }
    if contents.withoutGround > 0 {
      notes.append(
        "\(contents.withoutGround) agreements pay for no release of the book: no cost is worked out for them."
      )
    }
    return basis.report(
      "Contributions", notes: notes,
      tables: [money(contents.lines, dimensions, basis), costs(contents.costs)]
        .filter { !$0.rows.isEmpty || $0.id == "contributions" }, mainTable: "contributions")
  }

  /// The tables that other reports take up; none without money.
  public static func tables(
    _ contents: ContributionContents, _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Table] {
    [money(contents.lines, dimensions, basis), costs(contents.costs)].filter { !$0.rows.isEmpty }
  }

  private static func money(
    _ lines: [ContributionLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    var table = Table(
      id: "contributions", title: "Money by currency",
      columns: basis.groupColumns(dimensions) + [
        Column("currency", "Currency", .text), Column("agreements", "Agreements", .count),
        Column("pledged", "Pledged", .number(unit: nil)),
        Column("received", "Received", .number(unit: nil)),
        Column("spent", "Spent", .number(unit: nil)),
        Column("ground_m2", "Released ground", .area),
        Column("shared_m2", "of it paid for by others too", .area),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          basis.groupCells(dimensions, line.group) + [
            .text(line.currency), .count(line.agreements), .money(line.amounts[.pledged]),
            .money(line.amounts[.received]), .money(line.amounts[.spent]), .area(line.area),
            .area(line.shared),
          ])
        row.records = line.agreements
        return row
      })
    table.notes = ["Ground of several lines is the same where it is paid for by others too."]
    return table
  }

  private static func costs(_ lines: [CostLine]) -> Table {
    var table = Table(
      id: "costs", title: "What released land and items cost",
      columns: [
        Column("donors", "Donors", .text), Column("from", "From", .date),
        Column("to", "To", .date), Column("currency", "Currency", .text),
        Column("agreements", "Agreements", .count),
        Column("money", "Spent or received", .number(unit: nil)),
        Column("releases", "Releases", .count), Column("area_m2", "Released, gross", .area),
        Column("items", "Items", .count), Column("per_m2", "Per m2", .number(unit: nil)),
        Column("per_item", "Per item", .number(unit: nil)),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [
            .text(line.donors.joined(separator: "; ")),
            line.days.map { .date($0.lowerBound) } ?? .empty,
            line.days.map { .date($0.upperBound) } ?? .empty, .text(line.currency),
            .count(line.agreements), .money(line.money), .count(line.releases),
            .area(line.area), .count(line.items),
            line.perSquareMetre.map { .number($0, decimals: 4) } ?? .empty,
            line.perItem.map { .number($0, decimals: 2) } ?? .empty,
          ])
        row.records = min(line.agreements, line.releases)
        return row
      })
    table.notes = [
      "No cost stands where money of several currencies, or pledges alone, paid for the same ground."
    ]
    return table
  }
}
