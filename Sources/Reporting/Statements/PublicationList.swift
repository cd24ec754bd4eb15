/// One statement or document that can be asked for.
public struct PublicationLine: Hashable, Sendable {
  /// The name it is asked for by.
  public var name: String
  /// What it is, in a few words.
  public var title: String
  /// Who reads it.
  public var audience: String
  /// The period it wants, in words.
  public var period: String
  /// Whether its rows can be cut by district, month and so on.
  public var isCut: Bool

  /// Makes a line of its parts.
  public init(name: String, title: String, audience: String, period: String, isCut: Bool) {
    self.name = name
    self.title = title
    self.audience = audience
    self.period = period
    self.isCut = isCut
  }
}

/// The statements and documents there are.
public enum PublicationList {
  /// - Parameter lines: one each, in the order they are listed.
  public static func report(_ lines: [PublicationLine]) -> Report {
    Report(
      title: "Statements and documents",
      notes: ["Print one with landbook report NAME; --by cuts those that say so."],
      tables: [
        Table(
          id: "reports", title: "What can be printed",
          columns: [
            Column("name", "Name", .text), .words("what", "What it is"),
            .words("audience", "For"), .words("period", "Period"),
            Column("by", "Cut by --by", .text),
          ],
          rows: lines.map {
            Row(
              .body,
              [
                .text($0.name), .text($0.title), .text($0.audience), .text($0.period),
                .text($0.isCut ? "yes" : "no"),
              ])
          })
      ])
  }
}
