public import LandRelease

/// What a mirror says of itself.
public struct MirrorHeader: Hashable, Sendable {
  /// What the book is called.
  public var book: String
  /// When the book was made, in UTC.
  public var createdAt: String
  /// The steps that made the book's schema, the first first.
  public var steps: [String]
  /// The number of the last entry of the book's log.
  public var headSequence: Int64
  /// Its hash.
  public var head: String
  /// When it was made, in UTC.
  public var headAt: String
  /// The SQL that made the tables.
  var declaration: String

  /// Makes what a mirror of a book says.
  public init(
    book: String, createdAt: String, steps: [String], headSequence: Int64, head: String,
    headAt: String
  ) {
    self.book = book
    self.createdAt = createdAt
    self.steps = steps
    self.headSequence = headSequence
    self.head = head
    self.headAt = headAt
    declaration = ""
  }
}

/// A book's tables in a schema of a server.
///
/// All is done in a transaction of the server that whoever calls has begun.
public struct BookMirror {
  /// What the tables of a mirror look like beside those of the book; counted up when it changes.
  static let format = 1

  let server: Server

  /// Makes the mirror in the server's schema; nothing is read yet.
  public init(_ server: Server) {
    self.server = server
  }

  /// Keeps others from pushing to the schema until the transaction ends.
  public func lockToWrite() throws(MirrorError) {
    try lock("pg_try_advisory_xact_lock")
    try server.run("SET LOCAL landbook.push = 'on'")
  }

  /// Keeps others from pushing to the schema until the connection ends.
  public func lockToRead() throws(MirrorError) { try lock("pg_try_advisory_lock_shared") }

  private func lock(_ function: String) throws(MirrorError) {
    let key = "hashtextextended('landbook ' || $1, 0)"
    guard try server.text("SELECT \(function)(\(key))", [server.schema]) == "t" else {
      throw MirrorError(
        .locked, "somebody else is pushing to or pulling from the schema \(server.schema)",
        remedy: "Try again when they are done.")
    }
  }

  /// What the schema holds; nil where it is empty or not there.
  ///
  /// - Throws: where it holds something else, or a mirror of a later program.
  public func header() throws -> MirrorHeader? {
    let tables = try server.run(
      """
      SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1
      """, [server.schema]
    ).compactMap { $0[0] }
    if tables.isEmpty { return nil }
    guard tables.contains(MirrorTables.mirror) else {
      throw MirrorError(
        .unusable,
        "the schema \(server.schema) of \(server.place) holds something else (\(tables.count) tables, such as \(tables[0]))",
        remedy: "Name another with --schema: what is there stays.")
    }
    let columns = """
      format, book, created_at, steps, head_sequence, head, head_at, declaration
      """
    // A table of that name may be anybody's.
    let rows = try? server.run("SELECT \(columns) FROM \(name(MirrorTables.mirror))")
    guard let row = rows?.first, rows?.count == 1, let format = row[0].flatMap({ Int($0) }),
      let sequence = row[4].flatMap({ Int64($0) })
    else { throw MirrorError.damaged("its table mirror does not say which book it is of") }
    guard format <= Self.format else {
      throw MirrorError(
        .unusable, "a later version of Landbook has written the mirror",
        remedy: "Use that version, or another --schema.")
    }
    var header = MirrorHeader(
      book: row[1] ?? "", createdAt: row[2] ?? "",
      steps: (row[3] ?? "").split(separator: "\n").map(String.init), headSequence: sequence,
      head: row[5] ?? "", headAt: row[6] ?? "")
    header.declaration = row[7] ?? ""
    return header
  }

  /// Whether the tables are made as these would be.
  public func hasTables(of layouts: [TableLayout], _ header: MirrorHeader) -> Bool {
    header.declaration == Self.declaration(layouts)
  }

  /// Finds what somebody changed since the last push.
  ///
  /// - Throws: where rows were changed, added or deleted, or a table is gone.
  public func checkUntouched() throws {
    let tables = try server.run(
      """
      SELECT table_name, row_count, digest,
        to_regclass(quote_ident($1) || '.' || quote_ident(table_name)) IS NOT NULL
      FROM \(name(MirrorTables.table)) ORDER BY fid
      """, [server.schema])
    guard !tables.isEmpty else { throw MirrorError.damaged("it does not say what its tables hold") }
    for row in tables {
      let table = row[0] ?? ""
      guard row[3] == "t" else {
        throw MirrorError.damaged("its table \(table) is gone")
      }
      let found = try server.run(Self.digestQuery(of: name(table)))[0]
      guard found[0] == row[1], found[1] == row[2] else {
        let rows = found[0] == row[1] ? "other values" : "\(found[0] ?? "no") rows"
        throw MirrorError(
          .unusable,
          "the table \(table) of the mirror was changed in PostgreSQL: \(rows), and the push had left \(row[1] ?? "no") rows",
          remedy:
            "Look at what was done there; landbook push postgres --anew puts the book's rows in their place."
        )
      }
    }
  }

  static func digestQuery(of table: String) -> String {
    "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM \(table) AS t"
  }

  /// The digest of each chunk of a table as it was pushed.
  public func chunks(of layout: TableLayout) throws -> [Int64: [UInt8]] {
    var chunks: [Int64: [UInt8]] = [:]
    var rows = try CopiedRows(
      server,
      "SELECT chunk, digest FROM \(name(MirrorTables.chunk)) WHERE table_name = \(Server.literal(layout.name))"
    )
    while let row = try rows.next() {
      guard case .integer(let number)? = CellCoding.read(row[0], as: .integer) else { continue }
      chunks[number] = row[1]
    }
    return chunks
  }

  /// The rows of some chunks as they were pushed, with the digest of each.
  func items(of layout: TableLayout, chunks: [Int64]) throws -> [Int64: ArraySlice<UInt8>] {
    var items: [Int64: ArraySlice<UInt8>] = [:]
    var rows = try CopiedRows(
      server,
      """
      SELECT items FROM \(name(MirrorTables.chunk))
      WHERE table_name = \(Server.literal(layout.name)) AND chunk = ANY ('\(Self.list(chunks))')
      """)
    while let row = try rows.next() {
      items.merge(TableChunk.rows(of: row[0] ?? [])) { $1 }
    }
    return items
  }

  func name(_ table: String) -> String {
    "\(Server.quoted(server.schema)).\(Server.quoted(table))"
  }

  static func list(_ numbers: some Sequence<Int64>) -> String {
    "{\(numbers.map(String.init).joined(separator: ","))}"
  }

  static func declaration(_ layouts: [TableLayout]) -> String {
    layouts.map { TableStatements(layout: $0).create }.joined(separator: ";\n")
  }
}
