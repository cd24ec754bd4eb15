#if Postgres
  internal import CPQ
  internal import Foundation

  /// One connection to a server: the only place that speaks to libpq.
  final class Wire {
    private let connection: OpaquePointer

    /// Connects as psql does: what the parameters leave out comes from the environment, the service
    /// file and the password file.
    init(_ parameters: [(key: String, value: String)]) throws(MirrorError) {
      let texts = parameters.flatMap { [strdup($0.key), strdup($0.value)] }
      defer { texts.forEach { free($0) } }
      func pointers(_ start: Int) -> [UnsafePointer<CChar>?] {
        stride(from: start, to: texts.count, by: 2).map { UnsafePointer(texts[$0]) } + [nil]
      }
      // The first parameter may be a connection string.
      guard let connection = PQconnectdbParams(pointers(0), pointers(1), 1) else {
        throw MirrorError(
          .inputOutput, "there is no memory for a connection", remedy: "Close other programs.")
      }
      self.connection = connection
      guard PQstatus(connection) == CONNECTION_OK else {
        throw failure()
      }
      // Notices are for whoever types SQL.
      PQsetNoticeProcessor(connection, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    /// The version of the server, such as 150020.
    var version: Int { Int(PQserverVersion(connection)) }

    /// The database, the server and the user in words; no password.
    var place: String {
      let database = PQdb(connection).map { String(cString: $0) } ?? ""
      let host = PQhost(connection).map { String(cString: $0) } ?? ""
      return host.isEmpty ? database : "\(database) on \(host)"
    }

    /// Runs one statement and gives its rows.
    func run(_ sql: String, _ values: [String?] = []) throws(MirrorError) -> [[String?]] {
      let texts = values.map { $0.map { strdup($0) } ?? nil }
      defer { texts.forEach { free($0) } }
      let pointers = texts.map { UnsafePointer($0) }
      let result =
        values.isEmpty
        ? PQexec(connection, sql)
        : PQexecParams(connection, sql, Int32(values.count), nil, pointers, nil, nil, 0)
      defer { PQclear(result) }
      try check(result)
      return (0..<PQntuples(result)).map { row in
        (0..<PQnfields(result)).map { column in
          PQgetisnull(result, row, column) == 1
            ? nil : PQgetvalue(result, row, column).map { String(cString: $0) }
        }
      }
    }

    /// Sends bytes to a COPY that was begun.
    func send(_ bytes: UnsafeRawBufferPointer) throws(MirrorError) {
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard PQputCopyData(connection, start, Int32(bytes.count)) == 1 else { throw copyFailure() }
    }

    func endSending() throws(MirrorError) {
      guard PQputCopyEnd(connection, nil) == 1 else { throw copyFailure() }
      try checkAll()
    }

    /// The next bytes of a COPY that was begun; nil at its end.
    func receive() throws(MirrorError) -> [UInt8]? {
      var buffer: UnsafeMutablePointer<CChar>?
      let count = PQgetCopyData(connection, &buffer, 0)
      defer { PQfreemem(buffer) }
      if count > 0, let buffer {
        return Array(UnsafeRawBufferPointer(start: buffer, count: Int(count)))
      }
      guard count == -1 else { throw copyFailure() }
      try checkAll()
      return nil
    }

    private func checkAll() throws(MirrorError) {
      var failed: MirrorError?
      while let result = PQgetResult(connection) {
        do throws(MirrorError) { try check(result) } catch { failed = failed ?? error }
        PQclear(result)
      }
      if let failed { throw failed }
    }

    private func check(_ result: OpaquePointer?) throws(MirrorError) {
      switch PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_COPY_OUT: return
      default: break
      }
      func field(_ code: Character) -> String? {
        code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }
          .map { String(cString: $0) }
      }
      guard let code = field("C"), let message = field("M") else { throw failure() }
      throw .server(code, message, detail: field("D"))
    }

    private func copyFailure() -> MirrorError {
      // Why a COPY was ended stands in the result, where the server could still say it.
      var failed: MirrorError?
      while let result = PQgetResult(connection) {
        do throws(MirrorError) { try check(result) } catch { failed = failed ?? error }
        let isCopying = PQresultStatus(result) == PGRES_COPY_IN
        PQclear(result)
        if isCopying { break }
      }
      return failed ?? failure()
    }

    private func failure() -> MirrorError {
      let message = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
      if PQconnectionNeedsPassword(connection) == 1 {
        return MirrorError(
          .inputOutput, "the server asks for a password",
          remedy: "Put it into ~/.pgpass or a service file; $PGPASSWORD is read too.")
      }
      guard PQstatus(connection) == CONNECTION_OK || PQserverVersion(connection) == 0 else {
        return .lost(message)
      }
      return .cannotConnect(message)
    }

    /// Whether libpq can read a connection string, and the words in it that nobody may see.
    static func secrets(of text: String) -> [String]? {
      guard let options = PQconninfoParse(text, nil) else { return nil }
      defer { PQconninfoFree(options) }
      var (secrets, option) = ([String](), options)
      while let keyword = option.pointee.keyword {
        if ["password", "sslpassword"].contains(String(cString: keyword)),
          let value = option.pointee.val
        {
          secrets.append(String(cString: value))
        }
        option += 1
      }
      return secrets
    }
  }
#else
  /// Stands for a connection where the program was built without libpq.
  final class Wire {
    static let missing = MirrorError(
      .failed, "this landbook was built without PostgreSQL",
      remedy: "Install libpq-dev and build it with make, or with swift build --traits Postgres.")

    init(_ parameters: [(key: String, value: String)]) throws(MirrorError) { throw Self.missing }

    var version: Int { 0 }
    var place: String { "" }
    func run(_ sql: String, _ values: [String?] = []) throws(MirrorError) -> [[String?]] {
      throw Self.missing
    }
    func send(_ bytes: UnsafeRawBufferPointer) throws(MirrorError) { throw Self.missing }
    func endSending() throws(MirrorError) { throw Self.missing }
    func receive() throws(MirrorError) -> [UInt8]? { throw Self.missing }
    static func secrets(of text: String) -> [String]? { [] }
  }
#endif
