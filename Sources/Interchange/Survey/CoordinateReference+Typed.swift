extension CoordinateReference {
  /// Reads a reference as a person types it: `EPSG:32638`, `32638`, `UTM 38N`, `WGS84` or WKT.
  ///
  /// A UTM zone without a datum is one of WGS 84; without N or S its half of the Earth is not known
  /// and the text is left as it is.
  public init(typed text: String) {
    let folded = text.uppercased().filter { $0.isLetter || $0.isNumber }
    if (4...6).contains(text.trimmingBlanks.count), text.trimmingBlanks.allSatisfy(\.isASCIIDigit) {
      self.init(text: "EPSG:\(text.trimmingBlanks)")
    } else if folded.hasPrefix("EPSG"), folded.dropFirst(4).allSatisfy(\.isASCIIDigit),
      folded.count > 4
    {
      self.init(text: "EPSG:\(folded.dropFirst(4))")
    } else if ["WGS84", "WGS1984", "CRS84", "LATLON", "LONLAT", "DEGREES"].contains(folded) {
      self = .wgs84
    } else if let code = Self.zoneCode(folded) {
      self.init(text: "EPSG:\(code)")
    } else {
      self.init(text: text)
    }
  }

  /// The code of a WGS 84 UTM zone written in words, such as `WGS84UTMZONE38N`.
  private static func zoneCode(_ folded: String) -> Int? {
    var rest = folded[...]
    for start in ["WGS84", "WGS1984"] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    guard rest.hasPrefix("UTM") else { return nil }
    rest = rest.dropFirst(3)
    if rest.hasPrefix("ZONE") { rest = rest.dropFirst(4) }
    let digits = rest.prefix(while: \.isASCIIDigit)
    guard let zone = Int(digits), (1...60).contains(zone) else { return nil }
    switch rest.dropFirst(digits.count) {
    case "N", "NORTH": return 32600 + zone
    case "S", "SOUTH": return 32700 + zone
    default: return nil
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
