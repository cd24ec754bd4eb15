/// Every rule about records, alone and beside each other, whoever holds them against a book.
public enum Rulebook {
  /// The rules with their sentences, in no particular order.
  public static let all: [Rule] =
    RecordRules.all.map { $0.rule } + BookRules.all.map { $0.rule }
    + GroundRules.all.map { $0.rule } + [ResubmittedForm.rule, DuplicatePolygon.rule]

  /// The codes of what a run over the whole book looks for; posting keeps its own up to date.
  public static let codes = Set(all.map(\.code)).subtracting(LandRules.ofPosting)
}
