import LandRelease

/// One district, or all of them, in the public bulletin.
public struct BulletinLine: Hashable, Sendable {
  /// Land released in the period.
  public var progress: ProgressLine
  /// Anti-personnel mines found.
  public var apMines: Int
  /// Anti-vehicle mines found.
  public var avMines: Int
  /// All other items found.
  public var otherItems: Int
  /// How many records the line rests on.
  public var records: Int

  /// Makes a line; what is found is counted once each.
  public init(
    progress: ProgressLine, apMines: Int = 0, avMines: Int = 0, otherItems: Int = 0,
    records: Int = 0
  ) {
    self.progress = progress
    self.apMines = apMines
    self.avMines = avMines
    self.otherItems = otherItems
    self.records = records
  }
}

/// The bulletin that a programme publishes of a week or a month.
public enum BulletinStatement {
  /// - Parameters:
  ///   - lines: districts with something released, cleared or found in the period.
  ///   - total: of the period.
  ///   - cumulative: from the first record to the end of the period.
  ///   - actors: who worked in the period.
  public static func report(
    _ lines: [BulletinLine], total: BulletinLine, cumulative: BulletinLine, actors: [String],
    people: [Table] = [], basis: StatementBasis
  ) -> Report {
    let period = basis.period
    var running = row([.text("since the first record"), .day(period.to)], cumulative)
    running.isRunning = true
    var bulletin = Table(
      id: "bulletin", title: "Found and released",
      columns: [.words("covers", "Covers"), Column("to", "Until", .date)] + figureColumns,
      rows: [
        row([.text("this period"), .day(period.to)], total),
        running,
      ])
    bulletin.notes = [
      districts(lines.compactMap { $0.progress.group.first }, basis),
      actors.isEmpty
        ? "No operator is named in this period." : "Actors: \(actors.joined(separator: ", ")).",
    ]
    let byDistrict = Table(
      id: "districts", title: "By district",
      columns: basis.groupColumns([.district]) + figureColumns,
      rows: lines.map { row(basis.groupCells([.district], $0.progress.group), $0) }
        + [Row(.total, basis.totalCells([.district]) + cells(total))])
    return basis.report(
      "Bulletin of land release",
      notes: [
        "Released = cancelled + reduced + cleared: what left open land. Net cleared counts each square metre once ever, also where nothing was recorded before.",
        "Other items are unexploded and abandoned ordnance, submunitions, improvised devices and booby traps; small-arms ammunition and fuzes are not counted.",
        "Low = net; records = net + releases without a polygon (unplaced); high = records + statements of actors without records.",
      ],
      tables: [HeadlineTable.table(total.progress), bulletin, byDistrict] + people,
      mainTable: "bulletin")
  }

  /// The districts by name; ground in none stands last.
  private static func districts(_ codes: [String], _ basis: StatementBasis) -> String {
    let names = codes.filter { $0 != District.none }.map { basis.districtNames[$0] ?? $0 }
    if codes.isEmpty { return "No district has a release or a find in this period." }
    let nowhere = names.count < codes.count ? ["(in no district)"] : []
    return "Districts: \((names + nowhere).joined(separator: ", "))."
  }

  private static let figureColumns = [
    Column("ap_mines", "AP mines", .count), Column("av_mines", "AV mines", .count),
    Column("other_items", "Other items", .count), Column("items", "Items", .count),
    Column("cancelled_m2", "Cancelled", .area), Column("reduced_m2", "Reduced", .area),
    Column("cleared_m2", "Cleared", .area), Column("released_m2", "Released", .area),
    Column("net_cleared_m2", "Net cleared", .area),
  ]

  private static func row(_ lead: [Cell], _ line: BulletinLine) -> Row {
    var row = Row(.body, lead + cells(line))
    row.records = line.records
    return row
  }

  private static func cells(_ line: BulletinLine) -> [Cell] {
    let account = line.progress.account
    return [
      .count(line.apMines), .count(line.avMines), .count(line.otherItems),
      .count(line.apMines + line.avMines + line.otherItems),
    ] + account.releasedCells + [.area(account.netCleared)]
  }
}

extension Cell {
  /// A day that may not be known.
  static func day(_ day: CalendarDate?) -> Cell { day.map { .date($0) } ?? .empty }

  /// A text that may be missing or blank.
  static func word(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }
}

extension ReleaseAccount {
  /// Cancelled, reduced, cleared and their sum, as every document shows them together.
  var releasedCells: [Cell] {
    [
      .area(netReleased[.cancelled, default: .zero]), .area(netReleased[.reduced, default: .zero]),
      .area(netReleased[.cleared, default: .zero]), .area(netReleasedTotal),
    ]
  }
}
