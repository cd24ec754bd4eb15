/// A way in which coordinates are commonly wrong; the words are those of `--fix`.
public enum CoordinateSlip: String, CaseIterable, Sendable {
  /// Longitude and latitude, or east and north, change places.
  case swap
  /// A western longitude or a southern latitude without its minus.
  case sign
  /// Metres of another zone or projection than the file states.
  case zone
  /// Metres where the file states degrees, or degrees where it states metres.
  case units
  /// A factor of ten: digits or the decimal point were lost.
  case digits
  /// Another datum than the file states, some ten to some hundred metres away.
  case datum

  /// The permanent code of the rule that a finding of this slip belongs to.
  public var rule: String {
    switch self {
    case .swap: "RD40"
    case .sign: "RD41"
    case .zone: "RD42"
    case .units: "RD43"
    case .digits: "RD44"
    case .datum: "RD45"
    }
  }
}

/// Which of the corrections that trials propose may be made.
public enum CoordinateFixes: Hashable, Sendable {
  /// Propose, correct nothing, and refuse a file that lies nowhere as it stands.
  case proposed
  /// Correct what these slips explain.
  case made(Set<CoordinateSlip>)
  /// Take the coordinates as the file states them, whatever trials say.
  case never

  /// Reads what follows `--fix`: `all`, `none`, or slips parted by commas.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "all", "": self = .made(Set(CoordinateSlip.allCases))
    case "none": self = .never
    default:
      let words = text.lowercased().split(separator: ",")
      let slips = words.compactMap { CoordinateSlip(rawValue: String($0)) }
      guard !slips.isEmpty, slips.count == words.count else { return nil }
      self = .made(Set(slips))
    }
  }

  /// Whether a slip is corrected.
  public func makes(_ slip: CoordinateSlip) -> Bool {
    if case .made(let slips) = self { return slips.contains(slip) }
    return false
  }
}
