/// What a point of a survey form is (codes of the reference, section 2.2).
public enum PointType: String, CaseIterable, Sendable {
  case reference, benchmark, start, turning, intermediate, end, closing
  case evidence
  case usageTargetVerified = "usage_target_verified"
  case usageTargetIntended = "usage_target_intended"
  case usageFiring = "usage_firing"
  case other

  /// Whether the perimeter goes through such points.
  public var isPerimeter: Bool {
    switch self {
    case .start, .turning, .intermediate, .end, .closing: true
    default: false
    }
  }

  /// Whether legs may begin at such points.
  var isFixing: Bool { self == .reference || self == .benchmark }

  private static let words: [String: PointType] = [
    "referencepoint": .reference, "ref": .reference, "rp": .reference, "landmark": .reference,
    "lm": .reference, "ориентир": .reference,
    "bm": .benchmark, "benchmarkpoint": .benchmark, "репер": .benchmark,
    "startpoint": .start, "startingpoint": .start, "sp": .start, "datum": .start,
    "datumpoint": .start, "начальная": .start, "начальнаяточка": .start,
    "turningpoint": .turning, "tp": .turning, "vertex": .turning, "corner": .turning,
    "boundarypoint": .turning, "perimeter": .turning, "поворотная": .turning,
    "поворотнаяточка": .turning,
    "intermediatepoint": .intermediate, "ip": .intermediate, "промежуточная": .intermediate,
    "промежуточнаяточка": .intermediate,
    "endpoint": .end, "ep": .end, "конечная": .end, "конечнаяточка": .end,
    "closingpoint": .closing, "closingleg": .closing, "close": .closing,
    "evidencepoint": .evidence, "usageverified": .usageTargetVerified,
    "usageintended": .usageTargetIntended, "firing": .usageFiring,
    "accident": .other, "device": .other, "mine": .other, "note": .other,
  ]

  /// The type of a word, whose trailing number does not count; nil for an unknown word.
  public init?(text: String) {
    var word = ColumnName.folded(text)
    while word.last?.isNumber == true { word.removeLast() }
    let own = Self.allCases.first { ColumnName.folded($0.rawValue) == word }
    guard let type = own ?? Self.words[word] else { return nil }
    self = type
  }

  /// The type that a point's name gives away, such as `BM` or `TP3`.
  init?(name: String) {
    guard name.contains(where: \.isLetter) else { return nil }
    self.init(text: name)
  }
}
