import LandRelease

extension SharingProfile: Decodable {
  fileprivate struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  private static let known: Set<String> = [
    "name", "title", "readers", "columns", "details", "texts", "smallest_cell", "stamps", "maps",
    "exports", "most_sensitive",
  ]

  /// Reads what is there; what is left out removes nothing, and a word that is not known is a
  /// fault, so that no slip of the pen lets something through.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    try Self.refuse(fields.allKeys.map(\.stringValue), known: Self.known)
    name = try fields.decode(String.self, forKey: Key("name"))
    title = try fields.decode(String.self, forKey: Key("title"))
    readers = try fields.decode(String.self, forKey: Key("readers"))
    columns =
      try fields.decodeIfPresent(Set<Column.Reveals>.self, forKey: Key("columns")) ?? []
    details = try fields.decodeIfPresent(Bool.self, forKey: Key("details")) ?? true
    texts = try fields.decodeIfPresent(Bool.self, forKey: Key("texts")) ?? true
    smallestCell = try fields.decodeIfPresent(Int.self, forKey: Key("smallest_cell"))
    mostSensitive = try fields.decodeIfPresent(Sensitivity.self, forKey: Key("most_sensitive"))
    stamps = try fields.decodeIfPresent(Set<String>.self, forKey: Key("stamps")) ?? []
    maps = try fields.decodeIfPresent(MapRule.self, forKey: Key("maps"))
    exports = try fields.decodeIfPresent([String: ExportRule].self, forKey: Key("exports"))
    if let smallestCell, smallestCell < 2 {
      throw SharingFault("'smallest_cell' of the sharing profile '\(name)' must be 2 or more.")
    }
  }

  fileprivate static func refuse(_ keys: [String], known: Set<String>) throws {
    guard let stranger = keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw SharingFault(
      "The sharing profile says '\(stranger)', which is not known. Known are: \(known.sorted().joined(separator: ", "))."
    )
  }
}

extension SharingProfile.ExportRule: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case shapes, decimals, without
  }

  /// Reads a rule; one that says nothing leaves all as it is.
  public init(from decoder: any Decoder) throws {
    try SharingProfile.refuse(
      decoder.container(keyedBy: SharingProfile.Key.self).allKeys.map(\.stringValue),
      known: Set(CodingKeys.allCases.map(\.rawValue)))
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    shapes = try fields.decodeIfPresent(Shapes.self, forKey: .shapes) ?? .whole
    decimals = try fields.decodeIfPresent(Int.self, forKey: .decimals)
    without = try fields.decodeIfPresent(Set<String>.self, forKey: .without) ?? []
  }
}

extension Column.Reveals: Decodable {}
extension MapFigure.Subject: Decodable {}
