/// Follows the reading of a text file, and may end it by throwing.
public struct ReadingWatch: Sendable {
  /// Told how many bytes were read, and of how many, each time some more were.
  public let pass: @Sendable (_ read: Int, _ total: Int) throws -> Void

  /// Makes a watch; what `pass` throws ends the reading.
  public init(_ pass: @escaping @Sendable (_ read: Int, _ total: Int) throws -> Void) {
    self.pass = pass
  }
}
