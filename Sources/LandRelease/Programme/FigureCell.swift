/// What an actor reports of one code for one period and place.
struct FigureCell {
  var actor: String
  var code: String
  var id: String
  var from: CalendarDate
  var to: CalendarDate
  /// The district and those above it; empty is the whole programme.
  var places: [String]
  var figures = GroupedFigures()
  var records = 0
  /// The first of its records, for findings.
  var name: String

  var length: Int { to.dayNumber - from.dayNumber }

  /// Whether another figure can be a part of this one, by place and by session.
  func spans(_ place: [String], _ id: String) -> Bool {
    (self.id.isEmpty || self.id == id)
      && (places.first.map { place.contains($0) } ?? true)
  }
}

/// A figure, or what is left of one, that nothing else counts again.
public struct CountedFigure: Hashable, Sendable {
  /// Who reports it.
  public var actor: String
  /// What is counted.
  public var code: String
  /// The district's code; empty where the figure names none.
  public var district: String
  /// The first day of its period.
  public var from: CalendarDate
  /// The last day of its period.
  public var to: CalendarDate
  /// How many.
  public var people: PeopleCount
  /// How many records it rests on.
  public var records: Int
  var places: [String]
  var id: String

  init(_ cell: FigureCell, _ people: PeopleCount) {
    (actor, code, id) = (cell.actor, cell.code, cell.id)
    (from, to, places) = (cell.from, cell.to, cell.places)
    district = cell.places.first ?? ""
    self.people = people
    records = cell.records
  }
}

/// Figures that say different things of the same people.
public struct FigureDoubt: Hashable, Sendable {
  /// What is the matter.
  public enum Kind: Hashable, Sendable {
    /// A total differs from its parts by sex and age.
    case parts
    /// A figure of a longer period or a larger place differs from those within it.
    case finer
    /// Periods or places overlap without one holding the other.
    case crossing
    /// Two rows give the same figure, a district being spelled in two ways.
    case twice
  }

  /// What is the matter.
  public var kind: Kind
  /// The coarser figure, as findings name it.
  public var name: String
  /// What is counted.
  public var code: String
  /// Who reports it.
  public var actor: String
  /// The coarser figure less what counts instead; nil where nothing is compared.
  public var difference: ExactDecimal
  /// The first day of the coarser figure.
  public var from: CalendarDate
  /// Its last day.
  public var to: CalendarDate
  /// Its district's code; empty where it names none.
  public var district: String
}
