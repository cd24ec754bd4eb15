/// A record as the book holds it: what it says, when that was recorded, and its content's hash.
public struct Stored<Content: Hashable & Sendable>: Hashable, Sendable {
  /// The row of the version in the book.
  public var version: Int64
  /// What the record says, as the survey row said it.
  @inlinable public var content: Content {
    get { kept.content }
    set { kept = Kept(newValue) }
  }
  /// ISO 8601 in UTC with milliseconds; the batch's time where the row has none.
  public var recordedAt: String
  /// SHA-256 of the canonical row, hexadecimal.
  public var contentHash: String
  /// The measured area of the polygon; none without a usable polygon.
  public var measuredArea: Area?

  /// Whether the polygon is valid as drawn; an invalid one counts with its repaired ground.
  public var isValid = true
  /// The import batch and the row of its file that brought the version.
  public var batch: Int64?
  /// The data row of that file, counted from 1; nil for records made otherwise.
  public var sourceRow: Int?

  /// Contents are held once, however many lists hold the record: a release is 500 bytes without
  /// its words, and reports sort and sift a million.
  @usableFromInline var kept: Kept

  @usableFromInline final class Kept: Hashable, Sendable {
    @usableFromInline let content: Content

    @usableFromInline init(_ content: Content) { self.content = content }

    @usableFromInline static func == (left: Kept, right: Kept) -> Bool {
      left === right || left.content == right.content
    }

    @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(content) }
  }

  /// Makes a stored record with a valid polygon and no source until they are set.
  public init(
    version: Int64, content: Content, recordedAt: String, contentHash: String, measuredArea: Area?
  ) {
    self.version = version
    kept = Kept(content)
    self.recordedAt = recordedAt
    self.contentHash = contentHash
    self.measuredArea = measuredArea
  }
}
