/// A language that reports are written in.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case azerbaijani = "az"
  case russian = "ru"
  case french = "fr"
  case arabic = "ar"
  case ukrainian = "uk"

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool { self == .arabic }

  /// Its name in English, itself a phrase.
  var name: String {
    switch self {
    case .english: "English"
    case .azerbaijani: "Azerbaijani"
    case .russian: "Russian"
    case .french: "French"
    case .arabic: "Arabic"
    case .ukrainian: "Ukrainian"
    }
  }

  /// What stands between the parts of a list.
  var comma: String { self == .arabic ? "، " : ", " }

  /// A label or sentence of the program in this language; what it has no words for stays English.
  public func phrase(_ english: String) -> String {
    Phrases.all.phrase(english, in: self) ?? english
  }
}
