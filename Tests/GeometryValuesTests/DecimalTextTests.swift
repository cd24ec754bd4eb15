import GeometryValues
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test("reads the nearest number to any digits", arguments: [1, 2, 3])
  func nearest(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<20_000 {
      let text = random.decimalText()
      #expect(DecimalText.read(text) == Double(text), "seed \(seed): \(text)")
    }
  }

  @Test(
    "reads numbers where rounding is hardest",
    arguments: [
      "9007199254740993", "9007199254740992.5", "0.1", "1e22", "1e23", "8.5e-5", "2.5", "0.5",
      "4503599627370496.5", "4503599627370497.5", "18446744073709551615",
      "1844674407370955161.5", "0.000000000000000001", "1.7976931348623157e308", "5e-324",
      "2.2250738585072011e-308", "123456789012345678901234567890", "1e-19",
      "999999999999999999e-19",
      "0", "-0", "0.0000000", "00012.50", "1E+5", "179.99999999999997", "-46.74999999999999289",
    ])
  func hardCases(text: String) {
    #expect(DecimalText.read(text)?.bitPattern == Double(text)?.bitPattern)
  }

  @Test(
    "reads round trips of every kind of coordinate",
    arguments: [46.75, -179.9999999, 89.12345678901234, 1e-9, 0.1 + 0.2, .pi, 499_999.123456789])
  func roundTrip(value: Double) {
    #expect(DecimalText.read("\(value)") == value)
  }

  @Test(
    "refuses what is no number",
    arguments: ["", "-", ".", "e5", "nan", "inf", "0x10", "1 2", "1,5", "--1", "1e"])
  func notNumbers(text: String) {
    #expect(DecimalText.read(text) == nil)
  }

  @Test("stops behind the number")
  func end() {
    let read = Array("x-12.5e1,7".utf8).withUnsafeBufferPointer { DecimalText.read($0, at: 1) }
    #expect(read?.value == -125)
    #expect(read?.end == 8)
  }
}

/// A small generator of random numbers that gives the same ones for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func decimalText() -> String {
    let digits = (0..<Int.random(in: 1...20, using: &self)).map { _ in
      String(Int.random(in: 0...9, using: &self))
    }.joined()
    let point = Int.random(in: 0...digits.count, using: &self)
    var text = digits.prefix(point) + "." + digits.dropFirst(point)
    if text == "." { text = "0." }
    if Int.random(in: 0...3, using: &self) == 0 {
      text += "e\(Int.random(in: -30...30, using: &self))"
    }
    return (Bool.random(using: &self) ? "-" : "") + text
  }
}
