/// What the book computes for one claim, in the claim's unit and for the claim's scope.
public struct ComputedFigures: Hashable, Sendable {
  /// One way of counting and what it comes to.
  public struct Basis: Hashable, Sendable {
    /// The word for the basis.
    public var name: String
    /// What it comes to, in the claim's unit.
    public var value: ExactDecimal

    /// A basis and its value.
    public init(_ name: String, _ value: ExactDecimal) {
      self.name = name
      self.value = value
    }
  }

  /// The bases side by side, the one for a silent claim first: `net`, `gross`, `reported`.
  public var bases: [Basis]
  /// The headline with polygons only; low, records and high are none for what is not an area.
  public var low: ExactDecimal?
  /// The headline with unplaced records.
  public var records: ExactDecimal?
  /// The headline with unplaced records and statements.
  public var high: ExactDecimal?
  /// Which share of the recorded area has geometry, 0 to 1.
  public var shareWithGeometry: Double?
  /// How many records the figures rest on; nil where nobody counted.
  public var recordCount: Int?
  /// The measure and the unit the figures are of.
  public var measure: Measure
  /// The unit of every figure here.
  public var unit: String
  /// What the book can answer for.
  public var scope: BookScope
  /// The parts of the way from net upwards, in order: the start, then what each line adds.
  public var bridge: [Basis]
  /// Of a claim of a trend: the whole years in its scope, in order.
  public var years: [YearFigure] = []

  /// The figures of one measure; what a book does not know is left out.
  public init(
    measure: Measure, unit: String, bases: [Basis], low: ExactDecimal? = nil,
    records: ExactDecimal? = nil, high: ExactDecimal? = nil, shareWithGeometry: Double? = nil,
    recordCount: Int? = nil, scope: BookScope = BookScope(), bridge: [Basis] = []
  ) {
    self.measure = measure
    self.unit = unit
    self.bases = bases
    self.low = low
    self.records = records
    self.high = high
    self.shareWithGeometry = shareWithGeometry
    self.recordCount = recordCount
    self.scope = scope
    self.bridge = bridge
  }

  /// The basis that the headline verdict is for: the one the claim names, else the first.
  func headlineBasis(for claim: Claim) -> Basis? {
    guard let name = claim.basis else { return bases.first }
    return bases.first { $0.name == name }
  }
}

/// What a book has records of; a part that is none is not held against a claim.
public struct BookScope: Hashable, Sendable {
  /// The territory the book is about.
  public var territory: String?
  /// Codes, names and aliases of the districts in the book.
  public var districts: Set<String>?
  /// Organisations with records or statements in the book.
  public var actors: Set<String>?
  /// From which day on the book claims to be complete.
  public var begins: CalendarDate?
  /// The day of the last record that counts for the measure.
  public var lastRecord: CalendarDate?

  /// The uses that the book's releases say their land is for; nil where none says any.
  public var landUses: Set<LandUse>?

  /// A scope that holds nothing against a claim.
  public init() {}
}
