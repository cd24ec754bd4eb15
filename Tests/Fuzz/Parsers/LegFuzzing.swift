@testable import Interchange

enum LegFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for unit in [AngleUnit.degrees, .gradians, AngleUnit(word: text) ?? .degrees] {
      guard let bearing = try? PointReading.bearing(text, unit) else { continue }
      if !(0..<360).contains(bearing) { return "is a bearing of \(bearing) degrees" }
    }
    for unit in [LengthUnit.metres, LengthUnit(word: text) ?? .metres] {
      guard let distance = try? PointReading.distance(text, unit) else { continue }
      if !(distance > 0 && distance <= 100_000) { return "is a distance of \(distance) m" }
    }
    if let declination = try? PointReading.declination(text), !(abs(declination) <= 90) {
      return "is a declination of \(declination) degrees"
    }
    _ = NorthReference(word: text)
    _ = PointType(text: text)
    _ = PointType(name: text)
    return nil
  }
}
