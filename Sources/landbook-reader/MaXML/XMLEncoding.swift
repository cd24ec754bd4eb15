import Foundation

/// Whether an XML file is in the encoding that it is read in.
enum XMLEncoding {
  private static let pieceLength = 1 << 20

  /// The system's parser takes bytes that are no text for names and falls over them.
  ///
  /// - Throws: where a file in UTF-8, which is what XML is in unless it says otherwise, is not.
  static func check(_ file: FileBytes) throws(ReaderFault) {
    guard isUTF8(try file.read(1024, at: 0)) else { return }
    var rest: [UInt8] = []
    var place: UInt64 = 0
    while place < file.count {
      let piece = try file.read(pieceLength, at: place)
      guard !piece.isEmpty else { break }
      place += UInt64(piece.count)
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
