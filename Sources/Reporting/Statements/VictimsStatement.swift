public import LandRelease

/// A person hurt, as far as statistics may know.
public struct VictimCase: Hashable, Sendable {
  /// The year of the accident; nil where it is not known.
  public var year: Int?
  /// Sex and age, as far as they are known.
  public var group: PersonGroup
  /// Killed, injured, or not known.
  public var outcome: VictimOutcome
  /// What the person was doing; nil where it is not known.
  public var activity: String?
  /// What hurt the person; nil where it is not known.
  public var device: String?
  /// False for soldiers, deminers and police; nil where it is not known.
  public var isCivilian: Bool?
  /// The district's code, or `no_district`.
  public var district: String
  /// The day of the accident; nil where it is not known.
  public var date: CalendarDate?
  /// Whether the person is 18 or over; nil where it may be either.
  public var isGrownUp: Bool?
  /// `female` or `male`; nil where it is neither word.
  public var sex: String?

  /// Makes a case of its parts.
  public init(
    year: Int?, group: PersonGroup, outcome: VictimOutcome, activity: String?, device: String?,
    isCivilian: Bool?, district: String
  ) {
    self.year = year
    self.group = group
    self.outcome = outcome
    self.activity = activity
    self.device = device
    self.isCivilian = isCivilian
    self.district = district
  }
}

/// Victims by year, sex and age, outcome, activity and device, without anything that names a person.
public enum VictimsStatement {
  /// Makes the tables; each counts every case once.
  ///
  /// - Parameter dimensions: what a table of groups of people is cut by; none leaves it out.
  public static func report(
    _ cases: [VictimCase], by dimensions: [LedgerDimension] = [], basis: StatementBasis
  ) -> Report {
    let years = Column("year", "Year", .text)
    let cut = dimensions.isEmpty ? [] : [groups(cases, by: dimensions, basis)]
    let tables = [
      table(
        cases, id: "victims", title: "Victims by year, sex and age",
        columns: [years, Column.words("group", "Sex and age")], { [year($0), $0.group.rawValue] },
        order: { [String($0[0]), place(of: $0[1])] }),
      table(
        cases, id: "ages", title: "Victims by sex and age group",
        columns: [Column.words("sex", "Sex"), Column.words("age", "Age group")],
        { [$0.sex ?? unknown, age($0)] }),
      table(
        cases, id: "activities", title: "Victims by activity",
        columns: [Column.words("activity", "Activity")], { [$0.activity ?? unknown] }),
      table(
        cases, id: "devices", title: "Victims by device",
        columns: [Column.words("device", "Device")], { [device($0)] }),
      table(
        cases, id: "status", title: "Civilians and others",
        columns: [Column.words("status", "Status")], { [status($0)] }),
      table(
        cases, id: "districts", title: "Victims by district",
        columns: basis.groupColumns([.district]), { [$0.district] },
        cells: { basis.groupCells([.district], $0) }),
      table(
        cases, id: "cross", title: "Victims by all of these",
        columns: [
          years, Column.words("group", "Sex and age"), Column.words("activity", "Activity"),
          Column.words("device", "Device"), Column.words("status", "Status"),
        ], { [year($0), $0.group.rawValue, $0.activity ?? unknown, device($0), status($0)] },
        order: { [$0[0], place(of: $0[1])] + $0.dropFirst(2) }),
    ]
    var basis = basis
    basis.layer = "none: victims are people"
    var report = basis.report(
      "Victims of explosive ordnance",
      notes: [
        "Boys and girls are under 18. Without sex or age a person is in the group unknown.",
        "People killed and injured are apart; a person is in each table once.",
        "A victim that names an accident takes the day, the place and the device from it where it gives none.",
      ], tables: cut + tables, mainTable: dimensions.isEmpty ? "victims" : "groups")
    report.charts = [
      Chart(
        "Victims by activity", of: "activities", as: .stackedBars, by: "activity",
        ["killed", "injured", "outcome_unknown"])
    ]
    return report
  }

  private static let unknown = "unknown"

  private static func age(_ victim: VictimCase) -> String {
    victim.isGrownUp.map { $0 ? "18 and over" : "under 18" } ?? unknown
  }

  /// A row for each value of the dimensions, with women, men, girls and boys side by side.
  private static func groups(
    _ cases: [VictimCase], by dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> Table {
    func row(_ style: Row.Style, _ names: [Cell], _ victims: [VictimCase]) -> Row {
      let people = PersonGroup.allCases.map { group in victims.count { $0.group == group } }
      let outcomes = VictimOutcome.allCases.map { outcome in
        victims.count { $0.outcome == outcome }
      }
      var row = Row(style, names + (people + outcomes + [victims.count]).map { .count($0) })
      row.records = victims.count
      for (column, count) in zip(groupColumns + figureColumns, people + outcomes) {
        row.columnRecords[column.key] = count
      }
      return row
    }
    let found = Dictionary(grouping: cases) { victim in
      dimensions.map { dimension in
        dimension == .district
          ? victim.district : victim.date.map { $0.group(dimension) } ?? unknown
      }
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return Table(
      id: "groups", title: "Victims by \(BalanceStatement.phrase(dimensions))",
      columns: basis.groupColumns(dimensions) + groupColumns + figureColumns,
      rows: found.map { row(.body, basis.groupCells(dimensions, $0.key), $0.value) } + [
        row(.total, basis.totalCells(dimensions), cases)
      ])
  }

  private static let groupColumns = [
    Column("women", "Women", .count), Column("men", "Men", .count),
    Column("girls", "Girls", .count), Column("boys", "Boys", .count),
    Column("group_unknown", "Group unknown", .count),
  ]

  private static func year(_ victim: VictimCase) -> String {
    victim.year.map { "\($0)" } ?? unknown
  }

  private static func device(_ victim: VictimCase) -> String {
    victim.device?.lowercased() ?? unknown
  }

  private static func status(_ victim: VictimCase) -> String {
    victim.isCivilian.map { $0 ? "civilian" : "not civilian" } ?? unknown
  }

  private static func place(of group: String) -> String {
    "\(PersonGroup.allCases.firstIndex { $0.rawValue == group } ?? 9)"
  }

  private static let figureColumns = [
    Column("killed", "Killed", .count), Column("injured", "Injured", .count),
    Column("outcome_unknown", "Outcome unknown", .count), Column("victims", "Victims", .count),
  ]

  private static func table(
    _ cases: [VictimCase], id: String, title: String, columns: [Column],
    _ group: (VictimCase) -> [String], order: ([String]) -> [String] = { $0 },
    cells: ([String]) -> [Cell] = { $0.map { .text($0) } }
  ) -> Table {
    func row(_ style: Row.Style, _ names: [Cell], _ victims: [VictimCase]) -> Row {
      let outcomes = VictimOutcome.allCases.map { outcome in
        Cell.count(victims.count { $0.outcome == outcome })
      }
      var row = Row(style, names + outcomes + [.count(victims.count)])
      row.records = victims.count
      return row
    }
    let groups = Dictionary(grouping: cases, by: group)
      .sorted { order($0.key).lexicographicallyPrecedes(order($1.key)) }
    let blank = Array(repeating: Cell.empty, count: columns.count - 1)
    return Table(
      id: id, title: title, columns: columns + figureColumns,
      rows: groups.map { row(.body, cells($0.key), $0.value) } + [
        row(.total, [.text("Total")] + blank, cases)
      ])
  }
}
