/// A decimal number kept exactly: a whole number times a power of ten.
///
/// Claims are compared with it because a tenth has no exact `Double`. It holds 18 digits; a sum
/// that needs more loses its last decimal places, rounded half away from zero.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  /// The digits, without trailing zeros behind the point.
  public let digits: Int64
  /// How many of the digits stand behind the point: 0 to 18.
  public let scale: Int

  /// Nothing.
  public static let zero = ExactDecimal(0)

  /// A whole number.
  public init(_ whole: Int64) {
    digits = whole
    scale = 0
  }

  /// A number of `digits` with `scale` of them behind the point, so that (1069381, 1) is 106,938.1.
  public init(digits: Int64, scale: Int) {
    self.init(wide: Int128(digits), scale: scale)
  }

  /// The number one at a decimal place: 10,000 for 4, 0.1 for -1.
  public static func place(_ exponent: Int) -> ExactDecimal {
    ExactDecimal(digits: 1, scale: -exponent)
  }

  /// An area in the unit of a claim, exactly.
  public init(_ area: Area, in unit: AreaUnit) {
    let scale =
      switch unit {
      case .squareMetres: 4
      case .hectares: 8
      case .squareKilometres: 10
      }
    self.init(digits: area.squareCentimetres, scale: scale)
  }

  /// Rounds a measured number to `places` behind the point.
  ///
  /// - Returns: nil where the number is not finite or has more than 18 digits.
  public init?(_ number: Double, places: Int) {
    guard (0...15).contains(places) else { return nil }
    let scaled = (number * Double(Self.powerOfTen(places))).rounded()
    guard scaled.isFinite, abs(scaled) < 9e18 else { return nil }
    self.init(digits: Int64(scaled), scale: places)
  }

  init(wide: Int128, scale: Int) {
    var digits = wide
    var scale = scale
    while scale < 0 {
      digits *= 10
      scale += 1
    }
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    while scale > 0, digits.magnitude > UInt128(Int64.max) || scale > 18 {
      digits = Self.divide(digits, by: 10)
      scale -= 1
    }
    // Land and counts never come near; a whole number beyond 64 bits stops at the last of them.
    self.digits = Int64(clamping: digits)
    self.scale = scale
  }

  static func powerOfTen(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }

  /// Rounds half away from zero.
  static func divide(_ value: Int128, by divisor: Int128) -> Int128 {
    let half = divisor / 2
    return value < 0 ? (value - half) / divisor : (value + half) / divisor
  }

  func wide(atScale target: Int) -> Int128 {
    Int128(digits) * Self.powerOfTen(max(0, target - scale))
  }
}

extension ExactDecimal: AdditiveArithmetic {
  /// Adds exactly.
  public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let scale = max(left.scale, right.scale)
    return ExactDecimal(wide: left.wide(atScale: scale) + right.wide(atScale: scale), scale: scale)
  }

  /// Subtracts exactly.
  public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + -right
  }

  /// The number with the other sign.
  public static prefix func - (number: ExactDecimal) -> ExactDecimal {
    ExactDecimal(wide: -Int128(number.digits), scale: number.scale)
  }

  /// Compares exactly, whatever the scales.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let scale = max(left.scale, right.scale)
    return left.wide(atScale: scale) < right.wide(atScale: scale)
  }

  /// Half of the number, exactly.
  public var half: ExactDecimal { ExactDecimal(wide: Int128(digits) * 5, scale: scale + 1) }

  /// The number without its sign.
  public var magnitude: ExactDecimal { digits < 0 ? -self : self }

  /// The number with its point moved to the right, or to the left where `places` is negative.
  public func shifted(by places: Int) -> ExactDecimal {
    ExactDecimal(wide: Int128(digits), scale: scale - places)
  }

  /// Rounds to a decimal place, half away from zero: 119,946 at place 4 is 120,000.
  public func rounded(toPlace exponent: Int) -> ExactDecimal {
    guard scale + exponent > 0 else { return self }
    let quotient = Self.divide(Int128(digits), by: Self.powerOfTen(scale + exponent))
    return ExactDecimal(wide: quotient, scale: -exponent)
  }

  /// The nearest `Double`, for ratios and paces only.
  public var approximate: Double { Double(digits) / Double(Self.powerOfTen(scale)) }
}
