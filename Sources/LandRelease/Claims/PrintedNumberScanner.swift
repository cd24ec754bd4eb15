/// Finds the numbers in a printed phrase, with the word of magnitude behind each.
struct PrintedNumberScanner {
  /// A run of digits and marks, and the power of ten its word names: 6 for `million`.
  struct Number: Equatable {
    var digits: String
    var power: Int
  }

  var numbers: [Number] = []

  init(_ printed: String) {
    var run = ""
    var rest = printed[...]
    while let character = rest.popFirst() {
      if Self.isDigit(character) {
        run.append(character)
      } else if !run.isEmpty, Self.isMark(character), Self.continuesGroup(character, rest) {
        run.append(Self.isSpace(character) ? " " : character)
      } else if !run.isEmpty {
        numbers.append(Number(digits: run, power: Self.power(after: String(character) + rest)))
        run = ""
      }
    }
    if !run.isEmpty { numbers.append(Number(digits: run, power: 0)) }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isMark(_ character: Character) -> Bool {
    [".", ",", "'", "\u{2019}"].contains(character) || isSpace(character)
  }

  private static func isSpace(_ character: Character) -> Bool {
    [" ", "\u{A0}", "\u{202F}", "\u{2009}"].contains(character)
  }

  /// A point or comma belongs to the number where a digit follows; a space only before three.
  private static func continuesGroup(_ mark: Character, _ rest: Substring) -> Bool {
    let digits = rest.prefix { isDigit($0) }
    return isSpace(mark) ? digits.count == 3 : !digits.isEmpty
  }

  private static func power(after text: String) -> Int {
    let word = text.lowercased().drop { isSpace($0) }.prefix { $0.isLetter }
    switch word {
    case "thousand", "thousands": return 3
    case "million", "millions", "mln": return 6
    case "billion", "billions", "bln": return 9
    default: return 0
    }
  }
}

extension PrintedNumberScanner.Number {
  /// The number with a point and no separators; two where one mark can be either.
  var plainReadings: [String] {
    let marks = digits.filter { $0 == "." || $0 == "," }
    let bare = digits.filter { $0 != " " && $0 != "'" && $0 != "\u{2019}" }
    guard let last = marks.last else { return [bare] }
    let grouped = bare.filter { $0 != "." && $0 != "," }
    let decimal = Self.decimal(bare, point: last)
    if Set(marks).count == 2 { return [decimal] }
    if marks.count > 1 { return [grouped] }
    let behind = bare.split(separator: last, omittingEmptySubsequences: false)
    guard behind[1].count == 3, behind[0] != "0", behind[0].count <= 3 else { return [decimal] }
    // An English text means thousands by a comma; a point before three digits can be both.
    return last == "," ? [grouped] : [decimal, grouped]
  }

  private static func decimal(_ text: String, point: Character) -> String {
    let place = text.lastIndex(of: point) ?? text.endIndex
    let whole = text[..<place].filter { $0 != "." && $0 != "," }
    return whole + "." + text[place...].dropFirst()
  }
}
