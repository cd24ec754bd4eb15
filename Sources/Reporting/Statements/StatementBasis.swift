public import LandRelease

/// What was known when a statement was made.
public struct Knowledge: Hashable, Sendable {
  /// The last day whose records are known; nil prints none.
  public var day: CalendarDate?
  /// The last batch that is known; 0 where there was none.
  public var throughBatch: Int

  /// Makes it of its parts.
  public init(day: CalendarDate?, throughBatch: Int) {
    self.day = day
    self.throughBatch = throughBatch
  }

  /// "2024-06-30 (through batch 12)".
  public var text: String {
    "\(day?.description ?? "the end") (through batch \(throughBatch))"
  }
}

/// What every statement is stamped with: where its figures come from and how they were made.
public struct StatementBasis: Hashable, Sendable {
  /// The name of the book that the figures come from.
  public var bookName: String
  /// Whether the book describes a country that does not exist, which every output must say.
  public var isSynthetic: Bool
  /// The days that the figures cover.
  public var period: Period
  /// The set of boundaries that districts are counted in.
  public var boundarySet: String
  /// How areas were measured and overlaps worked out.
  public var areaMethod: String
  /// Which records the ledger holds, and how many it lacks.
  public var ledger: String
  /// How many records came after the ledger was last posted; above zero prints a warning.
  public var recordsBehind: Int
  /// Whether some file had neither a review nor an approval column, so that accepted was assumed.
  public var isReviewAssumed: Bool
  /// Names of districts by code.
  public var districtNames: [String: String]
  /// By which day events count.
  public var clock = LedgerClock.effective
  /// What was known; nil is not printed.
  public var knowledge: Knowledge?
  /// What the log of the book ends with; nil is not printed.
  public var logHead: String?
  /// The layers that the figures are of, in words.
  public var layer = Layer.land.rawValue

  /// Makes the stamps of one statement.
  public init(
    bookName: String, isSynthetic: Bool, period: Period, boundarySet: String, areaMethod: String,
    ledger: String, recordsBehind: Int, isReviewAssumed: Bool, districtNames: [String: String]
  ) {
    self.bookName = bookName
    self.isSynthetic = isSynthetic
    self.period = period
    self.boundarySet = boundarySet
    self.areaMethod = areaMethod
    self.ledger = ledger
    self.recordsBehind = recordsBehind
    self.isReviewAssumed = isReviewAssumed
    self.districtNames = districtNames
  }

  /// What every output says: records tell of decisions, never of safety.
  public static let hazardNote = "No record does not mean no hazard."
  /// What every output says of borders.
  public static let boundaryNote =
    "Boundaries and names are those of the data and take no side on the status of any place."

  /// What is said of days of which the book holds nothing.
  public static let emptyPeriodWarning =
    "No records in this period: a zero means that nothing is recorded, not that nothing happened."

  /// What a document says of which a book can lack a part.
  public static let onlyTablesNote = "What has no table here is not recorded in this book."

  /// A report with the stamps and notes that all statements share.
  func report(_ title: String, notes: [String], tables: [Table], mainTable: String? = nil) -> Report
  {
    var warnings: [String] = []
    if isSynthetic {
      warnings.append("SYNTHETIC: this book describes a country that does not exist.")
    }
    if recordsBehind > 0 {
      warnings.append("Ledger behind by \(recordsBehind) records: run landbook post.")
    }
    var allNotes = notes
    if isReviewAssumed {
      allNotes.append(
        "Releases from files with neither a review nor an approval column are taken as accepted.")
    }
    allNotes.append("These are records of decisions. " + Self.hazardNote)
    allNotes.append(Self.boundaryNote)
    return Report(
      title: title,
      stamps: [
        Stamp(key: "book", label: "Book", value: bookName),
        Stamp(key: "period", label: "Period", value: period.text),
        Stamp(key: "clock", label: "Clock", value: clock.words),
      ] + (knowledge.map { [Stamp(key: "known_at", label: "Known at", value: $0.text)] } ?? []) + [
        Stamp(key: "boundary_set", label: "Boundary set", value: boundarySet),
        Stamp(key: "layer", label: "Layer", value: layer),
        Stamp(key: "area_method", label: "Area", value: areaMethod),
        Stamp(key: "ledger", label: "Ledger", value: ledger),
      ] + (logHead.map { [.logHead($0)] } ?? []),
      notes: allNotes, warnings: warnings, tables: tables, mainTable: mainTable)
  }

  /// The columns that name a row's group; a district brings its name along.
  func groupColumns(_ dimensions: [LedgerDimension]) -> [Column] {
    dimensions.flatMap { dimension in
      var column = Column(dimension.rawValue, dimension.label, .text)
      column.isWords = dimension == .kind || dimension == .activity
      return dimension == .district ? [column, Column("name", "Name", .text)] : [column]
    }
  }

  func groupCells(_ dimensions: [LedgerDimension], _ group: [String]) -> [Cell] {
    zip(dimensions, group).flatMap { dimension, value -> [Cell] in
      let cell: Cell = value.isEmpty ? .empty : .text(value)
      guard dimension == .district else { return [cell] }
      let name = value == District.none ? "(in no district)" : districtNames[value]
      return [cell, name.map { .text($0) } ?? .empty]
    }
  }

  /// A total's cells under the group columns.
  func totalCells(_ dimensions: [LedgerDimension]) -> [Cell] {
    let width = groupColumns(dimensions).count
    return width == 0 ? [] : [.text("Total")] + Array(repeating: .empty, count: width - 1)
  }
}

extension LedgerClock {
  /// What the clock goes by, as reports print it.
  var words: String {
    switch self {
    case .effective: "effective (completion) date"
    case .approved: "approved (day of approval; of completion where there is none)"
    case .recorded: "recorded (day of the first record, UTC)"
    }
  }
}

extension LedgerDimension {
  var label: String {
    switch self {
    case .district: "District"
    case .year: "Year"
    case .quarter: "Quarter"
    case .month: "Month"
    case .operatorName: "Operator"
    case .donor: "Donor"
    case .kind: "Kind"
    case .activity: "Activity"
    }
  }
}
