public import LandRelease

/// One typed figure or text of a table.
///
/// Decimals say how a figure is printed for people; machines get it whole.
public enum Cell: Hashable, Sendable {
  case text(String)
  /// A whole number that people read grouped. A year is a text.
  case count(Int)
  case area(Area)
  /// A part of a whole, printed in percent; nothing is printed for a part of zero.
  case share(Quantity, of: Quantity, decimals: Int = 1)
  /// So many on an area; the unit of area is that of the column.
  case ratio(Int, per: Area, decimals: Int = 1)
  case number(Double, decimals: Int = 1)
  case date(CalendarDate)
  case empty
  /// A figure or text that a sharing profile left out: it is not zero, and not nothing.
  case withheld
}

/// What a share is a share of.
public enum Quantity: Hashable, Sendable {
  case count(Int)
  case area(Area)

  /// Pieces, or square centimetres.
  var units: Int128 {
    switch self {
    case .count(let count): Int128(count)
    case .area(let area): Int128(area.squareCentimetres)
    }
  }
}

extension Cell {
  /// What stands for a figure that was left out, in formats for people and in CSV alike.
  static let withheldWord = "withheld"

  /// Whether the cell may stand in a column of that kind.
  func fits(_ kind: Column.Kind) -> Bool {
    switch (self, kind) {
    case (.empty, _), (.withheld, _), (.text, .text), (.count, .count), (.area, .area),
      (.share, .share),
      (.ratio, .ratio), (.number, .number), (.date, .date):
      true
    default: false
    }
  }

  /// The words of a text cell; blank for any other.
  var printedText: String {
    if case .text(let text) = self { text } else { "" }
  }
}
