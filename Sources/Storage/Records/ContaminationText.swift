internal import LandRelease

extension ContaminationTypes {
  private static let texts = (0...ContaminationTypes.all.rawValue).map { bits in
    ContaminationTypes(rawValue: bits).text
  }

  /// The same as `text`, made once for each of the sixty-four sets.
  var storedText: String {
    rawValue < Self.texts.count ? Self.texts[Int(rawValue)] : text
  }

  init?(text: String) {
    self = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let match = Self.words.first(where: { $0.word == part }) else { return nil }
      insert(match.type)
    }
  }
}

extension FieldReader {
  mutating func contamination() throws -> ContaminationTypes {
    let text = try text()
    guard let types = ContaminationTypes(text: text) else {
      throw BookError.damaged("contamination \"\(text)\" is not made of the words of its list")
    }
    return types
  }

  mutating func reportedArea() throws -> ReportedArea? {
    let typed = try optional { try $0.integer() }
    let corrected = try optional { try $0.integer() }
    return typed.map { typed in
      ReportedArea(
        asTyped: Area(squareCentimetres: typed),
        unitCorrected: corrected.map(Area.init(squareCentimetres:)))
    }
  }

  mutating func area() throws -> Area? {
    try optional { try $0.integer() }.map(Area.init(squareCentimetres:))
  }
}
