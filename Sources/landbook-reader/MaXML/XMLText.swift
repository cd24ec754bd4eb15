import Foundation

/// Whether the system's parser can bear the text of an XML file.
///
/// It takes bytes that are no text for names, and an instruction without content for one with, and
/// falls over them.
enum XMLText {
  private static let pieceLength = 1 << 20

  /// - Throws: where a file in UTF-8, which is what XML is in unless it says otherwise, is not, and
  ///   where it has an instruction such as `<?page?>`.
  static func check(_ file: FileBytes) throws(ReaderFault) {
    guard isUTF8(try file.read(1024, at: 0)) else { return }
    var rest: [UInt8] = []
    var place: UInt64 = 0
    var scan = InstructionScan()
    while place < file.count {
      let piece = try file.read(pieceLength, at: place)
      guard !piece.isEmpty else { break }
      place += UInt64(piece.count)
      guard !scan.meetsBareOne(in: piece) else {
        throw ReaderFault("it has an instruction without content, as <?page?> is: take it out")
      }
      rest += piece
      // A letter of several bytes may be cut by the end of the piece, a plain one can't.
      let end = place < file.count ? (rest.lastIndex { $0 < 0x80 } ?? -1) + 1 : rest.count
      guard String(validating: rest[..<end], as: UTF8.self) != nil else {
        throw ReaderFault("it is said to be in UTF-8 and is not: save it as UTF-8")
      }
      rest.removeSubrange(..<end)
      guard rest.count < pieceLength else {
        throw ReaderFault("it is said to be in UTF-8 and is not: save it as UTF-8")
      }
    }
  }

  /// Whether the first bytes of a file say so, or nothing else.
  private static func isUTF8(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    // How "<" and "<?" begin in the encodings of two and four bytes; any other zero is no text.
    let wide: [[UInt8]] = [
      [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0, 0, 0x3C, 0], [0, 0x3C, 0, 0], [0x3C, 0, 0x3F, 0],
      [0, 0x3C, 0, 0x3F],
    ]
    if wide.contains(where: head.starts(with:)) { return false }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    guard let word = text.firstRange(of: "encoding"), let end = text.firstRange(of: "?>"),
      word.upperBound < end.lowerBound
    else { return true }
    let named = text[word.upperBound..<end.lowerBound]
    return named.contains("utf-8") || named.contains("utf8") || named.contains("ascii")
  }
}

/// Looks for instructions such as `<?page?>`, piece by piece.
private struct InstructionScan {
  private enum Place {
    case text, opened, name, ending
  }

  private var place = Place.text

  mutating func meetsBareOne(in piece: [UInt8]) -> Bool {
    for byte in piece {
      switch (place, byte) {
      case (.ending, UInt8(ascii: ">")): return true
      case (.opened, UInt8(ascii: "?")): place = .name
      case (.name, UInt8(ascii: "?")), (.ending, UInt8(ascii: "?")): place = .ending
      case (.name, 0x21...), (.ending, 0x21...): place = .name
      case (_, UInt8(ascii: "<")): place = .opened
      default: place = .text
      }
    }
    return false
  }
}
