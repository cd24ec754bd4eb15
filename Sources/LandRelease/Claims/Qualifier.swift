/// How firmly a source states a figure (accounting rules, section 7).
public enum Qualifier: String, CaseIterable, Sendable, Codable {
  case exact, some, about, roughly, over, nearly
  case upTo = "up_to"
  case only, mostly, including
  /// A statement without a number of its own: "all", "most", a rank.
  case unquantified

  /// Words of the sources that mean one of the qualifiers.
  public static let aliases: [(word: String, qualifier: Qualifier)] = [
    ("approximately", .about), ("around", .about), ("circa", .about), ("more_than", .over),
    ("at_least", .over), ("almost", .nearly), ("just", .only), ("none", .unquantified),
    ("all", .unquantified), ("superlative", .unquantified), ("ordinal", .exact),
  ]

  /// Reads the word of a file, with spaces, hyphens or underscores and in any case.
  public init?(word: String) {
    let code = String(word.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    if let known = Qualifier(rawValue: code) {
      self = known
    } else if let alias = Self.aliases.first(where: { $0.word == code }) {
      self = alias.qualifier
    } else {
      return nil
    }
  }

  /// Whether the figure itself is rounded: the words of nearness.
  public var isRounded: Bool { [.some, .about, .roughly].contains(self) }
}
