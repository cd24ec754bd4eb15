public import LandRelease

/// One scenario of an outlook.
public struct OutlookLine: Sendable {
  /// What its rates are of, in words: `last 3 years`.
  public var scenario: String
  /// Its rates and what they lead to.
  public var outlook: Outlook

  /// Makes a line of its parts.
  public init(scenario: String, outlook: Outlook) {
    self.scenario = scenario
    self.outlook = outlook
  }
}

/// What the open land would cost at the lowest and the highest cost so far, in one currency.
public struct OutlookCost: Sendable {
  /// The currency of the costs.
  public var currency: String
  /// How many pieces of ground with a cost there are.
  public var grounds: Int
  /// Their ground.
  public var area: Area
  /// The lowest and the highest cost of a square metre.
  public var perSquareMetre: ClosedRange<Double>

  /// Makes a range of its parts.
  public init(
    currency: String, grounds: Int, area: Area, perSquareMetre: ClosedRange<Double>
  ) {
    self.currency = currency
    self.grounds = grounds
    self.area = area
    self.perSquareMetre = perSquareMetre
  }
}

/// How long the open land lasts: scenarios with ranges, never a date.
public enum OutlookStatement {
  /// Makes the report.
  ///
  /// - Parameter day: the last day of the figures.
  public static func report(
    open: Stock, on day: CalendarDate, _ lines: [OutlookLine], costs: [OutlookCost],
    basis: StatementBasis
  ) -> Report {
    let now = Table(
      id: "open", title: "Open land now",
      columns: [
        Column("day", "On", .date), Column("confirmed_m2", "Confirmed", .area),
        Column("suspected_m2", "Suspected", .area), Column("given_up_m2", "Given up", .area),
        Column("open_m2", "Open", .area),
      ],
      rows: [
        Row(
          .body,
          [
            .date(day), .area(open[.confirmed]), .area(open[.suspected]), .area(open[.givenUp]),
            .area(open.open),
          ])
      ])
    return basis.report(
      "Outlook",
      notes: [
        "Scenarios, not forecasts. Rates are of spans of twelve months that end on the last day.",
        "Fewest years: the highest rate, and nothing more is found. Most years: all years like the one in which least was left of what was released after what came in.",
        "What no record knows is in no scenario.",
      ],
      tables: [now, scenarios(lines, day), cost(costs, open.open)]
        .filter { !$0.rows.isEmpty || $0.id == "scenarios" },
      mainTable: "scenarios")
  }

  private static func scenarios(_ lines: [OutlookLine], _ day: CalendarDate) -> Table {
    var table = Table(
      id: "scenarios", title: "If the work goes on at these rates",
      columns: [
        .words("scenario", "Rate of"), Column("spans", "Spans", .count),
        Column("released_low_m2", "Released, lowest", .area),
        Column("released_high_m2", "Released, highest", .area),
        Column("net_low_m2", "Less what came in, lowest", .area),
        Column("years_low", "Years, fewest", .number(unit: nil)),
        Column("years_high", "Years, most", .number(unit: nil)),
        Column("end_low", "Ends, earliest", .text), Column("end_high", "Ends, latest", .text),
        .words("remark", "Remark"),
      ],
      rows: lines.map { row($0, day) })
    table.notes = ["Areas are of twelve months. A plan has no span behind it."]
    return table
  }

  private static func row(_ line: OutlookLine, _ day: CalendarDate) -> Row {
    let outlook = line.outlook
    let ends = ends(outlook, day)
    let remark =
      outlook.open == .zero
      ? "no open record" : outlook.mostYears == nil ? "at the slowest rate it does not shrink" : ""
    return Row(
      .body,
      [
        .text(line.scenario), .count(outlook.spans), .area(outlook.released.lowerBound),
        .area(outlook.released.upperBound), .area(outlook.slowest),
        outlook.fewestYears.map { .number($0, decimals: 1) } ?? .empty,
        outlook.mostYears.map { .number($0, decimals: 1) } ?? .empty,
        .word(ends.first), .word(ends.last), .word(remark),
      ])
  }

  /// The years in which the range ends, at least two: nobody knows the year.
  private static func ends(
    _ outlook: Outlook, _ day: CalendarDate
  ) -> (first: String, last: String) {
    let now = Double(day.year) + Double(day.month - 1) / 12 + Double(day.day - 1) / 372
    func year(_ years: Double?) -> Int? {
      years.flatMap { $0 < 1_000 ? Int(now + $0) : nil }
    }
    guard outlook.open > .zero, let first = year(outlook.fewestYears) else { return ("", "") }
    guard let last = year(outlook.mostYears) else { return ("\(first)", "") }
    return ("\(first)", "\(max(last, first + 1))")
  }

  private static func cost(_ costs: [OutlookCost], _ open: Area) -> Table {
    var table = Table(
      id: "costs", title: "What the open land would cost at the costs so far",
      columns: [
        Column("currency", "Currency", .text), Column("grounds", "Costed grounds", .count),
        Column("area_m2", "Their area", .area),
        Column("per_m2_low", "Per m2, lowest", .number(unit: nil)),
        Column("per_m2_high", "Per m2, highest", .number(unit: nil)),
        Column("cost_low", "Cost, lowest", .number(unit: nil)),
        Column("cost_high", "Cost, highest", .number(unit: nil)),
      ],
      rows: costs.map { cost in
        Row(
          .body,
          [
            .text(cost.currency), .count(cost.grounds), .area(cost.area),
            .number(cost.perSquareMetre.lowerBound, decimals: 4),
            .number(cost.perSquareMetre.upperBound, decimals: 4),
            .number((cost.perSquareMetre.lowerBound * open.squareMetres).rounded(), decimals: 0),
            .number((cost.perSquareMetre.upperBound * open.squareMetres).rounded(), decimals: 0),
          ])
      })
    table.notes = [
      "Each currency by itself, from ground whose whole cost is known: two lines are two readings, not two parts."
    ]
    return table
  }
}
