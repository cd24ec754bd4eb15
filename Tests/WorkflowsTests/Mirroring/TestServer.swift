import Foundation
import Testing

/// A PostgreSQL server of the tests' own, on a socket in a folder of its own; one for all tests.
///
/// It ends with the process that started it, whichever way that ends.
final class TestServer: Sendable {
  private static let programs: String? = {
    let all = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: all)) ?? []
    return versions.sorted().last { version in
      let files = [
        "\(all)/\(version)/bin/initdb", "\(all)/\(version)/bin/postgres",
        "/usr/share/postgresql/\(version)/extension/postgis.control",
      ]
      return files.allSatisfy(FileManager.default.fileExists)
    }.map { "\(all)/\($0)/bin" }
  }()

  /// Whether the programs of the server are installed, and this one was built to speak to it.
  static var isThere: Bool {
    #if Postgres
      programs != nil
    #else
      false
    #endif
  }

  static let missing: Comment =
    "PostgreSQL with PostGIS is not installed, or landbook built without it."

  /// Started by whoever asks first.
  static let shared = Result { try TestServer() }

  private let folder: String
  private let process: Process
  private let programs: String

  private init() throws {
    programs = try #require(Self.programs)
    folder = "/tmp/landbook-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
    // The umask takes leave away, and the server runs as somebody else.
    chmod(folder, 0o777)
    process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let nobody = getuid() == 0 ? "setpriv --reuid=nobody --regid=nogroup --clear-groups " : ""
    let script = """
      export LC_ALL=C
      \(nobody)\(programs)/initdb -D \(folder)/data -U postgres -A trust -N -E UTF8 >/dev/null
      printf "listen_addresses = ''\\nfsync = off\\nunix_socket_directories = '\(folder)'\\n" \
        >\(folder)/settings
      cat \(folder)/settings >>\(folder)/data/postgresql.conf
      \(nobody)\(programs)/postgres -D \(folder)/data >\(folder)/log 2>&1 </dev/null &
      server=$!
      cat >/dev/null
      kill -INT $server
      wait $server
      rm -rf \(folder)
      """
    process.arguments = ["-c", script]
    // Its end is closed by the system when the tests are gone.
    process.standardInput = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<300 where (try? query("SELECT 1")) == nil { usleep(100_000) }
    try query("CREATE DATABASE plain")
    try query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    try query("CREATE EXTENSION postgis")
    try query("CREATE ROLE reader LOGIN")
  }

  /// How to connect to one of its databases.
  func connection(_ database: String = "postgres", user: String = "postgres") -> String {
    "host=\(folder) dbname=\(database) user=\(user)"
  }

  /// The lines that a statement gives, `|` between the columns.
  @discardableResult
  func query(_ sql: String, in database: String = "postgres") throws -> [String] {
    let client = try start(sql, in: database)
    let output = client.output.readDataToEndOfFile()
    client.process.waitUntilExit()
    guard client.process.terminationStatus == 0 else { throw Refused(sql: sql) }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Begins a session that runs a statement.
  func start(
    _ sql: String, in database: String = "postgres"
  ) throws -> (process: Process, output: FileHandle) {
    let (client, output) = (Process(), Pipe())
    client.executableURL = URL(filePath: "\(programs)/psql")
    client.arguments = [
      "-XAqt", "-v", "ON_ERROR_STOP=1", "-d", connection(database), "-c", sql,
    ]
    client.standardOutput = output
    client.standardError = FileHandle.nullDevice
    client.standardInput = FileHandle.nullDevice
    try client.run()
    return (client, output.fileHandleForReading)
  }

  struct Refused: Error { var sql: String }
}
