import Interchange
import LandRelease

/// What files call the districts of a book: by code, name and alias.
struct DistrictNames: Sendable {
  /// Codes by the number of the district.
  let codes: [String]
  private var numbers: [String: [Int]] = [:]
  /// The same by the words as the book spells them, which are nearly always hit.
  private var asSpelled: [String: [Int]] = [:]
  private var spellings: [String: (word: String, number: Int)] = [:]

  init(_ districts: [District]) {
    codes = districts.map(\.code)
    for (number, district) in districts.enumerated() {
      for word in [district.code, district.name] + district.aliases {
        let folded = word.lowercased()
        if numbers[folded]?.contains(number) != true { numbers[folded, default: []].append(number) }
        spellings[folded] = (word, number)
      }
    }
    for (word, _) in spellings.values { asSpelled[word] = numbers[word.lowercased()] }
  }

  /// The districts that a text can stand for; several share a name, and none has an unknown one.
  func numbers(of text: String) -> [Int] {
    asSpelled[text] ?? numbers[text.lowercased()] ?? []
  }

  /// The nearest names to an unknown one, each with its district's code.
  func nearest(to text: String) -> [String] {
    let known = spellings.values.map(\.word).sorted()
    return NearWords.nearest(to: text, among: known).prefix(3).map { word in
      let code = spellings[word.lowercased()].map { codes[$0.number] } ?? word
      return code == word ? word : "\(word) (\(code))"
    }
  }

  /// The code of the one nearest name, if it is one.
  func nearestCode(to text: String) -> String? {
    let known = spellings.values.map(\.word).sorted()
    let near = NearWords.nearest(to: text, among: known)
    let found = Set(near.compactMap { spellings[$0.lowercased()]?.number })
    return found.count == 1 ? found.first.map { codes[$0] } : nil
  }
}
