/// Numbers written in decimal digits, read fast and exactly.
///
/// Up to nineteen digits with a small exponent are converted with whole-number arithmetic and one
/// rounding; anything longer goes to the standard library. Both give the nearest `Double`.
public enum DecimalText {
  /// Reads the number that begins at `start`, as far as it goes.
  ///
  /// Takes an optional sign, digits with an optional point, and an optional exponent.
  /// - Returns: the value and the index after its last byte, or nil where no number begins.
  public static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (value: Double, end: Int)? {
    guard var scan = Scan(bytes, at: start) else { return nil }
    scan.readExponent(bytes)
    let magnitude =
      scan.exactMagnitude
      ?? Double(
        String(
          decoding: UnsafeBufferPointer(rebasing: bytes[scan.digitsStart..<scan.end]), as: UTF8.self
        ))
    guard let magnitude else { return nil }
    return (scan.isNegative ? -magnitude : magnitude, scan.end)
  }

  /// Reads a whole text as one number, blanks not allowed.
  public static func read(_ text: some StringProtocol) -> Double? {
    var copy = String(text)
    return copy.withUTF8 { bytes in
      guard let (value, end) = read(bytes, at: 0), end == bytes.count else { return nil }
      return value
    }
  }
}

/// The parts of one number: its digits as a whole number and the power of ten they stand at.
private struct Scan {
  var isNegative = false
  var mantissa: UInt64 = 0
  var power = 0
  /// More digits than the mantissa holds were seen, so that it is not the whole number.
  var isCut = false
  let digitsStart: Int
  var end: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    var place = start
    let count = bytes.count
    guard place < count else { return nil }
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    digitsStart = place
    end = place
    var digits = 0
    var hasPoint = false
    while place < count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit < 10 {
        digits += 1
        if mantissa < 1_000_000_000_000_000_000 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          if hasPoint { power -= 1 }
        } else {
          isCut = true
        }
      } else if bytes[place] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    end = place
  }

  mutating func readExponent(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") else { return }
    var place = end + 1
    var isDown = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isDown = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    let firstDigit = place
    var exponent = 0
    while place < bytes.count, bytes[place] &- UInt8(ascii: "0") < 10 {
      exponent = min(exponent * 10 + Int(bytes[place] - UInt8(ascii: "0")), 100_000)
      place += 1
    }
    guard place > firstDigit else { return }
    power += isDown ? -exponent : exponent
    end = place
  }

  /// The nearest `Double`, where whole-number arithmetic can give it.
  var exactMagnitude: Double? {
    guard !isCut else { return nil }
    if mantissa == 0 { return 0 }
    if power == 0 { return Double(mantissa) }
    if power < 0 { return power >= -19 ? quotient(by: Self.powers[-power]) : nil }
    guard power <= 22, mantissa <= 1 << 53 else { return nil }
    var scale = 1.0
    for _ in 0..<power { scale *= 10 }
    return Double(mantissa) * scale
  }

  /// The mantissa divided by a power of ten: 63 bits or more, a sticky bit, then one rounding.
  private func quotient(by divisor: UInt64) -> Double {
    let mantissaShift = mantissa.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let numerator = mantissa << UInt64(mantissaShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift)).dividingFullWidth(
      (numerator >> 1, numerator << 63))
    let rounded = Double(remainder == 0 ? quotient : quotient | 1)
    let exponent = divisorShift - mantissaShift - 63
    return rounded * Double(sign: .plus, exponent: exponent, significand: 1)
  }

  private static let powers: [UInt64] = (0...19).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
