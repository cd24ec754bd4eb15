/// Why a file can't be used at all, in words for a person.
public struct SurveyFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is, for the exit code.
  public enum Kind: Hashable, Sendable {
    /// There is no such file or layer.
    case notFound
    /// The file is there and is not usable as data.
    case notUsable
    /// Reading or writing itself failed.
    case inputOutput
    /// The file to write can't be made.
    case cannotCreate
    /// The options ask for something that can't be done.
    case usage
  }

  /// What kind of trouble it is, for the exit code.
  public var kind: Kind
  /// What, where and why.
  public var message: String
  /// What to do next.
  public var remedy: String

  /// Makes a fault of its message, which has no full stop, and its remedy, which has one.
  public init(_ kind: Kind, _ message: String, remedy: String) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  /// The text a person reads.
  public var description: String { "\(message). \(remedy)" }
}
