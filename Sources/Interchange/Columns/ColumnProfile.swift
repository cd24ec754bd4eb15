/// What the columns and code words of one system's exports stand for.
public struct ColumnProfile: Hashable, Sendable, Codable {
  /// The name by which a person asks for it.
  public var name: String
  /// What the rows are; nil where the profile suits any rows that have its fields.
  public var type: RecordType?
  /// Field name -> column name; alternatives are parted by `|`, the first that is there counts.
  public var columns: [String: String]
  /// Field name -> word of the source, folded -> our code.
  public var codes: [String: [String: String]]

  /// Makes a profile of its parts; names of columns are compared without case and punctuation.
  public init(
    name: String, type: RecordType?, columns: [String: String],
    codes: [String: [String: String]] = [:]
  ) {
    self.name = name
    self.type = type
    self.columns = columns
    self.codes = codes
  }

  /// The profiles that the program carries.
  public static let builtIn: [ColumnProfile] = imsmaNG + imsmaCore

  /// The profile of a name for rows of a type; one for that type goes before one for any.
  public static func builtIn(named name: String, for type: RecordType) -> ColumnProfile? {
    let named = builtIn.filter { $0.name == name }
    return named.first { $0.type == type } ?? named.first { $0.type == nil }
  }
}

extension RecordType: Codable {}

extension ColumnProfile {
  /// Words of one code list, each under the code it stands for, as the map that is looked up.
  static func words(_ spellings: [String: [String]]) -> [String: String] {
    spellings.reduce(into: [:]) { map, spelling in
      for word in spelling.value { map[ColumnName.folded(word)] = spelling.key }
    }
  }
}
