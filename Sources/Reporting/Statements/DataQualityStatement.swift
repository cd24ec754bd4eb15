public import LandRelease

/// What a data-quality report is made of.
public struct DataQualityFigures: Hashable, Sendable {
  /// Findings that nobody has settled.
  public var open: [FindingLine] = []
  /// Findings accepted with a reason, by rule.
  public var accepted: [String: Int] = [:]
  /// Findings that a correction settled, by rule.
  public var fixed: [String: Int] = [:]
  /// The rules that findings name.
  public var rules: [Rule] = []
  /// How many records have a value in each field that standards ask for.
  public var completeness: [CompletenessLine] = []
  /// How long records took to come.
  public var backlog: [BacklogLine] = []

  /// Starts with nothing found.
  public init() {}
}

/// One field of one sort of record, and how many records have it.
public struct CompletenessLine: Hashable, Sendable {
  /// The sort of record.
  public var records: String
  /// The field.
  public var field: String
  /// How many have a value in it.
  public var given: Int
  /// How many there are.
  public var all: Int

  /// Makes a line of its parts.
  public init(records: String, field: String, given: Int, all: Int) {
    self.records = records
    self.field = field
    self.given = given
    self.all = all
  }
}

/// How long after their day records of one sort and year were recorded.
public struct BacklogLine: Hashable, Sendable {
  /// The sort of record.
  public var records: String
  /// The year in which they count.
  public var year: Int
  /// Days from the effective day to the recorded one, ascending; below zero where the record came first.
  public var days: [Int]

  /// Makes a line of its days in any order.
  public init(records: String, year: Int, days: [Int]) {
    self.records = records
    self.year = year
    self.days = days.sorted()
  }

  /// The day by which half of all had come.
  var median: Int? { days.isEmpty ? nil : days[days.count / 2] }

  /// How many came so many days late.
  func count(_ lag: ClosedRange<Int>) -> Int { days.count { lag.contains($0) } }
}

/// Findings by rule and severity, what records lack, and how late they come.
public enum DataQualityStatement {
  /// No more findings than this are listed one by one; the others are counted by rule.
  public static let listed = 500

  /// Makes the report.
  public static func report(_ figures: DataQualityFigures, basis: StatementBasis) -> Report {
    let ranked = FindingLine.ranked(figures.open)
    var tables = [
      severities(figures), rules(figures), completeness(figures.completeness),
      backlog(figures.backlog), findings(ranked),
    ]
    for index in tables.indices {
      tables[index].section =
        ["severities", "rules", "findings"].contains(tables[index].id)
        ? "Findings" : tables[index].id == "backlog" ? "Backlog" : "Completeness"
    }
    var report = basis.report(
      "Data quality",
      notes: ["Findings are of the whole book as it is known, whatever period is asked for."],
      tables: tables, mainTable: "rules")
    report.charts = [
      Chart("Open findings by rule", of: "rules", as: .bars, by: "rule", ["open"])
    ]
    return report
  }

  private static func moved(_ lines: [FindingLine]) -> Area {
    lines.reduce(.zero) { $0 + ($1.finding.areaEffect ?? .zero) }
  }

  private static func severities(_ figures: DataQualityFigures) -> Table {
    func row(_ style: Row.Style, _ name: String, _ lines: [FindingLine]) -> Row {
      var row = Row(style, [.text(name), .count(lines.count), .area(moved(lines))])
      row.records = lines.count
      return row
    }
    return Table(
      id: "severities", title: "Open findings by severity",
      columns: [
        .words("severity", "Severity"), Column("open", "Open", .count),
        Column("area_effect_m2", "Moves", .area),
      ],
      rows: Finding.Severity.allCases.map { severity in
        row(.body, severity.rawValue, figures.open.filter { $0.finding.severity == severity })
      } + [row(.total, "Total", figures.open)])
  }

  private static func rules(_ figures: DataQualityFigures) -> Table {
    let open = Dictionary(grouping: figures.open, by: \.finding.rule)
    let known = Dictionary(
      figures.rules.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let codes = Set(open.keys).union(figures.accepted.keys).union(figures.fixed.keys)
    let ranked = codes.sorted { left, right in
      let (a, b) = (known[left]?.severity ?? .note, known[right]?.severity ?? .note)
      return a == b ? left < right : a < b
    }
    var table = Table(
      id: "rules", title: "Findings by rule",
      columns: [
        Column("rule", "Rule", .text), .words("severity", "Severity"),
        Column("sentence", "What it says", .text), Column("open", "Open", .count),
        Column("accepted", "Accepted", .count), Column("fixed", "Fixed", .count),
        Column("area_effect_m2", "Moves", .area),
      ],
      rows: ranked.map { code in
        let lines = open[code] ?? []
        var row = Row(
          .body,
          [
            .text(code), .text((known[code]?.severity ?? .note).rawValue),
            known[code].map { .text($0.sentence) } ?? .empty, .count(lines.count),
            .count(figures.accepted[code, default: 0]), .count(figures.fixed[code, default: 0]),
            .area(moved(lines)),
          ])
        row.records = lines.count
        return row
      })
    var total = Row(
      .total,
      [
        .text("Total"), .empty, .empty, .count(figures.open.count),
        .count(figures.accepted.values.reduce(0, +)), .count(figures.fixed.values.reduce(0, +)),
        .area(moved(figures.open)),
      ])
    total.records = figures.open.count
    table.rows.append(total)
    table.notes = [
      "What findings move can overlap: it shows where to look first and adds up to no balance."
    ]
    return table
  }

  private static func findings(_ lines: [FindingLine]) -> Table {
    var table = Table(
      id: "findings", title: "Open findings one by one",
      columns: [
        Column("rule", "Rule", .text), .words("severity", "Severity"),
        Column("record", "Record", .text, reveals: .record),
        Column("message", "Finding", .text, reveals: .record),
        Column("remedy", "What to do", .text),
        Column("area_effect_m2", "Moves", .area),
        Column("file", "File", .text, reveals: .source),
        Column("row", "Row", .count, reveals: .source),
      ],
      rows: lines.prefix(listed).map { line in
        let finding = line.finding
        var row = Row(
          .body,
          [
            .text(finding.rule), .text(finding.severity.rawValue),
            finding.place.record.map { .text($0) } ?? .empty, .text(finding.message),
            .text(finding.remedy), finding.areaEffect.map { .area($0) } ?? .empty,
            finding.place.file.map { .text($0) } ?? .empty,
            finding.place.row.map { .count($0) } ?? .empty,
          ])
        row.records = 1
        return row
      })
    table.notes =
      lines.count > listed
      ? ["The weightiest \(listed) of \(lines.count); landbook check --all lists every one."]
      : []
    return table
  }

  private static func completeness(_ lines: [CompletenessLine]) -> Table {
    var table = Table(
      id: "completeness", title: "Minimum data by field",
      columns: [
        .words("records", "Records"), .words("field", "Field"),
        Column("given", "Given", .count), Column("missing", "Missing", .count),
        Column("all", "All", .count), Column("given_share", "Given, of all", .share),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [
            .text(line.records), .text(line.field), .count(line.given),
            .count(line.all - line.given), .count(line.all),
            .share(.count(line.given), of: .count(line.all)),
          ])
        row.records = line.all
        return row
      })
    table.notes = ["The fields are those that IMAS 05.10 asks for and the book has a place for."]
    return table
  }

  private static func backlog(_ lines: [BacklogLine]) -> Table {
    var table = Table(
      id: "backlog", title: "Days from the work to its record",
      columns: [
        .words("records", "Records"), Column("year", "Year", .text),
        Column("all", "All", .count), Column("before", "Before the day", .count),
        Column("within_30", "Within 30 days", .count),
        Column("within_365", "31 to 365 days", .count),
        Column("later", "Later", .count), Column("median_days", "Median days", .count),
        Column("longest_days", "Longest", .count),
      ],
      rows: lines.map { line in
        var row = Row(
          .body,
          [
            .text(line.records), .text("\(line.year)"), .count(line.days.count),
            .count(line.days.count { $0 < 0 }), .count(line.count(0...30)),
            .count(line.count(31...365)), .count(line.days.count { $0 > 365 }),
            line.median.map { .count($0) } ?? .empty, line.days.last.map { .count($0) } ?? .empty,
          ])
        row.records = line.days.count
        return row
      })
    table.notes = [
      "From the date of information or completion to the day of recording; files without that column are recorded on the day of their import."
    ]
    return table
  }
}
