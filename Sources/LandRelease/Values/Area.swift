/// An area of ground in whole square centimetres, so that sums are exact.
///
/// 86,600 km2 is 8.66e14 cm2; `Int64` holds ten thousand times that.
public struct Area: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// The area in whole square centimetres; below zero only in differences.
  public var squareCentimetres: Int64

  /// No ground at all, where sums begin.
  public static let zero = Area(squareCentimetres: 0)

  /// Takes a count of square centimetres as it stands, without rounding.
  public init(squareCentimetres: Int64) {
    self.squareCentimetres = squareCentimetres
  }

  /// Rounds square metres to the nearest square centimetre.
  ///
  /// - Returns: nil where the number is not finite or too great for any ground on Earth.
  public init?(squareMetres: Double) {
    let value = (squareMetres * 10_000).rounded()
    guard value.isFinite, abs(value) < 9e18 else { return nil }
    squareCentimetres = Int64(value)
  }

  /// The area in square metres for measuring and printing; sums stay in square centimetres.
  public var squareMetres: Double { Double(squareCentimetres) / 10_000 }
  /// The area in hectares (10,000 m2) for printing; sums stay in square centimetres.
  public var hectares: Double { Double(squareCentimetres) / 100_000_000 }

  /// Exact decimal square metres with four places, for machines: `-12.0003`.
  public var squareMetresText: String {
    let magnitude = squareCentimetres.magnitude
    let cents = String(magnitude % 10_000)
    let fraction = String(repeating: "0", count: 4 - cents.count) + cents
    return "\(squareCentimetres < 0 ? "-" : "")\(magnitude / 10_000).\(fraction)"
  }

  /// Adds exactly; beyond the greatest area there is, which is more than the Earth has, it stays there.
  ///
  /// Typed areas can be anything, and a book must still open with them.
  public static func + (left: Area, right: Area) -> Area {
    let (sum, isOver) = left.squareCentimetres.addingReportingOverflow(right.squareCentimetres)
    guard isOver else { return Area(squareCentimetres: sum) }
    return Area(squareCentimetres: left.squareCentimetres < 0 ? -.max : .max)
  }

  /// Subtracts exactly; the result can be below zero.
  public static func - (left: Area, right: Area) -> Area {
    left + -right
  }

  /// The same area with the other sign, as what an account takes out.
  public static prefix func - (area: Area) -> Area {
    Area(squareCentimetres: -max(area.squareCentimetres, -.max))
  }

  /// Orders by size, with what lies below zero first.
  public static func < (left: Area, right: Area) -> Bool {
    left.squareCentimetres < right.squareCentimetres
  }
}

/// The unit a figure is printed or typed in.
public enum AreaUnit: String, CaseIterable, Sendable {
  case squareMetres = "m2"
  case hectares = "ha"
  case squareKilometres = "km2"

  /// How many square metres one unit is.
  public var inSquareMetres: Double {
    switch self {
    case .squareMetres: 1
    case .hectares: 10_000
    case .squareKilometres: 1_000_000
    }
  }
}
