@testable import GeometryValues
@testable import Interchange
@testable import LandRelease

enum CellFuzzing {
  static func run(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    for comma in [NumberText.LoneComma.ambiguous, .decimal] {
      if let value = try? NumberText.read(text, loneComma: comma), !value.isFinite {
        return "is a number without end"
      }
    }
    if let count = try? NumberText.readCount(text), count < 0 { return "is a count below zero" }
    for unit in [nil] + AreaUnit.allCases {
      if let area = try? AreaText.read(text, unit: unit), area < .zero {
        return "is an area below zero"
      }
    }
    _ = ContaminationText.read(text)
    _ = ContaminationText.remedy(ContaminationText.read(text))
    _ = Words.truth(text)
    _ = ForeignWords.meaning(of: text)
    _ = ColumnName.folded(text)
    _ = GeometryText.referenceNumber(text)
    if let geometry = try? GeometryText.read(text) { return GeometryFuzzing.fault(geometry) }
    return nil
  }
}
