/// One figure that a source published about mine action, with what it is said of.
public struct Claim: Hashable, Sendable {
  /// The permanent name of the claim.
  public var id: String
  /// The document it stands in.
  public var source: ClaimSource
  /// What is counted.
  public var measure: Measure
  /// The number stated; none for a statement without one.
  public var value: ExactDecimal?
  /// The figure in the source's own digits and words: `over 25,000`.
  public var printed: String
  /// The unit of the value: `ha`, `items`, `persons`; empty where the source counts nothing.
  public var unit: String
  /// How firmly the source states the figure.
  public var qualifier: Qualifier = .exact
  /// What the figure is said of.
  public var scope = ClaimScope()
  /// The basis the source says it counts by: `net`, `gross`, `reported`; none where it is silent.
  public var basis: String?
  /// Where in the source the figure stands.
  public var place: String?
  /// The source's own words.
  public var quote: String?
  /// Whether the source itself calls the figure an estimate.
  public var isInitialEstimate = false
  /// Plain facts about the claim.
  public var note: String?
  /// The run of figures, over time, that this one belongs to.
  public var series: String?
  /// The claim whose figure this one is a part of.
  public var partOf: String?
  /// Which of several splits of one total a part belongs to; only parts of one split add up.
  public var split: String?
  /// Whose part it is, where a total is split by actor.
  public var actor: String?
  /// Which use the land is for, where a total is split by land use.
  public var landUse: String?
  /// First day of the period where the figure counts one period and not all since `scope.since`.
  public var periodFrom: CalendarDate?
  /// Claims about the very same quantity, here or in another source.
  public var sameAs: [String] = []
  /// The order within a series among figures of one day.
  public var order: Int?

  /// A claim with what every claim has; the rest is set afterwards.
  public init(
    id: String, source: ClaimSource, measure: Measure, value: ExactDecimal?, printed: String,
    unit: String
  ) {
    self.id = id
    self.source = source
    self.measure = measure
    self.value = value
    self.printed = printed
    self.unit = unit
  }

  /// The figure with the places of its digits; none where nothing is quantified.
  public var figure: PrintedFigure? {
    value.map { PrintedFigure(value: $0, printed: printed) }
  }

  /// Whether the figure counts one period; the others count from `scope.since` on.
  public var isOfPeriod: Bool { periodFrom != nil }
}

/// The document a claim stands in.
public struct ClaimSource: Hashable, Sendable {
  /// The short name of the document.
  public var key: String
  /// The title of the document.
  public var title: String
  /// Where the document can be found.
  public var address: String?
  /// The day of publication, where it is known.
  public var published: CalendarDate?

  /// A document by its key and title.
  public init(
    key: String, title: String, address: String? = nil, published: CalendarDate? = nil
  ) {
    self.key = key
    self.title = title
    self.address = address
    self.published = published
  }
}

/// What a claim is said of: where, by whom, since when, until when, counting which items.
public struct ClaimScope: Hashable, Sendable {
  /// The territory in the words of the source.
  public var territory: String?
  /// Codes or names of districts; none means the whole territory.
  public var districts: [String] = []
  /// The organisations whose work is counted; none where the source does not say.
  public var actors: [String] = []
  /// The first day counted, where the source names it.
  public var since: CalendarDate?
  /// The last day counted.
  public var asOf: CalendarDate?
  /// Which items are counted, in the words of the source.
  public var items: String?

  /// A scope that says nothing yet.
  public init() {}
}

/// The claims of one file, all of one source.
public struct ClaimDocument: Hashable, Sendable {
  /// The source of every claim in the file.
  public var source: ClaimSource
  /// The claims, in the order of the file.
  public var claims: [Claim]

  /// A source and its claims.
  public init(source: ClaimSource, claims: [Claim]) {
    self.source = source
    self.claims = claims
  }
}
