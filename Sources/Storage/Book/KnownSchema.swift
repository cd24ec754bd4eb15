internal import GRDB
internal import Synchronization

/// The schema of a book against the one that a new book has after the same steps.
///
/// A view of ours that says something else would print wrong figures, a trigger on a table of ours
/// change what a write does, an index of an expression run code of the file, and a lost constraint
/// let anything in; such a book is refused. Tables and views of others, plain columns that they
/// added to tables of ours and plain indices on them stay.
struct KnownSchema {
  /// GDAL's own table, to which its triggers on our layers write.
  private static let counts = "gpkg_ogr_contents"

  private let model: DatabaseQueue
  private let known: [String: SchemaObject]
  private let tables: Set<String>

  /// Making one takes as long as making a book; the same program asks for one or two.
  private static let made = Mutex<[Set<String>: KnownSchema]>([:])

  /// - Parameter steps: the migrations that the book has had.
  /// - Throws: where they don't lead from one to the next.
  static func after(_ steps: Set<String>) throws -> KnownSchema {
    try made.withLock { made in
      if let known = made[steps] { return known }
      let known = try KnownSchema(after: steps)
      made[steps] = known
      return known
    }
  }

  /// That of a new book.
  static func current() throws -> KnownSchema {
    try after(Set(BookSchema.migrator.migrations))
  }

  /// - Parameter steps: the migrations that the book has had.
  /// - Throws: where they don't lead from one to the next.
  private init(after steps: Set<String>) throws {
    model = try DatabaseQueue()
    do {
      try BookSchema.migrator(of: steps).migrate(model)
    } catch {
      throw BookError(
        .altered, path: BookError.somewhere, "the book says it left out a step of its making",
        remedy: "restore a copy")
    }
    known = try model.read(SchemaObject.all)
    let all = known.values.filter { $0.type == "table" || $0.type == "view" }
    tables = Set(all.map(\.name)).union([Self.counts])
  }

  /// How many tables, views, triggers and indices it has.
  var count: Int { known.count }

  /// Looks into the empty book that has the schema.
  func read<Value>(_ look: (Database) throws -> Value) throws -> Value { try model.read(look) }

  /// Whether the steps of one make something else than those of the other.
  func differs(from other: KnownSchema) -> Bool {
    known.mapValues(\.sql) != other.known.mapValues(\.sql)
  }

  func judge(_ db: Database, path: String) throws {
    let found = try SchemaObject.all(db)
    for (key, object) in known.sorted(by: { $0.key < $1.key }) {
      let name = "\(object.type) \(object.name)"
      guard let other = found[key] else {
        throw altered(path, "the book has lost its \(name)")
      }
      guard try object.sql == other.sql || isSame(other, as: object, db) else {
        throw altered(path, "the \(name) of the book is not as Landbook made it")
      }
    }
    let others = found.filter { known[$0.key] == nil }.map(\.value).sorted { $0.name < $1.name }
    let linked = try others.contains { $0.type == "trigger" } ? tablesLinkedToOurs(db) : []
    for object in others where !isHarmless(object, linked) {
      throw altered(
        path, "the book has a foreign \(object.type), \(object.name), on a table of Landbook",
        remedy: "restore a copy, or remove the \(object.type) if you know what it is for")
    }
  }

  private func isHarmless(_ object: SchemaObject, _ linked: Set<String>) -> Bool {
    switch object.type {
    case "trigger":
      object.isCountOfRows || !tables.contains(object.table) && !linked.contains(object.table)
    case "index": !tables.contains(object.table) || object.isPlainIndex
    default: object.name != Self.counts || object.type == "table" && !object.isVirtual
    }
  }

  /// Tables of others of which a row can change because one of ours does.
  private func tablesLinkedToOurs(_ db: Database) throws -> Set<String> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT lower(m.name), lower(f."table")
        FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'
        """)
    var linked = tables
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for row in rows {
        let (table, parent): (String, String) = (
          try row.decode(atIndex: 0), try row.decode(atIndex: 1)
        )
        if linked.contains(parent), linked.insert(table).inserted { isGrowing = true }
      }
    }
    return linked.subtracting(tables)
  }

  /// Whether only blanks or plain columns of others make the difference.
  private func isSame(
    _ found: SchemaObject, as object: SchemaObject, _ db: Database
  ) throws -> Bool {
    let (text, wanted) = (SchemaText(found.sql), SchemaText(object.sql))
    if text == wanted { return true }
    guard object.type == "table", let more = text.additions(to: wanted),
      let count = PlainColumns.count(in: more)
    else { return false }
    // Words that stand elsewhere than among the columns make none.
    let ours = try model.read { try Self.columns($0, of: object.name) }
    let all = try Self.columns(db, of: object.name)
    return all.count == ours.count + count && all.starts(with: ours)
      && all[ours.count...].allSatisfy { $0.hasSuffix(" 0") }
  }

  /// The name of each column, and whether it is hidden or worked out.
  private static func columns(_ db: Database, of table: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT lower(name) || ' ' || hidden FROM pragma_table_xinfo(?)", arguments: [table]
    )
  }

  private func altered(
    _ path: String, _ message: String, remedy: String = "restore a copy"
  ) -> BookError {
    BookError(.altered, path: path, message, remedy: remedy)
  }
}
