/// A latitude and a longitude written in one cell.
struct CoordinatePair: Hashable {
  var latitude: CoordinateText.Written
  var longitude: CoordinateText.Written
  /// Whether neither letters nor words say which is which: latitude comes first then (ISO 6709).
  var isOrderAssumed: Bool

  /// Reads both coordinates of a cell.
  static func read(_ text: String) throws(ValueFault) -> CoordinatePair {
    guard let tokens = CoordinateScan.tokens(text), let cut = cut(tokens),
      !tokens.contains(.comma) || !hasUnclearCommas(text)
    else {
      throw notAPair(text)
    }
    let first = try CoordinateText.coordinate(trimmed(tokens[..<cut]), of: text)
    let second = try CoordinateText.coordinate(trimmed(tokens[cut...]), of: text)
    switch (first.isLatitude, second.isLatitude) {
    case (nil, nil):
      return CoordinatePair(latitude: first, longitude: second, isOrderAssumed: true)
    case (true, false):
      return CoordinatePair(latitude: first, longitude: second, isOrderAssumed: false)
    case (false, true):
      return CoordinatePair(latitude: second, longitude: first, isOrderAssumed: false)
    default: throw notAPair(text)
    }
  }

  /// Whether commas may stand for decimals or between the coordinates: `1,2,3`.
  private static func hasUnclearCommas(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 2, !text.contains(where: { ";|/".contains($0) }) else { return false }
    return parts.dropFirst().count { $0.first?.isBlank ?? true } != 1
  }

  private static func trimmed(_ tokens: ArraySlice<CoordinateToken>) -> ArraySlice<CoordinateToken>
  {
    func isLoose(_ token: CoordinateToken) -> Bool { token == .gap || token == .comma }
    var rest = tokens
    while let first = rest.first, isLoose(first) { rest = rest.dropFirst() }
    while let last = rest.last, isLoose(last) { rest = rest.dropLast() }
    return rest
  }

  /// Where the second coordinate begins; nil where that can be at several places or at none.
  private static func cut(_ tokens: [CoordinateToken]) -> Int? {
    let labels = tokens.indices.filter { if case .label = tokens[$0] { true } else { false } }
    if labels.count == 2, labels[0] == 0 { return labels[1] }
    let sides = tokens.indices.filter { if case .side = tokens[$0] { true } else { false } }
    if sides.count == 2 {
      return sides[0] == 0 ? sides[1] : sides[0] + 1
    }
    guard labels.isEmpty, sides.isEmpty else { return nil }
    let commas = tokens.indices.filter { tokens[$0] == .comma }
    if commas.count == 1 { return commas[0] }
    guard commas.isEmpty else { return nil }
    let numbers = tokens.indices.filter { if case .number = tokens[$0] { true } else { false } }
    let degrees = tokens.indices.filter { tokens[$0] == .mark(0) }
    if degrees.count == 2 { return numbers.last { $0 < degrees[1] }.map { signed($0, tokens) } }
    guard numbers.count == 2, degrees.isEmpty, !tokens.contains(.joint) else { return nil }
    return signed(numbers[1], tokens)
  }

  /// The place of a number's sign, else its own.
  private static func signed(_ place: Int, _ tokens: [CoordinateToken]) -> Int {
    if place > 0, case .sign = tokens[place - 1] { return place - 1 }
    return place
  }

  private static func notAPair(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not a latitude and a longitude",
      remedy:
        "Write both with letters, such as 40°23'15.2\"N 46°45'10\"E, or 40.38756, 46.75278, or a grid: 38T 512345 4451234, or MGRS: 38TNL 12345 67890."
    )
  }
}
