internal import GeometryValues

/// Coordinates as people write them: decimal degrees, degrees and minutes, or with seconds.
///
/// A letter (N, S, E, W, or С, Ю, В, З) may stand in front or behind; the parts are told apart by
/// marks, blanks, dashes or colons; decimals have a point or a comma.
enum CoordinateText {
  /// One coordinate as it was written.
  struct Written: Hashable {
    /// Degrees, north and east above zero.
    var degrees: Double
    /// What the letter or word says it is; nil without one.
    var isLatitude: Bool?
    /// What one of the last digit is worth, in degrees.
    var step: Double
  }

  static let spellings =
    "Write it as 40.38756, 40°23'15.2\"N, 40 23 15.2, 40-23-15N or N40°23.254'."

  /// Reads one coordinate; N, S, E and W give the sign.
  static func read(_ text: String, isLatitude: Bool) throws(ValueFault) -> Double {
    try written(text, isLatitude: isLatitude).degrees
  }

  /// Reads one coordinate with what it says of itself.
  static func written(_ text: String, isLatitude: Bool) throws(ValueFault) -> Written {
    guard let tokens = CoordinateScan.tokens(text), !tokens.contains(.comma) else {
      throw notACoordinate(text)
    }
    let written = try coordinate(tokens[...], of: text)
    guard written.isLatitude == nil || written.isLatitude == isLatitude else {
      throw ValueFault(
        reason: "\"\(text)\" is not a \(isLatitude ? "latitude" : "longitude")",
        remedy: "Check whether latitude and longitude are swapped.")
    }
    return written
  }

  /// Reads the pieces of one coordinate; `text` is what a refusal shows.
  static func coordinate(
    _ pieces: ArraySlice<CoordinateToken>, of text: String
  ) throws(ValueFault) -> Written {
    var rest = pieces.filter { $0 != .gap && $0 != .joint }[...]
    var isLatitude: Bool?
    if case .label(let named) = rest.first {
      isLatitude = named
      rest = rest.dropFirst()
    }
    let side = try takeSide(&rest, text)
    if let side, isLatitude ?? side.isLatitude != side.isLatitude { throw notACoordinate(text) }
    var sign: Bool?
    if case .sign(let isNegative) = rest.first {
      sign = isNegative
      rest = rest.dropFirst()
    }
    if let sign, side != nil {
      throw ValueFault(
        reason:
          "\"\(text)\" has a \(sign ? "minus" : "plus") and a letter for the side of the world",
        remedy: "Write the one or the other: -40.5 or 40.5S, 40.5 or 40.5N.")
    }
    let (value, step) = try value(rest, text)
    let isNegative = sign ?? side?.isNegative ?? false
    return Written(
      degrees: isNegative ? -value : value, isLatitude: side?.isLatitude ?? isLatitude, step: step)
  }

  /// Takes the letter off the front or the back.
  private static func takeSide(
    _ pieces: inout ArraySlice<CoordinateToken>, _ text: String
  ) throws(ValueFault) -> CoordinateToken.Side? {
    var found: CoordinateToken.Side?
    if case .side(let side) = pieces.first {
      found = side
      pieces = pieces.dropFirst()
    }
    if case .side(let side) = pieces.last {
      guard found == nil || found == side else { throw notACoordinate(text) }
      found = side
      pieces = pieces.dropLast()
    }
    return found
  }

  /// Degrees, then minutes, then seconds, each with its mark or none; only the last has decimals.
  private static func value(
    _ pieces: ArraySlice<CoordinateToken>, _ text: String
  ) throws(ValueFault) -> (degrees: Double, step: Double) {
    var parts: [(value: Double, decimals: Int)] = []
    var isMarked = false
    for piece in pieces {
      switch piece {
      case .number(let digits, let decimals):
        guard let number = DecimalText.read(digits), number.isFinite else {
          throw notACoordinate(text)
        }
        parts.append((number, decimals))
        isMarked = false
      case .mark(let place) where place == parts.count - 1 && !isMarked: isMarked = true
      default: throw notACoordinate(text)
      }
    }
    guard let last = parts.last, parts.count <= 3,
      parts.dropLast().allSatisfy({ $0.decimals == 0 })
    else { throw notACoordinate(text) }
    var (degrees, unit) = (0.0, 1.0)
    for (place, part) in parts.enumerated() {
      guard place == 0 || part.value < 60 else {
        throw ValueFault(
          reason: "\"\(text)\" has \(place == 1 ? "minutes" : "seconds") of 60 or more",
          remedy: "Check the figure: minutes and seconds go up to 59. \(spellings)")
      }
      degrees += part.value / unit
      if place < parts.count - 1 { unit *= 60 }
    }
    let tenths = (0..<last.decimals).reduce(1.0) { step, _ in step / 10 }
    return (degrees, tenths / unit)
  }

  static func notACoordinate(_ text: String) -> ValueFault {
    ValueFault(reason: "\"\(text)\" is not a coordinate", remedy: spellings)
  }
}
