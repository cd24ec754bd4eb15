/// A decimal number with a fixed count of places, exact in every step but a stated rounding.
///
/// Figures are printed through it and never through a formatter, so that no locale of the machine
/// can change a byte.
struct FixedDecimal: Hashable {
  /// No figure is printed with more places; keeps every product below within 128 bits.
  static let mostPlaces = 9

  /// The number times ten to the power of `places`.
  let units: Int128
  let places: Int

  init(units: Int128, places: Int) {
    self.units = units
    self.places = places
  }

  /// Divides and rounds half away from zero.
  ///
  /// - Returns: nil where the divisor is zero.
  init?(_ dividend: Int128, dividedBy divisor: Int128, places: Int) {
    guard divisor != 0 else { return nil }
    let scaled = dividend * Self.power(of: places)
    self.init(units: Self.rounding(scaled, dividedBy: divisor), places: places)
  }

  /// The shortest decimal that reads back as the same number.
  ///
  /// - Returns: nil where the number is not finite, has more than 28 digits before the point or
  ///   more than 36 after it.
  init?(_ number: Double) {
    guard number.isFinite, abs(number) < 1e28 else { return nil }
    let halves = number.description.split(separator: "e")
    let mantissa = halves[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let places = fraction.count - (halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
    guard places <= 36 else { return nil }
    let digits = Int128(mantissa[0] + fraction) ?? 0
    self.init(units: digits * Self.power(of: max(0, -places)), places: max(0, places))
  }

  /// The number with so many places, rounded half away from zero.
  func rounded(to wanted: Int) -> FixedDecimal {
    let wanted = min(max(wanted, 0), Self.mostPlaces)
    guard wanted < places else {
      return FixedDecimal(units: units * Self.power(of: wanted - places), places: wanted)
    }
    let scale = Self.power(of: places - wanted)
    return FixedDecimal(units: Self.rounding(units, dividedBy: scale), places: wanted)
  }

  /// For machines: `-1234.50`.
  var text: String { text(.machine) }

  /// For machines, without the zeros that say nothing: `-1234.5`.
  var shortestText: String { shortest.text }

  /// The number without the zeros that say nothing.
  var shortest: FixedDecimal {
    var units = units
    var places = places
    while places > 0, units % 10 == 0 {
      units /= 10
      places -= 1
    }
    return FixedDecimal(units: units, places: places)
  }

  /// For people who read English: `-1,234.50`.
  var groupedText: String { text(.english) }

  /// The number with the marks of a language.
  func text(_ style: NumberStyle) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = units < 0 ? style.minus : ""
    let whole = Self.grouped(String(padded.dropLast(places)), by: style.group)
    return sign + whole + (places > 0 ? style.decimal + padded.suffix(places) : "")
  }

  private static func grouped(_ digits: String, by mark: String) -> String {
    guard !mark.isEmpty else { return digits }
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += mark }
      text.append(digit.element)
    }
  }

  private static func rounding(_ dividend: Int128, dividedBy divisor: Int128) -> Int128 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
  }

  private static func power(of exponent: Int) -> Int128 {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }
}
