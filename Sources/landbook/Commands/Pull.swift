import ArgumentParser
import Workflows

/// Makes a book of what was published.
struct Pull: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a book of what a server mirrors.", subcommands: [Postgres.self])

  /// Makes a book of a mirror in PostgreSQL.
  struct Postgres: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a book of its mirror in PostgreSQL, equal to the one that was pushed.",
      discussion: """
        Every row is held against the digest that the push left, and the book against its log, \
        before the file gets its name. Exit code 2 says that the book is not as its log says, as it \
        was when it was pushed.
        """)

    @Argument(help: "A connection string or address, as psql takes it; \"\" is the environment.")
    var connection: String

    @Argument(help: "The new book to make.")
    var new: String

    @Option(help: "The schema of the database.")
    var schema = "landbook"

    func run() throws {
      let done = try PullPostgres(from: connection, schema: schema).run(to: new)
      done.notes.forEach(Talk.say)
      Talk.say("\(new): \(done.rows) rows, head of the log \(done.head).")
      guard done.isAsLogged else {
        Talk.say("It is NOT as its log says: landbook verify --book \(new) tells what was changed.")
        throw ExitCode.findings
      }
      Talk.say("It is as its log says.")
    }
  }
}
