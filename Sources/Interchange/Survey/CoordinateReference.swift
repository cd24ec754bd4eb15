/// What a file says its coordinates are measured in.
public enum CoordinateReference: Hashable, Sendable, CustomStringConvertible {
  /// Longitude and latitude on WGS 84, in that order (RFC 7946).
  case wgs84
  /// An authority's code, such as `EPSG:32638`; longitude or east comes first.
  case code(String)
  /// Well-known text, where the file names no authority.
  case wkt(String)
  /// The file does not say.
  case unstated

  /// Reads an authority code, well-known text or the GeoJSON names of WGS 84.
  public init(text: String?) {
    let trimmed = (text ?? "").trimmingBlanks
    guard !trimmed.isEmpty else {
      self = .unstated
      return
    }
    let code = Self.authorityCode(trimmed.uppercased())
    switch code {
    case "EPSG:4326", "OGC:CRS84", "CRS:84": self = .wgs84
    case .some(let code): self = .code(code)
    case nil: self = .wkt(trimmed)
    }
  }

  /// Whether coordinates are degrees of longitude and latitude, as far as can be told from here.
  public var isGeographic: Bool {
    switch self {
    case .wgs84: true
    case .code(let code): code == "EPSG:4326" || code == "OGC:CRS84" || code == "EPSG:4284"
    case .wkt(let text): text.uppercased().hasPrefix("GEOG")
    case .unstated: false
    }
  }

  /// The text a person reads.
  public var description: String {
    switch self {
    case .wgs84: "EPSG:4326"
    case .code(let code): code
    case .wkt(let text): text
    case .unstated: "not stated"
    }
  }

  /// `EPSG:32638` from that or from `urn:ogc:def:crs:EPSG::32638`.
  private static func authorityCode(_ text: String) -> String? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: true).map(String.init)
    if parts.count >= 5, parts[0] == "URN" { parts = [parts[4 - 0], parts[parts.count - 1]] }
    guard parts.count == 2, parts[0].allSatisfy(\.isLetter), !parts[1].isEmpty,
      parts[1].allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return parts.joined(separator: ":")
  }
}
