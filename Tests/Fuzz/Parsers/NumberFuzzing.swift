import Foundation

@testable import GeometryValues
@testable import LandRelease

enum NumberFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let value = DecimalText.read(text) {
      // The system's own reader takes more spellings; what both take must be the same number.
      if let other = Double(text), other != value { return "is \(value) and should be \(other)" }
      if value.isNaN { return "is no number" }
    }
    if let exact = ExactDecimal(text) {
      guard let again = ExactDecimal(exact.plain), again == exact else {
        return "is read anew as another number"
      }
      _ = PrintedFigure.disagrees(value: exact, printed: text)
      _ = exact.shifted(by: 3)
      _ = exact.rounded(toPlace: -2)
    }
    for figure in PrintedFigure.readings(in: text) { _ = figure.value.description }
    return nil
  }
}
