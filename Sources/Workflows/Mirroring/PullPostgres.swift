import Mirror
import Storage

/// Makes a book of what PostgreSQL mirrors, equal to the one that was pushed.
public struct PullPostgres {
  /// What a pull came to.
  public struct Outcome: Hashable, Sendable {
    /// Rows of all tables.
    public var rows: Int
    /// What the log of the book ends with.
    public var head: String
    /// Whether the book is as its log says, as far as was looked.
    public var isAsLogged: Bool
    /// What somebody should know, as sentences.
    public var notes: [String] = []
  }

  private let connection: String
  private let schema: String

  /// Makes the pull from a schema of a database; nothing is opened yet.
  public init(from connection: String, schema: String) {
    self.connection = connection
    self.schema = schema
  }

  /// Makes the book; no file is there until it is whole.
  ///
  /// - Throws: ``WorkflowError`` where the mirror is damaged or foreign, or the file can't be made.
  public func run(to path: String) throws -> Outcome {
    try WorkflowError.wording {
      let server = try Server(connection, schema: schema)
      let mirror = BookMirror(server)
      try mirror.lockToRead()
      var rows = 0
      let copied = try server.inTransaction(.reading) {
        (try copy(mirror, server, to: path, &rows), isKept: false)
      }
      do {
        let check = try VerifyBook(try Book.open(at: copied.draftPath, for: .reading)).run()
        let head = try LandBook.open(at: copied.draftPath, for: .reading).read {
          try $0.logHead()?.hash
        }
        try copied.keep()
        var outcome = Outcome(rows: rows, head: head ?? "", isAsLogged: check.isAsLogged)
        if server.hasOpenPassword { outcome.notes.append(PushPostgres.openPassword) }
        return outcome
      } catch {
        copied.discard()
        throw error
      }
    }
  }

  private func copy(
    _ mirror: BookMirror, _ server: Server, to path: String, _ rows: inout Int
  ) throws -> CopiedBook {
    guard let header = try mirror.header() else {
      throw WorkflowError(
        .noInput, "there is no mirror in the schema \(schema) of \(server.place)",
        remedy: "Name the schema with --schema, or push a book first.")
    }
    guard let layouts = try CopiedBook.layouts(after: header.steps),
      mirror.hasTables(of: layouts, header)
    else {
      throw WorkflowError(
        .unusable, "another version of Landbook has written the mirror",
        remedy: "Use that version, or push the book with this one first.")
    }
    try mirror.checkUntouched()
    var count = 0
    let copied = try CopiedBook.make(at: path, steps: header.steps) { filling in
      for layout in layouts {
        try filling.fill(layout) { body in
          try mirror.rows(of: layout) { cells in
            count += 1
            try body(cells)
          }
        }
      }
      for layout in layouts {
        var known = try mirror.chunks(of: layout)
        try filling.chunks(of: layout) { chunk in
          guard known.removeValue(forKey: chunk.number) == chunk.digest else {
            throw Self.damaged("rows of \(layout.name) are not those that were pushed")
          }
        }
        guard known.isEmpty else { throw Self.damaged("rows of \(layout.name) are missing") }
      }
      let head = try filling.head()
      guard head?.hash == header.head, head?.sequence == header.headSequence else {
        throw Self.damaged("its log does not end with the head that it names")
      }
    }
    rows = count
    return copied
  }

  private static func damaged(_ message: String) -> WorkflowError {
    WorkflowError(
      .unusable, "the mirror is damaged: \(message)",
      remedy: "Push the book again with --anew; no file was made.")
  }
}
