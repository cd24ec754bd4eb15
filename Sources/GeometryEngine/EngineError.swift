/// Broken machinery: an operation of GEOS or PROJ that gave no result, in words for a log.
public struct EngineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What failed, why, and what to do next.
  public var description: String

  /// Makes an error of one sentence that says what failed and why.
  public init(_ description: String) {
    self.description = description
  }
}
