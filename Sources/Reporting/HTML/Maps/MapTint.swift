/// How the server's map draws ground of one kind, like the maps of reports.
public struct MapTint: Hashable, Sendable {
  /// The colour of the ground; nil for an outline alone.
  public let fill: String?
  /// The colour of the line.
  public let line: String

  /// - Parameter kind: a class, a kind of release or a state; what is not known is drawn as open.
  public init(_ kind: String) {
    let style = MapStyle(MapFigure.Subject(rawValue: kind) ?? .suspected)
    fill = style.swatch?.tint
    line = style.ink
  }
}
