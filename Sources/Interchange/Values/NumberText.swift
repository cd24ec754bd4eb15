import GeometryValues

/// Numbers as people write them; whatever can be read two ways is refused.
enum NumberText {
  /// What a comma that is the only mark in a number stands for.
  enum LoneComma { case ambiguous, decimal }

  /// Reads a number whose whole text it is.
  static func read(
    _ text: String, loneComma: LoneComma = .ambiguous
  ) throws(ValueFault) -> Double {
    let plain = plainDigits(text)
    // Digits, a point and an exponent are what machines write: no marks to weigh.
    if let value = DecimalText.read(plain), value.isFinite { return value }
    guard let normal = try withoutGrouping(plain, text, loneComma),
      let value = DecimalText.read(normal), value.isFinite
    else { throw notANumber(text) }
    return value
  }

  /// Reads a whole number that is not negative.
  static func readCount(_ text: String) throws(ValueFault) -> Int {
    let value = try read(text)
    guard value >= 0, value == value.rounded(), value < 1e12 else {
      throw ValueFault(
        reason: "\"\(text)\" is not a count", remedy: "Write a whole number, 0 or more.")
    }
    return Int(value)
  }

  /// Splits a number from the words behind it, such as `1,5 ha`.
  static func splitUnit(_ text: String) -> (number: String, unit: String) {
    let plain = plainDigits(text)
    if plain.utf8.allSatisfy({ (0x2C...0x39).contains($0) }) { return (plain, "") }
    // The 2 of m2 belongs to the unit: the number ends before the first letter.
    let end = plain.firstIndex { $0.isLetter && !"eE".contains($0) } ?? plain.endIndex
    return (String(plain[..<end]).trimmingBlanks, String(plain[end...]).trimmingBlanks)
  }

  /// The text with digits of other scripts as ASCII and its blanks as plain ones.
  static func plainDigits(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.trimmingBlanks }
    return String(
      text.trimmingBlanks.map { character in
        if character.isBlank { return " " }
        switch character {
        case "٫": return ","
        case "٬", "’": return "'"
        case "−": return "-"
        default: break
        }
        guard !character.isASCII, let scalar = character.unicodeScalars.first,
          scalar.properties.generalCategory == .decimalNumber,
          let digit = character.wholeNumberValue
        else { return character }
        return Character(String(digit))
      })
  }

  /// The number with a point for its decimal mark and no other marks; nil where it is no number.
  private static func withoutGrouping(
    _ plain: String, _ text: String, _ loneComma: LoneComma
  ) throws(ValueFault) -> String? {
    let commas = plain.count { $0 == "," }
    let points = plain.count { $0 == "." }
    if commas == 1, points == 0, !plain.contains(where: { " '".contains($0) }) {
      let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
      let whole = parts[0].drop { "+-".contains($0) }
      if loneComma == .ambiguous, parts[1].count == 3, (1...3).contains(whole.count),
        whole.first != "0"
      {
        throw ValueFault(
          reason: "\"\(text)\" can be \(parts[0])\(parts[1]) or \(parts[0]).\(parts[1])",
          remedy:
            "Say --decimals comma or --decimals point, or write it without a mark for thousands and with a point for decimals."
        )
      }
      return parts.joined(separator: ".")
    }
    let decimal: Character? =
      switch (commas, points) {
      case (1, 0): ","
      case (0, 1): "."
      case (1, 1...):
        plain.lastIndex(of: ",").flatMap { $0 > (plain.lastIndex(of: ".") ?? $0) ? "," : "." }
      case (2..., 1): "."
      default: nil
      }
    let parts =
      decimal.map { plain.split(separator: $0, omittingEmptySubsequences: false) } ?? [plain[...]]
    guard parts.count <= 2, let whole = joinedGroups(parts[0]) else { return nil }
    guard parts.count == 2 else { return whole }
    return parts[1].allSatisfy(\.isASCIIDigit) ? "\(whole).\(parts[1])" : nil
  }

  /// Groups of three digits behind a first of one to three, with one kind of mark between them.
  static func joinedGroups(_ text: Substring) -> String? {
    let marks = Set(text.filter { ",. '".contains($0) })
    guard marks.count <= 1 else { return nil }
    let sign = text.first == "-" ? "-" : ""
    let digits = "+-".contains(text.first ?? "0") ? text.dropFirst() : text
    guard let mark = marks.first else {
      return digits.allSatisfy(\.isASCIIDigit) && !digits.isEmpty ? sign + digits : nil
    }
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return sign + groups.joined()
  }

  private static func notANumber(_ text: String) -> ValueFault {
    ValueFault(
      reason: "\"\(text)\" is not a number", remedy: "Write digits, with a point for decimals.")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
