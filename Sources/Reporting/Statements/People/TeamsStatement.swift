public import LandRelease

/// The teams of one group and what their days came to.
public struct TeamLine: Sendable {
  /// The values of the dimensions asked for.
  public var group: [String]
  /// The day on which strengths are looked at.
  public var day: CalendarDate?
  /// The teams of that day.
  public var strength = TeamStrength()
  /// Days of work in the period, whatever they were on.
  public var days = ExactDecimal.zero
  /// Days of work that name no task.
  public var daysWithoutTask = ExactDecimal.zero
  /// Tasks that were completed in the period and for which days are recorded.
  public var tasks = 0
  /// All days of those tasks.
  public var taskDays = ExactDecimal.zero
  /// Measured polygons of their releases, cleared and reduced.
  public var taskArea = Area.zero
  /// Items found in them.
  public var taskItems = 0

  /// A group without teams.
  public init(group: [String]) { self.group = group }

  var isWorking: Bool { days > .zero || tasks > 0 }
}

/// Women and men of teams, and what a day of a team comes to.
public enum TeamsStatement {
  /// Makes the report.
  ///
  /// - Parameters:
  ///   - firstAllWomen: the first day of a team of women alone.
  ///   - doubts: how many rows of days say different things.
  public static func report(
    _ lines: [TeamLine], by dimensions: [LedgerDimension], firstAllWomen: CalendarDate?,
    doubts: Int, basis: StatementBasis
  ) -> Report {
    var basis = basis
    basis.layer = "none: teams; work is of all contamination together"
    var notes = [
      "Teams are those of the last day of each period, or of the report: people of different days are not added up.",
      "A strength stands until the next one of its team begins. Shares are of teams and people with numbers.",
      "Work per team-day is of completed tasks for which days are recorded: all their days, and the measured polygons of their cleared and reduced land as often as it was worked.",
    ]
    if let firstAllWomen {
      notes.append("The first team of women alone is recorded from \(firstAllWomen).")
    }
    if doubts > 0 {
      notes.append(
        "\(doubts) rows of team-days differ from the shorter rows within them, which count.")
    }
    return basis.report(
      "Teams", notes: notes,
      tables: [strengthTable(lines, dimensions, basis), workTable(lines, dimensions, basis)]
        .filter { !$0.rows.isEmpty || $0.id == "teams" }, mainTable: "teams")
  }

  /// The tables that other reports take up; none without teams.
  public static func tables(
    _ lines: [TeamLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Table] {
    [strengthTable(lines, dimensions, basis), workTable(lines, dimensions, basis)]
      .filter { !$0.rows.isEmpty }
  }

  private static func strengthTable(
    _ lines: [TeamLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    Table(
      id: "teams", title: "Women and men of teams",
      columns: basis.groupColumns(dimensions) + [
        Column("day", "On", .date), Column("teams", "Teams", .count),
        Column("without_numbers", "Without numbers", .count), Column("women", "Women", .count),
        Column("men", "Men", .count), Column("women_share", "Share of women", .share),
        Column("all_women", "All-women teams", .count),
        Column("all_women_share", "Their share", .share),
      ],
      rows: lines.filter { $0.strength.teams > 0 }.map { line in
        let strength = line.strength
        var row = Row(
          .body,
          basis.groupCells(dimensions, line.group) + [
            line.day.map { .date($0) } ?? .empty, .count(strength.teams),
            .count(strength.teams - strength.withNumbers), known(strength.women, strength),
            known(strength.men, strength),
            .share(.count(strength.women), of: .count(strength.women + strength.men)),
            known(strength.allWomen, strength),
            .share(.count(strength.allWomen), of: .count(strength.withNumbers)),
          ])
        row.records = strength.teams
        return row
      })
  }

  /// A figure of teams with numbers; a blank where no team has any, which is no zero.
  private static func known(_ figure: Int, _ strength: TeamStrength) -> Cell {
    strength.withNumbers > 0 ? .count(figure) : .empty
  }

  private static func workTable(
    _ lines: [TeamLine], _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    Table(
      id: "work", title: "Work per team-day",
      columns: basis.groupColumns(dimensions) + [
        Column("team_days", "Team-days", .number(unit: nil)),
        Column("without_task", "of it without a task", .number(unit: nil)),
        Column("tasks", "Completed tasks with days", .count),
        Column("task_days", "Their days", .number(unit: nil)),
        Column("task_area_m2", "Their area", .area), Column("task_items", "Their items", .count),
        Column("m2_per_day", "m2 per team-day", .number(unit: nil)),
        Column("items_per_day", "Items per team-day", .number(unit: nil)),
      ],
      rows: lines.filter(\.isWorking).map { line in
        let days = line.taskDays.approximate
        var row = Row(
          .body,
          basis.groupCells(dimensions, line.group) + [
            .decimal(line.days), .decimal(line.daysWithoutTask), .count(line.tasks),
            .decimal(line.taskDays), .area(line.taskArea), .count(line.taskItems),
            days > 0 ? .number(line.taskArea.squareMetres / days, decimals: 0) : .empty,
            days > 0 ? .number(Double(line.taskItems) / days, decimals: 2) : .empty,
          ])
        row.records = line.tasks
        return row
      })
  }
}

extension Cell {
  /// A decimal number, printed with the decimals it has.
  static func decimal(_ number: ExactDecimal) -> Cell {
    .number(number.approximate, decimals: number.scale)
  }

  /// An amount of money.
  static func money(_ amount: ExactDecimal?) -> Cell {
    amount.map { .number($0.approximate, decimals: max(2, $0.scale)) } ?? .empty
  }
}
