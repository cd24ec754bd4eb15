public import LandRelease

/// One record's, statement's or device's part in a figure.
public struct FigurePart: Hashable, Sendable {
  /// `hazard ID`, `release ORG/ID`, `statement ACTOR` or `device ID`.
  public var record: String
  /// The day it counts on; nil is before everything.
  public var date: CalendarDate?
  /// The district's code; empty where it counts in none alone.
  public var district = ""
  /// The states before and after, of a movement.
  public var states: (from: LandState, to: LandState)? {
    get { from.flatMap { from in to.map { (from, $0) } } }
    set { (from, to) = (newValue?.from, newValue?.to) }
  }
  private var from: LandState?
  private var to: LandState?
  /// Why it counts: the cause of a movement, else what is counted of the record.
  public var cause: String
  /// Whether another record had cleared the ground before; nil where that is no question.
  public var again: Bool?
  /// What it adds to the figure, with its sign.
  public var area = Area.zero
  /// How many items it adds; nil in figures of area.
  public var quantity: Int?
  /// The name of the file it came from; empty where there was none.
  public var file = ""
  /// The data row of that file, counted from 1.
  public var row: Int?

  /// Makes a line that adds nothing yet.
  public init(record: String, date: CalendarDate?, cause: String) {
    self.record = record
    self.date = date
    self.cause = cause
  }

  /// Whether the left line comes first: the larger part, then the earlier day, then by name.
  static func precedes(_ left: FigurePart, _ right: FigurePart) -> Bool {
    let sizes = (left.size, right.size)
    if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
    let days = (left.date?.dayNumber ?? .min, right.date?.dayNumber ?? .min)
    if days.0 != days.1 { return days.0 < days.1 }
    return left.words.lexicographicallyPrecedes(right.words)
  }

  private var size: UInt64 {
    quantity.map { UInt64($0.magnitude) } ?? area.squareCentimetres.magnitude
  }

  private var words: [String] {
    [
      record, district, from?.rawValue ?? "", to?.rawValue ?? "", cause, again == true ? "1" : "0",
      file, row.map { "\($0)" } ?? "",
    ]
  }
}
