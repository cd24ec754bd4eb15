/// The codes of indicators that a book knows: those that come with the program and its own.
public struct IndicatorCodes: Sendable {
  /// No codes.
  public static let none = IndicatorCodes([])

  /// In the order in which they were given.
  public let all: [IndicatorCode]
  private let byWord: [String: IndicatorCode]

  /// Makes the list; of two codes that share a word the first has it.
  public init(_ all: [IndicatorCode]) {
    self.all = all
    var byWord: [String: IndicatorCode] = [:]
    // A code's own word goes before any other's alias.
    for code in all { byWord[Self.folded(code.code)] = code }
    for code in all {
      for word in [code.label] + code.aliases where byWord[Self.folded(word)] == nil {
        byWord[Self.folded(word)] = code
      }
    }
    self.byWord = byWord
  }

  /// The code of a word of a file: the code itself, its label or one of its aliases.
  public subscript(word: String) -> IndicatorCode? { byWord[Self.folded(word)] }

  /// Every word that stands for a code, folded, in order.
  public var words: [String] { byWord.keys.sorted() }

  /// A word without case, blanks and punctuation.
  public static func folded(_ word: String) -> String {
    String(word.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
