/// What a page is made of besides its report.
public struct PageMaterial: Sendable {
  /// The SHA-256 of a text in base64, by which the page's policy knows its own style and scripts;
  /// a page made without it carries no script.
  public var digest: (@Sendable (String) -> String)?
  /// What makes maps move; without it they stand still.
  public var leaflet: LeafletSource?

  /// The material at hand; none is needed.
  public init(digest: (@Sendable (String) -> String)? = nil, leaflet: LeafletSource? = nil) {
    self.digest = digest
    self.leaflet = leaflet
  }
}

/// The library of moving maps, as the page carries it.
public struct LeafletSource: Hashable, Sendable {
  /// Its program.
  public var script: String
  /// Its style.
  public var style: String

  /// Takes both as they are installed, and leaves out what a browser would fetch.
  public init(script: String, style: String) {
    self.script = Self.closed(Self.withoutMap(script))
    self.style = Self.closed(Self.withoutAddresses(Self.withoutMap(style)))
  }

  /// A browser's tools would ask for the file that leads back to the library's source.
  private static func withoutMap(_ text: String) -> String {
    text.replacing(/(\/\/|\/\*)# sourceMappingURL=[^\r\n]*/, with: "")
  }

  /// Every `url(...)` becomes `none`: no picture of the library is used.
  private static func withoutAddresses(_ style: String) -> String {
    var kept = ""
    var rest = style[...]
    while let start = rest.firstRange(of: "url(") {
      kept += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      kept += "none"
      rest = rest.firstIndex(of: ")").map { rest[rest.index(after: $0)...] } ?? ""
    }
    return kept + rest
  }

  /// The end of a style or script can't stand inside one.
  private static func closed(_ text: String) -> String {
    text.replacing("</", with: "<\\/")
  }
}
