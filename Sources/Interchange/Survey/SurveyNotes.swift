/// What a person should know of a file that was read, one sentence each.
///
/// Some of it shows only while rows are read, so it is gathered beside them; reading the same file
/// twice says nothing twice.
public final class SurveyNotes {
  /// The sentences in the order they came up.
  public private(set) var sentences: [String] = []

  /// Makes an empty list.
  public init() {}

  private var toldHeights = false

  /// Tells once of heights and measures that were dropped from coordinates.
  public func tellHeights() {
    guard !toldHeights else { return }
    toldHeights = true
    add("Coordinates have heights or measures (Z, M), which are left out.")
  }

  /// Adds a sentence, unless it was said.
  public func add(_ sentence: String) {
    if !sentences.contains(sentence) { sentences.append(sentence) }
  }
}
