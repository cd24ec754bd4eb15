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
  public static func report(_ cases: [VictimCase], basis: StatementBasis) -> Report {
    let years = Column("year", "Year", .text)
    let tables = [
      table(
        cases, id: "victims", title: "Victims by year, sex and age",
        columns: [years, Column.words("group", "Sex and age")], { [year($0), $0.group.rawValue] },
        order: { [String($0[0]), place(of: $0[1])] }),
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
      ], tables: tables, mainTable: "victims")
    report.charts = [
      Chart(
        "Victims by activity", of: "activities", as: .stackedBars, by: "activity",
        ["killed", "injured", "outcome_unknown"])
    ]
    return report
  }

  private static let unknown = "unknown"

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
