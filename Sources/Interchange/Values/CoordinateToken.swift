/// The pieces that written coordinates are made of.
enum CoordinateToken: Hashable {
  /// Digits with a point for decimals, and how many decimals there are.
  case number(String, decimals: Int)
  /// A mark of degrees (0), minutes (1) or seconds (2).
  case mark(Int)
  /// A letter or word for a side of the world.
  case side(Side)
  /// The word latitude or longitude.
  case label(isLatitude: Bool)
  case sign(isNegative: Bool)
  /// A comma, semicolon or bar, which parts two coordinates.
  case comma
  /// A blank.
  case gap
  /// A dash or colon between the parts of one coordinate.
  case joint

  /// A side of the world.
  enum Side: Hashable {
    case north, south, east, west

    var isLatitude: Bool { self == .north || self == .south }
    var isNegative: Bool { self == .south || self == .west }
  }
}

/// Cuts a text into the pieces of coordinates.
struct CoordinateScan {
  private let characters: [Character]
  private var place = 0
  private var tokens: [CoordinateToken] = []
  /// Whether a letter stood for degrees or minutes, so that `s` can stand for seconds.
  private var usesLetterMarks = false

  private init(_ text: String) {
    characters = Array(NumberText.plainDigits(text).uppercased())
  }

  /// The pieces of a text; nil where it holds anything that no coordinate does.
  static func tokens(_ text: String) -> [CoordinateToken]? {
    var scan = CoordinateScan(text)
    while scan.place < scan.characters.count {
      guard let token = scan.next() else { return nil }
      scan.tokens.append(token)
    }
    return scan.tokens
  }

  private func character(_ offset: Int) -> Character? {
    place + offset < characters.count ? characters[place + offset] : nil
  }

  private func isDigit(_ offset: Int) -> Bool {
    character(offset).map { ("0"..."9").contains($0) } ?? false
  }

  private mutating func next() -> CoordinateToken? {
    guard let first = character(0) else { return nil }
    if isDigit(0) { return number() }
    if first.isBlank || first == "_" { return take(.gap) }
    let isMark = first == "º" || Self.minuteMarks.contains(first)
    if first.isLetter, !isMark { return word() }
    switch first {
    case "°", "º", "˚": return take(.mark(0))
    case ",", ";", "|", "/": return take(.comma)
    case ":": return take(.joint)
    case "+": return isDigit(1) ? take(.sign(isNegative: false)) : nil
    case "-", "–", "‐", "‑": return dash()
    default: break
    }
    if Self.secondMarks.contains(first) { return take(.mark(2)) }
    guard Self.minuteMarks.contains(first) else { return nil }
    // Two single strokes are how a keyboard writes seconds.
    if character(1).map(Self.minuteMarks.contains) ?? false {
      place += 1
      return take(.mark(2))
    }
    return take(.mark(1))
  }

  private static let minuteMarks: Set<Character> = ["'", "’", "‘", "′", "´", "`", "ʹ", "ʼ"]
  private static let secondMarks: Set<Character> = ["\"", "”", "“", "″", "„", "ʺ", "ˮ", "¨"]

  private mutating func take(_ token: CoordinateToken, _ length: Int = 1) -> CoordinateToken {
    place += length
    return token
  }

  /// A dash behind a number or mark joins; elsewhere it is a sign.
  private mutating func dash() -> CoordinateToken? {
    switch tokens.last {
    case .number, .mark: return take(.joint)
    default: return isDigit(1) ? take(.sign(isNegative: true)) : nil
    }
  }

  private mutating func number() -> CoordinateToken {
    var digits = ""
    var decimals = 0
    while let digit = character(0), isDigit(0) {
      digits.append(digit)
      place += 1
    }
    if let mark = character(0), mark == "." || mark == ",", isDigit(1) {
      digits.append(".")
      place += 1
      while let digit = character(0), isDigit(0) {
        digits.append(digit)
        decimals += 1
        place += 1
      }
    }
    return .number(digits, decimals: decimals)
  }

  /// The longest known word that begins here; points behind letters are passed over.
  private mutating func word() -> CoordinateToken? {
    var letters = ""
    var ends: [String: Int] = [:]
    var end = place
    while end < characters.count, letters.count < 9,
      characters[end].isLetter || (characters[end] == "." && !letters.isEmpty)
    {
      if characters[end] != "." { letters.append(characters[end]) }
      end += 1
      if characters[end - 1] != "." || end == characters.count { ends[letters] = end }
      if end < characters.count, characters[end] == "." { ends[letters] = end + 1 }
    }
    while !letters.isEmpty {
      if let found = token(letters), let end = ends[letters] {
        place = end
        return found
      }
      letters.removeLast()
    }
    return nil
  }

  private mutating func token(_ word: String) -> CoordinateToken? {
    switch word {
    case "S" where usesLetterMarks && isBehindNumber: return .mark(2)
    case "N", "NORTH", "С", "СШ", "СЕВ": return .side(.north)
    case "S", "SOUTH", "Ю", "ЮШ", "ЮЖН": return .side(.south)
    case "E", "EAST", "В", "ВД", "ВОСТ": return .side(.east)
    case "W", "WEST", "З", "ЗД", "ЗАП": return .side(.west)
    case "D", "DEG", "DEGREES", "ГРАД":
      usesLetterMarks = true
      return .mark(0)
    case "M", "MIN", "MINUTES", "МИН":
      usesLetterMarks = true
      return .mark(1)
    case "SEC", "SECONDS", "СЕК": return .mark(2)
    case "LAT", "LATITUDE", "ШИРОТА": return .label(isLatitude: true)
    case "LON", "LONG", "LONGITUDE", "ДОЛГОТА": return .label(isLatitude: false)
    default: return nil
    }
  }

  private var isBehindNumber: Bool {
    if case .number = tokens.last(where: { $0 != .gap }) { true } else { false }
  }
}
