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
  /// The id of the table that stands for the report in formats with room for one; none is the first.
  public var mainTable: String?

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
  var main: Table? {
    guard let mainTable else { return tables.first }
    return tables.first { $0.id == mainTable }
  }

  /// The same report with one of its tables alone.
  ///
  /// - Returns: nil where the report has no table of that id.
  public func narrowed(to id: String) -> Report? {
    guard let table = tables.first(where: { $0.id == id }) else { return nil }
    var narrow = self
    narrow.tables = [table]
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
