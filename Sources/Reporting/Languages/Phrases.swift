import Schemas

/// What the program says to people, in every language, from the table that translators edit.
struct Phrases: Sendable {
  /// One line of the table.
  struct Phrase: Sendable {
    let english: String
    /// By language; none where nobody has translated it.
    let words: [Language: String]
    /// The languages in which a speaker of the field has signed it.
    let signed: Set<Language>
  }

  /// The table that comes with the program, parsed once.
  static let all = Phrases(csv: PhraseTexts.table)

  let phrases: [Phrase]
  private let places: [String: Int]
  private let templates: [(template: PhraseTemplate, place: Int)]

  /// - Parameter csv: a header `en,az,…,status,note` and one phrase a line.
  init(csv: String) {
    let lines = DelimitedText.rows(csv)
    let header = lines.first ?? []
    phrases = lines.dropFirst().map { Phrase($0, header: header) }
    places = Dictionary(
      phrases.enumerated().map { ($1.english, $0) }, uniquingKeysWith: { first, _ in first })
    templates = phrases.enumerated()
      .map { (PhraseTemplate($1.english), $0) }
      .filter { !$0.0.places.isEmpty }
      .sorted { $0.0.weight > $1.0.weight }
  }

  /// Whether every phrase is signed in a language; before that its reports are drafts.
  func isSigned(_ language: Language) -> Bool {
    language == .english || !phrases.isEmpty && phrases.allSatisfy { $0.signed.contains(language) }
  }

  /// A text of the program in a language.
  ///
  /// - Returns: nil where the table has no words for it.
  func phrase(_ english: String, in language: Language) -> String? {
    guard language != .english else { return english }
    return words(english, in: language) ?? filled(english, in: language)
  }

  /// Whether a text is a phrase without places.
  func hasWords(_ english: String) -> Bool { places[english] != nil }

  /// A phrase without places, or a list of such with commas or "and" between them.
  func words(_ english: String, in language: Language) -> String? {
    if let place = places[english] { return phrases[place].words[language] }
    let and = places["and"].flatMap { phrases[$0].words[language] } ?? "and"
    return list(english, parted: ", ", joined: language.comma, in: language)
      ?? list(english, parted: " and ", joined: " \(and) ", in: language)
  }

  private func list(
    _ english: String, parted separator: String, joined sign: String, in language: Language
  ) -> String? {
    guard english.contains(separator) else { return nil }
    let parts = english.split(separator: separator).map { places[String($0)] }
    let words = parts.compactMap { $0.flatMap { phrases[$0].words[language] } }
    return words.count == parts.count ? words.joined(separator: sign) : nil
  }

  private func filled(_ english: String, in language: Language) -> String? {
    for (template, place) in templates {
      guard let texts = template.filling(of: english),
        let fillings = fillings(texts, of: template, in: language)
      else { continue }
      return phrases[place].words[language].map { PhraseTemplate($0).filled(fillings) }
    }
    return nil
  }

  private func fillings(
    _ texts: [Substring], of template: PhraseTemplate, in language: Language
  ) -> [(place: PhraseTemplate.Place, text: String)]? {
    var fillings: [(place: PhraseTemplate.Place, text: String)] = []
    for (place, text) in zip(template.places, texts) {
      let filling: String? =
        switch place {
        case .data: String(text)
        case .figure: language.figure(String(text))
        case .words: phrase(String(text), in: language)
        }
      guard let filling else { return nil }
      fillings.append((place, filling))
    }
    return fillings
  }
}

extension Phrases.Phrase {
  fileprivate init(_ fields: [String], header: [String]) {
    let named = Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    english = named["en"] ?? ""
    words = Dictionary(
      uniqueKeysWithValues: Language.allCases.compactMap { language in
        named[language.rawValue].flatMap { $0.isEmpty ? nil : (language, $0) }
      })
    let status = (named["status"] ?? "").split { !$0.isLetter }.map(String.init)
    signed = status.first == "signed" ? Set(status.compactMap(Language.init)) : []
  }
}
