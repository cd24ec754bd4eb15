/// The types of contamination a record names (IMAS 04.10), as a set.
///
/// Mixed mined ground is `ap` and `av`, a booby trap is `ied`, and nothing named is `unknown`.
public struct ContaminationTypes: OptionSet, Hashable, Sendable {
  /// One bit a type, the lowest for `ap`; for memory only, files and the book hold words.
  public let rawValue: UInt8

  /// Takes bits as they stand; bits beyond the six types are kept and mean nothing.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Anti-personnel mines.
  public static let ap = ContaminationTypes(rawValue: 1)
  /// Anti-vehicle mines.
  public static let av = ContaminationTypes(rawValue: 2)
  /// Cluster munition remnants, such as unexploded submunitions.
  public static let cmr = ContaminationTypes(rawValue: 4)
  /// Explosive remnants of war: unexploded and abandoned ordnance.
  public static let erw = ContaminationTypes(rawValue: 8)
  /// Improvised explosive devices; booby traps count among them.
  public static let ied = ContaminationTypes(rawValue: 16)
  /// Nothing named; only a release of all types covers it.
  public static let unknown = ContaminationTypes(rawValue: 32)

  /// The five types that can be named.
  public static let named: ContaminationTypes = [.ap, .av, .cmr, .erw, .ied]
  /// The five that can be named and `unknown`: what a release without limits covers.
  public static let all: ContaminationTypes = [.ap, .av, .cmr, .erw, .ied, .unknown]

  /// Each single type with its word, in the order of files and reports.
  public static let words: [(type: ContaminationTypes, word: String)] = [
    (.ap, "ap"), (.av, "av"), (.cmr, "cmr"), (.erw, "erw"), (.ied, "ied"), (.unknown, "unknown"),
  ]

  /// The words of the set, joined by commas: `ap,av`.
  public var text: String {
    Self.words.filter { contains($0.type) }.map(\.word).joined(separator: ",")
  }
}
