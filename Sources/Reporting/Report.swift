/// A statement as a value: what it is about, and its titled tables of typed cells.
///
/// A statement fills one; a renderer turns it into bytes and knows nothing of its subject.
public struct Report: Hashable, Sendable {
  /// The statement's name, on one line.
  public var title: String
  /// The statement's scope in a few words.
  public var subtitle: String?
  /// What the figures rest on, in the order it is printed.
  ///
  /// The area unit is not among them: the renderer stamps the one it prints.
  public var stamps: [Stamp]
  /// What a reader should bear in mind, one sentence each.
  public var notes: [String]
  /// What is wrong with this very statement, one sentence each; printed before any table.
  public var warnings: [String]
  /// The figures, in the order they are printed.
  public var tables: [Table]
  /// Pictures of figures of the tables, for formats that show pictures.
  public var charts: [Chart] = []
  /// Maps, for formats that show pictures.
  public var maps: [MapFigure] = []
  /// What is behind the figures, for formats in which a figure can be opened; ``Row/opens`` names
  /// one of them by its id.
  public var details: [Table] = []
  /// The id of the table that stands for the report in formats with room for one; none is the first.
  public var mainTable: String?

  /// Whether its figures leave out, by themselves, ground of records that a profile restricts.
  public var withholdsRestricted = false

  /// A report; all but its title may come later.
  public init(
    title: String, subtitle: String? = nil, stamps: [Stamp] = [], notes: [String] = [],
    warnings: [String] = [], tables: [Table] = [], mainTable: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.stamps = stamps
    self.notes = notes
    self.warnings = warnings
    self.tables = tables
    self.mainTable = mainTable
  }

  /// The table that stands for the report in formats with room for one.
  public var main: Table? {
    guard let mainTable else { return tables.first }
    return tables.first { $0.id == mainTable }
  }

  /// The report, or one of its tables alone where one is asked for.
  ///
  /// - Throws: `NoSuchTable`, which lists the tables there are.
  public func narrowed(toTable id: String?) throws(NoSuchTable) -> Report {
    guard let id else { return self }
    guard let table = tables.first(where: { $0.id == id }) else {
      throw NoSuchTable(id: id, known: tables.map(\.id))
    }
    var narrow = self
    narrow.tables = [table]
    narrow.charts = charts.filter { $0.table == id }
    narrow.maps = []
    narrow.mainTable = id
    return narrow
  }
}

/// One thing the figures rest on, such as the period or the boundary set.
public struct Stamp: Hashable, Sendable {
  /// The name machines read, in snake_case; it outlives a change of label.
  public var key: String
  /// The name people read.
  public var label: String
  /// What is stamped, as it is printed.
  public var value: String

  /// A stamp for people and machines.
  public init(key: String, label: String, value: String) {
    self.key = key
    self.label = label
    self.value = value
  }
}
