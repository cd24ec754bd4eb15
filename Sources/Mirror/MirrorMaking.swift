public import LandRelease

extension BookMirror {
  /// Makes the schema and its tables, without what is quicker made when the rows are there.
  public func create(_ layouts: [TableLayout]) throws(MirrorError) {
    if try server.run("SELECT 1 FROM pg_namespace WHERE nspname = $1", [server.schema]).isEmpty {
      try server.run("CREATE SCHEMA \(Server.quoted(server.schema))")
    }
    try server.run(MirrorTables.guardFunction)
    let tables = layouts.map { TableStatements(layout: $0).create }
    try server.run((MirrorTables.create + tables).joined(separator: ";\n"))
  }

  /// Takes all rows out of tables that are made as they should be, so that what others built on
  /// them and their leave to read stay.
  public func empty(_ layouts: [TableLayout]) throws(MirrorError) {
    let statements = layouts.flatMap { TableStatements(layout: $0).unfinish }
    try server.run(statements.joined(separator: ";\n"))
    let names = (layouts.map(\.name) + MirrorTables.names).map(Server.quoted)
    try server.run("TRUNCATE \(names.joined(separator: ", "))")
  }

  /// Takes the tables of a mirror away; what others built on them is not.
  public func drop() throws(MirrorError) {
    for view in MirrorViews.names { try server.run("DROP VIEW IF EXISTS \(name(view))") }
    let tables = try server.run("SELECT table_name FROM \(name(MirrorTables.table))")
      .compactMap { $0[0] }
    let all = Set(tables + MirrorTables.names).sorted().map { name($0) }
    try server.run("DROP TABLE IF EXISTS \(all.joined(separator: ", "))")
    try server.run("DROP FUNCTION IF EXISTS \(name("mirror_is_read_only"))()")
  }

  /// Makes what was left out while the tables were filled.
  ///
  /// - Parameter isNew: whether the tables were made, and not only emptied.
  public func finish(_ layouts: [TableLayout], isNew: Bool) throws(MirrorError) {
    // Some are quick, but each would be waited for.
    var statements = layouts.flatMap { TableStatements(layout: $0).finish }
    if isNew {
      statements += layouts.flatMap { layout in
        [TableStatements(layout: layout).guardSQL] + TableStatements(layout: layout).comments
      }
      statements += MirrorTables.names.map { name in
        TableStatements(layout: TableLayout(name: name, key: "fid", columns: [])).guardSQL
      }
      statements += MirrorTables.comments + MirrorViews.create + MirrorViews.comments
    }
    statements += layouts.map { "ANALYZE \(Server.quoted($0.name))" }
    try server.run(statements.joined(separator: ";\n"))
  }

  /// Says which book the mirror is of, and what was written to some of its tables.
  ///
  /// - Parameter tables: those that were written to; nil is all.
  public func seal(
    _ header: MirrorHeader, _ layouts: [TableLayout], tables: Set<String>?, program: String
  ) throws(MirrorError) {
    let all = layouts.map(\.name) + [MirrorTables.chunk, MirrorTables.value]
    let own = [MirrorTables.chunk, MirrorTables.value]
    for (place, table) in all.enumerated()
    where tables?.contains(table) ?? true || own.contains(table) {
      let found = try server.run(Self.digestQuery(of: Server.quoted(table)))[0]
      try server.run(
        """
        INSERT INTO mirror_table (fid, table_name, row_count, digest)
        VALUES ($1::bigint, $2, $3::bigint, $4::numeric)
        ON CONFLICT (fid) DO UPDATE SET table_name = $2, row_count = $3::bigint,
          digest = $4::numeric
        """, ["\(place + 1)", table, found[0], found[1]])
    }
    try server.run("DELETE FROM mirror")
    try server.run(
      "INSERT INTO mirror VALUES (1, $1::bigint, $2, $3, $4, $5, $6, $7::bigint, $8, $9, now())",
      [
        "\(Self.format)", header.book, header.createdAt, program,
        header.steps.joined(separator: "\n"), Self.declaration(layouts),
        "\(header.headSequence)", header.head, header.headAt,
      ])
  }
}
