/// A figure as a source printed it, with the decimal places its digits stand at.
public struct PrintedFigure: Hashable, Sendable {
  /// The number the print stands for.
  public let value: ExactDecimal
  /// The place of the last printed digit, as a power of ten: -1 for `106,938.1`, 0 for `140,000`.
  public let lastPlace: Int
  /// The place of the last digit that is not zero: 4 for `140,000`, 3 for `25,000`.
  public let lastNonZeroPlace: Int
  /// Whether another reading of the same marks gives another number: `8.086`.
  public let isAmbiguous: Bool

  /// One unit of the last digit that is not zero: 10,000 for `140,000`, 1 for `119,946`.
  public var step: ExactDecimal { .place(lastNonZeroPlace) }
  /// One unit of the last printed digit.
  public var lastDigit: ExactDecimal { .place(lastPlace) }

  /// Finds the figure of a known value in printed words, such as `over 53,000 (53,081) ha`.
  ///
  /// Where no printed number has that value, the digits of the value itself count.
  public init(value: ExactDecimal, printed: String) {
    let readings = Self.readings(in: printed)
    self =
      readings.first { $0.value == value }
      ?? PrintedFigure(value: value, lastPlace: -value.scale, isAmbiguous: false)
  }

  /// Every number the words can be read as: two for `8.086`, one for `2.790,9`.
  public static func readings(in printed: String) -> [PrintedFigure] {
    PrintedNumberScanner(printed).numbers.flatMap { number in
      number.plainReadings.flatMap { plain in
        figures(plain, power: number.power, isAmbiguous: number.plainReadings.count > 1)
      }
    }
  }

  /// Whether the words print a number, and none of their readings is this value.
  public static func disagrees(value: ExactDecimal, printed: String) -> Bool {
    let readings = readings(in: printed)
    return !readings.isEmpty && !readings.contains { $0.value == value }
  }

  private static func figures(_ plain: String, power: Int, isAmbiguous: Bool) -> [PrintedFigure] {
    guard let number = ExactDecimal(plain) else { return [] }
    let decimals = plain.split(separator: ".").dropFirst().first?.count ?? 0
    // The unit may already say thousand or million, so the bare number is a reading too.
    return (power == 0 ? [0] : [power, 0]).map { power in
      PrintedFigure(
        value: number.shifted(by: power), lastPlace: power - decimals, isAmbiguous: isAmbiguous)
    }
  }

  private init(value: ExactDecimal, lastPlace: Int, isAmbiguous: Bool) {
    self.value = value
    self.lastPlace = lastPlace
    self.isAmbiguous = isAmbiguous
    lastNonZeroPlace = Self.lastNonZeroPlace(of: value) ?? lastPlace
  }

  private static func lastNonZeroPlace(of value: ExactDecimal) -> Int? {
    guard value.digits != 0 else { return nil }
    var digits = value.digits
    var place = -value.scale
    while digits % 10 == 0 {
      digits /= 10
      place += 1
    }
    return place
  }
}
