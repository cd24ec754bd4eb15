import Foundation
import LandRelease
import Testing

@testable import Reporting

struct FixedDecimalTests {
  @Test(arguments: [
    (Int128(0), 0, "0", "0"), (0, 4, "0.0000", "0"), (-1, 4, "-0.0001", "-0.0001"),
    (999, 0, "999", "999"), (1000, 0, "1,000", "1000"), (-100_000, 0, "-100,000", "-100000"),
    (1_234_567_800, 3, "1,234,567.800", "1234567.8"), (-1_234_500, 2, "-12,345.00", "-12345"),
  ])
  func writing(units: Int128, places: Int, grouped: String, shortest: String) {
    let number = FixedDecimal(units: units, places: places)
    #expect(number.groupedText == grouped)
    #expect(number.shortestText == shortest)
  }

  @Test(arguments: [
    (0.05, 1, "0.1"), (-0.05, 1, "-0.1"), (0.049999, 1, "0.0"), (-0.04, 1, "0.0"),
    (2.675, 2, "2.68"),
    (1e-7, 3, "0.000"), (1e21, 0, "1000000000000000000000"), (1.5e-5, 6, "0.000015"),
    (-0.0, 2, "0.00"), (123_456.789, 0, "123457"), (0.1 + 0.2, 1, "0.3"), (5, -3, "5"),
    (9e27, 99, "9000000000000000000000000000.000000000"),
  ])
  func roundingHalfAwayFromZero(number: Double, places: Int, text: String) {
    #expect(FixedDecimal(number)?.rounded(to: places).text == text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e28, .leastNonzeroMagnitude])
  func whatDoesNotFitIsNone(number: Double) {
    #expect(FixedDecimal(number) == nil)
  }

  @Test(arguments: [
    (Int128(1), Int128(3), 3, "0.333"), (2, 3, 3, "0.667"), (-2, 3, 3, "-0.667"),
    (1, -8, 2, "-0.13"),
    (-1, -8, 2, "0.13"), (1, 8, 2, "0.13"), (7, 1, 0, "7"),
  ])
  func dividing(dividend: Int128, divisor: Int128, places: Int, text: String) {
    #expect(FixedDecimal(dividend, dividedBy: divisor, places: places)?.text == text)
    #expect(FixedDecimal(dividend, dividedBy: 0, places: places) == nil)
  }

  @Test(arguments: [
    (Int64(123_456_789_012), AreaUnit.squareMetres, "12,345,679"),
    (123_456_789_012, .hectares, "1,234.6"), (123_456_789_012, .squareKilometres, "12.35"),
    (5_000_000, .hectares, "0.1"), (4_999_999, .hectares, "0.0"), (-4_999_999, .hectares, "0.0"),
    (-5_000_000, .hectares, "-0.1"), (0, .squareKilometres, "0.00"),
    (.max, .squareMetres, "922,337,203,685,478"), (.min, .squareMetres, "-922,337,203,685,478"),
  ])
  func areasForPeople(squareCentimetres: Int64, unit: AreaUnit, figure: String) {
    #expect(Area(squareCentimetres: squareCentimetres).figure(in: unit) == figure)
  }

  @Test(arguments: [
    Cell.share(.area(Area(squareCentimetres: .max)), of: .count(1), decimals: 99),
    .ratio(.max, per: Area(squareCentimetres: 1), decimals: 99), .number(1e300, decimals: 9),
  ])
  func theGreatestFiguresDoNotTrap(cell: Cell) throws {
    let column = Column("x", "", .ratio(of: "items", per: .squareKilometres))
    #expect(!cell.printed(in: .hectares, column: column).isEmpty)
    #expect(try Double(#require(cell.machineNumber(column: column))) ?? 0 > 1e18)
  }

  static let german = "de_DE.UTF-8"
  /// The C macro for this mask does not come through to Swift.
  static let numbers = Int32(1) << LC_NUMERIC

  /// Where the machine has no German locale there is nothing to tell apart.
  @Test(.enabled(if: newlocale(Self.numbers, Self.german, nil) != nil))
  func noLocaleChangesAByte() throws {
    let plain = OutputFormat.allCases.map { $0.render(everyKind) }
    let before = uselocale(try #require(newlocale(Self.numbers, Self.german, nil)))
    defer { uselocale(before) }
    let comma = localeconv().pointee.decimal_point.map { String(cString: $0) }
    #expect(comma == ",")
    #expect(OutputFormat.allCases.map { $0.render(everyKind) } == plain)
  }
}
