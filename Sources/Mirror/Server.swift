/// A PostgreSQL server with PostGIS, and one schema in one of its databases.
public final class Server {
  /// The oldest server that takes what is sent, PostgreSQL 12.
  private static let oldest = 120_000

  /// The schema.
  public let schema: String
  /// Whether the connection string holds a password, which others on the machine may see.
  public let hasOpenPassword: Bool
  let wire: Wire
  private let secrets: [String]

  /// Connects to a database.
  ///
  /// - Parameters:
  ///   - connection: a connection string or address as libpq takes it; empty leaves all to the
  ///     environment.
  ///   - schema: where the mirror is.
  /// - Throws: ``MirrorError``; no password is in its words.
  public init(_ connection: String, schema: String) throws(MirrorError) {
    guard !schema.isEmpty, schema.utf8.count <= 63, !schema.hasPrefix("pg_"),
      schema != "information_schema", !schema.utf8.contains(0)
    else {
      throw MirrorError(
        .usage, "\"\(schema)\" is no name of a schema",
        remedy: "Give --schema a name such as landbook.")
    }
    let secrets = try Self.secrets(of: connection)
    self.schema = schema
    self.secrets = secrets
    hasOpenPassword = !secrets.isEmpty
    var parameters = [("dbname", connection)]
    if connection.isEmpty { parameters = [] }
    parameters += [
      ("fallback_application_name", "landbook"), ("client_encoding", "UTF8"),
    ]
    do throws(MirrorError) {
      wire = try Wire(parameters.map { (key: $0.0, value: $0.1) })
    } catch {
      throw error.hiding(secrets)
    }
    try prepare()
  }

  /// The words of a connection string that nobody may see.
  ///
  /// - Throws: where it can't be read, without saying what is in it.
  private static func secrets(of connection: String) throws(MirrorError) -> [String] {
    // A plain name is the name of a database.
    guard connection.contains("=") || connection.contains("://") else { return [] }
    let host =
      connection.split(separator: "://", maxSplits: 1).last?
      .split(separator: "/", maxSplits: 1).first ?? ""
    let isAddress = connection.contains("://")
    guard let secrets = Wire.secrets(of: connection),
      !isAddress || host.filter({ $0 == "@" }).count < 2
    else {
      throw MirrorError(
        .usage, "the connection can't be read",
        remedy:
          "Write it as postgresql://user@host/database or \"host=... dbname=... user=...\"; in an address the signs @ : / % of a name or password are %40 %3A %2F %25."
      )
    }
    return secrets.filter { !$0.isEmpty }
  }

  private func prepare() throws(MirrorError) {
    guard wire.version >= Self.oldest else {
      throw MirrorError(
        .unusable, "the server is PostgreSQL \(Self.words(wire.version))",
        remedy: "A mirror needs PostgreSQL 12 or later.")
    }
    // What others set as their habit must not change what a value looks like.
    _ = try run(
      """
      SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
      SET extra_float_digits = 1; SET bytea_output = 'hex'; SET client_min_messages = 'warning';
      SET standard_conforming_strings = on; SET lock_timeout = '30s'; SET statement_timeout = 0;
      SET idle_in_transaction_session_timeout = 0
      """)
    let encoding = try text("SHOW server_encoding")
    guard encoding == "UTF8" else {
      throw MirrorError(
        .unusable, "the database \(wire.place) keeps texts as \(encoding)",
        remedy: "Make one with: createdb --encoding UTF8 --template template0 NAME.")
    }
    guard
      let home = try run(
        """
        SELECT quote_ident(n.nspname) FROM pg_extension AS e
        JOIN pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'
        """
      ).first?[0]
    else { throw try withoutPostGIS() }
    _ = try run("SET search_path = \(Self.quoted(schema)), \(home), pg_catalog")
  }

  private func withoutPostGIS() throws(MirrorError) -> MirrorError {
    let isThere = try !run("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'").isEmpty
    return MirrorError(
      .unusable, "the database \(wire.place) has no PostGIS",
      remedy: isThere
        ? "Whoever keeps it can add it: CREATE EXTENSION postgis."
        : "Whoever keeps the server can install it, such as the package postgresql-15-postgis-3, and then: CREATE EXTENSION postgis."
    )
  }

  /// The database and the server in words; no password.
  public var place: String { wire.place }

  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  private static func words(_ version: Int) -> String {
    version >= 100_000
      ? "\(version / 10000)" : "\(version / 10000).\(version / 100 % 100)"
  }
}

extension Server {
  @discardableResult
  func run(_ sql: String, _ values: [String?] = []) throws(MirrorError) -> [[String?]] {
    do throws(MirrorError) { return try wire.run(sql, values) } catch { throw hiding(error) }
  }

  /// What went wrong, without the words that nobody may see.
  func hiding(_ error: MirrorError) -> MirrorError { error.hiding(secrets) }

  func text(_ sql: String, _ values: [String?] = []) throws(MirrorError) -> String {
    try run(sql, values).first?.first.flatMap { $0 } ?? ""
  }

  /// Runs the body in one transaction, which is undone where the body throws or says so.
  ///
  /// - Parameter mode: what follows BEGIN.
  public func inTransaction<Value>(
    _ mode: Mode, _ body: () throws -> (Value, isKept: Bool)
  ) throws -> Value {
    try run("BEGIN \(mode.rawValue)")
    do {
      let (value, isKept) = try body()
      try run(isKept ? "COMMIT" : "ROLLBACK")
      return value
    } catch {
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  /// What a transaction is for.
  public enum Mode: String, Sendable {
    case writing = "ISOLATION LEVEL READ COMMITTED READ WRITE"
    case reading = "ISOLATION LEVEL REPEATABLE READ READ ONLY"
  }
}

extension MirrorError {
  func hiding(_ secrets: [String]) -> MirrorError {
    var error = self
    for secret in secrets { error.message = error.message.replacing(secret, with: "***") }
    return error
  }

  static func cannotConnect(_ message: String) -> MirrorError {
    // What follows on lines of their own are questions to whoever keeps the server.
    let lines = message.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("\t") }
    let words = oneLine(lines.joined(separator: "\n"))
    if words.contains("database \""), words.contains("does not exist") {
      return MirrorError(
        .noInput, "no connection to PostgreSQL: \(words)",
        remedy: "Name a database that is there.")
    }
    let isTyped = words.hasPrefix("invalid ")
    return MirrorError(
      isTyped ? .usage : .inputOutput, "no connection to PostgreSQL: \(words)",
      remedy: "Check host, port, user and database; psql takes the same words.")
  }
}
