import LandRelease

extension Language {
  /// A day in figures as the language orders them; English has ISO 8601, which no reader takes for
  /// another day.
  func date(_ date: CalendarDate) -> String {
    let parts = date.description.split(separator: "-")
    let (year, month, day) = (parts[0], parts[1], parts[2])
    return switch self {
    case .english: date.description
    case .azerbaijani, .russian, .ukrainian: "\(day).\(month).\(year)"
    case .french: "\(day)/\(month)/\(year)"
    // The marks keep the order of the parts in a line from right to left.
    case .arabic: "\(day)\u{200F}/\(month)\u{200F}/\(year)"
    }
  }

  /// A figure or day that stands inside a sentence, from the way English writes it.
  ///
  /// - Returns: nil where the text is neither.
  func figure(_ english: String) -> String? {
    if let day = CalendarDate(english) { return date(day) }
    guard let first = english.unicodeScalars.first,
      first == "-" || ("0"..."9").contains(first),
      english.unicodeScalars.allSatisfy({
        ("0"..."9").contains($0) || "-,.%".unicodeScalars.contains($0)
      }),
      !english.dropFirst().contains("-"), english.filter({ $0 == "." }).count <= 1
    else { return nil }
    let style = numbers
    return english.unicodeScalars.reduce(into: "") { text, mark in
      switch mark {
      case "-": text += style.minus
      case ",": text += style.group
      case ".": text += style.decimal
      case "%": text += style.percent
      default: text.unicodeScalars.append(mark)
      }
    }
  }
}
