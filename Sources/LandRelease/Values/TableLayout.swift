/// A table of a book as it is declared, for whoever copies the book elsewhere.
public struct TableLayout: Hashable, Sendable {
  /// What the values of a column are.
  public enum Kind: Hashable, Sendable {
    case integer, number, truth, text, date, moment, bytes
    /// A geometry in longitude and latitude, of the type that GeoPackage names.
    case geometry(String)
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What its values are.
    public var kind: Kind
    /// Whether every row has a value.
    public var isRequired: Bool

    /// Makes a column of its parts.
    public init(name: String, kind: Kind, isRequired: Bool) {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
    }
  }

  /// An index.
  public struct Index: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The columns, in their order.
    public var columns: [String]
    /// Whether no two rows may have the same values.
    public var isUnique: Bool

    /// Makes an index of its parts.
    public init(name: String, columns: [String], isUnique: Bool) {
      self.name = name
      self.columns = columns
      self.isUnique = isUnique
    }
  }

  /// A column that names a row of another table.
  public struct Reference: Hashable, Sendable {
    /// The column.
    public var column: String
    /// The other table.
    public var table: String
    /// The column there.
    public var target: String

    /// Makes a reference of its parts.
    public init(column: String, table: String, target: String) {
      self.column = column
      self.table = table
      self.target = target
    }
  }

  /// Its name.
  public var name: String
  /// The whole number by which a row is known.
  public var key: String
  /// The columns in their order.
  public var columns: [Column]
  /// The indices, those of unique columns among them.
  public var indices: [Index]
  /// The columns that name rows of other tables.
  public var references: [Reference]
  /// The SQL that declares it in the book.
  public var declaration: String
  /// What it holds, in words; empty where the book doesn't say.
  public var about: String

  /// Makes a layout of its parts.
  public init(
    name: String, key: String, columns: [Column], indices: [Index] = [],
    references: [Reference] = [], declaration: String = "", about: String = ""
  ) {
    self.name = name
    self.key = key
    self.columns = columns
    self.indices = indices
    self.references = references
    self.declaration = declaration
    self.about = about
  }
}

/// One value of a row, read as its column promises where it keeps the promise.
///
/// A value that is not what its column promises comes as what it is: a text in a column of dates is
/// a text.
public enum TableCell: Hashable, Sendable {
  case null
  case integer(Int64)
  case number(Double)
  case truth(Bool)
  /// UTF-8, or what somebody wrote in place of it.
  case text([UInt8])
  case bytes([UInt8])
  /// Days since 1970-01-01, of a text YYYY-MM-DD.
  case date(Int32)
  /// Milliseconds since 1970-01-01 in UTC, of a text YYYY-MM-DDThh:mm:ss.mmmZ.
  case moment(Int64)
  /// Well-known binary of the 2-D standard, little-endian, of closed rings and finite coordinates.
  case geometry([UInt8])
}

/// Rows of a table whose numbers begin alike, with the digest of each.
public struct TableChunk: Hashable, Sendable {
  /// Bytes that are kept of a row: its number, the highest first, and the beginning of its digest.
  public static let width = 8 + 16

  /// What the numbers begin with.
  public var number: Int64
  /// The rows in order of number, ``width`` bytes each.
  public var items: [UInt8]
  /// The digest of all of them.
  public var digest: [UInt8]

  /// Makes a chunk of its parts.
  public init(number: Int64, items: [UInt8], digest: [UInt8]) {
    self.number = number
    self.items = items
    self.digest = digest
  }

  /// The digest of each row, by its number.
  public static func rows(of items: [UInt8]) -> [Int64: ArraySlice<UInt8>] {
    var rows: [Int64: ArraySlice<UInt8>] = [:]
    for start in stride(from: 0, to: items.count - width + 1, by: width) {
      let number = items[start..<(start + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      rows[Int64(bitPattern: number)] = items[(start + 8)..<(start + width)]
    }
    return rows
  }
}
