/// The smallest box along the axes that holds a geometry; empty until something is added.
public struct Envelope: Hashable, Sendable {
  /// Least x or longitude; infinite while the box is empty.
  public var minX = Double.infinity
  /// Least y or latitude; infinite while the box is empty.
  public var minY = Double.infinity
  /// Greatest x or longitude; minus infinite while the box is empty.
  public var maxX = -Double.infinity
  /// Greatest y or latitude; minus infinite while the box is empty.
  public var maxY = -Double.infinity

  /// Makes a box with nothing in it, which grows with what is added.
  public init() {}

  /// Makes a box of its bounds as given; a least above its greatest makes it empty.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Whether nothing was added; a box around a single point is not empty.
  public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// Grows the box until it holds the point.
  public mutating func add(x: Double, y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  /// Grows the box until it holds the other one; an empty one adds nothing.
  public mutating func add(_ other: Envelope) {
    guard !other.isEmpty else { return }
    add(x: other.minX, y: other.minY)
    add(x: other.maxX, y: other.maxY)
  }

  /// Whether the two boxes share a point, borders included.
  public func meets(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
