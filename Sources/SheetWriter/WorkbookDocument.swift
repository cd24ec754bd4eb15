/// A workbook with what its properties say.
public struct WorkbookDocument: Hashable, Sendable {
  /// The title among the properties.
  public var title: String
  /// The comment among the properties.
  public var comment: String
  /// When it was made, in seconds since 1970; the same for the same content, so that its bytes are.
  public var created: Int
  /// The sheets in their order; the first is the one that opens.
  public var sheets: [Sheet]

  /// Midnight of the first day that the container's own dates can tell.
  public static let noDate = 315_532_800

  /// Describes a workbook.
  public init(title: String, comment: String, created: Int = noDate, sheets: [Sheet]) {
    self.title = title
    self.comment = comment
    self.created = created
    self.sheets = sheets
  }
}
