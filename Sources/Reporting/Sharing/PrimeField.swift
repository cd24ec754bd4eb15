/// A whole number modulo 2^31 - 1, in which sums are solved without rounding.
struct PrimeField: Hashable {
  private static let prime: UInt64 = 0x7FFF_FFFF
  static let zero = PrimeField(0)
  static let one = PrimeField(1)

  private let value: UInt64

  init(_ number: Int64) {
    let rest = number % Int64(Self.prime)
    value = UInt64(rest < 0 ? rest + Int64(Self.prime) : rest)
  }

  private init(value: UInt64) { self.value = value }

  static func - (left: PrimeField, right: PrimeField) -> PrimeField {
    PrimeField(value: (left.value + prime - right.value) % prime)
  }

  static func + (left: PrimeField, right: PrimeField) -> PrimeField {
    PrimeField(value: (left.value + right.value) % prime)
  }

  static func * (left: PrimeField, right: PrimeField) -> PrimeField {
    PrimeField(value: left.value * right.value % prime)
  }

  /// The number that gives one with this one, by the small theorem of Fermat.
  var inverse: PrimeField {
    var (result, base, exponent) = (PrimeField.one, self, Self.prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base }
      base = base * base
      exponent >>= 1
    }
    return result
  }
}
