/// What the program says to people, in every language.
public enum PhraseTexts {
  /// Comma-separated text with a header: a column a language, and who has signed.
  public static var table: String { csv }
}
