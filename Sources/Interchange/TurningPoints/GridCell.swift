/// A zone and two lengths in one cell: `38N 512345 4451234`, `E 512345 N 4451234`, `X=.. Y=..`.
struct GridCell: Hashable {
  var zone: ZoneText?
  /// The easting, or x where the cell says x and y.
  var first: String
  var second: String
  /// Whether the first is surely the easting.
  var isNamed: Bool

  /// Nil where the cell has not two numbers of five digits or more, or has other numbers than
  /// those and a zone in front.
  init?(_ text: String) {
    let plain = NumberText.plainDigits(text).uppercased()
    let numbers = Self.numbers(plain)
    guard numbers.count == 2 else { return nil }
    let front = plain[..<numbers[0].lowerBound].trimmingBlanks
    let between = plain[numbers[0].upperBound..<numbers[1].lowerBound]
    let behind = plain[numbers[1].upperBound...]
    guard !(between + behind).contains(where: \.isNumber) else { return nil }
    let label = between.contains(where: \.isLetter) ? Self.label(front) : nil
    let marks = [label, Self.mark(between), Self.mark(behind)]
    zone = ZoneText(
      label == nil ? front : String(front.dropLast(while: { "=:. ".contains($0) }).dropLast()))
    let isNorthFirst: Bool
    switch (marks[0], marks[1], marks[2]) {
    case ("X", "Y", _), ("Х", "У", _), ("Х", "Y", _):
      isNorthFirst = false
    case ("N", "E", nil), (nil, "N", "E"): isNorthFirst = true
    case ("E", "N", nil), (nil, "E", "N"), (nil, nil, nil): isNorthFirst = false
    default: return nil
    }
    let isBare = zone == nil && marks[1] == nil
    guard zone != nil || label != nil || front.isEmpty else { return nil }
    let places = isNorthFirst ? [numbers[1], numbers[0]] : numbers
    (first, second) = (String(plain[places[0]]), String(plain[places[1]]))
    isNamed = !isBare && !["X", "Х"].contains(marks[0])
  }

  /// Where the long numbers stand, with their decimals.
  private static func numbers(_ text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: \.isNumber) {
      var end = rest[start...].firstIndex { !$0.isNumber } ?? rest.endIndex
      if end < rest.endIndex, rest[end] == "." || rest[end] == "," {
        let decimals = rest[rest.index(after: end)...].prefix(while: \.isNumber)
        // A comma before a long number parts the two.
        if (1...4).contains(decimals.count) { end = decimals.endIndex }
      }
      if rest[start..<end].prefix(while: \.isNumber).count >= 5 { found.append(start..<end) }
      rest = rest[end...]
    }
    return found
  }

  /// The letter that names the number behind it; one that stands at a zone's digits is the zone's.
  private static func label(_ front: String) -> Character? {
    let letters = front.dropLast(while: { "=:. ".contains($0) })
    guard let last = letters.last, "ENXХ".contains(last),
      letters.dropLast().last?.isNumber != true
    else { return nil }
    return last
  }

  /// The letter of a mark such as `mE`, `E` or `Y=`; nil where there is none.
  private static func mark(_ text: Substring) -> Character? {
    var letters = text.filter(\.isLetter)[...]
    if letters.count > 1, letters.first == "M" { letters = letters.dropFirst() }
    return letters.first
  }
}

extension StringProtocol {
  /// The text without the characters of a kind at its end.
  fileprivate func dropLast(while isDropped: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest = rest.dropLast() }
    return rest
  }
}
