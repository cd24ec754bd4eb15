internal import LandRelease

/// What makes one table of the mirror.
struct TableStatements {
  let layout: TableLayout

  private var name: String { Server.quoted(layout.name) }

  /// The table with its key and its checks.
  var create: String {
    var lines = layout.columns.map { column in
      "\(Server.quoted(column.name)) \(Self.type(column.kind))\(column.isRequired ? " NOT NULL" : "")"
    }
    lines.append("PRIMARY KEY (\(Server.quoted(layout.key)))")
    lines += CheckTranslation(layout).all(in: layout.declaration).map { "CHECK (\($0))" }
    return "CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  "))\n)"
  }

  static func type(_ kind: TableLayout.Kind) -> String {
    switch kind {
    case .integer: "bigint"
    case .number: "double precision"
    case .truth: "boolean"
    case .text: "text"
    case .date: "date"
    case .moment: "timestamp with time zone"
    case .bytes: "bytea"
    case .geometry(let type): "geometry(\(type), 4326)"
    }
  }

  /// What is quicker made when the rows are there: what their values must be to each other, and
  /// the indices.
  var finish: [String] {
    indices.map(\.create) + references.map(\.create)
  }

  /// Takes away what ``finish`` makes.
  var unfinish: [String] {
    references.map { "ALTER TABLE \(name) DROP CONSTRAINT IF EXISTS \($0.name)" }
      + indices.map { "DROP INDEX IF EXISTS \($0.name)" }
  }

  private var indices: [(name: String, create: String)] {
    let plain = layout.indices.map { index in
      let columns = index.columns.map(Server.quoted).joined(separator: ", ")
      let unique = index.isUnique ? "UNIQUE " : ""
      let called = Server.quoted(index.name)
      return (called, "CREATE \(unique)INDEX \(called) ON \(name) (\(columns))")
    }
    let spatial = layout.columns.compactMap { column -> (String, String)? in
      guard case .geometry = column.kind else { return nil }
      let called = Server.quoted("\(layout.name)_\(column.name)")
      return (
        called, "CREATE INDEX \(called) ON \(name) USING gist (\(Server.quoted(column.name)))"
      )
    }
    return plain + spatial
  }

  private var references: [(name: String, create: String)] {
    layout.references.map { reference in
      let called = Server.quoted("\(layout.name)_\(reference.column)_fkey")
      return (
        called,
        """
        ALTER TABLE \(name) ADD CONSTRAINT \(called)
        FOREIGN KEY (\(Server.quoted(reference.column)))
        REFERENCES \(Server.quoted(reference.table)) (\(Server.quoted(reference.target)))
        DEFERRABLE INITIALLY DEFERRED
        """
      )
    }
  }

  /// Nobody but a push writes to it.
  var guardSQL: String {
    """
    CREATE TRIGGER mirror_is_read_only
    BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON \(name)
    FOR EACH STATEMENT EXECUTE FUNCTION mirror_is_read_only()
    """
  }

  /// What the table and its columns hold, in words.
  var comments: [String] {
    let about = layout.about.isEmpty ? MirrorWords.tables[layout.name] ?? "" : layout.about
    let table = about.isEmpty ? [] : ["COMMENT ON TABLE \(name) IS \(Server.literal(about))"]
    return table
      + layout.columns.compactMap { column in
        MirrorWords.columns[column.name].map {
          "COMMENT ON COLUMN \(name).\(Server.quoted(column.name)) IS \(Server.literal($0))"
        }
      }
  }

  /// The columns as they are read: geometries in the plain form.
  var selection: String {
    layout.columns.map { column in
      let name = Server.quoted(column.name)
      if case .geometry = column.kind { return "ST_AsBinary(\(name), 'NDR')" }
      return name
    }.joined(separator: ", ")
  }

  var columnList: String {
    layout.columns.map { Server.quoted($0.name) }.joined(separator: ", ")
  }
}

/// The tables in which a mirror says what it is.
enum MirrorTables {
  static let mirror = "mirror"
  static let table = "mirror_table"
  static let chunk = "mirror_chunk"
  static let value = "mirror_value"

  static let create = [
    """
    CREATE TABLE mirror (
      fid bigint NOT NULL PRIMARY KEY CHECK (fid = 1),
      format bigint NOT NULL,
      book text NOT NULL,
      created_at text NOT NULL,
      program_version text NOT NULL,
      steps text NOT NULL,
      declaration text NOT NULL,
      head_sequence bigint NOT NULL,
      head text NOT NULL,
      head_at text NOT NULL,
      pushed_at timestamp with time zone NOT NULL
    )
    """,
    """
    CREATE TABLE mirror_table (
      fid bigint NOT NULL PRIMARY KEY,
      table_name text NOT NULL UNIQUE,
      row_count bigint NOT NULL,
      digest numeric NOT NULL
    )
    """,
    """
    CREATE TABLE mirror_chunk (
      table_name text NOT NULL,
      chunk bigint NOT NULL,
      digest bytea NOT NULL,
      items bytea NOT NULL,
      PRIMARY KEY (table_name, chunk)
    )
    """,
    """
    CREATE TABLE mirror_value (
      table_name text NOT NULL,
      row bigint NOT NULL,
      column_name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('i', 'r', 't', 'b')),
      value bytea NOT NULL,
      PRIMARY KEY (table_name, row, column_name)
    )
    """,
  ]

  static let names = [mirror, table, chunk, value]

  /// A function that refuses what no push does.
  static let guardFunction = """
    CREATE OR REPLACE FUNCTION mirror_is_read_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF coalesce(current_setting('landbook.push', true), '') <> 'on' THEN
        RAISE EXCEPTION '%.% is a mirror of a land book and is written by landbook push alone',
          TG_TABLE_SCHEMA, TG_TABLE_NAME USING HINT = 'Change the book and push it.';
      END IF;
      RETURN NULL;
    END $$
    """

  static let comments = [
    "COMMENT ON TABLE mirror IS 'Which book the schema mirrors, and the head of its log'",
    "COMMENT ON TABLE mirror_table IS 'The rows of each table as the last push left them'",
    "COMMENT ON TABLE mirror_chunk IS 'Digests of the rows of the book, so that a push sends what changed'",
    "COMMENT ON TABLE mirror_value IS 'Values that are not what their column promises, as the book has them'",
  ]
}
