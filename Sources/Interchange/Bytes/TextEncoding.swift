import Foundation

/// How the characters of a text file are written as bytes.
public struct TextEncoding: Hashable, Sendable {
  enum Form: Hashable {
    case utf8
    case utf16(isLittle: Bool)
    case utf32(isLittle: Bool)
    /// One byte a character, by the number Foundation gives the table.
    case table(UInt)
  }

  /// The name as a person types it, such as `windows-1251`.
  public let name: String
  let form: Form

  static let utf8 = TextEncoding(name: "utf-8", form: .utf8)

  private static let unicode = [
    utf8,
    TextEncoding(name: "utf-16le", form: .utf16(isLittle: true)),
    TextEncoding(name: "utf-16be", form: .utf16(isLittle: false)),
    TextEncoding(name: "utf-32le", form: .utf32(isLittle: true)),
    TextEncoding(name: "utf-32be", form: .utf32(isLittle: false)),
  ]

  /// The tables of one byte a character, most used first.
  static let tables: [TextEncoding] = [
    ("windows-1252", 12), ("windows-1251", 11), ("windows-1254", 14), ("windows-1256", 0x8000_0506),
    ("windows-1250", 15), ("windows-1253", 13), ("windows-1255", 0x8000_0505),
    ("windows-1257", 0x8000_0507), ("windows-1258", 0x8000_0508), ("iso-8859-1", 5),
    ("iso-8859-2", 9), ("iso-8859-5", 0x8000_0205), ("iso-8859-9", 0x8000_0209),
    ("koi8-r", 0x8000_0A02), ("ibm866", 0x8000_0419), ("macintosh", 30),
  ].map { TextEncoding(name: $0.0, form: .table($0.1)) }

  /// Every name that can be typed.
  public static var names: [String] { (unicode + tables).map(\.name) }

  private init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// The encoding of a name; case, blanks and hyphens don't count, `cp1251` and `latin1` do.
  public init?(named typed: String) {
    func folded(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    var wanted = folded(typed)
    let others = [
      "latin1": "iso88591", "latin2": "iso88592", "latin5": "iso88599", "ascii": "utf8",
      "utf16": "utf16le", "utf32": "utf32le", "cp866": "ibm866", "ansi": "windows1252",
      "mac": "macintosh",
    ]
    wanted = others[wanted] ?? wanted
    if wanted.hasPrefix("cp125") { wanted = "windows" + wanted.dropFirst(2) }
    let all = Self.unicode + Self.tables
    guard let found = all.first(where: { folded($0.name) == wanted }) else { return nil }
    self = found
  }

  /// What a byte order mark says, and its length.
  static func marked(_ start: [UInt8]) -> (TextEncoding?, Int) {
    let marks: [([UInt8], Int)] = [
      ([0xEF, 0xBB, 0xBF], 0), ([0xFF, 0xFE, 0, 0], 3), ([0, 0, 0xFE, 0xFF], 4),
      ([0xFF, 0xFE], 1), ([0xFE, 0xFF], 2),
    ]
    for (mark, place) in marks where start.starts(with: mark) {
      return (unicode[place], mark.count)
    }
    return (nil, 0)
  }

  /// UTF-16 and UTF-32 without a mark, told by where the zero bytes of plain letters lie.
  static func unmarked(_ start: [UInt8]) -> TextEncoding? {
    let start = start.prefix(start.count & ~3)
    guard start.count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for (place, byte) in start.enumerated() where byte == 0 { zeros[place & 3] += 1 }
    let groups = start.count / 4
    // Every second character, at least, is plain: line ends, digits, separators, names.
    let isMost = zeros.map { $0 * 2 > groups }
    switch (isMost[0], isMost[1], isMost[2], isMost[3]) {
    case (false, true, true, true): return unicode[3]
    case (true, true, true, false): return unicode[4]
    case (false, true, false, true): return unicode[1]
    case (true, false, true, false): return unicode[2]
    default: return nil
    }
  }

  func decoder() throws -> TextDecoder {
    switch form {
    case .utf8: return .units(size: 1, isLittle: true)
    case .utf16(let isLittle): return .units(size: 2, isLittle: isLittle)
    case .utf32(let isLittle): return .units(size: 4, isLittle: isLittle)
    case .table: return .table(try characters().map { Array(String($0).utf8) })
    }
  }

  /// What each byte stands for; the mark of replacement where it stands for nothing.
  func characters() throws -> [Character] {
    guard case .table(let number) = form else { return [] }
    let encoding = String.Encoding(rawValue: number)
    let characters: [Character] = (0...255).map { byte in
      let character = String(data: Data([UInt8(byte)]), encoding: encoding)?.first ?? "\u{FFFD}"
      // Some tables fill their gaps with control characters that are no text.
      return ("\u{80}"..."\u{9F}").contains(character) ? "\u{FFFD}" : character
    }
    // A system without the table gives nothing for any byte.
    guard characters[0xC0...].contains(where: { $0 != "\u{FFFD}" }) else {
      throw SurveyFault(
        .usage, "this system has no table for \(name)", remedy: "Save the file as UTF-8.")
    }
    return characters
  }
}
