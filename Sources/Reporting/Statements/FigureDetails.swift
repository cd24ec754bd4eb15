public import LandRelease

/// What is behind one figure of a row: its largest parts, and what the rest comes to.
public struct FigureDetail: Hashable, Sendable {
  /// One movement or declaration that is part of a figure.
  public struct Part: Hashable, Sendable {
    /// `hazard ID` or `release ORG/ID`.
    public var record: String
    /// Its day; nil for an undated hazard.
    public var date: CalendarDate?
    /// How the ground moved; nil where it is a declared area and no ground.
    public var transition: Transition?
    /// What it adds to the figure, with its sign.
    public var area: Area

    /// Makes a part; without a transition it is what a record declares.
    public init(record: String, date: CalendarDate?, transition: Transition?, area: Area) {
      self.record = record
      self.date = date
      self.transition = transition
      self.area = area
    }
  }

  /// The key of the column.
  public var key: String
  /// The largest parts, those first that weigh most.
  public var parts: [Part]
  /// How many more there are.
  public var moreCount: Int
  /// What these come to.
  public var moreArea: Area
  /// The command that lists all.
  public var command: String
  /// How many records the figure rests on.
  public var records: Int

  /// Makes the detail of one column's figure.
  public init(
    key: String, parts: [Part], moreCount: Int, moreArea: Area, command: String, records: Int
  ) {
    self.key = key
    self.parts = parts
    self.moreCount = moreCount
    self.moreArea = moreArea
    self.command = command
    self.records = records
  }
}

/// What is behind the figures of one row, and how many records it rests on.
public struct RowDetail: Hashable, Sendable {
  /// By column, in their order; figures of nothing are left out.
  public var figures: [FigureDetail]
  /// How many records the row rests on.
  public var records: Int

  /// Makes the detail of one row.
  public init(figures: [FigureDetail], records: Int) {
    self.figures = figures
    self.records = records
  }
}

enum DetailTable {
  static let columns = [
    Column("record", "Record", .text, reveals: .record),
    Column("date", "Date", .date, reveals: .day),
    .words("from", "From"), .words("to", "To"), .words("cause", "Cause"),
    .words("again", "Again"), Column("area_m2", "Area", .area),
  ]

  /// - Parameter labels: of the columns by key.
  static func table(
    _ detail: RowDetail, id: String, title: String, labels: [String: String]
  ) -> Table {
    Table(
      id: id, title: title, columns: columns,
      rows: detail.figures.flatMap { figure -> [Row] in
        var heading = Row.heading(labels[figure.key] ?? figure.key)
        heading.key = figure.key
        return [heading] + figure.parts.map(row) + rest(figure)
      })
  }

  private static func row(_ part: FigureDetail.Part) -> Row {
    let transition = part.transition
    return Row(
      .body,
      [
        .text(part.record), part.date.map { .date($0) } ?? .empty,
        transition.map { .text($0.from.rawValue) } ?? .empty,
        transition.map { .text($0.to.rawValue) } ?? .empty,
        .text(transition?.cause.rawValue ?? "declared"),
        transition.map { .text($0.again ? "yes" : "no") } ?? .empty, .area(part.area),
      ])
  }

  private static func rest(_ figure: FigureDetail) -> [Row] {
    guard figure.moreCount > 0 else { return [] }
    let text = "\(figure.moreCount) more; all of them: \(figure.command)"
    return [
      Row(.body, [.text(text), .empty, .empty, .empty, .empty, .empty, .area(figure.moreArea)])
    ]
  }
}

extension Report {
  /// Ties the rows of a table to what is behind them.
  ///
  /// - Parameters:
  ///   - table: the id of the table.
  ///   - details: one a row, in the order of the rows that are records; nil where nothing is known.
  ///   - title: of the detail of a row.
  mutating func open(_ table: String, with details: [RowDetail?], title: (Row) -> String) {
    guard let place = tables.firstIndex(where: { $0.id == table }) else { return }
    let labels = Dictionary(
      tables[place].columns.map { ($0.key, $0.label) }, uniquingKeysWith: { first, _ in first })
    var next = 0
    for index in tables[place].rows.indices
    where tables[place].rows[index].style == .body && next < details.count {
      defer { next += 1 }
      guard let detail = details[next] else { continue }
      tables[place].rows[index].records = detail.records
      for figure in detail.figures {
        tables[place].rows[index].columnRecords[figure.key] = figure.records
      }
      if detail.figures.isEmpty { continue }
      let id = "\(table)_\(next + 1)"
      tables[place].rows[index].opens = id
      self.details.append(
        DetailTable.table(
          detail, id: id, title: title(tables[place].rows[index]), labels: labels))
    }
  }
}
