/// A file that somebody sent, and what became of it.
public struct InboxItem: Codable, Hashable, Sendable {
  /// What became of a file.
  public enum Status: String, Codable, Sendable {
    case waiting, accepted, rejected
  }

  /// One thing that happened to it.
  public struct Event: Codable, Hashable, Sendable {
    /// When, in UTC.
    public var at: String
    /// By whom, the name of a token.
    public var by: String
    /// What was done: sent, previewed, accepted, rejected or failed.
    public var what: String
    /// The reason or the outcome.
    public var words: String?
  }

  /// What it is known by: 32 hexadecimal digits of chance.
  public let id: String
  /// The name that the sender's file has, for people alone.
  public let name: String
  /// Who sent it, the name of a token.
  public let sender: String
  /// What its rows are.
  public let subject: String
  /// The coordinate reference that the sender says.
  public let crs: String?
  /// How many bytes it has.
  public let bytes: Int
  /// Their SHA-256.
  public let hash: String
  /// The name of the file in the item's folder.
  let file: String
  /// What became of it.
  public internal(set) var status = Status.waiting
  /// What an import would do, a sentence a line; nil where it was not looked at yet.
  public internal(set) var preview: [String]?
  /// Whether an import would store anything.
  public internal(set) var isUsable = false
  /// The state of the book that the preview is of.
  public internal(set) var previewHead: String?
  /// The batch that it was imported as.
  public internal(set) var batch: Int64?
  /// What happened to it, the first first.
  public internal(set) var history: [Event] = []
}
