extension ExactDecimal: CustomStringConvertible {
  /// Reads plain decimal text: `-12.50`, `1e5`, with a point and without separators.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let mantissa = parts.first else { return nil }
    var exponent = 0
    if parts.count == 2 {
      guard let read = Int(parts[1]), (-18...18).contains(read) else { return nil }
      exponent = read
    }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    let fraction = halves.count == 2 ? halves[1] : ""
    guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }),
      halves.count == 1 || !fraction.isEmpty,
      let digits = Int64(halves[0] + fraction), fraction.count <= 18,
      fraction.count - exponent <= 18
    else { return nil }
    let wide = Int128(digits) * Self.powerOfTen(max(0, exponent - fraction.count))
    guard let _ = Int64(exactly: wide) else { return nil }
    self.init(wide: wide, scale: max(0, fraction.count - exponent))
  }

  /// The number with commas between thousands: `106,938.1`.
  public var description: String {
    let places = Array(plainText(of: digits.magnitude))
    let whole = places.dropLast(scale)
    let fraction = places.suffix(scale)
    var grouped: [Character] = []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let tail = fraction.isEmpty ? "" : "." + String(fraction)
    return (digits < 0 ? "-" : "") + String(grouped) + tail
  }

  /// The number for machines: `106938.1`.
  public var plain: String { description.filter { $0 != "," } }

  /// The number for a sentence, to the hundredth.
  var spoken: String { scale > 2 ? "\(rounded(toPlace: -2))" : description }

  private func plainText(of magnitude: UInt64) -> String {
    let text = String(magnitude)
    return String(repeating: "0", count: max(0, scale + 1 - text.count)) + text
  }
}
