/// Tells from the first bytes of a file whether it is UTF-8, and what else it may be.
enum EncodingGuess {
  /// - Throws: ``SurveyFault`` where the text is in another encoding, with what it would look like.
  static func judge(_ bytes: UnsafeBufferPointer<UInt8>, of file: String) throws {
    let (sound, broken) = characters(bytes)
    guard broken > 0 else { return }
    // Now and then a byte of UTF-8 is spoilt: that costs its row, not the file.
    guard broken > sound else { return }
    let likely = try likely(sample(bytes))
    let looks = likely.map { "\($0.encoding.name): \"\($0.text)\"" }.joined(separator: "; ")
    let first = likely.first?.encoding.name ?? "windows-1252"
    throw SurveyFault(
      .notUsable, "\(file) is not UTF-8. As it would look in \(looks)",
      remedy: "Say which it is, such as --encoding \(first), or save it as UTF-8.")
  }

  /// How many characters past ASCII are whole in UTF-8, and how many bytes can't be.
  private static func characters(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (sound: Int, broken: Int) {
    var (sound, broken, place) = (0, 0, 0)
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      // The last character may be cut by the end of what was read.
      if place + length > bytes.count { break }
      let isWhole =
        byte >= 0xC2 && byte < 0xF5
        && (1..<length).allSatisfy { bytes[place + $0] & 0xC0 == 0x80 }
      if isWhole { sound += 1 } else { broken += 1 }
      place += isWhole ? length : 1
    }
    return (sound, broken)
  }

  /// The first words past ASCII, each with the plain letters around it.
  private static func sample(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    func isInWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in bytes {
      if isInWord(byte) {
        word.append(byte)
        continue
      }
      if word.contains(where: { $0 >= 0x80 }) { words.append(word) }
      word = []
      if words.count == 200 { break }
    }
    if word.contains(where: { $0 >= 0x80 }) { words.append(word) }
    return words
  }

  /// The three encodings in which the words look most like words, best first.
  private static func likely(
    _ words: [[UInt8]]
  ) throws -> [(encoding: TextEncoding, text: String)] {
    var found: [(encoding: TextEncoding, text: String, score: Double)] = []
    for encoding in TextEncoding.tables {
      guard let table = try? encoding.characters() else { continue }
      let texts = words.map { word in String(word.map { table[Int($0)] }) }
      let score = texts.reduce(0) { $0 + Self.score($1) } / Double(max(texts.count, 1))
      let look = texts.prefix(3).joined(separator: " ")
      guard !found.contains(where: { $0.text == look }) else { continue }
      found.append((encoding, look, score))
    }
    let best = found.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return best.prefix(3).map { ($0.element.encoding, $0.element.text) }
  }

  /// How much a text is like a word: letters of one script, capitals at its beginning only.
  private static func score(_ word: String) -> Double {
    var score = 0.0
    var before: Character?
    var accentsInRow = 0
    for character in word {
      let isLatin = character.isASCII || ("\u{C0}"..."\u{24F}").contains(character)
      if character == "\u{FFFD}" { score -= 10 }
      if !character.isLetter { score -= 4 }
      accentsInRow = !character.isASCII && isLatin ? accentsInRow + 1 : 0
      // Three accented letters on end are hardly ever a word.
      if accentsInRow > 2 { score -= 3 }
      if let before, before.isLetter, character.isLetter {
        let wasLatin = before.isASCII || ("\u{C0}"..."\u{24F}").contains(before)
        if wasLatin != isLatin { score -= 5 }
        if before.isLowercase, character.isUppercase { score -= 3 }
      }
      // Letters that the languages of the field use hardly ever.
      if "þðÞÐõãÃÝý¥ÿ".contains(character) { score -= 1 }
      before = character
    }
    return score / Double(max(word.count, 1))
  }
}
