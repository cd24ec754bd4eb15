import LandRelease

/// A phrase with places that a statement fills: `{}` with a text of the data, `{figure}` with a
/// number or day, `{words}` with a phrase.
///
/// Places of the same sort keep their order in every language.
struct PhraseTemplate: Hashable {
  /// What a place is filled with.
  enum Place: String, CaseIterable, Hashable {
    case data = "{}"
    case figure = "{figure}"
    case words = "{words}"
  }

  /// What stands before, between and behind the places; one more than there are places.
  private(set) var literals = [""]
  private(set) var places: [Place] = []

  init(_ text: String) {
    var rest = text[...]
    while let place = Self.next(in: rest) {
      literals[literals.count - 1] += rest[..<place.range.lowerBound]
      places.append(place.place)
      literals.append("")
      rest = rest[place.range.upperBound...]
    }
    literals[literals.count - 1] += rest
  }

  private static func next(in text: Substring) -> (place: Place, range: Range<String.Index>)? {
    Place.allCases.compactMap { place in
      text.firstRange(of: place.rawValue).map { (place, $0) }
    }.min { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// The letters that must be there; the more, the closer a text fits.
  var weight: Int { literals.reduce(0) { $0 + $1.count } }

  /// What fills the places of a text that was made of this template.
  ///
  /// - Returns: nil where the text was not.
  func filling(of text: String) -> [Substring]? {
    guard let first = literals.first, let last = literals.last, text.hasPrefix(first),
      text.hasSuffix(last), text.utf8.count >= first.utf8.count + last.utf8.count
    else { return nil }
    var rest = text[...].dropFirst(first.count).dropLast(last.count)
    var fillings: [Substring] = []
    for literal in literals.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: literal) else { return nil }
      fillings.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return fillings + [rest]
  }

  /// The text with its places filled from what an English text had in places of the same sort.
  func filled(_ fillings: [(place: Place, text: String)]) -> String {
    var left = Dictionary(grouping: fillings, by: \.place).mapValues { $0.map(\.text)[...] }
    return zip(places, literals.dropFirst()).reduce(literals[0]) { text, part in
      text + (left[part.0]?.popFirst() ?? "") + part.1
    }
  }
}
