internal import GeometryValues

/// A UTM zone as it is written: `38N`, `38T`, `UTM 38 north`, `EPSG:32638`.
///
/// Behind a zone, C to X are latitude bands as in MGRS, and N and S may be halves of the Earth as
/// well. N is north either way. S is band S (32 to 40 degrees north) where the table has other
/// bands too, and the southern half where the northing can't lie in band S; where both are
/// possible it is refused.
struct ZoneText: Hashable {
  var number: Int
  /// The letter as written.
  var letter: Character?
  /// The half of the Earth where a word or code says it.
  var saysNorth: Bool?

  /// Northings that a place in band S can have, with some kilometres to spare, metres.
  static let northingsOfBandS = 3_530_000.0...4_440_000.0

  /// Whether the letter can only be a band.
  var isBand: Bool { letter.map { $0 != "N" && $0 != "S" } ?? false }

  /// The band's latitudes, where the letter is surely a band.
  var latitudes: ClosedRange<Double>? { isBand ? letter.flatMap(MGRSText.latitudes) : nil }

  /// Reads a zone that is all of a text.
  init?(_ text: String) {
    var rest = NumberText.plainDigits(text).uppercased()[...]
    if let code = Self.code(rest) {
      self = code
      return
    }
    for word in ["WGS84", "WGS 84", "/", "UTM", "ZONE", "ЗОНА"] {
      rest = rest.trimmingBlanks[...]
      if rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    }
    rest = rest.trimmingBlanks[...]
    let digits = rest.prefix { $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits), (1...60).contains(number) else {
      return nil
    }
    self.number = number
    let word = rest.dropFirst(digits.count).trimmingBlanks
    switch word {
    case "", ".0": break
    case "NORTH", "СЕВЕР": saysNorth = true
    case "SOUTH", "ЮГ": saysNorth = false
    default:
      guard word.count == 1, let letter = word.first, MGRSText.bands.contains(letter) else {
        return nil
      }
      self.letter = letter
    }
  }

  private init(number: Int, saysNorth: Bool) {
    self.number = number
    self.saysNorth = saysNorth
  }

  private static func code(_ text: Substring) -> ZoneText? {
    let digits = text.trimmingBlanks.replacing("EPSG:", with: "")
    guard digits.count == 5, let code = Int(digits) else { return nil }
    switch code {
    case 32601...32660: return ZoneText(number: code - 32600, saysNorth: true)
    case 32701...32760: return ZoneText(number: code - 32700, saysNorth: false)
    default: return nil
    }
  }

  /// Whether a northing is counted from the equator northwards.
  ///
  /// - Parameters:
  ///   - lettersAreBands: whether another letter of the table can only be a band.
  ///   - stated: the half of the Earth that the table as a whole is in, if that is said.
  func isNorth(
    northing: Double, lettersAreBands: Bool, stated: Bool?
  ) throws(ValueFault) -> Bool {
    if let said = saysNorth ?? (letter == "S" ? nil : letter.map { $0 >= "N" }) { return said }
    if letter == "S" {
      if lettersAreBands { return true }
      if !Self.northingsOfBandS.contains(northing) { return false }
    }
    if let stated { return stated }
    throw letter == "S"
      ? ValueFault(
        reason: "\"\(number)S\" can be band S, north of the equator, or the southern half",
        remedy:
          "Write \(number) north or \(number) south, or name the reference with --crs EPSG:\(32600 + number)."
      )
      : ValueFault(
        reason: "zone \(number) does not say which half of the Earth it is in",
        remedy:
          "Write \(number)N or \(number) south, or name the reference with --crs EPSG:\(32600 + number)."
      )
  }
}
