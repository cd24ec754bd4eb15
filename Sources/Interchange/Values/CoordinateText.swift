/// Coordinates as people write them: decimal degrees, or degrees, minutes and seconds.
enum CoordinateText {
  /// Reads one coordinate; N, S, E and W give the sign.
  static func read(_ text: String, isLatitude: Bool) throws(ValueFault) -> Double {
    var body = text.trimmingBlanks.uppercased()
    var sign = 1.0
    for (letter, factor, fits) in [
      ("N", 1.0, isLatitude), ("S", -1, isLatitude), ("E", 1, !isLatitude), ("W", -1, !isLatitude),
    ] where body.hasPrefix(letter) || body.hasSuffix(letter) {
      guard fits else {
        throw ValueFault(
          reason: "\"\(text)\" is not a \(isLatitude ? "latitude" : "longitude")",
          remedy: "Check whether latitude and longitude are swapped.")
      }
      sign = factor
      body = body.hasPrefix(letter) ? String(body.dropFirst()) : String(body.dropLast())
      break
    }
    let parts = body.split { "°º˚'’′\"”″ ".contains($0) }.map(String.init)
    guard (1...3).contains(parts.count) else { throw notACoordinate(text) }
    var value = 0.0
    var unit = 1.0
    var isNegative = false
    for (index, part) in parts.enumerated() {
      let number = try NumberText.read(part, loneComma: .decimal)
      guard index == 0 || (number >= 0 && number < 60),
        parts.count == 1 || index == parts.count - 1
          || number == number.rounded()
      else { throw notACoordinate(text) }
      if index == 0 { isNegative = part.hasPrefix("-") }
      value += abs(number) / unit
      unit *= 60
    }
    guard !(isNegative && sign < 0) else { throw notACoordinate(text) }
    return (isNegative ? -1 : sign) * value
  }

  private static func notACoordinate(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not a coordinate", remedy: "Write decimal degrees, such as 40.12345.")
  }
}
