/// What became of an export.
public struct ExportOutcome: Hashable, Sendable {
  /// How many rows or features were written.
  public let rows: Int
  /// Says what a sharing profile left out for being too sensitive; nil where nothing was.
  public let gap: String?
}
