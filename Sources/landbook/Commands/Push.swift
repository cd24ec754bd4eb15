import ArgumentParser
import Workflows

/// Publishes the book elsewhere.
struct Push: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish the book to a server that others read.", subcommands: [Postgres.self])

  /// Publishes the book to PostgreSQL.
  struct Postgres: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Publish the book to PostgreSQL with PostGIS, in one transaction; only what changed.",
      discussion: """
        The schema gets the tables of the book with the same names, keys and figures, and views for \
        a first look: movement, open_land, released_by_month. Nobody else may write to them. Without \
        a connection the environment, the service file and ~/.pgpass count, as for psql; passwords \
        belong there. To let others read: GRANT USAGE ON SCHEMA landbook TO reader; GRANT SELECT ON \
        ALL TABLES IN SCHEMA landbook TO reader. All that the book holds is there, also what is not \
        for everybody.
        """)

    @Argument(help: "A connection string or address, as psql takes it (default: $PGDATABASE, ...).")
    var connection = ""

    @OptionGroup var book: BookOptions

    @Option(help: "The schema of the database.")
    var schema = "landbook"

    @Flag(help: "Tell what would be sent and write nothing.")
    var dryRun = false

    @Flag(help: "Put the book in place of what the mirror holds, also that of another book.")
    var anew = false

    func run() throws {
      let opened = try book.openToRead()
      let done = try PushPostgres(opened).run(
        to: connection, schema: schema, isTried: dryRun, isAnew: anew)
      done.notes.forEach(Talk.say)
      let lines = done.lines.map { "\($0.table),\($0.added),\($0.changed),\($0.removed)\n" }
      if !lines.isEmpty {
        try Talk.give("table,added,changed,removed\n" + lines.joined())
      }
      Talk.say(done.sentence(isTried: dryRun))
    }
  }
}
