public import LandRelease

/// How a report is shown to people: unit, language, room.
public struct Presentation: Hashable, Sendable {
  /// What people are shown areas in; machine formats give exact square metres.
  public var unit = AreaUnit.hectares
  /// The terminal's width in characters; none is 100.
  public var width: Int?
  /// The language of labels, numbers and dates.
  public var language = Language.english
  /// Whether comma-separated text is for a spreadsheet, which reads it by the language's habits.
  public var isForSpreadsheet = false
  /// Whether tables have a row of HXL tags under their header, in formats that can.
  public var hasTags = false

  /// The way that is asked for, else hectares and English.
  public init(
    unit: AreaUnit = .hectares, width: Int? = nil, language: Language = .english
  ) {
    self.unit = unit
    self.width = width
    self.language = language
  }

  /// A label or sentence of the program in the language; what it has no words for stays English.
  public func phrase(_ english: String) -> String { language.phrase(english) }

  /// A cell as people read it; blank where there is nothing to say.
  ///
  /// Words of the program are translated with the report, not here.
  public func printed(_ cell: Cell, column: Column) -> String {
    cell.printed(in: unit(of: column), language: language, column: column)
  }

  /// The unit of a column's areas: its own where its document fixes one, else the one asked for.
  public func unit(of column: Column) -> AreaUnit { column.unit ?? unit }

  /// The unit of a report's areas, as it is stamped; none where every column has its own.
  public func unitStamps(of report: Report) -> [(label: String, value: String)] {
    let own = report.tables.flatMap(\.columns).filter { $0.kind == .area }.map(\.unit)
    guard own.contains(nil) else { return [] }
    let isMixed = own.contains { $0 != nil && $0 != unit }
    let value = isMixed ? "\(unit.title) unless a column says otherwise" : unit.title
    return [(phrase("Area unit"), phrase(value))]
  }

  /// A column's label with the unit of its figures.
  public func label(of column: Column) -> String {
    func labelled(_ sign: String) -> String { "\(column.label) (\(sign))" }
    return switch column.kind {
    case .area: labelled(phrase(unit(of: column).symbol))
    case .ratio(let things, let per): labelled("\(phrase(things))/\(phrase(per.symbol))")
    case .number(let sign?): labelled(phrase(sign))
    default: column.label
    }
  }
}
