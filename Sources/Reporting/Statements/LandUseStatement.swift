public import LandRelease

/// Released land of one use, and how long it waited to be handed over.
public struct UseOfLand: Hashable, Sendable {
  /// The values of the dimensions asked for, in their order.
  public var group: [String]
  /// What the land is for; nil where no record says.
  public var use: LandUse?
  /// How many releases moved or declared ground.
  public var releases = 0
  /// What they come to by the ledger.
  public var account = ReleaseAccount()
  /// What those without a polygon declare.
  public var unplaced = Area.zero
  /// How many clearances were completed.
  public var completed = 0
  /// Days from completion to hand-over, of those handed over.
  public var waits: [Int] = []
  /// The polygons of those handed over.
  public var handedOver = Area.zero
  /// How many of them are still waiting.
  public var waiting = 0
  /// The polygons of those.
  public var waitingArea = Area.zero
  /// When the one that waits longest was completed.
  public var oldest: CalendarDate?

  /// Makes a line of nothing.
  public init(group: [String], use: LandUse?) {
    self.group = group
    self.use = use
  }

  /// Adds a line of other releases.
  public mutating func add(_ other: UseOfLand) {
    releases += other.releases
    account = account + other.account
    unplaced += other.unplaced
    completed += other.completed
    waits += other.waits
    handedOver += other.handedOver
    waiting += other.waiting
    waitingArea += other.waitingArea
    oldest = [oldest, other.oldest].compactMap { $0 }.min()
  }
}

/// Words that records use for what land is for, and what they are read as.
public struct LandUseWord: Hashable, Sendable {
  /// As records have it.
  public var text: String
  /// What it counts as.
  public var reading: LandUse.Reading
  /// How many releases use it.
  public var releases: Int

  /// Makes a word of its parts.
  public init(text: String, reading: LandUse.Reading, releases: Int) {
    self.text = text
    self.reading = reading
    self.releases = releases
  }
}

/// What released land is used for, and how long it waits to be handed over.
public enum LandUseStatement {
  /// Makes the report.
  ///
  /// - Parameter day: the last day on which land was waiting.
  public static func report(
    _ lines: [UseOfLand], by dimensions: [LedgerDimension], words: [LandUseWord],
    asOf day: CalendarDate?, basis: StatementBasis
  ) -> Report {
    var total = UseOfLand(group: [], use: nil)
    for line in lines { total.add(line) }
    let handOver = handOver(lines, total, dimensions, day, basis)
    var report = basis.report(
      "Use of released land",
      notes: [
        "Released is what left open land; gross is the measured polygons as often as records repeat them, surface search left out.",
        "What no record says is not given; it is no use of its own.",
      ], tables: [released(lines, total, dimensions, basis), handOver] + wordTables(words),
      mainTable: "land_use")
    if dimensions.isEmpty {
      report.charts = [
        Chart("Released by use of land", of: "land_use", as: .bars, by: "use", ["released_m2"])
      ]
    }
    return report
  }

  private static func named(_ use: LandUse?) -> Cell { .text(use?.rawValue ?? "not given") }

  private static func names(
    _ dimensions: [LedgerDimension], _ basis: StatementBasis
  ) -> [Column] {
    basis.groupColumns(dimensions) + [.words("use", "Land use")]
  }

  private static func total(_ names: [Column]) -> [Cell] {
    [.text("Total")] + Array(repeating: .empty, count: names.count - 1)
  }

  private static func released(
    _ lines: [UseOfLand], _ total: UseOfLand, _ dimensions: [LedgerDimension],
    _ basis: StatementBasis
  ) -> Table {
    let names = names(dimensions, basis)
    let all = total.account.netReleasedTotal
    func row(_ style: Row.Style, _ names: [Cell], _ line: UseOfLand) -> Row {
      let net = line.account.netReleased
      let kinds: [Cell] = [ReleaseKind.cancelled, .reduced, .cleared].map {
        .area(net[$0] ?? .zero)
      }
      let released = line.account.netReleasedTotal
      var row = Row(
        style,
        names + [.count(line.releases)] + kinds + [
          .area(released), .share(.area(released), of: .area(all)),
          .area(line.account.netCleared), .area(line.account.grossTotal), .area(line.unplaced),
        ])
      row.records = line.releases
      return row
    }
    return Table(
      id: "land_use", title: "Released land by use",
      columns: names + [
        Column("releases", "Releases", .count), Column("cancelled_m2", "Cancelled", .area),
        Column("reduced_m2", "Reduced", .area), Column("cleared_m2", "Cleared", .area),
        Column("released_m2", "Released", .area), Column("share", "Share", .share),
        Column("net_cleared_m2", "Net cleared", .area), Column("gross_m2", "Gross", .area),
        Column("unplaced_m2", "Without polygon", .area),
      ],
      rows: lines.map { row(.body, basis.groupCells(dimensions, $0.group) + [named($0.use)], $0) }
        + [row(.total, Self.total(names), total)])
  }

  private static func handOver(
    _ lines: [UseOfLand], _ total: UseOfLand, _ dimensions: [LedgerDimension],
    _ day: CalendarDate?, _ basis: StatementBasis
  ) -> Table {
    let names = names(dimensions, basis)
    func row(_ style: Row.Style, _ names: [Cell], _ line: UseOfLand) -> Row {
      let waits = line.waits.sorted()
      let oldest = line.oldest.flatMap { oldest in
        day.map { $0.dayNumber - oldest.dayNumber }
      }
      var row = Row(
        style,
        names + [
          .count(line.completed), .count(waits.count), .area(line.handedOver),
          days(waits.first.map(Double.init)), days(Median.of(waits.map(Double.init))),
          days(waits.last.map(Double.init)), .count(line.waiting), .area(line.waitingArea),
          days(oldest.map(Double.init)), line.oldest.map { .date($0) } ?? .empty,
        ])
      row.records = line.completed
      let (over, waiting) = (waits.count, line.waiting)
      row.columnRecords = [
        "handed_over": over, "handed_over_m2": over, "lowest_days": min(over, 1),
        "median_days": over, "highest_days": min(over, 1), "waiting": waiting,
        "waiting_m2": waiting, "longest_days": min(waiting, 1), "oldest": min(waiting, 1),
      ]
      return row
    }
    var table = Table(
      id: "hand_over", title: "Completed clearance: handed over or waiting",
      columns: names + [
        Column("completed", "Completed", .count), Column("handed_over", "Handed over", .count),
        Column("handed_over_m2", "Area handed over", .area),
        Column("lowest_days", "Lowest", .number(unit: "days")),
        Column("median_days", "Median", .number(unit: "days")),
        Column("highest_days", "Highest", .number(unit: "days")),
        Column("waiting", "Waiting", .count), Column("waiting_m2", "Area waiting", .area),
        Column("longest_days", "Longest", .number(unit: "days")),
        Column("oldest", "Waiting since", .date, reveals: .day),
      ],
      rows: lines.filter { $0.completed > 0 }.map {
        row(.body, basis.groupCells(dimensions, $0.group) + [named($0.use)], $0)
      } + [row(.total, Self.total(names), total)])
    table.notes = [
      "Accepted completion reports of clearance, each polygon whole; days from completion to hand-over."
    ]
    if let day { table.notes.append("Waiting at the end of \(day).") }
    return table
  }

  private static func days(_ days: Double?) -> Cell {
    days.map { .number($0, decimals: $0.rounded() == $0 ? 0 : 1) } ?? .empty
  }

  private static func wordTables(_ words: [LandUseWord]) -> [Table] {
    guard words.contains(where: { $0.reading.counted.rawValue != $0.text }) else { return [] }
    return [
      Table(
        id: "words", title: "Words of the records and what they count as",
        columns: [
          Column("text", "As recorded", .text, reveals: .record), .words("use", "Counts as"),
          .words("reading", "Reading"), Column("releases", "Releases", .count),
        ],
        rows: words.map { word in
          var row = Row(
            .body,
            [
              .text(word.text), .text(word.reading.counted.rawValue), .text(word.reading.words),
              .count(word.releases),
            ])
          row.records = word.releases
          return row
        })
    ]
  }
}

extension LandUse.Reading {
  fileprivate var words: String {
    switch self {
    case .use: "known"
    case .several: "several uses"
    case .unknown: "not known"
    }
  }
}
