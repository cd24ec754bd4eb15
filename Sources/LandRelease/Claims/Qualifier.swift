/// How firmly a source states a figure (accounting rules, section 7).
public enum Qualifier: String, CaseIterable, Sendable, Codable {
  case exact, some, about, roughly, over, nearly
  case upTo = "up_to"
  case only, mostly, including
  /// A statement without a number of its own: "all", "most", a rank.
  case unquantified
  /// Figures of years that rise or fall, from each to the next where they do so steadily.
  case increase, decrease
  case steadyIncrease = "steady_increase"
  case steadyDecrease = "steady_decrease"

  /// Words of the sources that mean one of the qualifiers.
  public static let aliases: [(word: String, qualifier: Qualifier)] = [
    ("approximately", .about), ("around", .about), ("circa", .about), ("more_than", .over),
    ("at_least", .over), ("almost", .nearly), ("just", .only), ("none", .unquantified),
    ("all", .unquantified), ("superlative", .unquantified), ("ordinal", .exact),
    ("increasing", .increase), ("rising", .increase), ("growing", .increase),
    ("decreasing", .decrease), ("falling", .decrease),
    ("steadily_increasing", .steadyIncrease), ("steadily_rising", .steadyIncrease),
    ("steadily_decreasing", .steadyDecrease), ("steadily_falling", .steadyDecrease),
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

  /// What is said of the way from year to year; nil where a figure is stated.
  public var trend: Trend? {
    switch self {
    case .increase: Trend(isUpward: true, isSteady: false)
    case .decrease: Trend(isUpward: false, isSteady: false)
    case .steadyIncrease: Trend(isUpward: true, isSteady: true)
    case .steadyDecrease: Trend(isUpward: false, isSteady: true)
    default: nil
    }
  }

  /// Whether the figure itself is rounded: the words of nearness.
  public var isRounded: Bool { [.some, .about, .roughly].contains(self) }
}
