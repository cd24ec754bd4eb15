public import GeometryValues
public import LandRelease

/// A map of a report: layers of shapes in longitude and latitude on WGS 84, from the bottom up.
public struct MapFigure: Hashable, Sendable {
  /// What a layer shows, which decides how it is drawn.
  public enum Subject: String, CaseIterable, Sendable {
    case district, suspected, confirmed, givenUp = "given_up"
    case cancelled, reduced, cleared, finding
  }

  /// Shapes of one subject.
  public struct Layer: Hashable, Sendable {
    /// What its shapes are.
    public var subject: Subject
    /// What the legend says.
    public var title: String
    /// The shapes, from the bottom up.
    public var shapes: [Shape]
    /// Whether all its ground was released, accepted and handed over, so that anybody may see it.
    public var isHandedOver = false

    /// A layer of shapes.
    public init(_ subject: Subject, title: String, shapes: [Shape]) {
      self.subject = subject
      self.title = title
      self.shapes = shapes
    }
  }

  /// One shape, and what a reader is told who points at it.
  public struct Shape: Hashable, Sendable {
    /// Longitude and latitude, simplified to what a screen shows.
    public var polygon: MultiPolygon
    /// What it is, on one line.
    public var title: String
    /// The id of the detail that it opens.
    public var opens: String?

    /// A shape with what is said of it.
    public init(_ polygon: MultiPolygon, title: String, opens: String? = nil) {
      self.polygon = polygon
      self.title = title
      self.opens = opens
    }
  }

  /// The caption, on one line.
  public var title: String
  /// The layers from the bottom up.
  public var layers: [Layer]
  /// What a reader should bear in mind, one sentence each.
  public var notes: [String]
  /// How sensitive the most sensitive records are that it may show.
  public var mostSensitive = Sensitivity.severe

  /// A map of layers.
  public init(title: String, layers: [Layer], notes: [String] = []) {
    self.title = title
    self.layers = layers
    self.notes = notes
  }
}
